// Every fault of service and network as built: read the sentence, press its action, look at the document. One page for all.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StageLayer, StagePage } from '../../playground/stage.mjs';
import { ACTION_LABELS, ERROR_TABLE } from '../../src/core/errors.ts';
import type { ErrorAction } from '../../src/core/errors.ts';
import { FAULTS } from '../support/gemini/faults.ts';
import { LOOPBACK_KEY, startLoopbackGemini } from '../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../support/gemini/loopback.mjs';
import { encodePng } from '../support/gemini/png.mjs';
import { madeLayers, setUpGemini, start } from './steps.ts';

const LIMIT_MS = 60_000;

let stage: Stage;
let gemini: LoopbackGemini;
let opened: StagePage;

beforeAll(async () => {
  stage = await createStage();
  gemini = await startLoopbackGemini({ port: 0, paint: ({ size, words }) => flat(size, words) });
  opened = await stage.open({ baseUrl: gemini.url });
  await setUpGemini(opened, LOOPBACK_KEY);
  await opened.select();
  await opened.page.clock.install();
  await opened.page.evaluate(() => Object.assign(globalThis, { opened: [], open: (url: string) => (Reflect.get(globalThis, 'opened') as string[]).push(url) }));
}, LIMIT_MS);
afterAll(async () => {
  await stage.close();
  await gemini.close();
});
beforeEach(() => gemini.reset());
afterEach(() => tidyUp());

// The painter of the loopback takes 200 ms for a picture; what is in it does not matter here.
function flat(size: { width: number; height: number }, words: string): Uint8Array {
  return Uint8Array.from(encodePng({ ...size, rgb: new Uint8Array(size.width * size.height * 3).fill(40 + (words.length % 180)) }));
}

const results = () => opened.plugin.getByRole('list', { name: 'Results' });
const newest = () => results().getByRole('listitem').first();
const status = () => opened.plugin.getByRole('status');
// A brief of its own each time: the same words would be answered from the file, and Gemini never asked.
let asked = 0;
const make = (count = 1) => start(opened, { recipe: 'From a brief', brief: `a brass lamp, number ${(asked += 1)}`, count });
const waitingSlots = (layers: readonly StageLayer[]) => layers.filter((layer) => layer.name.includes('waiting'));

/** The document is as it was: no slot, no picture, no half-made layer. */
async function expectUntouched(before: readonly StageLayer[]): Promise<void> {
  await expect.poll(() => opened.layers(), { timeout: 10_000 }).toEqual(before);
}

const FOCUSED: Partial<Record<ErrorAction, RegExp>> = {
  openSettings: /Gemini API key/,
  editBrief: /Brief/,
  editPrompt: /Exact prompt/,
  changeModel: /Model/,
};

/** Presses what the row offers and looks at where it leads. */
async function pressAction(action: ErrorAction): Promise<void> {
  const row = newest();
  if (action === 'retry') {
    const before = await opened.layers();
    await row.getByRole('button', { name: 'Retry' }).click();
    await status().getByText('1 of 1 placed').waitFor();
    expect(madeLayers(before, await opened.layers())).toHaveLength(1);
    return;
  }
  await row.getByRole('button', { name: ACTION_LABELS[action], exact: true }).click();
  const label = FOCUSED[action];
  if (label) await expect.poll(focusedName).toMatch(label);
  if (action === 'editReferences') await expect.poll(focusedClass).toBe('references');
  if (action === 'openBilling') await expect.poll(() => opened.page.evaluate(() => (Reflect.get(globalThis, 'opened') as string[]).pop() ?? '')).toMatch(/^https:\/\//);
  if (action !== 'copyReport') return;
  const report = await row.getByRole('textbox', { name: 'Report' }).inputValue();
  expect([report.includes('REQUEST_REFUSED: HTTP 400'), report.includes('brass'), report.includes(LOOPBACK_KEY)]).toEqual([true, false, false]);
}

const focused = () => opened.plugin.locator(':focus');
const focusedName = async () => {
  const element = focused();
  if ((await element.count()) === 0) return '';
  return element.evaluate((node) => node.getAttribute('aria-label') ?? node.closest('label')?.textContent ?? [...((node as HTMLInputElement).labels ?? [])].map((each) => each.textContent).join(' '));
};
const focusedClass = async () => ((await focused().count()) === 0 ? '' : focused().evaluate((node) => node.className));

async function tidyUp(): Promise<void> {
  const back = opened.plugin.getByRole('button', { name: 'Back' });
  if (await back.isVisible()) await back.click();
  for (let left = await results().getByRole('listitem').count(); left > 0; left -= 1) {
    const item = newest();
    await item.hover();
    const discard = item.getByRole('button', { name: 'Discard' });
    if (!(await discard.isVisible())) await item.getByRole('button', { name: /^More actions/ }).click();
    await discard.click();
  }
  await results().waitFor({ state: 'detached' });
}

describe('every fault', () => {
  it.each(FAULTS)('[FA21] $name is $code: one sentence, one action, nothing in the document', async ({ code, script, afterMs }) => {
    const before = await opened.layers();
    gemini.next(...script);
    await make();
    const row = ERROR_TABLE[code];
    const sentence = newest().getByText(row.message.replace(/\{name\}.*$/, ''));
    for (let passed = 0; passed < (afterMs ?? 0) && !(await sentence.isVisible()); passed += 10_000) {
      await opened.page.waitForTimeout(60);
      await opened.page.clock.fastForward(10_000);
    }
    await sentence.waitFor({ timeout: 15_000 });
    expect(script.length - gemini.requests.length).toBeLessThanOrEqual(code === 'OFFLINE' ? 1 : 0);
    gemini.reset();
    await expectUntouched(before);
    expect(await newest().textContent()).not.toContain(LOOPBACK_KEY);
    await pressAction(row.action);
  }, LIMIT_MS);
});

describe('waiting', () => {
  const quick = { status: 429, error: { retryDelay: '34s' } };

  it('[FA7] is counted down in the result’s place, outside the status line, and cancelled for nothing', async () => {
    const before = await opened.layers();
    gemini.next(quick);
    await make();
    await newest().getByText(/^Waiting 3[0-9] s: Gemini asks to slow down$/).waitFor();
    expect(await status().textContent()).toBe('Gemini asks to slow down; 1 picture waits');
    await opened.page.clock.fastForward(20_000);
    await newest().getByText(/^Waiting 1[0-9] s: Gemini asks to slow down$/).waitFor();
    await newest().getByRole('button', { name: 'Cancel' }).click();
    await newest().getByText('Cancelled; nothing was charged.').waitFor();
    await opened.page.clock.fastForward(60_000);
    await expectUntouched(before);
    expect(gemini.requests).toHaveLength(1);
  }, LIMIT_MS);

  it('[FA5] two pictures wait for what one of them was told, then both come', async () => {
    const before = await opened.layers();
    gemini.next({ for: 'text' }, quick, { delayMs: 300 });
    await make(4);
    await opened.plugin.getByText(/^Waiting \d+ s: /).nth(1).waitFor();
    for (let passed = 0; passed < 60; passed += 10) await opened.page.clock.fastForward(10_000);
    await status().getByText('4 of 4 placed').waitFor({ timeout: 20_000 });
    expect(madeLayers(before, await opened.layers())).toHaveLength(4);
  }, LIMIT_MS);

  it('[FA13] offline, pictures wait and say so; they come when the network is back', async () => {
    const before = await opened.layers();
    await opened.page.context().setOffline(true);
    await make();
    await status().getByText('Offline; 1 picture waits').waitFor();
    await newest().getByText('Waiting for the network').waitFor();
    expect(gemini.requests).toHaveLength(0);
    await opened.page.context().setOffline(false);
    await status().getByText('1 of 1 placed').waitFor();
    expect(madeLayers(before, await opened.layers())).toHaveLength(1);
  }, LIMIT_MS);

  it('[FA10] a model that is gone is replaced aloud', async () => {
    gemini.next({ status: 404 });
    await make();
    await status().getByText('1 of 1 placed; Gemini 3.1 Flash Lite Image answered instead').waitFor();
    expect(gemini.requests.map((request) => request.model)).toEqual(['gemini-nano-banana-2.1', 'gemini-3.1-flash-lite-image']);
  }, LIMIT_MS);

  it('[FA24] a slow answer is waited for', async () => {
    gemini.next({ slowMs: 1500 });
    await make();
    await status().getByText('1 of 1 placed').waitFor();
  }, LIMIT_MS);
});

describe('what arrived', () => {
  it('[FA23] is kept and placed, whatever happens to the others', async () => {
    const before = await opened.layers();
    gemini.next({ for: 'text' }, { for: 'image' }, { for: 'image', drop: 'halfway' }, { for: 'image', body: '<html>' });
    await make(3);
    await status().getByText('1 of 3 placed, 2 failed').waitFor();
    await expect.poll(async () => waitingSlots(await opened.layers())).toEqual([]);
    const after = await opened.layers();
    expect([madeLayers(before, after).length, after.length - before.length]).toEqual([1, 1]);
  }, LIMIT_MS);
});

describe('limits', () => {
  it('[FA18] a run that would pass one says so above the button, and pressing it leads to the limit', async () => {
    await setLimit('Limit per run (USD)', '0.05');
    await opened.plugin.getByRole('spinbutton', { name: 'Variants' }).fill('4');
    await opened.plugin.getByText('This would pass your limit per run of $0.050.').waitFor();
    const before = await opened.layers();
    await make(4);
    const alert = opened.plugin.getByRole('alert');
    await alert.getByText('This run would pass your limit per run.').waitFor();
    expect(gemini.requests).toHaveLength(0);
    await expectUntouched(before);
    await alert.getByRole('button', { name: 'Change limit' }).click();
    await expect.poll(focusedName).toMatch(/Limit per run/);
  }, LIMIT_MS);
});

async function setLimit(name: string, usd: string): Promise<void> {
  await opened.plugin.getByRole('button', { name: 'Settings' }).click();
  const field = opened.plugin.getByRole('spinbutton', { name });
  await field.fill(usd);
  await field.press('Enter');
  await opened.plugin.getByRole('button', { name: 'Back' }).click();
}

// Documents that move, as built and in Chromium: what a designer sees and presses when the canvas changed under a run.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY, startLoopbackGemini } from '../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../support/gemini/loopback.mjs';
import { finished, madeLayers, setUpGemini, start } from './steps.ts';

const HERO = 'Hero / Desktop';
const PHOTO = 'Photo';
const WAITING = 'Variegate · waiting';
const LIMIT_MS = 120_000;
/** Long enough for the canvas to be changed before the answer; nothing waits for it to pass. */
const ANSWER_MS = 3000;
/** For a busy machine; a poll ends as soon as it is so. */
const PATIENT = { timeout: 30_000 };

let stage: Stage;
let gemini: LoopbackGemini;
let opened: StagePage;

beforeAll(async () => {
  stage = await createStage();
  gemini = await startLoopbackGemini({ port: 0 });
}, LIMIT_MS);
afterAll(async () => {
  await stage.close();
  await gemini.close();
});
afterEach(async () => {
  expect(opened.problems).toEqual([]);
  await opened.close();
  gemini.reset();
});

const waitingSlots = async () => (await opened.layers()).filter((layer) => layer.name.startsWith(WAITING));
const results = () => opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem');
const hashOf = async (name: string) => (await opened.layers()).find((layer) => layer.name === name)?.imageHashes[0];

/** Two pictures are asked for, and both slots wait. */
async function runWaiting(): Promise<void> {
  opened = await stage.open({ baseUrl: gemini.url });
  await setUpGemini(opened, LOOPBACK_KEY);
  await opened.select(HERO);
  gemini.next({ for: 'image', delayMs: ANSWER_MS }, { for: 'image', delayMs: ANSWER_MS });
  await start(opened, { count: 2 });
  await expect.poll(() => gemini.requests.filter((request) => request.kind === 'image').length, PATIENT).toBe(2);
  expect(await waitingSlots()).toHaveLength(2);
}

describe('the canvas changes under a run', () => {
  it('[DM22] undo takes the slots; the pictures stay in Results, say why, and go beside at a press', async () => {
    await runWaiting();
    const before = (await opened.layers()).filter((layer) => !layer.name.startsWith(WAITING));
    await opened.undo();
    expect(await waitingSlots()).toEqual([]);
    await expect.poll(() => results().filter({ hasText: 'The layer for this result is gone.' }).count(), PATIENT).toBe(2);
    for (const index of [0, 1]) await results().nth(index).getByRole('button', { name: 'Place beside' }).last().click();
    await expect.poll(async () => madeLayers(before, await opened.layers()).length, PATIENT).toBe(2);
  }, LIMIT_MS);

  it('[DM23] the plugin is closed while pictures are made: the next start says that it removed the slots', async () => {
    await runWaiting();
    await opened.restart();
    await opened.plugin.getByRole('status').getByText('2 empty slots of an earlier run removed').waitFor();
    expect(await waitingSlots()).toEqual([]);
  }, LIMIT_MS);

  it('[DM24] after Replace and a new start, the selection offers Restore', async () => {
    opened = await stage.open();
    await opened.select(PHOTO);
    const old = await hashOf(PHOTO);
    const replace = opened.plugin.getByRole('radio', { name: 'Replace fill' });
    if (!(await replace.isVisible())) await opened.plugin.getByText('Change', { exact: true }).click();
    await replace.click();
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 placed');
    expect(await hashOf(PHOTO)).not.toBe(old);
    await opened.restart();
    const restore = opened.plugin.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Restore' });
    await restore.click();
    await expect.poll(() => hashOf(PHOTO), PATIENT).toBe(old);
    await restore.waitFor({ state: 'detached' });
  }, LIMIT_MS);
});

// A gateway as built, in Chromium, by role and name: set, tested, and making pictures.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { startLoopbackGateway } from '../support/gateway/loopback.mjs';
import type { LoopbackGateway } from '../support/gateway/loopback.mjs';
import { onStage } from './onStage.ts';

const LIMIT_MS = 120_000;
const { openPage } = onStage();
let gateway: LoopbackGateway;
beforeAll(async () => void (gateway = await startLoopbackGateway({ number: '550' })));
afterAll(() => gateway.close());
beforeEach(() => gateway.reset());

/** With dice that always fall on 0.5: the canary then shows 550. */
async function openGateway(model = 'google/gemini-3-pro-image'): Promise<StagePage> {
  const opened = await openPage({ baseUrl: gateway.url });
  const { plugin } = opened;
  await plugin.locator('body').evaluate(() => void (Math.random = () => 0.5));
  await plugin.getByRole('button', { name: 'Got it' }).click();
  await plugin.getByRole('button', { name: 'Settings' }).click();
  await plugin.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'OpenAI-compatible gateway' });
  for (const [name, text] of [['Gateway URL', gateway.url], ['Gateway model', model]] as const) {
    await plugin.getByRole('textbox', { name }).fill(text);
    await plugin.getByRole('textbox', { name }).blur();
  }
  await plugin.getByRole('textbox', { name: 'Gateway key' }).fill(gateway.key);
  await plugin.getByRole('button', { name: 'Save gateway key' }).click();
  await plugin.getByText(`Gateway key ends in …${gateway.key.slice(-4)}`).waitFor();
  return opened;
}

describe('a gateway', () => {
  it('[GW10] is tested, says what it can do, and makes pictures; the key is in one header and nowhere on screen', async () => {
    const opened = await openGateway();
    const { plugin } = opened;
    await plugin.getByText('This address and model are not tested yet.').waitFor();
    await plugin.getByRole('button', { name: 'Test gateway' }).click();
    const can = plugin.getByRole('list', { name: 'What the gateway can do' });
    await can.waitFor();
    expect(await can.getByRole('listitem').allInnerTexts()).toEqual(['It answers questions.', 'It looks at pictures that are sent along.', 'It makes pictures.', 'What is sent along shapes what it makes.']);
    await plugin.getByRole('button', { name: 'Back' }).click();
    await opened.select('Photo card');
    await plugin.getByRole('spinbutton', { name: 'Variants' }).fill('2');
    await plugin.getByRole('button', { name: 'Make 2 · price unknown' }).click();
    await plugin.getByRole('status').getByText('2 of 2 placed').waitFor({ timeout: 60_000 });
    const made = gateway.requests.filter(({ body }) => Array.isArray(body['modalities'])).slice(1);
    expect(made).toHaveLength(2);
    expect(JSON.stringify(gateway.requests.map(({ body, path }) => [body, path]))).not.toContain(gateway.key);
    expect(await plugin.locator('body').innerHTML()).not.toContain(gateway.key);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[GW10] that is not tested, or makes no pictures, says so with a button to Settings, and nothing is sent', async () => {
    const { plugin, select } = await openGateway('any/text-model');
    await plugin.getByRole('button', { name: 'Back' }).click();
    await select('Photo card');
    await plugin.getByRole('spinbutton', { name: 'Variants' }).fill('1');
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('in the rain');
    await plugin.getByRole('button', { name: /^Make 1/ }).click();
    await plugin.getByText('The gateway is not tested yet.').first().waitFor();
    expect(gateway.requests).toHaveLength(0);
    await plugin.getByRole('button', { name: 'Open settings' }).first().click();
    gateway.next({}, {}, { body: { choices: [{ message: { content: 'I only write.' }, finish_reason: 'stop' }] } });
    await plugin.getByRole('button', { name: 'Test gateway' }).click();
    await plugin.getByText(/^It makes no pictures\. .*I only write\./).waitFor();
  }, LIMIT_MS);
});

// The recipe "Refine" as built, in Chromium, by role and name, against a loopback Gemini and offline.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { madeLayers, setUpGemini } from './steps.ts';

const LIMIT_MS = 150_000;
const { openPage, gemini } = onStage();

async function openRefine({ offline = false } = {}): Promise<StagePage> {
  const opened = await openPage(offline ? {} : { baseUrl: gemini().url });
  if (offline) await opened.plugin.getByRole('button', { name: 'Got it' }).click();
  else await setUpGemini(opened, LOOPBACK_KEY);
  await opened.plugin.getByRole('radio', { name: 'Refine' }).click();
  return opened;
}

const status = ({ plugin }: StagePage, text: string | RegExp) => plugin.getByRole('status').getByText(text).waitFor({ timeout: 60_000 });
const rows = ({ plugin }: StagePage) => plugin.getByRole('table', { name: 'Pictures of the refinement' }).getByRole('row');
const kinds = () => gemini().requests.map(({ kind }) => kind);

describe('the recipe Refine', () => {
  it('[YR1] looks at each picture, asks before it changes the prompt, and places the best alone', async () => {
    const opened = await openRefine();
    const { plugin } = opened;
    const before = await opened.layers();
    await plugin.getByRole('spinbutton', { name: 'Pictures at most' }).fill('2');
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a {quiet|loud} harbour with two boats, refined');
    await plugin.getByText('Of alternatives in braces the first is taken here.').waitFor();
    await plugin.getByRole('button', { name: /^Make best of 2 · at most \$0\.\d\d$/ }).click();
    const change = plugin.getByRole('group', { name: 'Proposed change' });
    await change.waitFor({ timeout: 60_000 });
    expect(kinds().slice(-2)).toEqual(['image', 'text']);
    expect(JSON.stringify(gemini().requests.at(-2)?.body)).toContain('a quiet harbour with two boats');
    await change.getByRole('textbox', { name: 'Lighting' }).fill('late light from the left');
    await change.getByRole('button', { name: /^Make picture 2 · about/ }).click();
    await status(opened, /^All rounds are made; the best is picture 2/);
    expect(JSON.stringify(gemini().requests.filter(({ kind }) => kind === 'image').at(-1)?.body)).toContain('late light from the left');
    expect(await rows(opened).count()).toBe(3);
    expect(await rows(opened).last().textContent()).toMatch(/^2, best\d\.\d/);
    await expect.poll(async () => madeLayers(before, await opened.layers()).length).toBe(1);
    await plugin.getByRole('button', { name: 'Use its prompt' }).click();
    await plugin.getByRole('tab', { name: 'Prompts' }).click();
    expect(await plugin.getByRole('group', { name: 'Prompt fields' }).getByRole('textbox', { name: 'Lighting', exact: true }).inputValue()).toBe('late light from the left');
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YR2] Cancel keeps the best so far and says so', async () => {
    const opened = await openRefine();
    await opened.plugin.getByRole('textbox', { name: 'Brief' }).fill('a paper lantern, refined');
    await opened.plugin.getByRole('button', { name: /^Make best of 4/ }).click();
    await opened.plugin.getByRole('group', { name: 'Proposed change' }).waitFor({ timeout: 60_000 });
    await opened.plugin.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    await status(opened, 'Cancelled; the best is picture 1');
    expect(await rows(opened).count()).toBe(2);
  }, LIMIT_MS);

  it('[YR3] works without a key, and says that no AI looks', async () => {
    const opened = await openRefine({ offline: true });
    await opened.plugin.getByText(/Measured, not understood: no AI looks at them/).waitFor();
    await opened.plugin.getByRole('checkbox', { name: 'Change the prompt without asking me' }).check();
    await opened.plugin.getByRole('textbox', { name: 'Brief' }).fill('a harbour at dawn');
    await opened.plugin.getByRole('button', { name: 'Make best of 4 · free' }).click();
    await status(opened, /the best is picture \d/);
    expect(await rows(opened).count()).toBeGreaterThan(1);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});

// "Compare models" as built, in Chromium, by role and name, against a loopback Gemini and offline.
import { describe, expect, it } from 'vitest';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { madeLayers, setUpGemini } from './steps.ts';

const LIMIT_MS = 150_000;
const { openPage, gemini } = onStage();
const BRIEFS = ['a quiet harbour', 'a heron', 'a paper lantern', 'two boats', 'a lighthouse', 'a market street'].map((brief) => `${brief}, compared`);

async function openCompare({ offline = false } = {}) {
  const opened = await openPage(offline ? {} : { baseUrl: gemini().url });
  if (offline) await opened.plugin.getByRole('button', { name: 'Got it' }).click();
  else await setUpGemini(opened, LOOPBACK_KEY);
  await opened.plugin.getByRole('tab', { name: 'Batch' }).click();
  await opened.plugin.getByRole('button', { name: 'Compare models' }).click();
  return opened;
}

describe('Compare models', () => {
  it('[YC1] makes every brief by both, scores and times them, takes blind votes, and says what tells', async () => {
    const opened = await openCompare();
    const { plugin } = opened;
    const before = await opened.layers();
    gemini().reset();
    await plugin.getByRole('textbox', { name: 'Briefs' }).fill(BRIEFS.join('\n'));
    expect(await plugin.getByRole('group', { name: 'Models to compare' }).getByRole('checkbox', { checked: true }).count()).toBe(2);
    await plugin.getByRole('button', { name: /^Compare 6 × 2 · at most \$1\.\d\d$/ }).click();
    await plugin.getByRole('button', { name: 'Place report on canvas' }).waitFor({ timeout: 90_000 });
    const images = gemini().requests.filter(({ kind }) => kind === 'image');
    expect(images).toHaveLength(12);
    expect(new Set(images.map(({ model }) => model)).size).toBe(2);
    expect(gemini().requests.filter(({ kind }) => kind === 'text').length).toBeGreaterThanOrEqual(12);

    const table = plugin.getByRole('table', { name: 'Model comparison' });
    expect(await table.getByRole('row').count()).toBe(3);
    expect(await table.getByRole('row').nth(2).innerText()).toMatch(/Gemini 3 Pro Image, 1K\s+[\d.]+ s\s+[\d.]+ s\s+\$0\.\d+\s+\d+\.\d/);
    for (const name of ['Latency', 'Cost', 'Quality']) await plugin.getByRole('figure', { name }).waitFor();
    const pair = plugin.getByRole('group', { name: /^Gemini 3 Pro Image, 1K against Nano Banana 2\.1, 1K$/ });
    expect(await pair.innerText()).toMatch(/Cost\s+\$0\.1\d dearer/);

    const ballot = plugin.getByRole('group', { name: 'Which is better?' });
    expect(await ballot.innerText()).not.toMatch(/Gemini|Banana/);
    for (let left = BRIEFS.length; left > 0; left -= 1) await ballot.getByRole('button', { name: left % 2 === 0 ? 'Left is better' : 'About the same' }).click();
    await expect.poll(() => ballot.count()).toBe(0);
    expect(await pair.innerText()).toMatch(/Your votes\s+too few to tell/);

    await plugin.getByRole('button', { name: 'Place report on canvas' }).click();
    await plugin.getByRole('status').getByText('The report is on the canvas').waitFor();
    const after = await opened.layers();
    expect(after.filter(({ name }) => name.startsWith('Model comparison'))).toHaveLength(1);
    expect(madeLayers(before, after)).toHaveLength(0);
    await plugin.getByRole('button', { name: 'Export as CSV' }).click();
    expect((await plugin.getByRole('textbox', { name: 'Comparison as CSV' }).inputValue()).trim().split('\n')).toHaveLength(13);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YC2] Cancel keeps what was made and compares it', async () => {
    const { plugin } = await openCompare();
    await plugin.getByRole('textbox', { name: 'Briefs' }).fill(BRIEFS.join('\n'));
    gemini().next({ for: 'image' }, { for: 'image' }, { for: 'image', delayMs: 60_000 }, { for: 'image', delayMs: 60_000 });
    await plugin.getByRole('button', { name: /^Compare 6 × 2/ }).click();
    await plugin.getByRole('table', { name: 'Model comparison' }).waitFor({ timeout: 60_000 });
    await plugin.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    await plugin.getByRole('region', { name: 'Comparison', exact: true }).getByText(/^Stopped at \d+ of 12 pictures$/).waitFor();
    await plugin.getByRole('button', { name: 'Place report on canvas' }).waitFor();
  }, LIMIT_MS);

  it('[YC3] says what is in the way, and never passes what may be spent', async () => {
    const { plugin } = await openCompare();
    gemini().reset();
    await plugin.getByText('Write at least two briefs, one a line.').waitFor();
    await plugin.getByRole('textbox', { name: 'Briefs' }).fill(BRIEFS.join('\n'));
    await plugin.getByRole('spinbutton', { name: 'Spend at most (USD)' }).fill('0.5');
    await plugin.getByText(/^This can cost \$1\.\d\d, more than the \$0\.50 you allow\.$/).waitFor();
    await plugin.getByRole('button', { name: /^Compare 6 × 2/ }).click();
    expect(gemini().requests).toHaveLength(0);
  }, LIMIT_MS);

  it('[YC4] works without a key: two sizes of the offline engine, measured', async () => {
    const { plugin, problems } = await openCompare({ offline: true });
    await plugin.getByRole('textbox', { name: 'Briefs' }).fill('a harbour\na heron');
    await plugin.getByRole('button', { name: 'Compare 2 × 2 · free' }).click();
    await plugin.getByRole('table', { name: 'Model comparison' }).getByText('Offline preview (no AI), 2K').waitFor({ timeout: 60_000 });
    await plugin.getByRole('button', { name: 'Place report on canvas' }).waitFor({ timeout: 60_000 });
    await expect.poll(() => problems).toEqual([]);
  }, LIMIT_MS);
});

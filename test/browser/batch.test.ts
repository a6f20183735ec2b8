// The tab "Batch" as built: dist/ in the playground, in Chromium, by role and name, against a loopback Gemini.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { madeLayers, overlapping, setUpGemini } from './steps.ts';
import { SOON } from './window.ts';

const LIMIT_MS = 120_000;
const CSV = 'title;place\nOne;Lisbon\nTwo;Porto\nThree;Lisbon\nFour;Faro';

const { openPage, gemini } = onStage();

async function opened(): Promise<StagePage> {
  const page = await openPage({ baseUrl: gemini().url });
  await setUpGemini(page, LOOPBACK_KEY);
  await page.select('Photo card');
  await page.plugin.getByRole('tab', { name: 'Batch' }).click();
  return page;
}

async function fill({ plugin }: StagePage, rows: string, template: string): Promise<void> {
  await plugin.getByRole('textbox', { name: 'Rows' }).fill(rows);
  await plugin.getByRole('textbox', { name: 'Template' }).fill(template);
}

const status = ({ plugin }: StagePage, text: string | RegExp) => plugin.getByRole('status').getByText(text).waitFor({ timeout: 60_000 });
const images = () => gemini().requests.filter(({ kind }) => kind === 'image').length;

describe('the tab Batch', () => {
  it('[YB1] shows rows, preview and price first, makes equal rows once, and reports how far it is', async () => {
    const page = await opened();
    const { plugin } = page;
    await plugin.getByText('Paste rows, or take them from selected layers.').waitFor();
    await fill(page, CSV, 'a photo of {place} at dusk');
    const preview = plugin.getByRole('table', { name: 'Preview' });
    await expect(preview.getByRole('row').allInnerTexts()).resolves.toEqual(['Row\tWhat will be sent', '1\ta photo of Lisbon at dusk', '2\ta photo of Porto at dusk', '4\ta photo of Faro at dusk']);
    await plugin.getByText('1 row asks for the same as another: made once.').waitFor();
    const before = await page.layers();
    await plugin.getByRole('button', { name: 'Run 3 · about $0.10' }).click();
    await status(page, '3 of 3 rows made');
    const after = await page.layers();
    const made = madeLayers(before, after);
    expect([images(), made.map(({ name }) => name).sort(), overlapping(made, after)]).toEqual([3, ['Four', 'One', 'Two'], []]);
    await expect(plugin.getByRole('progressbar', { name: 'Batch' }).getAttribute('aria-valuetext')).resolves.toBe('3 of 3 rows');
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YB2] a row that fails is reported and retried; after a restart the batch is still there, and what is done is not sent again', async () => {
    const page = await opened();
    const { plugin } = page;
    await fill(page, CSV, 'a photo of {place} at dusk');
    gemini().next({ for: 'image', body: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 } } });
    await plugin.getByRole('button', { name: /^Run 3/ }).click();
    await status(page, '2 of 3 rows made, 1 failed');
    await expect(plugin.getByRole('list', { name: 'Rows that were not made' }).innerText()).resolves.toContain('The prompt was blocked.');
    await page.restart();
    await plugin.getByRole('tab', { name: 'Batch' }).click();
    await plugin.getByText('2 of 3 rows made, 1 not').waitFor();
    const sent = images();
    await plugin.getByRole('button', { name: 'Retry failed' }).click();
    await status(page, '3 of 3 rows made');
    expect(images()).toBe(sent + 1);
    await plugin.getByRole('button', { name: 'Discard batch' }).click();
    await expect.poll(() => plugin.getByRole('progressbar').count(), SOON).toBe(0);
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YB3] copies of the selected frame get the picture and the row’s words', async () => {
    const page = await opened();
    const { plugin } = page;
    const photo = (await page.layers()).find(({ name, imageHashes }) => imageHashes.length > 0 && name !== 'Photo card');
    const words = await textOf(page, 'Photo card');
    await fill(page, `${words.name}\nA night in Lisbon\nA day in Porto`, `a photo: {${words.name}}`);
    await plugin.getByRole('combobox', { name: 'Into' }).selectOption({ label: 'Copies of the selected frame' });
    await plugin.getByRole('textbox', { name: 'Layer' }).fill(await pictureIn(page, 'Photo card'));
    await plugin.getByRole('button', { name: /^Run 2/ }).click();
    await status(page, '2 of 2 rows made');
    expect((await textOf(page, 'A night in Lisbon')).text).toBe('A night in Lisbon');
    expect((await textOf(page, 'Photo card')).text).toBe(words.text);
    expect(photo).toBeDefined();
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YB5] overnight: half the price, found again when the file is opened, placed at a press, failed rows sent again', async () => {
    const page = await opened();
    const { plugin } = page;
    await fill(page, CSV, 'a photo of {place} at night');
    const box = plugin.getByRole('checkbox', { name: 'Overnight, half price' });
    await box.check();
    await plugin.getByRole('button', { name: 'Run 3 overnight · about $0.051' }).click();
    await status(page, 'Overnight: 0 of 3 placed, 3 with Gemini');
    expect([images(), gemini().jobs.length]).toEqual([0, 1]);
    gemini().refuseInBatch((key) => (key.endsWith('/1') ? { code: 13, message: 'internal' } : null));
    gemini().settleJobs();
    gemini().refuseInBatch(() => null);
    await page.restart();
    await status(page, '3 overnight pictures are ready: place them in Batch');
    await plugin.getByRole('tab', { name: 'Batch' }).click();
    const before = await page.layers();
    await plugin.getByRole('button', { name: 'Place 3 pictures' }).click();
    await status(page, 'Overnight: 2 of 3 placed, 1 failed');
    const after = await page.layers();
    expect([madeLayers(before, after).map(({ name }) => name).sort(), overlapping(madeLayers(before, after), after)]).toEqual([['Four', 'One'], []]);
    await expect(plugin.getByRole('list', { name: 'Overnight rows that failed' }).innerText()).resolves.toBe('Row 2, Two: The overnight job failed. Gemini gave it up: internal');
    await plugin.getByRole('button', { name: 'Send failed again · about $0.017' }).click();
    await status(page, 'Overnight: 2 of 3 placed, 1 with Gemini');
    gemini().settleJobs();
    await plugin.getByRole('button', { name: 'Check now' }).click();
    await plugin.getByRole('button', { name: 'Place 1 picture' }).click();
    await status(page, 'Overnight: 3 of 3 placed');
    expect([gemini().jobs.length, images()]).toEqual([2, 0]);
    await plugin.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => plugin.getByRole('progressbar', { name: 'Overnight' }).count(), SOON).toBe(0);
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);
});

interface Graph { getNode(id: string): { name: string; type: string; text: string; childIds?: string[]; fills?: { type: string }[] } }
interface Workspace { readonly file: { readonly value: { readonly graph: Graph } } }

/** Name and words of the first text layer of a frame. */
async function textOf(page: StagePage, name: string): Promise<{ name: string; text: string }> {
  const root = (await page.layers()).find((layer) => layer.name === name);
  return page.page.evaluate((id) => {
    const { graph } = (globalThis as unknown as { playground: { workspace: Workspace } }).playground.workspace.file.value;
    const find = (each: string): { name: string; text: string } | null => {
      const node = graph.getNode(each);
      if (node.type === 'TEXT') return { name: node.name, text: node.text };
      return (node.childIds ?? []).map(find).find((found) => found !== null) ?? null;
    };
    return find(id) ?? { name: '', text: '' };
  }, root?.id ?? '');
}

/** Name of the first layer of a frame that shows a picture. */
async function pictureIn(page: StagePage, name: string): Promise<string> {
  const root = (await page.layers()).find((layer) => layer.name === name);
  return page.page.evaluate((id) => {
    const { graph } = (globalThis as unknown as { playground: { workspace: Workspace } }).playground.workspace.file.value;
    const find = (each: string): string | null => {
      const node = graph.getNode(each);
      if ((node.fills ?? []).some(({ type }) => type === 'IMAGE')) return node.name;
      return (node.childIds ?? []).map(find).find((found) => found !== null) ?? null;
    };
    return find(id) ?? '';
  }, root?.id ?? '');
}

// The tab "History" and requests asked again, as built: dist/ in the playground, in Chromium, by role and name.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { audit } from './audit.ts';
import { onStage } from './onStage.ts';
import { setUpGemini, start } from './steps.ts';
import { SOON, frameOf, resize } from './window.ts';

const LIMIT_MS = 120_000;

const { openPage, gemini } = onStage();

async function opened(): Promise<StagePage> {
  const page = await openPage({ baseUrl: gemini().url });
  await setUpGemini(page, LOOPBACK_KEY);
  return page;
}

const status = ({ plugin }: StagePage, text: string | RegExp) => plugin.getByRole('status').getByText(text).waitFor({ timeout: 60_000 });
const entriesOf = ({ plugin }: StagePage) => plugin.getByRole('list', { name: 'History' }).getByRole('button', { name: 'Recipe' });
const images = () => gemini().requests.filter(({ kind }) => kind === 'image').length;

/** One picture from words that are sent as they are. */
async function makeHat(page: StagePage, brief = 'a straw hat on a chair'): Promise<void> {
  await page.plugin.getByRole('tab', { name: 'Create' }).click();
  await start(page, { recipe: 'From a brief', brief, count: 1 });
  await status(page, /^1 of 1 placed/);
}

describe('the tab History', () => {
  it('[YH1] keeps each result with its whole recipe, also after a restart, and finds it by words', async () => {
    const page = await opened();
    const { plugin } = page;
    await makeHat(page);
    await plugin.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(1);
    await page.restart();
    await plugin.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(1);
    await entriesOf(page).click();
    await plugin.getByText('a straw hat on a chair').first().waitFor();
    const find = plugin.getByRole('searchbox', { name: 'Search history' });
    await find.fill('bicycle');
    await plugin.getByText('Nothing fits.').waitFor();
    await find.fill('STRAW hat');
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(1);
    for (const name of ['Show on canvas', 'Place beside', /^Run again · about \$0\.0\d+$/, 'Good', 'Bad', 'Export CSV', 'List this page', 'List whole file']) await expect(plugin.getByRole('button', { name }).count()).resolves.toBe(1);
    await plugin.getByRole('button', { name: 'Good' }).click();
    await expect.poll(() => plugin.getByRole('button', { name: 'Good' }).getAttribute('aria-pressed'), SOON).toBe('true');
    await plugin.getByRole('button', { name: 'List whole file' }).click();
    await plugin.getByText(/^1 picture in this file/).waitFor();
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YH2] the same request again costs nothing; “Make anew” asks the service', async () => {
    const page = await opened();
    const { plugin } = page;
    await makeHat(page);
    expect(images()).toBe(1);
    await makeHat(page);
    await plugin.getByText('Reused from this file.').waitFor({ timeout: 30_000 });
    expect(images()).toBe(1);
    await plugin.getByRole('button', { name: 'Make anew' }).click();
    await expect.poll(images, SOON).toBe(2);
    await status(page, /^1 of 1 placed/);
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YH3] “Run again” and “Place beside” bring it back onto the canvas', async () => {
    const page = await opened();
    const { plugin } = page;
    await makeHat(page);
    await plugin.getByRole('tab', { name: 'History' }).click();
    const before = (await page.layers()).length;
    await plugin.getByRole('button', { name: 'Place beside' }).click();
    await expect.poll(async () => (await page.layers()).length, SOON).toBe(before + 1);
    await plugin.getByRole('button', { name: /^Run again/ }).click();
    await expect.poll(async () => (await page.layers()).length, SOON).toBe(before + 2);
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(2);
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YH4] nearly the same words offer what was made before: reused for nothing, varied, or made anew', async () => {
    const page = await opened();
    const { plugin } = page;
    await makeHat(page);
    await plugin.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(1);
    await page.restart();
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill('a straw hat on a chain');
    const offer = plugin.getByRole('region', { name: 'Made before' });
    await offer.getByText(/^[78]\d % like today’s\.$/).waitFor();
    await expect(offer.innerText()).resolves.toContain('a straw hat on a chair');
    const before = (await page.layers()).length;
    await offer.getByRole('button', { name: 'Reuse' }).click();
    await expect.poll(async () => (await page.layers()).length, SOON).toBe(before + 1);
    expect(images()).toBe(1);
    await offer.getByRole('button', { name: 'Vary' }).click();
    await status(page, /^Variants start from/);
    await expect(plugin.getByRole('radio', { name: 'Variants' }).isChecked()).resolves.toBe(true);
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await offer.getByRole('button', { name: /^Make anew 1 · about \$0\.0\d+$/ }).click();
    await status(page, /^1 of 1 placed/);
    expect([images(), await offer.count()]).toEqual([2, 0]);
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);

  it('[AX5] [YH4] what was made before is told in a narrow window without being cut off, long words shortened', async () => {
    const page = await opened();
    const { plugin } = page;
    const brief = 'a wide-brimmed straw hat on an old wooden chair beside a tall window, afternoon sun on the floor, a jar of brushes on the sill';
    await makeHat(page, brief);
    await plugin.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => entriesOf(page).count(), SOON).toBe(1);
    await page.restart();
    await plugin.getByRole('radio', { name: 'From a brief' }).click();
    await plugin.getByRole('textbox', { name: 'Brief' }).fill(`${brief}!`);
    const offer = plugin.getByRole('region', { name: 'Made before' });
    await offer.getByText(/^a wide-brimmed straw hat on an old wooden chair .*…$/).waitFor();
    for (const width of [360, 180]) {
      await resize(page, width, 340);
      expect((await audit(await frameOf(page))).layout).toEqual([]);
    }
    expect(page.problems).toEqual([]);
  }, LIMIT_MS);
});

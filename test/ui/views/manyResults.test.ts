// A long list of results: only what is near is drawn, and the focus and the view stay where the work is.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useViews } from './support/useViews.ts';

const { open } = useViews();
const SOON = { timeout: 10_000 };

/** 200 results in 25 runs. */
async function openMany(): Promise<Page> {
  const page = await open('results');
  await page.evaluate(() => {
    const { runs } = window.views.stores;
    const [run] = runs.value;
    const entry = run?.jobs[0];
    if (!run || !entry) throw new Error('scene changed');
    const jobs = (at: number) => Array.from({ length: 8 }, (_, index) => ({ ...entry, id: `many${at}/${index}`, caption: `Picture ${at * 8 + index}` }));
    runs.value = Array.from({ length: 25 }, (_, at) => ({ ...run, id: `many${at}`, jobs: jobs(at) }));
  });
  await page.getByRole('list', { name: 'Results' }).waitFor();
  return page;
}

const drawn = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.picture')].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).map((each) => each.getAttribute('alt')));

describe('200 results', () => {
  test('[MM4] draws and decodes only those near the view, wherever it is', async () => {
    const page = await openMany();
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
    await expect.poll(async () => (await drawn(page)).length, SOON).toBeLessThan(40);
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
    await expect.poll(() => drawn(page), SOON).toContain('Picture 199');
    await expect.poll(async () => (await drawn(page)).length, SOON).toBeLessThan(40);
    expect(await drawn(page)).not.toContain('Picture 0');
  });

  test('[MM5] needs at most 40 elements each: what a menu holds is there while it is open', async () => {
    const page = await openMany();
    expect((await page.locator('.results *').count()) / 200).toBeLessThan(40);
    const first = page.locator('.result').first();
    const count = () => first.locator('*').count();
    const closed = await count();
    expect(closed).toBeLessThan(40);
    await first.getByRole('button', { name: 'More actions' }).press('Enter');
    await expect.poll(count, SOON).toBeGreaterThan(closed);
    await page.keyboard.press('Escape');
    await expect.poll(count, SOON).toBe(closed);
  });

  test('[MM7] says of runs that are far how many results they hold, and draws them when they come near', async () => {
    const page = await openMany();
    const far = page.getByRole('listitem', { name: '8 more results' });
    await expect.poll(() => far.count(), SOON).toBeGreaterThan(15);
    await far.last().scrollIntoViewIfNeeded();
    await expect.poll(() => drawn(page), SOON).toContain('Picture 199');
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
    await expect.poll(() => drawn(page), SOON).toContain('Picture 0');
    expect(await far.count()).toBeGreaterThan(15);
  });

  test('[MM8] a run far down that fails while it is out of view is drawn when it comes near', async () => {
    const page = await openMany();
    await page.evaluate(() => {
      const { runs } = window.views.stores;
      for (const { job } of runs.value[24]?.jobs ?? []) job.value = { ...job.value, state: { at: 'running', startedMs: 0, part: 0 } };
    });
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
    await page.evaluate(() => {
      const { runs } = window.views.stores;
      for (const { job } of runs.value[24]?.jobs ?? []) job.value = { ...job.value, state: { at: 'failed', error: { code: 'IMAGE_BLOCKED', details: { name: 'SAFETY' } } } };
    });
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
    const last = page.getByRole('listitem').filter({ hasText: 'Picture 199' });
    await expect.poll(() => last.getByText('The picture was blocked.').count(), SOON).toBe(1);
  });

  test('[AX12] the focus goes to the neighbour of a result that is discarded, and the view stays', async () => {
    const page = await openMany();
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight * 0.75));
    const more = page.getByRole('listitem').filter({ hasText: 'Picture 150' }).getByRole('button', { name: 'More actions' });
    await more.focus();
    await page.evaluate(() => window.views.stores.forgetJob('many18/6'));
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.querySelector('.caption')?.textContent), SOON).toBe('Picture 151');
  });
});

describe('where the work is', () => {
  test('[AX13] pressing Make brings the results into view, also below settings that are unfolded', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: /beside the selection/ }).click();
    await page.getByRole('button', { name: 'Prompt that will be sent' }).click();
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
    await page.evaluate(() => window.views.show('preparing'));
    const isWhole = () =>
      page.evaluate(() => {
        const list = document.querySelector('.results')?.getBoundingClientRect();
        const panel = document.querySelector('.panel')?.getBoundingClientRect();
        return list !== undefined && panel !== undefined && list.top >= panel.top && list.bottom <= panel.bottom;
      });
    await expect.poll(isWhole, SOON).toBe(true);
  });

  test.each([
    ['Use as source', 'Selection'],
    ['Make more like this', 'Brief'],
  ])('[AX14] "%s" leads to what it filled in: %s', async (action, control) => {
    const page = await open('results');
    await page.getByRole('button', { name: 'More actions' }).first().press('Enter');
    await page.locator('.menu-item', { hasText: action }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), SOON).toBe(control);
  });
});

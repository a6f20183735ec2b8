// The list "Results": each state of a job says what it is and offers what fits it.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useViews } from './support/useViews.ts';

const { open, calls } = useViews();

const item = (page: Page, text: string) => page.getByRole('list', { name: 'Results' }).getByRole('listitem').filter({ hasText: text });

describe('Results', () => {
  test('[VW20] shows a placeholder for every picture while the selection is read', async () => {
    const page = await open('preparing');
    await expect.poll(() => item(page, 'Preparing').count()).toBe(4);
  });

  test('[VW20] counts the seconds of a running picture', async () => {
    const page = await open('running');
    await expect.poll(() => item(page, 'Amber dusk').innerText()).toMatch(/^\d+ s\s+Amber dusk\s+Cancel$/);
  });

  test('[VW20] says of a queued picture that it waits', async () => {
    const page = await open('running');
    await expect.poll(() => item(page, 'Deep blue hour').innerText()).toContain('Waiting');
  });

  test('[VW20] shows caption, place, model and price of a picture that arrived', async () => {
    const page = await open('results');
    const text = () => item(page, 'Lamplit teal').innerText();
    await expect.poll(text).toContain('$0.034');
    expect(await text()).toContain('Placed, Nano Banana 2.1');
  });

  test('[VW20] labels what no AI made', async () => {
    const page = await open('results');
    await expect.poll(() => item(page, 'Pencil').innerText()).toMatch(/free\s+Placed$/m);
  });

  test('[VW20] puts failures after the pictures of their run', async () => {
    const page = await open('running');
    const last = page.getByRole('list', { name: 'Results' }).getByRole('listitem').last();
    await expect.poll(() => last.innerText()).toContain('Paper cut');
  });

  test('[VW21] cancels one picture, or all', async () => {
    const page = await open('running');
    await item(page, 'Amber dusk').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    expect(await calls(page)).toEqual([['cancelJob', 'run2/2'], ['cancelAll']]);
  });

  test('[VW22] a failed picture says what and why, and its button leads to the control', async () => {
    const page = await open('running');
    const failed = item(page, 'Paper cut');
    await expect.poll(() => failed.innerText()).toContain('One picture was declined. The service said it is too close to an existing work.');
    await failed.getByRole('button', { name: 'Edit prompt' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Exact prompt');
  });

  test('[VW22] a failed picture can be tried again and discarded', async () => {
    const page = await open('running');
    await item(page, 'Paper cut').getByRole('button', { name: 'Retry' }).click();
    await item(page, 'Paper cut').getByRole('button', { name: 'Discard' }).click();
    expect(await calls(page)).toEqual([
      ['retryJob', 'run2/3'],
      ['discardJob', 'run2/3'],
    ]);
  });

  test('[VW22] a failed picture keeps its cause behind Details', async () => {
    const page = await open('running');
    expect(await page.getByText('finishReason IMAGE_RECITATION').count()).toBe(0);
    await item(page, 'Paper cut').getByRole('button', { name: 'Details' }).click();
    expect(await page.getByText('finishReason IMAGE_RECITATION').isVisible()).toBe(true);
  });

  test('[VW23] a cancelled picture says that it may still be charged', async () => {
    const page = await open('results');
    await expect.poll(() => item(page, 'Poster').innerText()).toContain('Cancelled; may still be charged');
    await item(page, 'Poster').getByRole('button', { name: 'Retry' }).click();
    expect(await calls(page)).toEqual([['retryJob', 'run1/2']]);
  });

  const FIRST_ACTION = [
    ['Lamplit teal', 'Show on canvas', ['showOnCanvas', 'run3/0']],
    ['Soft morning fog', 'Restore', ['restoreFill', 'run3/1']],
    ['A very long caption', 'Place beside', ['placeBeside', 'run3/3']],
  ] as const;

  test.each(FIRST_ACTION)('[VW24] offers for "%s" first: %s', async (caption, name, call) => {
    const page = await open('results');
    await item(page, caption).getByRole('button', { name }).click();
    expect(await calls(page)).toEqual([call]);
  });

  const MORE = [
    ['Place beside', ['placeBeside', 'run3/0']],
    ['Replace fill', ['replaceFill', 'run3/0']],
    ['Use as source', ['useAsSource', 'run3/0']],
    ['Make more like this', ['makeMoreLikeThis', 'run3/0', 'near']],
    ['Make more, further away', ['makeMoreLikeThis', 'run3/0', 'further']],
    ['Discard', ['discardJob', 'run3/0']],
  ] as const;

  test.each(MORE)('[VW24] has "%s" behind More actions', async (name, call) => {
    const page = await open('results');
    await item(page, 'Lamplit teal').getByRole('button', { name: 'More actions' }).click();
    await item(page, 'Lamplit teal').getByRole('button', { name }).click();
    expect(await calls(page)).toEqual([call]);
  });

  test('[VW25] walks the further actions by arrow keys, and Escape gives the focus back', async () => {
    const page = await open('results');
    const more = item(page, 'Lamplit teal').getByRole('button', { name: 'More actions' });
    await more.press('Enter');
    // The menu is drawn when it opens; its first item has the focus then.
    await expect.poll(() => focusedText(page)).toBe('Place beside');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('Replace fill');
    await page.keyboard.press('End');
    expect(await focusedText(page)).toBe('Discard');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('Place beside');
    await page.keyboard.press('Escape');
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('[VW25] shows the actions to the keyboard as to the mouse', async () => {
    const page = await open('results');
    const actions = item(page, 'Lamplit teal').locator('.result-actions');
    expect(await actions.evaluate((element) => getComputedStyle(element).opacity)).toBe('0');
    await item(page, 'Lamplit teal').getByRole('button', { name: 'Compare' }).focus();
    expect(await actions.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
  });

  test('[VW26] says when a picture could not be placed, and offers to place it', async () => {
    const page = await open('results');
    await page.evaluate(() => {
      const { findJob } = window.views.stores;
      const entry = findJob('run3/3')?.entry;
      if (!entry || entry.job.value.state.at !== 'done') throw new Error('scene changed');
      entry.job.value = { ...entry.job.value, state: { ...entry.job.value.state, placeError: { code: 'NODE_GONE', details: {} } } };
    });
    const failed = item(page, 'A very long caption');
    await expect.poll(() => failed.innerText()).toContain('The layer for this result is gone.');
    await failed.locator('.not-placed').getByRole('button', { name: 'Place beside' }).click();
    expect(await calls(page)).toEqual([['placeBeside', 'run3/3']]);
  });
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

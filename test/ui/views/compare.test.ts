// The dialog "Compare" by keyboard: split, original, next and previous, out again.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useViews } from './support/useViews.ts';

const { open } = useViews();

async function compare(): Promise<Page> {
  const page = await open('results');
  await page.getByRole('button', { name: 'Compare' }).first().press('Enter');
  await page.getByRole('dialog', { name: 'Compare' }).waitFor();
  return page;
}

const splitOf = (page: Page) => page.locator('.split').evaluate((frame) => getComputedStyle(frame).getPropertyValue('--split').trim());
const title = (page: Page) => page.getByRole('dialog').locator('.name').innerText();

describe('Compare', () => {
  test('[VW30] shows original and result in one frame', async () => {
    const page = await compare();
    expect(await page.getByRole('dialog').getByRole('img').count()).toBe(2);
  });

  test('[VW30] shows the whole picture, not its thumbnail', async () => {
    const page = await compare();
    await expect.poll(() => page.locator('.split-result').getAttribute('src')).toMatch(/^blob:/);
  });

  test('[VW31] the split moves by the arrow keys of its slider', async () => {
    const page = await compare();
    await page.getByRole('slider', { name: 'Split' }).press('ArrowRight');
    expect(await splitOf(page)).toBe('51%');
    expect(await title(page)).toBe('Lamplit teal');
  });

  test('[VW32] holding Space shows the original', async () => {
    const page = await compare();
    await page.keyboard.down('Space');
    expect(await splitOf(page)).toBe('100%');
    await page.keyboard.up('Space');
    expect(await splitOf(page)).toBe('50%');
  });

  test('[VW33] arrow keys change the result, around the end and back', async () => {
    const page = await compare();
    await page.keyboard.press('ArrowRight');
    expect(await title(page)).toBe('Soft morning fog');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await title(page)).toContain('A very long caption');
  });

  test('[VW33] buttons change the result too', async () => {
    const page = await compare();
    await page.getByRole('button', { name: 'Next result' }).click();
    expect(await title(page)).toBe('Soft morning fog');
    await page.getByRole('button', { name: 'Previous result' }).click();
    expect(await title(page)).toBe('Lamplit teal');
  });

  test('[VW33] Space shows the original even after a press of the mouse on a button', async () => {
    const page = await compare();
    await page.getByRole('button', { name: 'Next result' }).click();
    await page.keyboard.down('Space');
    expect(await splitOf(page)).toBe('100%');
    expect(await title(page)).toBe('Soft morning fog');
  });

  test('[VW34] Escape closes and gives the focus back', async () => {
    const page = await compare();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Compare');
  });

  test('[VW34] keeps the focus inside while it is open', async () => {
    const page = await compare();
    const outside: string[] = [];
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest('dialog') ? '' : (focused?.outerHTML ?? '');
      });
      if (where !== '') outside.push(where);
    }
    expect(outside).toEqual([]);
  });

  test('[VW34] closes when the compared picture is discarded', async () => {
    const page = await compare();
    await page.evaluate(() => window.views.stores.forgetJob('run3/0'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

// The frame of the window: status, alert, report, resizing, and that nothing comes from outside.
import { GATEWAYS, hostOf } from '../../../src/core/gateways.ts';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { useViews } from './support/useViews.ts';

const { open, calls } = useViews();

describe('the window', () => {
  test('[VW50] has one polite status with one sentence', async () => {
    const page = await open('results');
    expect(await page.getByRole('status').allInnerTexts()).toEqual(['4 of 4 placed']);
  });

  test('[VW50] shows what was spent beside it', async () => {
    const page = await open('ready');
    expect(await page.getByText('Spent today $0.40 of $5').isVisible()).toBe(true);
  });

  test('[VW51] an alert says what and why and has one action', async () => {
    const page = await open('alert');
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.innerText()).toContain('This run would pass your limit per day. You set the limit in Settings.');
    await alert.getByRole('button', { name: 'Change limit' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.number')?.textContent)).toBe('Limit per day (USD)');
    expect(await alert.count()).toBe(0);
  });

  test('[VW51] an action that is more than looking is left to the actions', async () => {
    const page = await open('alert');
    await page.evaluate(() => {
      window.views.stores.alert.value = { error: { code: 'OFFLINE', details: {} }, jobId: null };
    });
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    expect(await calls(page)).toEqual([['runAlertAction']]);
  });

  test('[VW52] Details reveals the cause and the report', async () => {
    const page = await open('alert');
    expect(await page.getByText('spent 9.95').count()).toBe(0);
    await page.getByRole('button', { name: 'Details' }).click();
    expect(await page.getByText('spent 9.95, asked 0.13, limit 10').isVisible()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Report' }).inputValue()).toContain('Variegate report');
  });

  test.each([
    [true, 'Copied.'],
    [false, 'Not copied. The text is selected: press Ctrl+C or ⌘C.'],
  ])('[VW52] Copy report claims success only when copying says %s', async (works, sentence) => {
    const page = await open('alert');
    await page.evaluate((result) => {
      document.execCommand = () => result;
    }, works);
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Copy report' }).click();
    expect(await page.getByText(sentence).isVisible()).toBe(true);
    const selected = await page.getByRole('textbox', { name: 'Report' }).evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
    expect(selected).toBeGreaterThan(10);
  });

  test('[VW53] is resized by arrow keys, never under 320 × 400', async () => {
    const page = await open('ready', { width: 330, height: 410 });
    const handle = page.getByRole('button', { name: 'Resize window' });
    await handle.press('ArrowRight');
    await handle.press('ArrowLeft');
    await handle.press('ArrowUp');
    expect(await calls(page)).toEqual([
      ['resizeWindow', 350, 410],
      ['resizeWindow', 320, 410],
      ['resizeWindow', 330, 400],
    ]);
  });

  test('[VW53] is resized by dragging its corner', async () => {
    const page = await open('ready');
    await page.getByRole('button', { name: 'Resize window' }).hover();
    await page.mouse.down();
    await page.mouse.move(400, 720);
    await page.mouse.up();
    const [name, width, height] = (await calls(page)).at(-1) ?? [];
    expect([name, Math.round(Number(width) / 50), Math.round(Number(height) / 50)]).toEqual(['resizeWindow', 8, 15]);
  });

  test('[VW54] the page allows itself no address but the services it names', async () => {
    const page = await readFile(new URL('../../../src/ui/index.html', import.meta.url), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page.match(/https?:\/\/[^\s;"']+/g)).toEqual(['https://generativelanguage.googleapis.com', ...GATEWAYS.map(({ baseUrl }) => hostOf(baseUrl)), 'http://localhost:*']);
  });
});

// The panel "Settings": the key goes in and never comes out, the limits are numbers, and what leaves Figma is said.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SceneName } from './support/useViews.ts';
import { notOnce } from './support/names.ts';
import { useViews } from './support/useViews.ts';

const { open, calls } = useViews();

async function settings(scene: SceneName = 'ready'): Promise<Page> {
  const page = await open(scene);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page;
}

describe('Settings', () => {
  const CONTROLS = [
    ['textbox', 'Gemini API key'],
    ['button', 'Save key'],
    ['button', 'Test key'],
    ['button', 'Forget key'],
    ['combobox', 'Engine'],
    ['spinbutton', 'Limit per run (USD)'],
    ['spinbutton', 'Limit per day (USD)'],
    ['spinbutton', 'Requests at once'],
    ['button', 'Get a key'],
    ['button', 'Open billing'],
    ['button', 'Back'],
  ] as const;

  test('[VW40] has every control by its role and name, once', async () => {
    expect(await notOnce(await settings(), CONTROLS)).toEqual([]);
  });

  test('[VW41] shows how the key ends, or that there is none', async () => {
    expect(await (await settings()).getByText('Key ends in …1234').isVisible()).toBe(true);
    expect(await (await settings('nothingSelected')).getByText('No key: offline engine in use').isVisible()).toBe(true);
  });

  test('[VW41] hands a key of any format over once and empties the field', async () => {
    const page = await settings();
    const field = page.getByRole('textbox', { name: 'Gemini API key' });
    await field.fill('  AQ.any-format_at.all  ');
    await field.press('Enter');
    expect(await calls(page)).toEqual([['saveKey', 'AQ.any-format_at.all']]);
    expect(await field.inputValue()).toBe('');
    expect(await page.content()).not.toContain('any-format');
  });

  test('[VW41] masks the key while it is typed', async () => {
    const page = await settings();
    expect(await page.getByRole('textbox', { name: 'Gemini API key' }).getAttribute('type')).toBe('password');
  });

  test('[VW42] names the models that a tested key can use', async () => {
    const page = await settings();
    await page.getByRole('button', { name: 'Test key' }).click();
    await page.evaluate(() => {
      window.views.stores.keyTest.value = { at: 'passed', usableModels: ['gemini-nano-banana-2.1', 'gemini-3.8-flash'] };
    });
    expect(await calls(page)).toEqual([['testKey']]);
    expect(await page.getByText('The key works with Nano Banana 2.1, Gemini 3.8 Flash.').isVisible()).toBe(true);
  });

  test('[VW42] says why a tested key fails', async () => {
    const page = await settings();
    await page.evaluate(() => {
      window.views.stores.keyTest.value = { at: 'failed', error: { code: 'KEY_INVALID', details: {} } };
    });
    expect(await page.getByText('Gemini did not accept the key. The key is mistyped, deleted or expired.').isVisible()).toBe(true);
  });

  test('[VW43] changes the engine and the limits', async () => {
    const page = await settings();
    await page.getByRole('combobox', { name: 'Engine' }).selectOption({ label: 'Offline preview (no AI)' });
    await page.getByRole('spinbutton', { name: 'Limit per day (USD)' }).fill('2.75');
    await page.getByRole('spinbutton', { name: 'Limit per run (USD)' }).fill('-1');
    expect(await calls(page)).toEqual([
      ['changeSettings', { engine: 'offline' }],
      ['changeSettings', { limitPerDayUsd: 2.75 }],
    ]);
  });

  test('[VW46] changes how many requests are out at once, from 1 to 8', async () => {
    const page = await settings();
    const field = page.getByRole('spinbutton', { name: 'Requests at once' });
    await field.fill('9');
    await field.fill('5');
    expect(await calls(page)).toEqual([['changeSettings', { requestsAtOnce: 5, paces: {} }]]);
  });

  test('[VW43] shows what was spent', async () => {
    const page = await settings();
    expect(await page.getByText('Spent today: $0.40').isVisible()).toBe(true);
  });

  test('[VW44] says what is stored where and what leaves Figma', async () => {
    const page = await settings();
    expect(await page.getByText('What is stored where').isVisible()).toBe(true);
    expect(await page.getByText(/go to Google when you press Make/).isVisible()).toBe(true);
  });

  test('[VW45] Back shows Create again and the focus is on the button that led away', async () => {
    const page = await settings();
    await page.getByRole('button', { name: 'Back' }).press('Enter');
    await page.getByRole('textbox', { name: 'Brief' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Settings');
  });
});

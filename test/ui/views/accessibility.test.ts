// Every state of the window in both themes: nothing serious for axe, nothing that scrolls sideways at 320 px.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SceneName } from './support/useViews.ts';
import { useViews } from './support/useViews.ts';

const { open } = useViews();
const require = createRequire(import.meta.url);

const SCENE_NAMES = ['firstStart', 'nothingSelected', 'running', 'results', 'alert', 'references', 'resultAsSource'] as const satisfies readonly SceneName[];
const PANELS = ['Create', 'everything open', 'Settings', 'Compare'] as const;
const THEMES = ['light', 'dark'] as const;

async function show(page: Page, panel: (typeof PANELS)[number]): Promise<void> {
  if (panel === 'Settings') await page.getByRole('button', { name: 'Settings', exact: true }).click();
  if (panel === 'Compare') await page.getByRole('button', { name: 'Compare' }).first().press('Enter');
  if (panel !== 'everything open') return;
  await page.getByRole('button', { name: /beside the selection/ }).click();
  await page.getByRole('button', { name: 'Prompt that will be sent' }).click();
  await page.getByRole('button', { name: 'More actions' }).first().press('Enter');
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } = Reflect.get(window, 'axe');
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}

function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.panel, .footer, .header, .alert, dialog')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(SCENE_NAMES)('[VW60] axe finds nothing serious: %s', async (scene) => {
    const page = await open(scene, { theme });
    expect(await seriousFindings(page)).toEqual([]);
  });

  test.each(PANELS)('[VW60] axe finds nothing serious: results, %s', async (panel) => {
    const page = await open('results', { theme });
    await show(page, panel);
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('at 320 px', () => {
  test.each(SCENE_NAMES)('[VW61] nothing scrolls sideways: %s', async (scene) => {
    const page = await open(scene, { width: 320, height: 400 });
    expect(await sideways(page)).toEqual([]);
  });

  test.each(PANELS)('[VW61] nothing scrolls sideways: results, %s', async (panel) => {
    const page = await open('results', { width: 320, height: 400 });
    await show(page, panel);
    expect(await sideways(page)).toEqual([]);
  });

  test('[VW61] one word of 200 letters wraps', async () => {
    const page = await open('results', { width: 320, height: 400 });
    await page.evaluate(() => {
      const { selection, status, runs } = window.views.stores;
      const word = 'w'.repeat(200);
      const [layer] = selection.value.layers;
      if (layer) selection.value = { ...selection.value, layers: [{ ...layer, name: word }] };
      status.value = word;
      runs.value = runs.value.map((run) => ({ ...run, jobs: run.jobs.map((job) => ({ ...job, caption: word })) }));
    });
    expect(await sideways(page)).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('[VW62] every control of Create takes the focus in the order it is read', async () => {
    const page = await open('ready');
    const order: string[] = [];
    for (let press = 0; press < 22; press += 1) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.closest('label')?.textContent || document.activeElement?.getAttribute('aria-label') || document.activeElement?.id || document.activeElement?.textContent || ''));
    }
    expect(order.map((name) => name.replace(/^:.*/, 'labelled')).slice(0, 5)).toEqual(['tab-create', 'Settings', 'What I see', 'Variants', 'Brief']);
    expect(order).toContain('Make 4 · about $0.13');
    expect(order.indexOf('Resize window')).toBe(order.indexOf('Make 4 · about $0.13') + 1);
  });

  test.each([
    ['a discarded result', 'running', 'Paper cut', 'UL'],
    ['a dismissed alert', 'alert', '', 'MAKE'],
  ] as const)('[VW63] the focus stays near when its control goes away: %s', async (_what, scene, caption, where) => {
    const page = await open(scene);
    if (scene === 'running') await page.getByRole('listitem').filter({ hasText: caption }).getByRole('button', { name: 'Discard' }).focus();
    else await page.getByRole('button', { name: 'Dismiss' }).focus();
    await page.evaluate((name) => (name === 'running' ? window.views.stores.forgetJob('run2/3') : (window.views.stores.alert.value = null)), scene);
    await expect
      .poll(() => page.evaluate(() => (document.activeElement?.closest('.results') ? 'UL' : document.activeElement?.classList.contains('make') ? 'MAKE' : 'LOST')))
      .toBe(where);
  });

  test('[VW62] the focus can be seen', async () => {
    const page = await open('ready');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => (document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : 'none'));
    expect(outline).toBe('solid');
  });
});

// The main job as built: dist/ in the playground, in Chromium, by role and name, offline and against a loopback Gemini.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { finished, madeLayers, overlapping, setUpGemini, start } from './steps.ts';

const HERO = 'Hero / Desktop';
const SKETCH = 'Sketch / Desk lamp';
const LIMIT_MS = 120_000;

const { openPage, gemini } = onStage();

/** A page with a key saved and one layer selected. */
async function openWithGemini(...names: string[]): Promise<StagePage> {
  const opened = await openPage({ baseUrl: gemini().url });
  await setUpGemini(opened, LOOPBACK_KEY);
  if (names.length > 0) await opened.select(...names);
  return opened;
}

const imageCalls = () => gemini().requests.filter((request) => request.path.includes('-image') || request.path.includes('banana'));

describe('without a key', () => {
  it('[BT1] says in two sentences what is sent where, before anything is', async () => {
    const { plugin } = await openPage();
    await expect(plugin.getByRole('button', { name: 'Got it' }).isVisible()).resolves.toBe(true);
  });

  it('[BT2] makes four different pictures beside the selected frame, overlapping nothing', async () => {
    const opened = await openPage();
    const before = await opened.layers();
    await opened.select(HERO);
    await start(opened);
    await finished(opened, '4 of 4 placed');
    const after = await opened.layers();
    const made = madeLayers(before, after);
    expect(made).toHaveLength(4);
    expect(new Set(made.flatMap((layer) => layer.imageHashes)).size).toBe(4);
    expect(overlapping(made, after)).toEqual([]);
    for (const layer of made) {
      expect(layer).toMatchObject({ width: 1440, height: 960 });
      expect(layer.name).toMatch(/^Hero \/ Desktop · .*offline preview$/);
    }
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[BT3] puts every picture in as one undo step', async () => {
    const opened = await openPage();
    await opened.select(HERO);
    const before = await opened.layers();
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    const pictures = async () => madeLayers(before, await opened.layers()).length;
    expect(await pictures()).toBe(2);
    await opened.undo();
    expect(await pictures()).toBe(1);
    await opened.undo();
    expect(await pictures()).toBe(0);
  }, LIMIT_MS);

  it('[BT4] makes pictures from a brief with nothing selected', async () => {
    const opened = await openPage();
    const before = await opened.layers();
    await opened.select();
    await start(opened, { recipe: 'From a brief', brief: 'a quiet harbour at dusk', count: 2 });
    await finished(opened, '2 of 2 placed');
    const after = await opened.layers();
    expect(overlapping(madeLayers(before, after), after)).toEqual([]);
  }, LIMIT_MS);

  it('[BT5] turns a sketch made of vectors into concepts', async () => {
    const opened = await openPage();
    const before = await opened.layers();
    await opened.select(SKETCH);
    await start(opened, { recipe: 'Sketch to concept', brief: 'a desk lamp in brass', count: 2 });
    await finished(opened, '2 of 2 placed');
    expect(madeLayers(before, await opened.layers())).toHaveLength(2);
  }, LIMIT_MS);

  it('[BT6] works when the window is a data: page, which is no secure context', async () => {
    const opened = await openPage({ frame: 'data' });
    const before = await opened.layers();
    await opened.select(HERO);
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 placed');
    expect(madeLayers(before, await opened.layers())).toHaveLength(1);
  }, LIMIT_MS);

  it('[BT7] refuses an empty selection with one sentence and a way on', async () => {
    const opened = await openPage();
    await opened.select();
    await start(opened);
    const alert = opened.plugin.getByRole('alert');
    await alert.getByText('Nothing is selected.').waitFor();
    await expect(alert.getByRole('button', { name: 'Select a layer' }).isVisible()).resolves.toBe(true);
  });
});

describe('with Gemini', () => {
  it('[BT8] names the price on the button, sends one request per picture, and shows what was spent', async () => {
    const opened = await openWithGemini(HERO);
    const go = opened.plugin.getByRole('button', { name: /^Make/ });
    expect(await go.textContent()).toBe('Make 4 · about $0.13');
    const before = await opened.layers();
    await start(opened);
    await finished(opened, '4 of 4 placed');
    expect(imageCalls()).toHaveLength(4);
    expect(madeLayers(before, await opened.layers())).toHaveLength(4);
    await opened.plugin.getByText(/Spent today \$0\.1\d/).waitFor();
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[BT9] sends the key in one header and nowhere else', async () => {
    const opened = await openWithGemini(HERO);
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 placed');
    for (const request of gemini().requests) {
      expect(request.path).not.toContain(LOOPBACK_KEY);
      expect(JSON.stringify(request.body ?? '')).not.toContain(LOOPBACK_KEY);
    }
    const stored = await opened.page.evaluate(() => document.documentElement.outerHTML);
    expect(stored).not.toContain(LOOPBACK_KEY);
  }, LIMIT_MS);

  it('[BT10] sends the exact prompt as it was edited, and nothing else', async () => {
    const opened = await openWithGemini(HERO);
    await opened.plugin.getByText('Prompt that will be sent').click();
    await opened.plugin.getByRole('textbox', { name: 'Exact prompt' }).fill('A red bicycle on a beach.');
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    expect(gemini().requests.filter((request) => request.method === 'POST')).toHaveLength(2);
    for (const call of imageCalls()) expect(textParts(call.body)).toEqual(['A red bicycle on a beach.']);
  }, LIMIT_MS);

  it('[BT11] sends the source first and a reference after it', async () => {
    const opened = await openWithGemini(HERO);
    await opened.plugin.getByRole('button', { name: 'Add reference' }).click();
    const chooser = opened.page.waitForEvent('filechooser');
    await opened.plugin.getByRole('button', { name: /file/i }).click();
    await (await chooser).setFiles({ name: 'style.png', mimeType: 'image/png', buffer: await opened.renderPage({ longEdgePx: 300, margin: 0 }) });
    await opened.plugin.getByRole('list', { name: 'References' }).getByRole('listitem').waitFor();
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 placed');
    expect(imageParts(imageCalls()[0]?.body)).toBe(2);
    expect(textParts(imageCalls()[0]?.body).join(' ')).toContain('Image 2 shows the style');
  }, LIMIT_MS);

  it('[BT12] cancels what is out, keeps what arrived, and says what may still be charged', async () => {
    const opened = await openWithGemini(HERO);
    gemini().next({ for: 'text' }, { for: 'image' }, { for: 'image', hang: 'atOnce' }, { for: 'image', hang: 'atOnce' });
    const before = await opened.layers();
    await start(opened);
    await opened.plugin.getByRole('status').getByText('1 of 4 placed').waitFor({ timeout: 60_000 });
    await opened.plugin.getByRole('button', { name: 'Cancel', exact: true }).last().click();
    await opened.plugin.getByRole('status').getByText(/may still be charged/).waitFor();
    await opened.page.waitForTimeout(300);
    const after = await opened.layers();
    expect(madeLayers(before, after)).toHaveLength(1);
    expect(after.filter((layer) => layer.name.includes('waiting'))).toEqual([]);
  }, LIMIT_MS);

  it('[BT13] tests a key and forgets it', async () => {
    const opened = await openWithGemini();
    await opened.plugin.getByRole('button', { name: 'Settings' }).click();
    await opened.plugin.getByRole('button', { name: 'Test key' }).click();
    await opened.plugin.getByText(/Nano Banana 2\.1/).first().waitFor();
    await opened.plugin.getByRole('button', { name: 'Forget key' }).click();
    await opened.plugin.getByText('No key: offline engine in use').waitFor();
  });

  it('[BT14] explains a bad key with one action, and leaves no slot behind', async () => {
    const opened = await openPage({ baseUrl: gemini().url });
    await setUpGemini(opened, 'AIzaSyNotAKeyThatAnybodyKnows');
    await opened.select(HERO);
    const before = await opened.layers();
    await start(opened);
    const alert = opened.plugin.getByRole('alert');
    await alert.getByText('Gemini did not accept the key.').waitFor();
    await expect(alert.getByRole('button', { name: 'Open settings' }).isVisible()).resolves.toBe(true);
    await opened.page.waitForTimeout(200);
    expect(await opened.layers()).toHaveLength(before.length);
  });
});

describe('results', () => {
  it('[BT15] "Replace fill" keeps the layer’s box, and "Restore" brings the old picture back', async () => {
    const opened = await openPage();
    const name = 'Photo';
    await opened.select(name);
    const hashOf = async () => (await opened.layers()).find((layer) => layer.name === name)?.imageHashes[0];
    const old = await hashOf();
    expect(old).toBeDefined();
    await choosePlace(opened, 'Keep in results');
    await start(opened, { count: 1 });
    await finished(opened, '1 of 1 made');
    const result = opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
    await result.hover();
    await press(result, 'Replace fill');
    await opened.page.waitForFunction((given) => {
      const file = (globalThis as unknown as { playground: { workspace: { file: { value: { version: number } } } } }).playground.workspace.file.value;
      return file.version !== given;
    }, -1);
    await expect.poll(hashOf).not.toBe(old);
    await result.hover();
    await press(result, 'Restore');
    await expect.poll(hashOf).toBe(old);
  }, LIMIT_MS);

  it('[BT16] Compare opens, splits by arrow keys and closes with Escape', async () => {
    const opened = await openPage();
    await opened.select(HERO);
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    const result = opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
    await result.hover();
    await press(result, 'Compare');
    const dialog = opened.plugin.getByRole('dialog', { name: 'Compare' });
    const split = dialog.getByRole('slider', { name: 'Split' });
    await split.focus();
    const before = await split.getAttribute('aria-valuenow').then((now) => now ?? split.inputValue());
    await opened.page.keyboard.press('ArrowRight');
    expect(await split.getAttribute('aria-valuenow').then((now) => now ?? split.inputValue())).not.toBe(before);
    await opened.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }, LIMIT_MS);

  it('[BT17] "Make more like this" on the canvas opens the plugin with the recipe', async () => {
    const opened = await openPage();
    const before = await opened.layers();
    await opened.select(HERO);
    await start(opened, { count: 1, brief: 'a rainy evening' });
    await finished(opened, '1 of 1 placed');
    const [made] = madeLayers(before, await opened.layers());
    await opened.select(made?.name ?? '');
    await opened.restart({ command: 'more', relaunch: true });
    await expect.poll(() => opened.plugin.getByRole('textbox', { name: 'Brief' }).inputValue()).toBe('a rainy evening');
  }, LIMIT_MS);
});

/** Presses an action of a result, in sight or in its menu. */
async function press(result: ReturnType<StagePage['plugin']['getByRole']>, name: string): Promise<void> {
  const button = result.getByRole('button', { name, exact: true });
  if (await button.isVisible()) return button.click();
  await result.getByRole('button', { name: /^More actions/ }).click();
  return result.getByRole('button', { name, exact: true }).click();
}

async function choosePlace(opened: StagePage, name: string): Promise<void> {
  const radio = opened.plugin.getByRole('radio', { name });
  if (!(await radio.isVisible())) await opened.plugin.getByText('Change', { exact: true }).click();
  await radio.click();
}

interface Part { readonly text?: string; readonly inlineData?: unknown }
function parts(body: unknown): readonly Part[] {
  const contents = (body as { contents?: readonly { parts: readonly Part[] }[] } | undefined)?.contents ?? [];
  return contents.flatMap((content) => content.parts);
}
const textParts = (body: unknown) => parts(body).flatMap((part) => (part.text === undefined ? [] : [part.text]));
const imageParts = (body: unknown) => parts(body).filter((part) => part.inlineData !== undefined).length;

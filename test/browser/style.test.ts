// The tab "Style" as built: dist/ in the playground, in Chromium, by role and name, against a loopback Gemini and offline.
import { describe, expect, it } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';
import { LOOPBACK_KEY } from '../support/gemini/loopback.mjs';
import { onStage } from './onStage.ts';
import { madeLayers, setUpGemini } from './steps.ts';
import { SOON } from './window.ts';

const LIMIT_MS = 120_000;
const HERO = 'Hero / Desktop';

const { openPage, gemini } = onStage();

async function openStyle({ offline = false } = {}): Promise<StagePage> {
  const opened = await openPage(offline ? {} : { baseUrl: gemini().url });
  if (offline) await opened.plugin.getByRole('button', { name: 'Got it' }).click();
  else await setUpGemini(opened, LOOPBACK_KEY);
  await opened.select(HERO);
  await opened.plugin.getByRole('tab', { name: 'Style' }).click();
  return opened;
}

const status = ({ plugin }: StagePage, text: string | RegExp) => plugin.getByRole('status').getByText(text).waitFor({ timeout: 60_000 });
const cardsOf = ({ plugin }: StagePage) => plugin.getByRole('list', { name: 'Style cards' }).getByRole('listitem');
const partsOf = ({ plugin }: StagePage) => plugin.getByRole('list', { name: 'Layers to restyle' }).getByRole('listitem');

async function cardFromWords(opened: StagePage, words: string): Promise<void> {
  await opened.plugin.getByRole('textbox', { name: 'Look in words' }).fill(words);
  await opened.plugin.getByRole('button', { name: /^Card from words/ }).click();
  await status(opened, /^Card SC-[0-9A-F]{4}@1 made/);
}

/** Text, its boxes and their fonts: what restyling must never change. */
function textsIn(opened: StagePage, rootId: string): Promise<readonly string[]> {
  return opened.page.evaluate((id) => {
    const { graph } = (globalThis as unknown as { playground: { workspace: { file: { value: { graph: { getNode(id: string): Record<string, unknown> & { childIds?: string[] } } } } } } }).playground.workspace.file.value;
    const found: string[] = [];
    const visit = (each: string) => {
      const node = graph.getNode(each);
      if (node['type'] === 'TEXT') found.push(JSON.stringify([node['text'], node['fontFamily'], node['fontSize'], node['fontWeight'], node['x'], node['y'], node['width'], node['height']]));
      (node.childIds ?? []).forEach(visit);
    };
    visit(id);
    return found;
  }, rootId);
}

describe('with a key', () => {
  it('[YU1] has everything that the table of names promises', async () => {
    const opened = await openStyle();
    await cardFromWords(opened, 'teal gouache');
    for (const name of [/^Card from selection · about \$0\.0\d+$/, /^Card from words · about/, /^Apply to selection · about \$0\.0\d+$/, /^Edit /, 'Export', 'Import']) await expect(opened.plugin.getByRole('button', { name }).count()).resolves.toBe(1);
    for (const name of ['One picture', 'Editable layers']) await expect(opened.plugin.getByRole('radiogroup', { name: 'Restyle as' }).getByRole('radio', { name }).count()).resolves.toBe(1);
    await opened.plugin.getByRole('button', { name: /^Edit / }).click();
    await expect(opened.plugin.getByRole('button', { name: 'Place card on canvas' }).count()).resolves.toBe(1);
  }, LIMIT_MS);

  it('[YU2] a card from the selection has its picture, colours and rules; an edit is the next version', async () => {
    const opened = await openStyle();
    await opened.plugin.getByRole('button', { name: /^Card from selection/ }).click();
    await status(opened, /^Card SC-.*@1 made/);
    await opened.plugin.getByRole('button', { name: /^Edit / }).click();
    const editor = opened.plugin.getByRole('group', { name: /^Edit / });
    await expect(editor.getByRole('list', { name: 'Reference pictures' }).getByRole('img').count()).resolves.toBe(1);
    await expect(editor.getByRole('list', { name: 'Colours' }).getByRole('listitem').count()).resolves.toBeGreaterThan(3);
    const medium = editor.getByRole('textbox', { name: 'Medium' });
    await expect(medium.inputValue()).resolves.not.toBe('');
    await medium.fill('linocut, two inks');
    await medium.blur();
    await expect.poll(() => cardsOf(opened).first().innerText(), SOON).toMatch(/SC-[0-9A-F]{4}@2/);
    await opened.restart();
    await opened.plugin.getByRole('tab', { name: 'Style' }).click();
    await expect.poll(() => cardsOf(opened).first().innerText(), SOON).toMatch(/SC-[0-9A-F]{4}@2/);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YU3] one picture: beside its source, in the card’s look, the card named in the caption', async () => {
    const opened = await openStyle();
    await cardFromWords(opened, 'teal gouache');
    const before = await opened.layers();
    await opened.plugin.getByRole('button', { name: /^Apply to selection · about/ }).click();
    await status(opened, '1 of 1 placed');
    const [made] = madeLayers(before, await opened.layers());
    expect(made?.name).toMatch(/^Hero \/ Desktop · .*SC-[0-9A-F]{4}@1$/);
    expect(gemini().requests.filter(({ kind }) => kind === 'image')).toHaveLength(1);
  }, LIMIT_MS);

  it('[YU4] a blocked part keeps its old look, the others change, and Retry makes it', async () => {
    const opened = await openStyle();
    await cardFromWords(opened, 'teal gouache');
    await opened.plugin.getByRole('radio', { name: 'Editable layers' }).check({ force: true });
    await expect.poll(() => partsOf(opened).count(), SOON).toBe(5);
    gemini().next({ for: 'image', body: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 900, totalTokenCount: 900 } } });
    await opened.plugin.getByRole('button', { name: /^Apply to selection/ }).click();
    await status(opened, '4 of 5 restyled; 1 kept the old look');
    await opened.plugin.getByRole('button', { name: /^Retry / }).click();
    await expect.poll(() => opened.plugin.getByRole('button', { name: /^Revert / }).count(), SOON).toBe(5);
  }, LIMIT_MS);

  it('[YU8] several layers: one as a trial, its picture into the card, then the others; each shows its fit, and the model judges on request', async () => {
    const opened = await openStyle();
    const { plugin } = opened;
    await cardFromWords(opened, 'teal gouache');
    await opened.select(HERO, 'Photo card');
    await plugin.getByRole('button', { name: /^Try on .* · about/ }).click();
    await status(opened, '1 of 1 placed');
    await plugin.getByRole('button', { name: /^Add .* to the card$/ }).click();
    await status(opened, /is SC-[0-9A-F]{4}@2 now$/);
    await plugin.getByRole('button', { name: /^Apply to the other 1 · about/ }).click();
    await expect.poll(() => plugin.getByRole('list', { name: 'Fits' }).getByRole('listitem').count(), SOON).toBe(2);
    const fit = plugin.getByRole('region', { name: 'Fit with the look' });
    await expect(fit.innerText()).resolves.toMatch(/Fit with teal gouache: \d+\.\d of 10, on average of 2/);
    await plugin.getByRole('button', { name: /^Judge by model · / }).click();
    await status(opened, '2 pictures judged');
    await expect(fit.getByText('Palette 8, Line 8, Light 8, Texture 5: softer than the references').count()).resolves.toBe(2);
    await expect(plugin.getByRole('list', { name: 'Results' }).getByText(/fit \d/).count()).resolves.toBe(2);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YU7] Cancel stops what is still being made; what is there stays', async () => {
    const opened = await openStyle();
    await cardFromWords(opened, 'teal gouache');
    await opened.plugin.getByRole('radio', { name: 'Editable layers' }).check({ force: true });
    await expect.poll(() => partsOf(opened).count(), SOON).toBe(5);
    for (let at = 0; at < 4; at += 1) gemini().next({ for: 'image', hang: 'atOnce' });
    await opened.plugin.getByRole('button', { name: /^Apply to selection/ }).click();
    await expect.poll(() => gemini().requests.filter(({ kind }) => kind === 'image').length, SOON).toBeGreaterThan(0);
    await opened.plugin.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
    await status(opened, '1 of 5 restyled; 4 kept the old look');
    expect(await opened.plugin.getByRole('button', { name: /^Retry / }).count()).toBe(4);
  }, LIMIT_MS);
});

describe('offline', () => {
  it('[YU5] editable layers: text, fonts and boxes are those of the frame, pictures and colours are not, and each part can be reverted', async () => {
    const opened = await openStyle({ offline: true });
    await cardFromWords(opened, 'teal gouache on rough paper');
    const before = await opened.layers();
    await opened.plugin.getByRole('radio', { name: 'Editable layers' }).check({ force: true });
    await expect.poll(() => partsOf(opened).count(), SOON).toBe(5);
    await opened.plugin.getByRole('button', { name: 'Apply to selection · free' }).click();
    await status(opened, '5 of 5 restyled');
    const after = await opened.layers();
    const hero = before.find(({ name }) => name === HERO);
    const clone = after.find(({ name }) => name.startsWith(`${HERO} · SC-`));
    expect(await textsIn(opened, clone?.id ?? '')).toEqual(await textsIn(opened, hero?.id ?? ''));
    expect(after.length - before.length).toBe(before.filter(({ id }) => id === hero?.id).length * (await opened.page.evaluate(countIn, hero?.id ?? '')));
    const hashes = (all: typeof after) => all.flatMap(({ imageHashes }) => imageHashes);
    expect(new Set(hashes(after)).size).toBe(new Set(hashes(before)).size + 4);
    await opened.plugin.getByRole('button', { name: 'Revert Lake at dusk' }).click();
    await expect.poll(async () => new Set(hashes(await opened.layers())).size, SOON).toBe(new Set(hashes(before)).size + 3);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YU9] a drawing wears the look on clear ground, over the hidden original', async () => {
    const opened = await openStyle({ offline: true });
    await cardFromWords(opened, 'teal gouache on rough paper');
    await opened.select('Sketch / Desk lamp');
    await opened.plugin.getByRole('radio', { name: 'Editable layers' }).check({ force: true });
    await expect.poll(() => partsOf(opened).allInnerTexts(), SOON).toContainEqual(expect.stringContaining('Lamp'));
    await opened.plugin.getByRole('button', { name: 'Apply to selection · free' }).click();
    await status(opened, /of \d restyled$/);
    const over = (await opened.layers()).find(({ name }) => name === 'Lamp · restyled');
    const { clear, solid, green } = await opened.page.evaluate(clearOf, over?.imageHashes[0] ?? '');
    expect([clear > 0.5, solid > 0.005, green]).toEqual([true, true, 0]);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YU10] “Protect the rest” lets a result show inside a selected shape alone', async () => {
    const opened = await openStyle({ offline: true });
    await cardFromWords(opened, 'teal gouache on rough paper');
    await opened.plugin.getByRole('button', { name: 'Apply to selection · free' }).click();
    await status(opened, '1 of 1 placed');
    await opened.page.evaluate(drawShape);
    await opened.select('Only here');
    const result = opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
    await result.getByRole('button', { name: 'More actions' }).click();
    await opened.plugin.getByRole('button', { name: 'Protect the rest' }).click();
    const told = opened.plugin.getByRole('status').getByText(/^Protected: \d+ % changed, all of it inside the selected shape/);
    await told.waitFor({ timeout: 30_000 });
    // An ellipse of 30 by 30 % of the picture covers 7.07 % of it.
    expect(Number(/\d+/.exec(await told.innerText())?.[0])).toSatisfy((percent: number) => percent >= 4 && percent <= 7);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[YU6] a card goes to the canvas as a frame; what is edited there comes back when it is selected', async () => {
    const opened = await openStyle({ offline: true });
    await cardFromWords(opened, 'teal gouache on rough paper');
    await opened.plugin.getByRole('button', { name: /^Edit / }).click();
    await opened.plugin.getByRole('button', { name: 'Place card on canvas' }).click();
    await status(opened, /is on the canvas$/);
    await opened.select(HERO);
    await opened.page.evaluate(() => {
      const file = (globalThis as unknown as { playground: { workspace: { file: { value: { graph: { getAllNodes(): Iterable<{ id: string; name: string; type: string }> }; edit(author: string, write: (edit: { update(id: string, props: object): void }) => void): void } } } } }).playground.workspace.file.value;
      const medium = [...file.graph.getAllNodes()].find(({ name, type }) => name === 'Medium' && type === 'TEXT');
      if (medium) file.edit('user', (edit) => edit.update(medium.id, { text: 'linocut' }));
    });
    const name = (await opened.layers()).find((layer) => layer.name.startsWith('Style card SC-'))?.name ?? '';
    await opened.select(name);
    await expect.poll(() => cardsOf(opened).first().innerText(), SOON).toContain('@2');
    await expect.poll(() => opened.plugin.getByRole('textbox', { name: 'Medium' }).inputValue(), SOON).toBe('linocut');
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);
});

function countIn(rootId: string): number {
  const { graph } = (globalThis as unknown as { playground: { workspace: { file: { value: { graph: { getNode(id: string): { childIds?: string[] } } } } } } }).playground.workspace.file.value;
  const count = (id: string): number => 1 + (graph.getNode(id).childIds ?? []).reduce((sum, child) => sum + count(child), 0);
  return count(rootId);
}

interface Workspace {
  readonly file: { readonly value: { readonly images: Map<string, Uint8Array>; readonly graph: { getNode(id: string): { id: string; x: number; y: number; width: number; height: number } }; readonly currentPageId: string; pages(): { id: string }[]; edit(author: 'user', write: (edit: { create(type: string, parent: string, props: object): unknown }) => void): void } } }

// Both run in the playground's page.
async function clearOf(hash: string): Promise<{ clear: number; solid: number; green: number }> {
  const { images } = (globalThis as unknown as { playground: { workspace: Workspace } }).playground.workspace.file.value;
  const picture = await createImageBitmap(new Blob([new Uint8Array(images.get(hash) ?? [])]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const count = { clear: 0, solid: 0, green: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(at, at + 4);
    if (alpha < 8) count.clear += 1;
    if (alpha > 200) count.solid += 1;
    if (alpha > 200 && green > 150 && red < 60 && blue < 110) count.green += 1;
  }
  const all = data.length / 4;
  return { clear: count.clear / all, solid: count.solid / all, green: count.green };
}

function drawShape(): void {
  const file = (globalThis as unknown as { playground: { workspace: Workspace } }).playground.workspace.file.value;
  const fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0, a: 1 }, opacity: 0.4, visible: true, blendMode: 'NORMAL' }];
  // Hero / Desktop lies at 0, 0 and measures 1440 by 960.
  file.edit('user', (edit) => edit.create('ELLIPSE', file.currentPageId, { name: 'Only here', fills, x: 200, y: 300, width: 432, height: 288 }));
}

// A batch's state on this computer, rows out of selected layers, and each row's picture into its place: a cell of a grid, a copy of a
// frame, or a layer within the row's own.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import { fitPlace, freeRow } from '../core/placement.ts';
import { cleanName } from '../core/prompt.ts';
import { boundingBox } from './bounds.ts';
import { createBreather } from './breathe.ts';
import { clearMark, writeMark } from './marker.ts';
import type { Owner } from './marker.ts';
import { childrenOf, findLayer, findPage } from './nodes.ts';
import { fillsOf, pictureHash, topPicture } from './paints.ts';
import { checkPicture, pictureFill, takePicture } from './picture.ts';
import { replaceFill } from './replace.ts';
import { resize } from './rectangles.ts';
import { dressAsResult } from './slots.ts';
import { findSpot } from './spot.ts';
import { stamp } from './stamp.ts';
import { forget, load, save } from './storage.ts';
import type { StorageKey } from './storage.ts';
import { asOneLongStep, asOneStep } from './write.ts';

const GAP = 24;
const MOST_LAYERS = 2000;
const NAME_LENGTH = 80;
const CELL_LENGTH = 2000;

const chunkKey = (index: number): StorageKey => `batch:${index}`;

/** Fails with STORAGE_FULL or STORAGE_FAILED. */
export async function saveBatch({ head }: CallInput<'saveBatch'>): Promise<Record<string, never>> {
  await save('batch', head);
  return {};
}

export async function saveBatchChunk({ index, bytes }: CallInput<'saveBatchChunk'>): Promise<Record<string, never>> {
  await save(chunkKey(index), bytes);
  return {};
}

/** What is stored, unread: ui/run/batch unpacks it, core/batch/state checks it. */
export async function readBatch(): Promise<CallOutput<'readBatch'>> {
  const head = (await load('batch').catch(() => null)) ?? null;
  const chunks = head === null ? [] : await Promise.all((await chunkIndices()).map((index) => load(chunkKey(index)).catch(() => null)));
  return { head, chunks };
}

export async function forgetBatch(): Promise<Record<string, never>> {
  for (const index of await chunkIndices()) await forget(chunkKey(index)).catch(() => undefined);
  await forget('batch');
  return {};
}

async function chunkIndices(): Promise<number[]> {
  const keys = await figma.clientStorage.keysAsync().catch(() => []);
  return keys.flatMap((key) => (/^batch:\d+$/.test(key) ? [Number(key.slice(6))] : [])).sort((a, b) => a - b);
}

/** Text layers within each of these layers become its cells, by their names. Layers without text give empty rows. */
export async function readRows({ nodeIds }: CallInput<'readRows'>): Promise<CallOutput<'readRows'>> {
  const breathe = createBreather();
  const names: string[] = [];
  const rows: { nodeId: string; cells: Record<string, string> }[] = [];
  for (const nodeId of nodeIds) {
    const root = await findLayer(nodeId);
    if (!root) continue;
    const cells: Record<string, string> = {};
    for (const text of textsIn(root)) {
      await breathe();
      if (text.removed) continue;
      const name = cleanName(text.name.replace(/^#/, '').replace(/[{}|]/g, ''), NAME_LENGTH) || 'text';
      if (!names.includes(name)) names.push(name);
      cells[name] ??= text.characters.slice(0, CELL_LENGTH);
    }
    rows.push({ nodeId: root.id, cells });
  }
  return { names, rows: rows.map((row) => ({ nodeId: row.nodeId, cells: names.map((name) => row.cells[name] ?? '') })) };
}

/** Free room for a grid of `count` cells beside the source, or in view. Nothing is written. */
export async function findGrid({ source, cell, count }: CallInput<'findGrid'>): Promise<CallOutput<'findGrid'>> {
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * cell.height) / cell.width) * 1.2) || 1));
  const lines = Math.ceil(count / columns);
  const whole = { width: columns * cell.width + (columns - 1) * GAP, height: lines * cell.height + (lines - 1) * GAP };
  const page = source ? ((await findPage(source.pageId)) ?? figma.currentPage) : figma.currentPage;
  // A page, and not the section that the source may be in: forty pictures would make it grow over its neighbours.
  const spot = await findSpot(source, { slot: whole, count: 1 });
  const siblings = page.children.flatMap((child) => boundingBox(child) ?? []);
  const [box] = spot.container.type === 'PAGE' ? spot.boxes : freeRow({ slot: whole, count: 1, source: boundingBox(spot.container) ?? { x: 0, y: 0, ...whole }, siblings });
  if (!box) throw new VariegateError('NODE_GONE');
  return { pageId: page.id, x: box.x, y: box.y, columns, gap: GAP };
}

export async function readTarget({ nodeIds, layer }: CallInput<'readTarget'>): Promise<CallOutput<'readTarget'>> {
  for (const nodeId of nodeIds) {
    const root = await findLayer(nodeId);
    const target = root && named(root, layer);
    const box = target && boundingBox(target);
    if (box && box.width > 0 && box.height > 0) return { size: { width: box.width, height: box.height } };
  }
  return { size: null };
}

/** Each is one undo step. Fails with NODE_GONE where what takes the picture is gone, with NO_FILL where it takes none. */
export async function placeRow(input: CallInput<'placeRow'>, owner: Owner, also: Also = () => undefined): Promise<CallOutput<'placeRow'>> {
  switch (input.into.is) {
    case 'cell': return placeInCell(input, input.into, owner, also);
    case 'copy': return placeInCopy(input, input.into, also);
    case 'layer': {
      const root = await findLayer(input.into.nodeId);
      const target = root && named(root, input.into.layer);
      if (!target) throw new VariegateError('NODE_GONE');
      return replaceFill({ nodeId: target.id, bytes: input.bytes, recipe: input.recipe }, () => undefined, also);
    }
  }
}

type Row = CallInput<'placeRow'>;
/** Written in the same step as the picture. */
type Also = (placed: CallOutput<'placeRow'>) => void;
type Into<Is extends Row['into']['is']> = Extract<Row['into'], { is: Is }>;

async function placeInCell({ bytes, recipe, name }: Row, { pageId, box }: Into<'cell'>, owner: Owner, also: Also): Promise<CallOutput<'placeRow'>> {
  const picture = checkPicture(bytes);
  const page = await findPage(pageId);
  if (!page) throw new VariegateError('NODE_GONE');
  return asOneStep(() => {
    const node = figma.createRectangle();
    try {
      writeMark(node, owner, recipe.runId);
      page.appendChild(node);
      const { width, height } = fitPlace(box, picture);
      resize(node, { width, height });
      node.x = box.x;
      node.y = box.y;
      const imageHash = takePicture(bytes);
      dressAsResult(node, imageHash, name);
      stamp(node, recipe);
      clearMark(node);
      return told(also, { nodeId: node.id, imageHash, pageId: page.id });
    } catch (thrown) {
      node.remove();
      throw thrown;
    }
  });
}

/** A copy of the frame: texts that bear a column's name get the row's words, the named layer gets the picture. */
async function placeInCopy({ bytes, recipe, name }: Row, { sourceId, layer, pageId, x, y, texts }: Into<'copy'>, also: Also): Promise<CallOutput<'placeRow'>> {
  checkPicture(bytes);
  const source = await findLayer(sourceId);
  const page = await findPage(pageId);
  if (!source || !page) throw new VariegateError('NODE_GONE');
  await loadFonts(textsIn(source).filter((text) => text.name.replace(/^#/, '').toLowerCase() in texts));
  if (source.removed || page.removed) throw new VariegateError('NODE_GONE');
  return asOneLongStep(async () => {
    const copy = source.clone();
    try {
      page.appendChild(copy);
      copy.x = x;
      copy.y = y;
      copy.name = cleanName(name, 200);
      const target = named(copy, layer);
      if (!target || !('fills' in target)) throw new VariegateError('NO_FILL', { name: layer });
      const imageHash = takePicture(bytes);
      const fills = fillsOf(target);
      const top = topPicture(fills);
      target.fills = top < 0 ? [...fills, pictureFill(imageHash)] : fills.map((fill, index) => (index === top && fill.type === 'IMAGE' ? { ...fill, scaleMode: fill.scaleMode === 'CROP' ? 'FILL' : fill.scaleMode, imageHash } : fill));
      stamp(target, recipe);
      for (const text of textsIn(copy)) {
        const words = texts[text.name.replace(/^#/, '').toLowerCase()];
        if (words !== undefined && words !== '') write(text, words);
      }
      return told(also, { nodeId: copy.id, imageHash, pageId: page.id });
    } catch (thrown) {
      if (!copy.removed) copy.remove();
      throw thrown;
    }
  });
}

function told(also: Also, placed: CallOutput<'placeRow'>): CallOutput<'placeRow'> {
  also(placed);
  return placed;
}

/** A text whose font is missing, or that has several, keeps its words: its picture is worth more than its caption. */
function write(text: TextNode, words: string): void {
  if (text.hasMissingFont || text.fontName === figma.mixed) return;
  text.characters = words;
}

async function loadFonts(texts: readonly TextNode[]): Promise<void> {
  for (const text of texts) {
    const fonts = text.fontName === figma.mixed ? [] : [text.fontName];
    for (const font of fonts) await figma.loadFontAsync(font).catch(() => undefined);
  }
}

/** The first layer of that name, with or without its #, whatever its case; one that shows a picture goes before. */
function named(root: SceneNode, layer: string): SceneNode | null {
  const wanted = layer.replace(/^#/, '').trim().toLowerCase();
  const found = within(root).filter((node) => node.name.replace(/^#/, '').trim().toLowerCase() === wanted && 'fills' in node);
  return found.find((node) => pictureHash(node) !== null) ?? found[0] ?? null;
}

function textsIn(root: SceneNode): TextNode[] {
  return within(root).filter((node): node is TextNode => node.type === 'TEXT');
}

function within(root: SceneNode): SceneNode[] {
  const all: SceneNode[] = [root];
  for (let at = 0; at < all.length && all.length < MOST_LAYERS; at += 1) {
    const node = all[at];
    if (node) all.push(...childrenOf(node));
  }
  return all;
}


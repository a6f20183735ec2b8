// The words that stand in what is read: visible text layers, where they lie in the picture, the largest first. It changes nothing.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { VariegateError } from '../core/errors.ts';
import type { CanvasBox } from '../core/geometry.ts';
import { cleanName, cleanText } from '../core/prompt.ts';
import { boundingBox, exportBox, together } from './bounds.ts';
import { createBreather } from './breathe.ts';
import { childrenOf, findTarget } from './nodes.ts';
import type { Target } from './nodes.ts';
import { isHidden } from './refusals.ts';

type LayerText = CallOutput<'readTextLayers'>['layers'][number];

/** As many as a text model is told of. */
const MOST = 40;
/** Layers that are looked at: in a larger frame the words that matter are among the first. */
const LOOK = 5000;
const NAME_LENGTH = 60;
const TEXT_LENGTH = 300;

interface Found {
  readonly layer: LayerText;
  /** Height of a line, as far as the layer tells it (canvas px): what a headline and a footnote differ in. */
  readonly size: number;
}

/** Boxes are 0 to 1000 of what an export of all the layers covers. Fails with SELECTION_GONE when none is left. */
export async function readTextLayers({ nodeIds }: CallInput<'readTextLayers'>): Promise<CallOutput<'readTextLayers'>> {
  const found = await Promise.all(Array.from(new Set(nodeIds), findTarget));
  const targets = found.filter((node): node is Target => node !== null && !node.removed);
  const whole = await wholeBox(targets);
  if (targets.length === 0 || !whole) throw new VariegateError('SELECTION_GONE');
  const texts = await textsIn(targets, whole);
  const largest = texts.sort((a, b) => b.size - a.size).slice(0, MOST).map(({ layer }) => layer);
  return { layers: largest.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left) };
}

async function wholeBox(targets: readonly Target[]): Promise<CanvasBox | null> {
  let whole: CanvasBox | null = null;
  for (const node of targets) whole = together(whole, node.removed ? null : await exportBox(node));
  return whole;
}

async function textsIn(targets: readonly Target[], whole: CanvasBox): Promise<Found[]> {
  const breathe = createBreather();
  const waiting: Target[] = [...targets];
  const texts: Found[] = [];
  for (let looked = 0; waiting.length > 0 && looked < LOOK; looked += 1) {
    await breathe();
    const node = waiting.shift();
    if (!node || node.removed || (node.type !== 'PAGE' && isHidden(node))) continue;
    const text = node.type === 'TEXT' ? describe(node, whole) : null;
    if (text) texts.push(text);
    else waiting.push(...childrenOf(node).slice(0, LOOK));
  }
  return texts;
}

/** Null for a text without words, or one that lies outside the picture. */
function describe(node: TextNode, whole: CanvasBox): Found | null {
  const characters = cleanText(node.characters, TEXT_LENGTH);
  const own = boundingBox(node);
  const box = own && inPicture(own, whole);
  if (characters === '' || !own || !box) return null;
  const { fontSize } = node;
  const size = typeof fontSize === 'number' ? fontSize : own.height;
  return { layer: { name: cleanName(node.name, NAME_LENGTH), characters, box }, size };
}

/** The part of a box that lies in the picture, 0 to 1000 of it; null where nothing does. */
function inPicture(own: CanvasBox, whole: CanvasBox): LayerText['box'] | null {
  const part = (value: number, from: number, length: number) => Math.round(Math.min(1, Math.max(0, (value - from) / length)) * 1000);
  const box = {
    top: part(own.y, whole.y, whole.height),
    left: part(own.x, whole.x, whole.width),
    bottom: part(own.y + own.height, whole.y, whole.height),
    right: part(own.x + own.width, whole.x, whole.width),
  };
  return box.bottom > box.top && box.right > box.left ? box : null;
}

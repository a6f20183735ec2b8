// Which colours of a frame become which: read from the original, one palette for all of it, and text kept readable. It changes nothing.
import { contrast } from '../../core/colour.ts';
import type { Rgb } from '../../core/colour.ts';
import { planRemap, readable } from '../../core/style/remap.ts';
import type { Remap, UsedColour } from '../../core/style/remap.ts';
import type { CallInput } from '../../core/bridge/contract.ts';
import { boundingBox } from '../bounds.ts';
import { createBreather, rest } from '../breathe.ts';
import { behind as findBehind } from './behind.ts';
import { coloursIn, ownPaints, plainColour, repainted } from './colours.ts';
import type { OwnPaints } from './colours.ts';
import { walkLayers } from './layers.ts';

/** New paints of the layer at a path. */
export type Repaints = ReadonlyMap<string, readonly OwnPaints[]>;

export interface Recolouring {
  readonly repaints: Repaints;
  /** Texts whose colour was moved further so that they can be read. */
  readonly madeReadable: number;
}

/** WCAG 2.2 AA, 1.4.3: large text is 24 px, or 18.66 px when bold. */
const AA = { normal: 4.5, large: 3 } as const;
/** Letters and lines cover a tenth of their box, by and large. */
const THIN = 0.1;

export async function planRecolouring(root: SceneNode, { swatches, amount }: Pick<CallInput<'cloneRestyled'>, 'swatches' | 'amount'>): Promise<Recolouring> {
  const found = await coloursOf(root);
  await rest();
  const remap = planRemap(found.used, swatches, amount);
  const repaints = new Map<string, readonly OwnPaints[]>();
  await rest();
  let madeReadable = 0;
  const breathe = createBreather();
  for (const { node, path, sides } of found.layers) {
    await breathe();
    if (node.removed) continue;
    const changed = sides.map((own) => {
      const { remap: kept, isMoved } = node.type === 'TEXT' && own.side === 'fills' ? keptReadable(node, own.paints, root, remap) : { remap, isMoved: false };
      return { after: { ...own, paints: repainted(own.paints, kept) }, before: own.paints, isMoved };
    });
    if (changed.some(({ isMoved }) => isMoved)) madeReadable += 1;
    const differing = changed.filter(({ after, before }) => JSON.stringify(after.paints) !== JSON.stringify(before));
    if (differing.length > 0) repaints.set(path, differing.map(({ after }) => after));
  }
  return { repaints, madeReadable };
}

interface Found {
  readonly used: readonly UsedColour[];
  readonly layers: readonly { readonly node: SceneNode; readonly path: string; readonly sides: readonly OwnPaints[] }[];
}

async function coloursOf(root: SceneNode): Promise<Found> {
  const layers: { node: SceneNode; path: string; sides: OwnPaints[] }[] = [];
  const weights = new Map<string, { rgb: Rgb; weight: number }>();
  await walkLayers(root, ({ node, path }) => {
    if ('isMask' in node && node.isMask) return true;
    const sides = ownPaints(node);
    if (sides.length === 0) return true;
    layers.push({ node, path, sides });
    const size = boundingBox(node);
    const area = size ? size.width * size.height : 0;
    for (const { side, paints } of sides) {
      const colours = coloursIn(paints);
      const weight = (area * (side === 'strokes' || node.type === 'TEXT' ? THIN : 1)) / Math.max(1, colours.length);
      for (const rgb of colours) add(weights, rgb, weight);
    }
    return true;
  });
  return { used: [...weights.values()], layers };
}

function add(weights: Map<string, { rgb: Rgb; weight: number }>, rgb: Rgb, weight: number): void {
  const key = rgb.join();
  const known = weights.get(key);
  if (known) known.weight += weight;
  else weights.set(key, { rgb, weight });
}

/** A text reaches AA against the new colour behind it, or what it reached before where that was less. */
function keptReadable(text: TextNode, paints: readonly Paint[], root: SceneNode, remap: Remap): { remap: Remap; isMoved: boolean } {
  const found = findBehind(text, root);
  const before = found?.plain;
  const own = plainColour(paints);
  if (!found || !before || !own) return { remap, isMoved: false };
  const isOwn = ownPaints(found.node).some(({ side }) => side === 'fills');
  const behind = isOwn ? remap(before) : before;
  const least = Math.min(isLarge(text) ? AA.large : AA.normal, contrast(own, before));
  const moved = readable(remap(own), behind, least);
  return { remap: (rgb) => readable(remap(rgb), behind, least), isMoved: moved.join() !== remap(own).join() };
}

/** WCAG: 24 px, or 18.66 px when bold. */
export function isLarge({ fontSize, fontWeight }: TextNode): boolean {
  if (typeof fontSize !== 'number') return false;
  return fontSize >= 24 || (fontSize >= 18.66 && typeof fontWeight === 'number' && fontWeight >= 700);
}

// Chooses where pictures go: the nearest page or section around their source that is ours to write in. It reads and decides, and changes nothing.
import type { CallInput } from '../core/bridge/contract.ts';
import type { CanvasBox, CanvasSize } from '../core/geometry.ts';
import { freeRow, freeRowFrom, grownSection, rowSize } from '../core/placement.ts';
import { boundingBox, together } from './bounds.ts';
import { createBreather } from './breathe.ts';
import { findLayer, findPage, withAncestors } from './nodes.ts';

export type Source = NonNullable<CallInput<'reserveSlots'>['source']>;
export type Container = PageNode | SectionNode;

export interface Spot {
  readonly container: Container;
  /** Absolute, one for each picture. */
  readonly boxes: readonly CanvasBox[];
  /** The size the container, a section, must grow to first. */
  readonly growTo: CanvasSize | null;
}

interface Wish {
  readonly slot: CanvasSize;
  readonly count: number;
}

interface Anchor {
  readonly container: Container;
  /** Absolute; what the pictures go beside. */
  readonly box: CanvasBox;
}

/** Beside the source on its own page, whatever page is shown; in the middle of the view without a source, or when its page is gone. */
export async function findSpot(source: Source | null, wish: Wish): Promise<Spot> {
  const page = source && (await findPage(source.pageId));
  if (!source || !page) return inView(figma.currentPage, wish);
  return beside(await anchorOf(source, page), wish);
}

/** The source's outermost layer in its container. Layers that are gone leave the box that was frozen with the run. */
async function anchorOf(source: Source, page: PageNode): Promise<Anchor> {
  const found = await Promise.all(source.nodeIds.map(findLayer));
  const chains = found.filter((node): node is SceneNode => node !== null && !node.removed).map(withAncestors);
  const spots = chains.filter((chain) => chain[chain.length - 1]?.parent?.id === page.id).map((chain) => climb(chain, page));
  const first = spots[0];
  if (!first) return { container: page, box: source.box };
  const boxes = spots.filter(({ container }) => container.id === first.container.id).map(({ top }) => boundingBox(top));
  return { container: first.container, box: boxes.reduce(together, null) ?? source.box };
}

/** Goes into sections from the page inwards, as far as they are visible and unlocked; `chain` is innermost first. */
function climb(chain: readonly SceneNode[], page: PageNode): { container: Container; top: SceneNode } {
  const [source, ...around] = chain;
  if (!source) throw new RangeError('an empty chain of layers');
  let container: Container = page;
  let top: SceneNode = around[around.length - 1] ?? source;
  for (let index = around.length - 1; index >= 0; index--) {
    const section = around[index];
    if (!section || !isOpenSection(section)) break;
    container = section;
    top = around[index - 1] ?? source;
  }
  return { container, top };
}

function isOpenSection(node: SceneNode): node is SectionNode {
  return node.type === 'SECTION' && !node.locked && node.visible && !node.sectionContentsHidden;
}

async function beside({ container, box }: Anchor, wish: Wish): Promise<Spot> {
  const siblings = await boxesIn(container);
  const boxes = freeRow({ ...wish, source: box, siblings });
  if (container.type === 'PAGE') return { container, boxes, growTo: null };
  const grown = await roomIn(container, boxes);
  if (grown) return { container, boxes, growTo: grown.growTo };
  return beside({ container: parentOf(container), box: boundingBox(container) ?? box }, wish);
}

/** Null when the section would have to grow over what lies beside it. */
async function roomIn(section: SectionNode, boxes: readonly CanvasBox[]): Promise<{ growTo: CanvasSize | null } | null> {
  const own = boundingBox(section);
  const content = boxes.reduce<CanvasBox | null>(together, null);
  if (!own || !content) return null;
  const around = parentOf(section);
  const siblings = await boxesIn(around, section.id);
  const size = grownSection(own, content, siblings, around.type === 'PAGE' ? null : boundingBox(around));
  if (!size) return null;
  const fitsAlready = size.width === own.width && size.height === own.height;
  return { growTo: fitsAlready ? null : size };
}

async function inView(page: PageNode, wish: Wish): Promise<Spot> {
  const siblings = await boxesIn(page);
  const { x, y } = figma.viewport.center;
  const { width, height } = rowSize(wish.slot, wish.count);
  const corner = { x: x - width / 2, y: y - height / 2 };
  return { container: page, boxes: freeRowFrom({ ...wish, corner, siblings }), growTo: null };
}

async function boxesIn(container: Container, butNotId = ''): Promise<CanvasBox[]> {
  const breathe = createBreather();
  const boxes: CanvasBox[] = [];
  for (const child of container.children) {
    await breathe();
    const box = child.removed || child.id === butNotId ? null : boundingBox(child);
    if (box) boxes.push(box);
  }
  return boxes;
}

function parentOf(section: SectionNode): Container {
  const parent = section.parent;
  if (parent?.type === 'PAGE' || parent?.type === 'SECTION') return parent;
  throw new RangeError('a section that is in neither a page nor a section');
}

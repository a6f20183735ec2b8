// Makes rectangles in a spot. In Figma the order counts: create, append, resize, and only then position.
import { VariegateError } from '../core/errors.ts';
import type { CanvasBox, CanvasSize } from '../core/geometry.ts';
import { boundingBox } from './bounds.ts';
import { writeMark } from './marker.ts';
import type { Owner } from './marker.ts';
import { pageOf } from './nodes.ts';
import { findSpot } from './spot.ts';
import type { Container, Source, Spot } from './spot.ts';
import { asOneStep } from './write.ts';

/** A container can vanish while its layers are read in slices; then another is looked for. */
const TRIES = 3;

interface Wish {
  readonly source: Source | null;
  readonly slot: CanvasSize;
  readonly count: number;
  readonly runId: string;
}

/**
 * Finds a spot, makes `count` rectangles there and hands them to `dress`, all as one undo step.
 * `beforeWriting` may throw to stop it; on any failure nothing is left behind.
 * Each bears the mark of a slot from its first moment: what a crash leaves half made is removed at the next start.
 */
export async function makeRectangles<T>(
  wish: Wish,
  owner: Owner,
  beforeWriting: () => void,
  dress: (made: readonly Made[], page: PageNode) => T,
): Promise<T> {
  const spot = await findLastingSpot(wish);
  beforeWriting();
  return asOneStep(() => {
    const made: Made[] = [];
    try {
      for (const box of spot.boxes) made.push({ node: createMarked(owner, wish.runId), box });
      made.forEach(({ node, box }) => put(node, spot.container, box));
      const result = dress(made, pageOf(spot.container) ?? figma.currentPage);
      growContainer(spot);
      return result;
    } catch (thrown) {
      made.forEach(({ node }) => node.remove());
      throw thrown;
    }
  });
}

function createMarked(owner: Owner, runId: string): RectangleNode {
  const node = figma.createRectangle();
  writeMark(node, owner, runId);
  return node;
}

export interface Made {
  readonly node: RectangleNode;
  /** Absolute. */
  readonly box: CanvasBox;
}

async function findLastingSpot(wish: Wish): Promise<Spot> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const spot = await findSpot(wish.source, wish);
    if (!spot.container.removed) return spot;
  }
  throw new VariegateError('NODE_GONE');
}

function growContainer({ container, growTo }: Spot): void {
  if (growTo && container.type === 'SECTION') container.resizeWithoutConstraints(growTo.width, growTo.height);
}

/** Figma takes no side under 0.01. */
export function resize(node: RectangleNode, size: CanvasSize): void {
  node.resize(Math.max(0.01, size.width), Math.max(0.01, size.height));
}

function put(node: RectangleNode, container: Container, box: CanvasBox): void {
  const origin = container.type === 'PAGE' ? null : boundingBox(container);
  container.appendChild(node);
  resize(node, box);
  node.x = box.x - (origin?.x ?? 0);
  node.y = box.y - (origin?.y ?? 0);
}

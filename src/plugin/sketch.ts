// Tells a sketch from other layers: only drawn lines and shapes, no text and no picture. A bounded look, never a full walk.
import { childrenOf } from './nodes.ts';
import type { Target } from './nodes.ts';
import { fillsOf, hasVisibleStroke, topPicture } from './paints.ts';

/** How many layers are looked at before a big frame counts as no sketch. */
const LOOK = 200;

const DRAWN: ReadonlySet<string> = new Set(['VECTOR', 'LINE', 'BOOLEAN_OPERATION']);
const OUTLINED: ReadonlySet<string> = new Set(['ELLIPSE', 'RECTANGLE', 'POLYGON', 'STAR']);
const HOLDS_OTHERS: ReadonlySet<string> = new Set(['FRAME', 'GROUP', 'SECTION', 'COMPONENT', 'INSTANCE', 'PAGE']);

export function isSketch(node: Target): boolean {
  const waiting: Target[] = [node];
  let strokes = 0;
  for (let looked = 0; waiting.length > 0; looked++) {
    const next = waiting.pop();
    if (!next || looked + waiting.length > LOOK || topPicture(fillsOf(next)) >= 0) return false;
    if (HOLDS_OTHERS.has(next.type)) waiting.push(...visibleChildren(next, LOOK - looked));
    else if (isStroke(next)) strokes++;
    else return false;
  }
  return strokes > 0;
}

function isStroke(node: Target): boolean {
  return DRAWN.has(node.type) || (OUTLINED.has(node.type) && hasVisibleStroke(node));
}

function visibleChildren(node: Target, limit: number): SceneNode[] {
  // One more than the limit is enough to pass it.
  return childrenOf(node).slice(0, limit + 1).filter((child) => child.visible);
}

// What colour lies behind a text: the nearest plain one below it, among its older siblings and then around it. Reading only.
import { boundingBox } from '../bounds.ts';
import { childrenOf } from '../nodes.ts';
import { fillsOf, isVisiblePaint } from '../paints.ts';
import { isHidden } from '../refusals.ts';
import { plainColour } from './colours.ts';
import type { Rgb } from '../../core/colour.ts';
import type { CanvasBox } from '../../core/geometry.ts';

/** Older siblings that are looked at. */
const LOOK = 60;

/** What lies behind: a layer, and its plain colour, null for a picture or a gradient. */
export interface Behind {
  readonly node: SceneNode;
  readonly plain: Rgb | null;
}

/** What shows behind `text` within `root`; null where nothing of the root does. A layer counts that covers the middle of the text. */
export function behind(text: SceneNode, root: SceneNode): Behind | null {
  const box = boundingBox(text);
  if (!box) return null;
  for (let at: SceneNode = text; at.id !== root.id; ) {
    const around: BaseNode | null = at.parent;
    if (!around || around.type === 'PAGE' || around.type === 'DOCUMENT') return null;
    const parent = around as SceneNode;
    const siblings = childrenOf(parent);
    const own = siblings.findIndex((sibling) => sibling.id === at.id);
    for (const sibling of siblings.slice(Math.max(0, own - LOOK), Math.max(0, own)).reverse()) {
      const found = covering(sibling, box);
      if (found) return found;
    }
    const found = shows(parent);
    if (found) return found;
    at = parent;
  }
  return null;
}

/** Null where nothing of the layer lies there. */
function covering(node: SceneNode, box: CanvasBox): Behind | null {
  const own = boundingBox(node);
  if (!own || isHidden(node) || node.type === 'TEXT' || !holdsMiddle(own, box)) return null;
  return shows(node);
}

function shows(node: SceneNode): Behind | null {
  const fills = fillsOf(node);
  return fills.some(isVisiblePaint) ? { node, plain: plainColour(fills) } : null;
}

function holdsMiddle(outer: CanvasBox, inner: CanvasBox): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

// What an export of a layer covers. One place decides, so that the box told to the UI and the exported pixels are the same.
import { union } from '../core/geometry.ts';
import type { CanvasBox } from '../core/geometry.ts';
import { createBreather } from './breathe.ts';
import { childrenOf } from './nodes.ts';
import type { Target } from './nodes.ts';

// Their own box is what a designer sees as their edge: a result laid over them must match it, so shadows outside are cut.
const KEEPS_OWN_BOX: ReadonlySet<string> = new Set([
  'FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'SLIDE', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR',
]);

/** True where an export covers the layer's own box and not what it renders. */
export function usesOwnBox(node: Target): boolean {
  return KEEPS_OWN_BOX.has(node.type);
}

/** Absolute box of an export; null when there is nothing to see. */
export async function exportBox(node: Target): Promise<CanvasBox | null> {
  return node.type === 'PAGE' ? pageBox(node) : layerBox(node);
}

/** The same for a layer, at once. */
export function layerBox(node: SceneNode): CanvasBox | null {
  return usesOwnBox(node) ? boundingBox(node) : renderBox(node);
}

export function boundingBox(node: SceneNode): CanvasBox | null {
  return plain(node.absoluteBoundingBox);
}

export function renderBox(node: SceneNode): CanvasBox | null {
  return 'absoluteRenderBounds' in node ? plain(node.absoluteRenderBounds) : boundingBox(node);
}

export function together(a: CanvasBox | null, b: CanvasBox | null): CanvasBox | null {
  return a && b ? union([a, b]) : (a ?? b);
}

async function pageBox(page: PageNode): Promise<CanvasBox | null> {
  const breathe = createBreather();
  let box: CanvasBox | null = null;
  for (const child of childrenOf(page)) {
    await breathe();
    if (!child.removed && child.visible) box = together(box, renderBox(child));
  }
  return box;
}

// A copy: Figma's own boxes are live objects of the host.
function plain(box: Rect | null): CanvasBox | null {
  return box && { x: box.x, y: box.y, width: box.width, height: box.height };
}

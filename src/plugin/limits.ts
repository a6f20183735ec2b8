// Which selected layers lie over a picture: they say where it may change. It changes nothing.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import type { CanvasBox } from '../core/geometry.ts';
import { boundingBox, together } from './bounds.ts';
import { findLayer, pageOf, withAncestors } from './nodes.ts';
import { fillsOf, isVisiblePaint } from './paints.ts';
import { isHidden } from './refusals.ts';

const MOST = 20;

/** Each of `pictures` is one picture's layers; the first that anything selected lies over is told. Null where nothing does. */
export async function readLimits({ pictures }: CallInput<'readLimits'>): Promise<CallOutput<'readLimits'>> {
  for (const nodeIds of pictures) {
    const found = await Promise.all(nodeIds.map(findLayer));
    const layers = found.filter((node): node is SceneNode => node !== null && !node.removed);
    const box = layers.map(boundingBox).reduce<CanvasBox | null>((all, each) => (each ? together(all, each) : all), null);
    const page = layers[0] && pageOf(layers[0]);
    if (!box || !page || page.id !== figma.currentPage.id) continue;
    const over = page.selection.filter((node) => isLimit(node, layers) && overlaps(boundingBox(node), box)).slice(0, MOST);
    if (over.length > 0) return { found: { box, shapes: over.map((node) => ({ nodeId: node.id, isOutline: isOutline(node) })) } };
  }
  return { found: null };
}

/** Neither the picture itself, nor what it lies in, nor a part of it. */
function isLimit(node: SceneNode, layers: readonly SceneNode[]): boolean {
  if (isHidden(node)) return false;
  const around = withAncestors(node).map(({ id }) => id);
  return !layers.some((layer) => around.includes(layer.id) || withAncestors(layer).some(({ id }) => id === node.id));
}

/** A lasso: what its line runs around is meant. */
function isOutline(node: SceneNode): boolean {
  return !('children' in node) && node.type !== 'TEXT' && !fillsOf(node).some(isVisiblePaint);
}

function overlaps(a: CanvasBox | null, b: CanvasBox): boolean {
  return a !== null && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

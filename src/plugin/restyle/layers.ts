// Walks a frame in slices. A layer is known by its path, the places of it and of those around it among their siblings, because a clone
// has the same paths and other ids.
import { createBreather } from '../breathe.ts';
import { childrenOf } from '../nodes.ts';

/** Layers of one frame that are looked at; what comes after keeps its look. */
export const MOST_LAYERS = 20_000;
/** Marks a layer that we put over an illustration: it is no part of the frame's own layers. */
export const OVER_KEY = 'over';

export interface Walked {
  readonly node: SceneNode;
  /** "" for the frame itself, "0/2" for the third child of its first. */
  readonly path: string;
  readonly isInInstance: boolean;
}

/** Calls `visit` for the frame and everything in it, parents first, bottom to top; it answers whether to go inside. Layers can vanish between two calls. */
export async function walkLayers(root: SceneNode, visit: (walked: Walked) => boolean): Promise<void> {
  const breathe = createBreather();
  const waiting: Walked[] = [{ node: root, path: '', isInInstance: false }];
  for (let looked = 0; waiting.length > 0 && looked < MOST_LAYERS; looked += 1) {
    await breathe();
    const walked = waiting.pop();
    if (!walked || walked.node.removed || !visit(walked) || walked.node.removed) continue;
    const inside = childrenIn(walked);
    for (let index = inside.length - 1; index >= 0; index -= 1) waiting.push(...inside.slice(index, index + 1));
  }
}

/** The layer at a path; null when there is none. */
export function layerAt(root: SceneNode, path: string): SceneNode | null {
  let at: SceneNode | null = root;
  for (const place of path === '' ? [] : path.split('/')) at = at ? (ownChildren(at)[Number(place)] ?? null) : null;
  return at;
}

/** Without the layers that we put there. */
function ownChildren(node: SceneNode): readonly SceneNode[] {
  const children = childrenOf(node);
  return children.some(isOver) ? children.filter((child) => !isOver(child)) : children;
}

export function isOver(node: SceneNode): boolean {
  return node.type === 'RECTANGLE' && node.getPluginData(OVER_KEY) !== '';
}

function childrenIn({ node, path, isInInstance }: Walked): Walked[] {
  const inside = isInInstance || node.type === 'INSTANCE';
  return ownChildren(node).map((child, index) => ({ node: child, path: path === '' ? `${index}` : `${path}/${index}`, isInInstance: inside }));
}

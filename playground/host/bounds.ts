// How far a node paints: Figma's absoluteRenderBounds. Text counts as its box; paths as theirs.
import type { Effect, SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { boxAfter, isGroupLike, parentOf, union, worldMatrix, type Box } from './geometry.ts';

interface Margins { left: number; top: number; right: number; bottom: number }

/** Canvas coordinates; null when the node, or anything it is in, is invisible, or when nothing is in it. */
export function renderBounds(graph: SceneGraph, node: SceneNode): Box | null {
  for (let above: SceneNode | undefined = node; above; above = parentOf(graph, above)) if (!above.visible) return null;
  return visibleBounds(graph, node);
}

function visibleBounds(graph: SceneGraph, node: SceneNode): Box | null {
  if (!node.visible) return null;
  const own = paintsOwnBox(node) ? [paintedBox(graph, node)] : [];
  if (node.type === 'BOOLEAN_OPERATION') return paintedBox(graph, node);
  const clip = node.clipsContent ? boxAfter(worldMatrix(graph, node), { x: 0, y: 0, width: node.width, height: node.height }) : null;
  const children = graph.getChildren(node.id).flatMap((child) => {
    const box = visibleBounds(graph, child);
    const seen = box && clip ? intersection(box, clip) : box;
    return seen ? [seen] : [];
  });
  return union([...own, ...children]);
}

const paintsOwnBox = (node: SceneNode): boolean => node.type !== 'CANVAS' && !isGroupLike(node);

function paintedBox(graph: SceneGraph, node: SceneNode): Box {
  const margins = marginsOf(node);
  return boxAfter(worldMatrix(graph, node), {
    x: -margins.left, y: -margins.top, width: node.width + margins.left + margins.right, height: node.height + margins.top + margins.bottom,
  });
}

function marginsOf(node: SceneNode): Margins {
  const stroke = Math.max(0, ...node.strokes.filter((one) => one.visible).map(strokeMargin));
  const all = [{ left: stroke, top: stroke, right: stroke, bottom: stroke }, ...node.effects.filter((effect) => effect.visible).map(effectMargins)];
  const most = (side: keyof Margins): number => Math.max(...all.map((margins) => margins[side]));
  return { left: most('left'), top: most('top'), right: most('right'), bottom: most('bottom') };
}

function strokeMargin({ align, weight }: SceneNode['strokes'][number]): number {
  if (align === 'INSIDE') return 0;
  return align === 'OUTSIDE' ? weight : weight / 2;
}

function effectMargins({ type, radius, spread, offset }: Effect): Margins {
  if (type === 'DROP_SHADOW') {
    const reach = radius + spread;
    return { left: reach - offset.x, top: reach - offset.y, right: reach + offset.x, bottom: reach + offset.y };
  }
  const reach = type === 'LAYER_BLUR' || type === 'FOREGROUND_BLUR' ? radius : 0;
  return { left: reach, top: reach, right: reach, bottom: reach };
}

function intersection(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [right, bottom] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

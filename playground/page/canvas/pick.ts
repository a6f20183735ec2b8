// Which layer a click means, by Figma's rules: pure over the scene graph and the selection.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { overlaps, type CanvasBox } from '../../../src/core/geometry.ts';
import type { Point } from './camera.ts';
import { boxOf, contains } from './shapes.ts';

/** The nodes under a point, outermost first, down to the topmost leaf. Hidden and locked branches cannot be hit. */
export function chainAt(graph: SceneGraph, pageId: string, point: Point, slack: number): readonly SceneNode[] {
  for (const child of childrenFromTop(graph, pageId)) {
    const chain = chainThrough(graph, child, point, slack);
    if (chain.length > 0) return chain;
  }
  return [];
}

function chainThrough(graph: SceneGraph, node: SceneNode, point: Point, slack: number): readonly SceneNode[] {
  if (!node.visible || node.locked) return [];
  const inside = contains(graph, node, point, node.childIds.length > 0 ? 0 : slack);
  if (!inside && node.clipsContent) return [];
  for (const child of childrenFromTop(graph, node.id)) {
    const chain = chainThrough(graph, child, point, slack);
    if (chain.length > 0) return [node, ...chain];
  }
  return inside && node.type !== 'GROUP' ? [node] : [];
}

function childrenFromTop(graph: SceneGraph, id: string): readonly SceneNode[] {
  return [...graph.getChildren(id)].reverse();
}

/**
 * The node that a click selects: the topmost one at the level of the selection if the chain passes there; else the first
 * that is no section, or what lies directly in it when it is a top-level frame.
 */
export function clicked(graph: SceneGraph, chain: readonly SceneNode[], selection: readonly string[]): SceneNode | undefined {
  const levels = new Set(selection.map((id) => graph.getNode(id)?.parentId));
  const sibling = [...chain].reverse().find((node) => levels.has(node.parentId));
  if (sibling && graph.getNode(sibling.parentId ?? '')?.type !== 'CANVAS' && sibling.type !== 'SECTION') return sibling;
  const first = chain.find((node) => node.type !== 'SECTION') ?? chain.at(-1);
  const next = first && chain[chain.indexOf(first) + 1];
  return first?.type === 'FRAME' && next ? next : first;
}

/** One level deeper than what is selected: what a double click means. */
export function deeper(chain: readonly SceneNode[], selection: readonly string[]): SceneNode | undefined {
  const depth = chain.reduce((found, node, index) => (selection.includes(node.id) ? index : found), -1);
  return chain[depth + 1] ?? chain[depth];
}

/** What a marquee takes: touched layers of the page; top-level frames and sections only when they lie wholly inside, else their children. */
export function enclosed(graph: SceneGraph, parentId: string, marquee: CanvasBox): readonly string[] {
  return graph.getChildren(parentId).flatMap((node) => {
    const box = boxOf(graph, node);
    if (!node.visible || node.locked || !overlaps(box, marquee, 0)) return [];
    const whole = box.x >= marquee.x && box.y >= marquee.y && box.x + box.width <= marquee.x + marquee.width && box.y + box.height <= marquee.y + marquee.height;
    const isTopLevel = ['CANVAS', 'SECTION'].includes(graph.getNode(parentId)?.type ?? '');
    const holdsOthers = isTopLevel && (node.type === 'FRAME' || node.type === 'SECTION') && node.childIds.length > 0;
    return whole || !holdsOthers ? [node.id] : enclosed(graph, node.id, marquee);
  });
}

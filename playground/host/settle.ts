// What Figma does by itself after a write: auto layout flows, groups fit what is in them, empty groups vanish. It follows the nodes of one step only.
import { computeAllLayouts } from '@open-pencil/core/layout';
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { boxAfter, cornerOf, isGroupLike, localMatrix, mapPoint, parentOf, union, xyForCorner } from './geometry.ts';
import { remember, type Step } from './history.ts';

export function settle(graph: SceneGraph, step: Step): void {
  const touched = [...step.keys()];
  for (const id of touched) removeEmptyGroups(graph, step, id);
  for (const id of layoutRoots(graph, step, touched)) flow(graph, step, id);
  for (const id of step.keys()) fitGroupsAbove(graph, step, id);
}

function removeEmptyGroups(graph: SceneGraph, step: Step, id: string): void {
  let node = graph.getNode(id);
  while (node && isGroupLike(node) && node.childIds.length === 0) {
    const parent = parentOf(graph, node);
    remember(graph, step, node.id);
    if (parent) remember(graph, step, parent.id);
    graph.deleteNode(node.id);
    node = parent;
  }
}

/** The outermost auto layout frames whose content or size the step changed. */
function layoutRoots(graph: SceneGraph, step: Step, ids: readonly string[]): Set<string> {
  const roots = new Set<string>();
  for (const id of ids) {
    let root: SceneNode | undefined;
    const node = graph.getNode(id) ?? parentBefore(graph, step, id);
    for (let at = node; at; at = parentOf(graph, at)) {
      if (at.layoutMode !== 'NONE') root = at;
      else if (at !== node) break;
    }
    if (root && root.type !== 'INSTANCE') roots.add(root.id);
  }
  return roots;
}

function parentBefore(graph: SceneGraph, step: Step, id: string): SceneNode | undefined {
  return graph.getNode(step.get(id)?.before?.parentId ?? '');
}

function flow(graph: SceneGraph, step: Step, rootId: string): void {
  rememberTree(graph, step, rootId);
  computeAllLayouts(graph, rootId);
  graph.clearAbsPosCache();
}

export function rememberTree(graph: SceneGraph, step: Step, id: string): void {
  remember(graph, step, id);
  for (const childId of graph.getNode(id)?.childIds ?? []) rememberTree(graph, step, childId);
}

function fitGroupsAbove(graph: SceneGraph, step: Step, id: string): void {
  const node = graph.getNode(id);
  for (let group = node && parentOf(graph, node); group && isGroupLike(group); group = parentOf(graph, group)) fitGroup(graph, step, group);
}

function fitGroup(graph: SceneGraph, step: Step, group: SceneNode): void {
  const children = graph.getChildren(group.id);
  const box = union(children.map((child) => boxAfter(localMatrix(child), { x: 0, y: 0, width: child.width, height: child.height })));
  if (!box || isSame(box, group)) return;
  const corner = mapPoint(localMatrix(group), box);
  remember(graph, step, group.id);
  for (const child of children) {
    remember(graph, step, child.id);
    graph.updateNode(child.id, { x: child.x - box.x, y: child.y - box.y });
  }
  const size = { width: box.width, height: box.height };
  graph.updateNode(group.id, { ...size, ...xyForCorner({ ...group, ...size }, corner) });
}

function isSame(box: { x: number; y: number; width: number; height: number }, group: SceneNode): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;
  return near(box.x, 0) && near(box.y, 0) && near(box.width, group.width) && near(box.height, group.height) && Number.isFinite(cornerOf(group).x);
}

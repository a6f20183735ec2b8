// What a person does in the file, as opposed to the plugin. Each is one undo step and sends the events Figma would. REMOTE is another person.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { Author, HostDocument } from './document.ts';
import { absoluteBox, parentOf } from './geometry.ts';
import { fitText } from './figma/text.ts';

export type Origin = 'LOCAL' | 'REMOTE';
const author = (origin: Origin): Author => (origin === 'REMOTE' ? 'remote' : 'user');

export function select(document: HostDocument, ids: readonly string[], origin: Origin = 'LOCAL'): void {
  document.select(ids, author(origin));
}

export function switchPage(document: HostDocument, pageId: string, origin: Origin = 'LOCAL'): void {
  document.setCurrentPage(pageId, author(origin));
}

export function moveBy(document: HostDocument, ids: readonly string[], dx: number, dy: number, origin: Origin = 'LOCAL'): void {
  updateAll(document, ids, (node) => ({ x: node.x + dx, y: node.y + dy }), origin);
}

/** Parent coordinates. */
export function moveTo(document: HostDocument, id: string, x: number, y: number, origin: Origin = 'LOCAL'): void {
  updateAll(document, [id], () => ({ x, y }), origin);
}

export function resize(document: HostDocument, id: string, width: number, height: number, origin: Origin = 'LOCAL'): void {
  updateAll(document, [id], () => ({ width: Math.max(0.01, width), height: Math.max(0.01, height) }), origin);
}

export function rename(document: HostDocument, id: string, name: string, origin: Origin = 'LOCAL'): void {
  updateAll(document, [id], () => ({ name }), origin);
}

export function setLocked(document: HostDocument, ids: readonly string[], locked: boolean, origin: Origin = 'LOCAL'): void {
  updateAll(document, ids, () => ({ locked }), origin);
}

export function setVisible(document: HostDocument, ids: readonly string[], visible: boolean, origin: Origin = 'LOCAL'): void {
  updateAll(document, ids, () => ({ visible }), origin);
}

export function setCharacters(document: HostDocument, id: string, text: string, origin: Origin = 'LOCAL'): void {
  updateAll(document, [id], (node) => ({ text, styleRuns: [], ...fitText({ ...node, text, styleRuns: [] }) }), origin);
}

export function remove(document: HostDocument, ids: readonly string[], origin: Origin = 'LOCAL'): void {
  document.edit(author(origin), (edit) => ids.forEach((id) => edit.remove(id)));
}

/** As dragging does in Figma: the layer stays where it is on the canvas. */
export function reparent(document: HostDocument, id: string, parentId: string, index?: number, origin: Origin = 'LOCAL'): void {
  const { graph } = document;
  const [from, to] = [graph.getAbsolutePosition(id), graph.getNode(parentId)?.type === 'CANVAS' ? { x: 0, y: 0 } : graph.getAbsolutePosition(parentId)];
  document.edit(author(origin), (edit) => {
    edit.insert(id, parentId, index);
    edit.update(id, { x: from.x - to.x, y: from.y - to.y });
  });
}

export function undo(document: HostDocument): boolean {
  return document.undo('user');
}

export function redo(document: HostDocument): boolean {
  return document.redo('user');
}

export function findByName(document: HostDocument, name: string): SceneNode | undefined {
  return [...document.graph.getAllNodes()].find((node) => node.name === name && document.pageOf(node.id) !== null);
}

/** The topmost visible, unlocked layer at a canvas point: a child of the page, or the innermost one when `deep`. */
export function nodeAt(document: HostDocument, x: number, y: number, deep = false): SceneNode | null {
  const hit = hitIn(document, document.currentPageId, x, y);
  if (!hit || deep) return hit;
  let top = hit;
  for (let parent = parentOf(document.graph, top); parent && parent.type !== 'CANVAS'; parent = parentOf(document.graph, parent)) top = parent;
  return top;
}

function hitIn(document: HostDocument, parentId: string, x: number, y: number): SceneNode | null {
  for (const child of document.graph.getChildren(parentId).reverse()) {
    if (!child.visible || child.locked) continue;
    const box = absoluteBox(document.graph, child);
    const isInside = x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
    const inner = isInside || !child.clipsContent ? hitIn(document, child.id, x, y) : null;
    if (inner) return inner;
    if (isInside && child.type !== 'GROUP') return child;
  }
  return null;
}

function updateAll(document: HostDocument, ids: readonly string[], props: (node: SceneNode) => Partial<SceneNode>, origin: Origin): void {
  document.edit(author(origin), (edit) => {
    for (const id of ids) {
      const node = document.graph.getNode(id);
      if (node) edit.update(id, props(node));
    }
  });
}

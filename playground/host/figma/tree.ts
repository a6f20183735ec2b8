// Members about the tree: identity, parents, children, moving and removing. Refusals carry Figma's texts where they are known.
import { cloneNodeProps, type SceneNode } from '@open-pencil/scene-graph';
import { parentOf } from '../geometry.ts';
import { field } from './field.ts';
import { moveTo, position } from './layout.ts';
import { type At, type NodeMembers } from './member.ts';
import { Callback, nodeRef, Ref } from './crossing.ts';
import { write, type Session } from './session.ts';
import { figmaType, hasChildren, isAny, isPage, isScene, type FigmaType } from './types.ts';
import { asBoolean, asString, fail, isRecord } from './values.ts';

const NOT_LOADED = 'Cannot access children on a page that has not been explicitly loaded. Remember to call await page.loadAsync() or await figma.loadAllPagesAsync() first';

export function requireLoaded({ session, node }: At, member: string): void {
  const pageId = session.document.pageOf(node.id);
  if (pageId !== null && !session.loadedPages.has(pageId)) fail(member, NOT_LOADED);
}

export function isInsideInstance(session: Session, node: SceneNode): boolean {
  for (let parent = parentOf(session.document.graph, node); parent; parent = parentOf(session.document.graph, parent)) if (parent.type === 'INSTANCE') return true;
  return false;
}

function childrenOf({ session, node }: At): SceneNode[] {
  const children = session.document.graph.getChildren(node.id).filter((child) => !child.internalOnly);
  const skipsHidden = session.skipInvisibleInstanceChildren && (node.type === 'INSTANCE' || isInsideInstance(session, node));
  return skipsHidden ? children.filter((child) => child.visible) : children;
}

function descendants(at: At): SceneNode[] {
  return childrenOf(at).flatMap((child) => [child, ...descendants({ ...at, node: child, type: figmaType(child.type) })]);
}

function nodeArg(session: Session, member: string, value: unknown): SceneNode {
  const node = value instanceof Ref && value.kind === 'node' ? session.document.graph.getNode(value.id) : undefined;
  if (node) return node;
  return fail(member, value instanceof Ref ? `The node with id "${value.id}" does not exist` : 'Expected node');
}

function place(at: At, member: string, child: SceneNode, index?: number): void {
  requireLoaded(at, member);
  const refusal = whyNot(at, child);
  if (refusal) fail(member, refusal);
  const siblings = at.node.childIds.filter((id) => id !== child.id);
  if (index !== undefined && (index < 0 || index > siblings.length)) fail(member, `Index out of bounds. Index: ${index}, number of children: ${siblings.length}`);
  const moved: At = { session: at.session, node: child, type: figmaType(child.type) };
  const before = position(moved);
  write(at.session, (edit) => {
    edit.insert(child.id, at.node.id, index);
    if (child.type !== 'CANVAS') moveTo(moved, before);
  });
}

function whyNot({ session, node, type }: At, child: SceneNode): string | null {
  if (child.type === 'CANVAS') return type === 'DOCUMENT' ? null : 'Cannot move node. A page can only be a child of the document';
  if (type === 'DOCUMENT') return 'Cannot move node. Only pages can be children of the document';
  if (type === 'INSTANCE' || isInsideInstance(session, node)) return 'Cannot move node. New parent is an instance or is inside of an instance';
  if (isInsideInstance(session, child)) return 'Cannot move node. The node is inside of an instance';
  if (type === 'COMPONENT_SET' && child.type !== 'COMPONENT') return 'Cannot move node. New parent is a component set and the node is not a component';
  if (type === 'BOOLEAN_OPERATION') return 'Cannot move node. New parent is a boolean operation';
  if (child.type === 'SECTION' && type !== 'PAGE' && type !== 'SECTION') return 'Cannot move node. A section can only be a child of a page or a section';
  return session.document.graph.isDescendant(node.id, child.id) ? 'Cannot move node. New parent is the node itself or is inside of it' : null;
}

function matches(node: SceneNode, criteria: Record<string, unknown>, pluginId: string): boolean {
  const { types, pluginData, sharedPluginData } = criteria;
  if (Array.isArray(types) && !types.includes(figmaType(node.type))) return false;
  return hasData(node, pluginData, pluginId) && hasData(node, sharedPluginData, isRecord(sharedPluginData) ? `shared:${String(sharedPluginData['namespace'])}` : '');
}

function hasData(node: SceneNode, wanted: unknown, owner: string): boolean {
  if (!isRecord(wanted)) return true;
  const keys = Array.isArray(wanted['keys']) ? wanted['keys'] : [];
  const own = node.pluginData.filter((entry) => entry.pluginId === owner).map((entry) => entry.key);
  return keys.length === 0 ? own.length > 0 : keys.some((key) => own.includes(String(key)));
}

const filter = (nodes: readonly SceneNode[], test: unknown): SceneNode[] =>
  nodes.filter((node) => !(test instanceof Callback) || Boolean(test.invoke([nodeRef(node.id)])));
const refs = (nodes: readonly SceneNode[]): Ref[] => nodes.map((node) => nodeRef(node.id));
const first = (nodes: readonly SceneNode[], test: unknown): Ref | null => {
  const found = test instanceof Callback ? nodes.find((node) => Boolean(test.invoke([nodeRef(node.id)]))) : undefined;
  return found ? nodeRef(found.id) : null;
};

function loadedTree(at: At, member: string): SceneNode[] {
  if (at.type === 'DOCUMENT' && !at.session.allPagesLoaded) fail(member, `Cannot call with documentAccess: dynamic-page without calling figma.loadAllPagesAsync first`);
  requireLoaded(at, member);
  return descendants(at);
}

function findByCriteria(at: At, [criteria]: readonly unknown[]): Ref[] {
  if (!isRecord(criteria)) fail('findAllWithCriteria', 'Expected object');
  return refs(loadedTree(at, 'findAllWithCriteria').filter((node) => matches(node, criteria, at.session.pluginId)));
}

function remove(at: At): void {
  const { session, node, type } = at;
  if (type === 'DOCUMENT' || isInsideInstance(session, node)) fail('remove', 'Removing this node is not allowed');
  if (type === 'PAGE' && session.document.pages().length === 1) fail('remove', 'Removing this node is not allowed');
  write(session, (edit) => edit.remove(node.id));
}

function clone({ session, node }: At): Ref {
  const parentId = session.document.currentPageId;
  return write(session, (edit) => nodeRef(cloneInto(edit, session, node, isScene(figmaType(node.type)) ? parentId : session.document.graph.rootId)));
}

function cloneInto(edit: Parameters<Parameters<typeof write>[1]>[0], session: Session, source: SceneNode, parentId: string): string {
  // createNode gives the copy its own id and parent after the props, but not its own list of children.
  const made = edit.create(source.type, parentId, cloneNodeProps(source, null));
  Object.assign(made.source, { id: null, orderKey: null });
  for (const child of session.document.graph.getChildren(source.id)) cloneInto(edit, session, child, made.id);
  return made.id;
}

export const treeMembers = {
  id: { on: isAny, get: ({ node }) => node.id },
  type: { on: isAny, get: ({ type }) => type },
  removed: { on: isAny, get: () => false },
  name: {
    on: isAny, get: ({ session, node, type }) => (type === 'DOCUMENT' ? session.document.name : node.name),
    set: ({ session, node }, value) => write(session, (edit) => edit.update(node.id, { name: asString('name', value) })),
  },
  parent: { on: isAny, get: ({ node }) => (node.parentId === null ? null : nodeRef(node.parentId)) },
  visible: field(isScene, 'visible', asBoolean),
  locked: field(isScene, 'locked', asBoolean),
  expanded: field((type) => hasChildren(type) && isScene(type), 'expanded', asBoolean),
  isAsset: { on: isScene, get: () => false },
  children: { on: hasChildren, get: (at) => { requireLoaded(at, 'get_children'); return refs(childrenOf(at)); } },
  appendChild: { on: hasChildren, writes: true, call: (at, [child]) => place(at, 'appendChild', nodeArg(at.session, 'appendChild', child)) },
  insertChild: { on: hasChildren, writes: true, call: (at, [index, child]) => place(at, 'insertChild', nodeArg(at.session, 'insertChild', child), Number(index)) },
  remove: { on: isAny, writes: true, call: remove },
  clone: { on: (type: FigmaType) => isScene(type) || isPage(type), writes: true, call: clone },
  findAll: { on: hasChildren, call: (at, [test]) => refs(filter(loadedTree(at, 'findAll'), test)) },
  findOne: { on: hasChildren, call: (at, [test]) => first(loadedTree(at, 'findOne'), test) },
  findChildren: { on: hasChildren, call: (at, [test]) => { requireLoaded(at, 'findChildren'); return refs(filter(childrenOf(at), test)); } },
  findChild: { on: hasChildren, call: (at, [test]) => { requireLoaded(at, 'findChild'); return first(childrenOf(at), test); } },
  findAllWithCriteria: { on: hasChildren, call: findByCriteria },
} as const satisfies NodeMembers;

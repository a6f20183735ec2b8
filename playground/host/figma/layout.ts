// Members about position, size and auto layout, in Figma's geometry.
import { absoluteBox, cornerOf, groupsAbove, localMatrix, mapPoint, parentOf, toTransform, worldMatrix, xyForCorner, type Point } from '../geometry.ts';
import { renderBounds } from '../bounds.ts';
import { field } from './field.ts';
import type { At, NodeMember, NodeMembers } from './member.ts';
import { write } from './session.ts';
import { hasChildren, hasConstraints, hasRotation, isFrameLike, isScene, isText, type FigmaType } from './types.ts';
import { asBoolean, asNumber, asOneOf, fail, isRecord, invalid } from './values.ts';
import type { SceneNode } from '@open-pencil/scene-graph';

const MIN_SIZE = 0.01;

/** x and y as Figma counts them: from the nearest ancestor that is no group. */
export function position({ session, node }: At): Point {
  return groupsAbove(session.document.graph, node).reduce<Point>((point, group) => mapPoint(localMatrix(group), point), cornerOf(node));
}

export function moveTo(at: At, change: Partial<Point>): void {
  const { session, node } = at;
  if (isFlowed(at)) return;
  const from = position(at);
  const delta = { x: (change.x ?? from.x) - from.x, y: (change.y ?? from.y) - from.y };
  const groups = groupsAbove(session.document.graph, node);
  // A vector goes through the groups' inverse turn; groups are rarely turned, so the turn of the whole chain is undone at once.
  const turn = groups.reduce((sum, group) => sum + group.rotation, 0) * (Math.PI / 180);
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  write(session, (edit) => edit.update(node.id, { x: node.x + delta.x * cos - delta.y * sin, y: node.y + delta.x * sin + delta.y * cos }));
}

/** In an auto layout frame the frame decides about x and y. */
function isFlowed({ session, node }: At): boolean {
  const parent = parentOf(session.document.graph, node);
  return parent !== undefined && parent.layoutMode !== 'NONE' && node.layoutPositioning === 'AUTO';
}

function rotate({ session, node }: At, value: unknown): void {
  const rotation = -asNumber('rotation', value);
  const corner = cornerOf(node);
  write(session, (edit) => edit.update(node.id, { rotation, ...xyForCorner({ ...node, rotation }, corner) }));
}

function resize(at: At, [width, height]: readonly unknown[], member: string): void {
  const { session, node, type } = at;
  const [w, h] = [asNumber('width', width), asNumber('height', height)];
  if (w < MIN_SIZE || (h < MIN_SIZE && type !== 'LINE')) fail(member, `Expected "width" and "height" to be at least ${MIN_SIZE}`);
  if (type === 'LINE' && h !== 0) fail(member, 'The height of a line must be 0');
  const corner = cornerOf(node);
  const fixed = node.layoutMode === 'NONE' ? {} : { primaryAxisSizing: 'FIXED' as const, counterAxisSizing: 'FIXED' as const };
  write(session, (edit) => {
    if (member === 'resize') constrainChildren(at, w - node.width, h - node.height, edit.update);
    if (type === 'GROUP') return scaleChildren(at, w / node.width, h / node.height, edit.update);
    edit.update(node.id, { width: w, height: h, ...fixed, ...textSizing(at), ...xyForCorner({ ...node, width: w, height: h }, corner) });
  });
}

const textSizing = ({ type }: At): Partial<SceneNode> => (isText(type) ? { textAutoResize: 'NONE' } : {});

function scaleChildren({ session, node }: At, sx: number, sy: number, update: (id: string, props: Partial<SceneNode>) => void): void {
  for (const child of session.document.graph.getChildren(node.id)) update(child.id, { x: child.x * sx, y: child.y * sy, width: child.width * sx, height: child.height * sy });
}

function constrainChildren({ session, node, type }: At, dw: number, dh: number, update: (id: string, props: Partial<SceneNode>) => void): void {
  if (!isFrameLike(type) || node.layoutMode !== 'NONE') return;
  for (const child of session.document.graph.getChildren(node.id)) {
    const x = constrained(child.horizontalConstraint, child.x, child.width, node.width, dw);
    const y = constrained(child.verticalConstraint, child.y, child.height, node.height, dh);
    update(child.id, { x: x.start, width: x.length, y: y.start, height: y.length });
  }
}

function constrained(constraint: SceneNode['horizontalConstraint'], start: number, length: number, whole: number, delta: number): { start: number; length: number } {
  switch (constraint) {
    case 'MIN': return { start, length };
    case 'MAX': return { start: start + delta, length };
    case 'CENTER': return { start: start + delta / 2, length };
    case 'STRETCH': return { start, length: Math.max(MIN_SIZE, length + delta) };
    case 'SCALE': {
      const factor = whole === 0 ? 1 : (whole + delta) / whole;
      return { start: start * factor, length: length * factor };
    }
  }
}

function sizing(axis: 'HORIZONTAL' | 'VERTICAL'): NodeMember {
  const property = axis === 'HORIZONTAL' ? 'layoutSizingHorizontal' : 'layoutSizingVertical';
  const own = (node: SceneNode): 'primaryAxisSizing' | 'counterAxisSizing' => (node.layoutMode === axis ? 'primaryAxisSizing' : 'counterAxisSizing');
  const fills = ({ session, node }: At): Partial<SceneNode> | null => {
    const parent = parentOf(session.document.graph, node);
    if (!parent || parent.layoutMode === 'NONE') return null;
    return parent.layoutMode === axis ? { layoutGrow: 1 } : { layoutAlignSelf: 'STRETCH' };
  };
  return {
    on: (type: FigmaType) => isScene(type) && type !== 'SECTION', notInInstance: true,
    get: (at) => {
      const fill = fills(at);
      if (fill && (fill.layoutGrow === 1 ? at.node.layoutGrow === 1 : at.node.layoutAlignSelf === 'STRETCH')) return 'FILL';
      return at.node.layoutMode === 'NONE' ? 'FIXED' : at.node[own(at.node)];
    },
    set: (at, value) => {
      const wanted = asOneOf(property, value, ['FIXED', 'HUG', 'FILL']);
      const fill = fills(at);
      if (wanted === 'FILL' && !fill) fail(`set_${property}`, 'FILL can only be set on children of auto-layout frames');
      if (wanted === 'HUG' && at.node.layoutMode === 'NONE' && !isText(at.type)) {
        fail(`set_${property}`, 'HUG can only be set on auto-layout frames and text children of auto-layout frames');
      }
      const released = fill ? (fill.layoutGrow === 1 ? { layoutGrow: 0 } : { layoutAlignSelf: 'AUTO' as const }) : {};
      const chosen = at.node.layoutMode === 'NONE' ? released : { ...released, [own(at.node)]: wanted };
      write(at.session, (edit) => edit.update(at.node.id, wanted === 'FILL' && fill ? fill : chosen));
    },
  };
}

function constraints(at: At, value: unknown): void {
  if (!isRecord(value)) invalid('constraints', 'Expected object');
  const options = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'] as const;
  write(at.session, (edit) => edit.update(at.node.id, {
    horizontalConstraint: asOneOf('constraints', value['horizontal'], options), verticalConstraint: asOneOf('constraints', value['vertical'], options),
  }));
}

const amount = (property: 'itemSpacing' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom'): NodeMember =>
  field(isFrameLike, property, asNumber, { notInInstance: true });
const keepsRatio = (type: FigmaType): boolean => isScene(type) && type !== 'SECTION' && type !== 'GROUP';
const ratioLock = (ratio: (node: SceneNode) => Point | null): NodeMember => ({
  on: keepsRatio, writes: true,
  call: ({ session, node }) => write(session, (edit) => edit.update(node.id, { overrides: { ...node.overrides, hostAspect: ratio(node) } })),
});

function setLayoutMode({ session, node }: At, value: unknown): void {
  const layoutMode = asOneOf('layoutMode', value, ['NONE', 'HORIZONTAL', 'VERTICAL']);
  const hugs = node.layoutMode === 'NONE' ? { primaryAxisSizing: 'HUG', counterAxisSizing: 'HUG' } as const : {};
  write(session, (edit) => edit.update(node.id, { layoutMode, ...hugs }));
}

function setPositioning({ session, node }: At, value: unknown): void {
  const parent = parentOf(session.document.graph, node);
  const layoutPositioning = asOneOf('layoutPositioning', value, ['AUTO', 'ABSOLUTE']);
  if (layoutPositioning === 'ABSOLUTE' && parent?.layoutMode === 'NONE') {
    fail('set_layoutPositioning', 'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE');
  }
  write(session, (edit) => edit.update(node.id, { layoutPositioning }));
}
const transformOf = (at: At): unknown => {
  const [[a, b], [c, d]] = toTransform(localMatrix(at.node));
  const { x, y } = position(at);
  return [[a, b, x], [c, d, y]];
};

export const layoutMembers = {
  x: { on: isScene, notInInstance: true, get: (at) => position(at).x, set: (at, value) => moveTo(at, { x: asNumber('x', value) }) },
  y: { on: isScene, notInInstance: true, get: (at) => position(at).y, set: (at, value) => moveTo(at, { y: asNumber('y', value) }) },
  width: { on: isScene, get: ({ node }) => node.width },
  height: { on: isScene, get: ({ node }) => node.height },
  rotation: { on: hasRotation, notInInstance: true, get: ({ node }) => (node.rotation === 0 ? 0 : -node.rotation), set: rotate },
  relativeTransform: { on: isScene, get: transformOf },
  absoluteTransform: { on: isScene, get: ({ session, node }) => toTransform(worldMatrix(session.document.graph, node)) },
  absoluteBoundingBox: { on: isScene, get: ({ session, node }) => absoluteBox(session.document.graph, node) },
  absoluteRenderBounds: { on: isScene, get: ({ session, node }) => renderBounds(session.document.graph, node) },
  resize: { on: (type: FigmaType) => isScene(type) && type !== 'SECTION', writes: true, notInInstance: true, call: (at, args) => resize(at, args, 'resize') },
  resizeWithoutConstraints: { on: isScene, writes: true, notInInstance: true, call: (at, args) => resize(at, args, 'resizeWithoutConstraints') },
  constraints: { on: hasConstraints, get: ({ node }) => ({ horizontal: node.horizontalConstraint, vertical: node.verticalConstraint }), set: constraints },
  clipsContent: field(isFrameLike, 'clipsContent', asBoolean),
  layoutMode: { on: isFrameLike, notInInstance: true, get: ({ node }) => node.layoutMode, set: setLayoutMode },
  layoutPositioning: { on: (type: FigmaType) => isScene(type) && type !== 'SECTION', get: ({ node }) => node.layoutPositioning, set: setPositioning },
  layoutSizingHorizontal: sizing('HORIZONTAL'),
  layoutSizingVertical: sizing('VERTICAL'),
  layoutGrow: field(isScene, 'layoutGrow', asNumber),
  itemSpacing: amount('itemSpacing'),
  paddingLeft: amount('paddingLeft'), paddingRight: amount('paddingRight'), paddingTop: amount('paddingTop'), paddingBottom: amount('paddingBottom'),
  lockAspectRatio: ratioLock((node) => ({ x: node.width, y: node.height })),
  unlockAspectRatio: ratioLock(() => null),
  targetAspectRatio: { on: keepsRatio, get: ({ node }) => node.overrides['hostAspect'] ?? null },
  sectionContentsHidden: { on: (type: FigmaType) => type === 'SECTION' && hasChildren(type), get: () => false },
} as const satisfies NodeMembers;

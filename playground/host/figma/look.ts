// Members about how a node looks: fills, strokes, effects, opacity, blend mode, corners. Validation is in paints.ts and effects.ts.
import type { SceneNode, Stroke } from '@open-pencil/scene-graph';
import { effectOf, effectsOf } from './effects.ts';
import { field } from './field.ts';
import { type At, type NodeMember, type NodeMembers } from './member.ts';
import { MIXED } from './crossing.ts';
import { fillsOf, number, paintOf } from './paints.ts';
import { write } from './session.ts';
import { hasBlend, hasCornerRadius, hasCorners, hasFills, hasStrokes, isText } from './types.ts';
import { asNumber, asOneOf, asString, fail, invalid } from './values.ts';

const BLEND_MODES = [
  'PASS_THROUGH', 'NORMAL', 'DARKEN', 'MULTIPLY', 'COLOR_BURN', 'LIGHTEN', 'SCREEN', 'COLOR_DODGE', 'OVERLAY', 'SOFT_LIGHT', 'HARD_LIGHT', 'DIFFERENCE',
  'EXCLUSION', 'HUE', 'SATURATION', 'COLOR', 'LUMINOSITY',
] as const;
const NO_ASYNC_STYLE = 'Cannot call with documentAccess: dynamic-page. Use node.setFillStyleIdAsync instead.';

const hasMixedFills = ({ node, type }: At): boolean => isText(type) && node.styleRuns.some((run) => run.style.fills !== undefined);

function setFills({ session, node, type }: At, value: unknown): void {
  const own = new Set(node.fills.map((fill) => fill.imageHash));
  const fills = fillsOf('fills', value, (hash) => session.document.images.has(hash) || own.has(hash));
  const styleRuns = isText(type) ? { styleRuns: node.styleRuns.map(({ style: { fills: _fills, ...style }, ...run }) => ({ ...run, style })) } : {};
  write(session, (edit) => edit.update(node.id, { fills, fillStyleId: null, ...styleRuns }));
}

async function setFillStyle({ session, node }: At, [id]: readonly unknown[]): Promise<void> {
  if (asString('fillStyleId', id) !== '') fail('setFillStyleIdAsync', `Style with id "${String(id)}" is not in the playground host`);
  write(session, (edit) => edit.update(node.id, { fillStyleId: null }));
}

function setStrokes({ session, node }: At, value: unknown): void {
  const paints = fillsOf('strokes', value, (hash) => session.document.images.has(hash));
  if (paints.some((paint) => paint.type !== 'SOLID')) fail('set_strokes', 'Strokes other than SOLID are not in the playground host');
  const { weight, align } = node.strokes[0] ?? { weight: 1, align: node.type === 'LINE' ? 'CENTER' as const : 'INSIDE' as const };
  const strokes = paints.map((paint): Stroke => ({ color: paint.color, opacity: paint.opacity, visible: paint.visible, weight, align }));
  write(session, (edit) => edit.update(node.id, { strokes, strokeGeometry: [] }));
}

function restroke({ session, node }: At, change: Partial<Stroke>): void {
  write(session, (edit) => edit.update(node.id, { strokes: node.strokes.map((stroke) => ({ ...stroke, ...change })), strokeGeometry: [] }));
}

const length = (property: string, value: unknown): number => number(property, value, property, 0, Infinity);

function dashes(value: unknown): number[] {
  if (!Array.isArray(value)) invalid('dashPattern', 'Expected array');
  return Array.from(value, (dash: unknown) => asNumber('dashPattern', dash));
}

const CORNERS = ['topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius'] as const;

function cornerRadius({ node }: At): number | symbol {
  if (!node.independentCorners) return node.cornerRadius;
  return CORNERS.every((corner) => node[corner] === node.topLeftRadius) ? node.topLeftRadius : MIXED;
}

function setCorners({ session, node }: At, change: Partial<Pick<SceneNode, (typeof CORNERS)[number]>>): void {
  const now = node.independentCorners ? {} : Object.fromEntries(CORNERS.map((corner) => [corner, node.cornerRadius]));
  write(session, (edit) => edit.update(node.id, { ...now, ...change, independentCorners: true }));
}

const corner = (property: (typeof CORNERS)[number]): NodeMember => ({
  on: hasCorners, get: ({ node }) => (node.independentCorners ? node[property] : node.cornerRadius),
  set: (at, value) => setCorners(at, { [property]: length(property, value) }),
});

export const lookMembers = {
  fills: { on: hasFills, get: (at) => (hasMixedFills(at) ? MIXED : at.node.fills.map(paintOf)), set: setFills },
  setFillsAsync: { on: hasFills, writes: true, call: async (at, [value]) => setFills(at, value) },
  fillStyleId: { on: hasFills, get: (at) => (hasMixedFills(at) ? MIXED : at.node.fillStyleId ?? ''), set: () => fail('set_fillStyleId', NO_ASYNC_STYLE) },
  setFillStyleIdAsync: { on: hasFills, writes: true, call: setFillStyle },
  strokes: { on: hasStrokes, get: ({ node }) => node.strokes.map((stroke) => paintOf({ ...stroke, type: 'SOLID' })), set: setStrokes },
  strokeWeight: { on: hasStrokes, get: ({ node }) => node.strokes[0]?.weight ?? 1, set: (at, value) => restroke(at, { weight: length('strokeWeight', value) }) },
  strokeAlign: {
    on: hasStrokes, get: ({ node }) => node.strokes[0]?.align ?? 'INSIDE',
    set: (at, value) => restroke(at, { align: asOneOf('strokeAlign', value, ['INSIDE', 'CENTER', 'OUTSIDE']) }),
  },
  dashPattern: { on: hasStrokes, get: ({ node }) => node.dashPattern, set: (at, value) => restroke(at, { dashPattern: dashes(value) }) },
  effects: { ...field(hasBlend, 'effects', (_, value) => effectsOf(value)), get: ({ node }) => node.effects.map(effectOf) },
  opacity: field(hasBlend, 'opacity', (property, value) => number(property, value, property, 0, 1)),
  blendMode: field(hasBlend, 'blendMode', (property, value) => asOneOf(property, value, BLEND_MODES)),
  isMask: { on: hasBlend, get: ({ node }) => node.isMask },
  cornerRadius: {
    on: hasCornerRadius, get: cornerRadius,
    set: ({ session, node }, value) => write(session, (edit) => edit.update(node.id, { cornerRadius: length('cornerRadius', value), independentCorners: false })),
  },
  topLeftRadius: corner('topLeftRadius'), topRightRadius: corner('topRightRadius'),
  bottomLeftRadius: corner('bottomLeftRadius'), bottomRightRadius: corner('bottomRightRadius'),
} as const satisfies NodeMembers;

// The colours of a layer that are its own: plain and gradient paints that follow no variable and no style. Reading, and the same paints
// with other colours; everything else about a paint stays.
import type { Rgb } from '../../core/colour.ts';
import type { Remap } from '../../core/style/remap.ts';
import { fillsOf, isVisiblePaint } from '../paints.ts';

/** Which paints of a layer: they are read and written alike. */
export type PaintSide = 'fills' | 'strokes';

/** Paints of one side of a layer whose colours may change. */
export interface OwnPaints {
  readonly side: PaintSide;
  readonly paints: readonly Paint[];
}

/** Sides that hold a colour of the layer's own. */
export function ownPaints(node: SceneNode): OwnPaints[] {
  const sides: OwnPaints[] = [];
  const fills = fillsOf(node);
  if (!followsStyle(node, 'fills') && fills.some(isOwn)) sides.push({ side: 'fills', paints: fills });
  const strokes = 'strokes' in node ? node.strokes : [];
  if (!followsStyle(node, 'strokes') && strokes.some(isOwn)) sides.push({ side: 'strokes', paints: strokes });
  return sides;
}

/** True where a visible colour of the layer follows a variable or a paint style. */
export function hasBoundColours(node: SceneNode): boolean {
  const strokes = 'strokes' in node ? node.strokes : [];
  const isStyled = (followsStyle(node, 'fills') && fillsOf(node).some(isColour)) || (followsStyle(node, 'strokes') && strokes.some(isColour));
  return isStyled || [...fillsOf(node), ...strokes].some((paint) => isColour(paint) && followsVariable(paint));
}

/** Colours in own paints, each as often as it stands there. */
export function coloursIn(paints: readonly Paint[]): Rgb[] {
  return paints.filter(isOwn).flatMap((paint) => (paint.type === 'SOLID' ? [toBytes(paint.color)] : 'gradientStops' in paint ? paint.gradientStops.map((stop) => toBytes(stop.color)) : []));
}

/** The paints with own colours exchanged; opacity, stops, transforms and the paints of others stay. */
export function repainted(paints: readonly Paint[], remap: Remap): Paint[] {
  return paints.map((paint) => {
    if (!isOwn(paint)) return paint;
    if (paint.type === 'SOLID') return { ...paint, color: recoloured(paint.color, remap) };
    if (!('gradientStops' in paint)) return paint;
    return { ...paint, gradientStops: paint.gradientStops.map((stop) => (stop.boundVariables?.color ? stop : { ...stop, color: recoloured(stop.color, remap) })) };
  });
}

/** The very same colour where nothing changes: no rounding to bytes. */
function recoloured<Colour extends RGB>(colour: Colour, remap: Remap): Colour {
  const before = toBytes(colour);
  const after = remap(before);
  return before.join() === after.join() ? colour : { ...colour, ...toUnit(after) };
}

/** The plain colour on top where nothing shines through it; null where the layer shows none, or a picture or a gradient. */
export function plainColour(paints: readonly Paint[]): Rgb | null {
  const visible = paints.filter(isVisiblePaint);
  const top = visible[visible.length - 1];
  return top?.type === 'SOLID' && (top.opacity ?? 1) > 0.9 ? toBytes(top.color) : null;
}

export function followsStyle(node: SceneNode, side: PaintSide): boolean {
  const id = side === 'fills' ? ('fillStyleId' in node ? node.fillStyleId : '') : 'strokeStyleId' in node ? node.strokeStyleId : '';
  return id !== '';
}

function isOwn(paint: Paint): boolean {
  return isColour(paint) && !followsVariable(paint);
}

function isColour(paint: Paint): boolean {
  return isVisiblePaint(paint) && (paint.type === 'SOLID' || paint.type.startsWith('GRADIENT_'));
}

function followsVariable(paint: Paint): boolean {
  return paint.type === 'SOLID' && paint.boundVariables?.color !== undefined;
}

function toBytes({ r, g, b }: RGB): Rgb {
  return [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
}

function toUnit([red, green, blue]: Rgb): RGB {
  return { r: red / 255, g: green / 255, b: blue / 255 };
}

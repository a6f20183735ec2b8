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
  /** The letters that they colour, where a text has several colours. */
  readonly range?: Range;
}

/** `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What colours a layer, or a stretch of its letters. */
interface Colouring extends OwnPaints {
  readonly isStyled: boolean;
}

/** Sides that hold a colour of the layer's own. */
export function ownPaints(node: SceneNode): OwnPaints[] {
  return coloursOf(node).filter(({ isStyled, paints }) => !isStyled && paints.some(isOwn)).map(({ side, paints, range }) => ({ side, paints, ...(range ? { range } : {}) }));
}

/** True where a visible colour of the layer follows a variable or a paint style. */
export function hasBoundColours(node: SceneNode): boolean {
  return coloursOf(node).some(({ isStyled, paints }) => paints.some((paint) => isColour(paint) && (isStyled || followsVariable(paint))));
}

function coloursOf(node: SceneNode): Colouring[] {
  const strokes: Colouring[] = 'strokes' in node ? [{ side: 'strokes', paints: node.strokes, isStyled: followsStyle(node, 'strokes') }] : [];
  if (node.type === 'TEXT' && node.fills === figma.mixed) return [...stretchesOf(node), ...strokes];
  return [{ side: 'fills', paints: fillsOf(node), isStyled: followsStyle(node, 'fills') }, ...strokes];
}

function stretchesOf(text: TextNode): Colouring[] {
  return text.getStyledTextSegments(['fills', 'fillStyleId']).map(({ start, end, fills, fillStyleId }) => ({ side: 'fills', paints: fills, range: { start, end }, isStyled: fillStyleId !== '' }));
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

/** The plain colours of a layer, each once: those of every stretch where a text has several. */
export function plainColours(node: SceneNode): Rgb[] {
  const found = coloursOf(node).flatMap(({ side, paints }) => (side === 'fills' ? [plainColour(paints)] : [])).filter((rgb) => rgb !== null);
  return found.filter((rgb, index) => found.findIndex((other) => other.join() === rgb.join()) === index);
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

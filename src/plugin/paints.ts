// Reads fills and strokes of any layer. Reading a property that a layer lacks throws, and text can have mixed ones.

// Layers whose fill shows a picture; a LINE has no area, and sections are not known to take one.
const TAKES_PICTURES: ReadonlySet<string> = new Set([
  'FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SLIDE', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'BOOLEAN_OPERATION', 'TEXT',
]);

export type Fillable = SceneNode & MinimalFillsMixin;

/** True when a picture can be put into the layer's fill. */
export function takesFill(node: BaseNode): node is Fillable {
  return TAKES_PICTURES.has(node.type) && 'fills' in node && node.fills !== figma.mixed;
}

/** The fills from bottom to top; none where the layer has none or they are mixed. */
export function fillsOf(node: BaseNode): readonly Paint[] {
  return 'fills' in node && node.fills !== figma.mixed ? node.fills : [];
}

export function hasVisibleStroke(node: BaseNode): boolean {
  return 'strokes' in node && node.strokes.some(isVisiblePaint);
}

export function isVisiblePaint(paint: Paint): boolean {
  return paint.visible !== false && (paint.opacity === undefined || paint.opacity > 0);
}

/** Index of the picture that lies on top; −1 when the fills show none. */
export function topPicture(fills: readonly Paint[]): number {
  for (let index = fills.length - 1; index >= 0; index--) {
    const paint = fills[index];
    if (paint && paint.type === 'IMAGE' && paint.imageHash !== null && isVisiblePaint(paint)) return index;
  }
  return -1;
}

/** The hash of the picture on top; null when the layer shows none in its fill. */
export function pictureHash(node: BaseNode): string | null {
  const fills = fillsOf(node);
  const paint = fills[topPicture(fills)];
  return paint?.type === 'IMAGE' ? paint.imageHash : null;
}

// Sizes and boxes in the two spaces that the plugin works in. Nothing here knows of Figma or of a model.

declare const space: unique symbol;

/** Lengths in a Figma document; positions are absolute on their page. May be fractional. */
export type CanvasPx = number;
/** Lengths in a picture's own pixels; whole numbers from 1 up. */
export type ImagePx = number;

/** A size that remembers its space: an ImageSize is not assignable to a CanvasSize, though literals fit both. */
export interface Size<Space extends string> {
  readonly width: number;
  readonly height: number;
  readonly [space]?: Space;
}

/** An axis-aligned box, origin top left, y down. */
export interface Box<Space extends string> extends Size<Space> {
  readonly x: number;
  readonly y: number;
}

export type CanvasSize = Size<'canvas'>;
export type CanvasBox = Box<'canvas'>;
export type ImageSize = Size<'image'>;
export type ImageBox = Box<'image'>;

/** The longer side of a size, in the size's own unit. */
export function longEdge(size: Size<string>): number {
  return Math.max(size.width, size.height);
}

/** True when the two boxes share more than `tolerance` (canvas px) in both directions; touching edges do not count. */
export function overlaps(a: CanvasBox, b: CanvasBox, tolerance: CanvasPx = 0.01): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > tolerance && down > tolerance;
}

/** The smallest box that holds all the given ones. Throws RangeError for an empty list. */
export function union<Space extends string>(boxes: readonly Box<Space>[]): Box<Space> {
  if (boxes.length === 0) throw new RangeError('union of no boxes');
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/**
 * The largest whole-pixel size with the same ratio whose sides stay within `limit` (image px), never enlarged,
 * never under 1 × 1.
 */
export function fitWithin(size: ImageSize, limit: ImagePx): ImageSize {
  const scale = Math.min(1, limit / longEdge(size));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

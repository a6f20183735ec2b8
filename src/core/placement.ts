// Finds free places on the canvas for a row of pictures beside their source. Pure geometry: it knows no layers and moves nothing.
import { overlaps } from './geometry.ts';
import type { CanvasBox, CanvasPx, CanvasSize, ImageSize } from './geometry.ts';

/** Space between a source, its pictures and whatever else lies around them. */
export const ROW_GAP: CanvasPx = 24;
/** Pictures side by side before the next row begins. */
export const PER_ROW = 4;

interface Row {
  /** Everything that must stay uncovered, in the coordinates of the result; hidden and locked layers too. */
  readonly siblings: readonly CanvasBox[];
  readonly slot: CanvasSize;
  /** Whole number from 1 up. */
  readonly count: number;
  readonly gap?: CanvasPx;
}

/**
 * Boxes for `count` pictures right of `source`, aligned to its top, in rows of four. A block that would come closer than `gap`
 * to a sibling moves right past it, or below the source, aligned to its left, when that is the shorter way.
 * Deterministic; O(n log n) in the siblings.
 */
export function freeRow(row: Row & { readonly source: CanvasBox }): CanvasBox[] {
  const { source, gap = ROW_GAP } = row;
  const beside = { x: source.x + source.width + gap, y: source.y };
  const below = { x: source.x, y: source.y + source.height + gap };
  return rowAt(row, shorter(walkFrom(row, beside, 'x'), walkFrom(row, below, 'y'), beside.x, source.y));
}

/** Like `freeRow`, but the block starts with its top left corner at `corner` where that is free. Corners are rounded up to whole px. */
export function freeRowFrom(row: Row & { readonly corner: Corner }): CanvasBox[] {
  const { corner } = row;
  return rowAt(row, shorter(walkFrom(row, corner, 'x'), walkFrom(row, corner, 'y'), corner.x, corner.y));
}

interface Corner {
  readonly x: CanvasPx;
  readonly y: CanvasPx;
}

/** Where the block comes to lie when it starts at `corner` and moves along one axis past whatever is in its way. */
function walkFrom({ siblings, slot, count, gap = ROW_GAP }: Row, corner: Corner, axis: 'x' | 'y'): CanvasBox {
  const start = { x: Math.ceil(corner.x), y: Math.ceil(corner.y), ...rowSize(slot, count, gap) };
  // Most of a page lies beside the way: it is left out before anything is made of it, which the sandbox's slow engine feels.
  const { x, y, width, height } = grow(start, gap);
  const isOnTheWay =
    axis === 'x'
      ? (box: CanvasBox) => box.y < y + height && box.y + box.height > y && box.x + box.width > x
      : (box: CanvasBox) => box.x < x + width && box.x + box.width > x && box.y + box.height > y;
  const obstacles = siblings.filter(isOnTheWay).map((box) => grow(box, gap));
  return pastAll(start, obstacles, axis, axis === 'x' ? 'width' : 'height');
}

function shorter(right: CanvasBox, down: CanvasBox, fromX: CanvasPx, fromY: CanvasPx): CanvasBox {
  return right.x - Math.ceil(fromX) <= down.y - Math.ceil(fromY) ? right : down;
}

function rowAt({ slot, count, gap = ROW_GAP }: Row, free: Corner): CanvasBox[] {
  return Array.from({ length: count }, (_, index) => ({
    x: free.x + (index % PER_ROW) * (Math.ceil(slot.width) + gap),
    y: free.y + Math.floor(index / PER_ROW) * (Math.ceil(slot.height) + gap),
    width: slot.width,
    height: slot.height,
  }));
}

/** The size of the whole block of `count` pictures, gaps between them included. */
export function rowSize(slot: CanvasSize, count: number, gap: CanvasPx = ROW_GAP): CanvasSize {
  const columns = Math.min(count, PER_ROW);
  const rows = Math.ceil(count / PER_ROW);
  return {
    width: columns * Math.ceil(slot.width) + (columns - 1) * gap,
    height: rows * Math.ceil(slot.height) + (rows - 1) * gap,
  };
}

/** True when `inner` lies wholly in `outer`; edges may touch. */
export function contains(outer: CanvasBox, inner: CanvasBox): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/**
 * The size a section needs to hold `content` with `gap` around it; it only ever grows to the right and down, so that nothing in it moves.
 * Null when it would then cover one of its own `siblings` or leave `within` (the section around it; null on a page).
 */
export function grownSection(
  section: CanvasBox,
  content: CanvasBox,
  siblings: readonly CanvasBox[],
  within: CanvasBox | null,
  gap: CanvasPx = ROW_GAP,
): CanvasSize | null {
  const right = Math.max(section.x + section.width, content.x + content.width + gap);
  const bottom = Math.max(section.y + section.height, content.y + content.height + gap);
  const grown = { x: section.x, y: section.y, width: right - section.x, height: bottom - section.y };
  if (within && !contains(within, grown)) return null;
  if (siblings.some((sibling) => overlaps(grown, sibling))) return null;
  return { width: grown.width, height: grown.height };
}

/**
 * The largest size of the picture's own ratio within `place` (canvas px), so that an image fill crops nothing.
 * A difference of up to one px is rounding and keeps the place's size.
 */
export function fitPlace(place: CanvasSize, picture: ImageSize): CanvasSize {
  const height = (place.width * picture.height) / picture.width;
  if (Math.abs(height - place.height) <= 1) return { width: place.width, height: place.height };
  if (height < place.height) return { width: place.width, height };
  return { width: (place.height * picture.width) / picture.height, height: place.height };
}

function grow(box: CanvasBox, by: CanvasPx): CanvasBox {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

// Sorted by where they begin, one pass is enough: what the block has passed can never be in its way again.
function pastAll(block: CanvasBox, obstacles: readonly CanvasBox[], axis: 'x' | 'y', length: 'width' | 'height'): CanvasBox {
  let at = block[axis];
  for (const box of [...obstacles].sort((a, b) => a[axis] - b[axis])) {
    const isInTheWay = box[axis] < at + block[length] && box[axis] + box[length] > at;
    if (isInTheWay) at = Math.ceil(box[axis] + box[length]);
  }
  return { ...block, [axis]: at };
}

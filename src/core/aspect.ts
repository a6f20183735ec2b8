// From a source of any ratio to the few that a model answers, and back to the pixel. Numbers only, no pixels.
import type { ImageBox, ImageSize, Size } from './geometry.ts';
import { fitWithin } from './geometry.ts';
import { freeLongEdge, pixelSize } from './model.ts';
import type { ImageModelCard, Ratio, SizeClass } from './model.ts';

export interface Shape {
  /** The ratio to ask for; null where the engine draws every ratio. */
  readonly ratio: Ratio | null;
  /** The pixels to expect (image px). */
  readonly size: ImageSize;
}

/**
 * The offered shape nearest to a source of any unit: smallest |log(offered ratio / source ratio)|, measured on the
 * pixel table and not on the ratios' names. Ties go to the earlier row of the card. Both sides must be over 0.
 */
export function nearestShape(source: Size<string>, card: ImageModelCard, sizeClass: SizeClass): Shape {
  if (card.ratios === 'any') return { ratio: null, size: freeShape(source, sizeClass) };
  const wanted = Math.log(source.width / source.height);
  const ranked = card.ratios.map((ratio) => ({ ratio, size: pixelSize(ratio, sizeClass) }));
  return ranked.reduce((best, next) => (distance(next.size, wanted) < distance(best.size, wanted) - 1e-9 ? next : best));
}

/**
 * Where a source lies in a padded picture of size `target` (both image px): as large as fits, ratio kept to the nearest
 * pixel, centred, whole pixels. The rest is to be filled by extending the edges.
 */
export function padBox(source: ImageSize, target: ImageSize): ImageBox {
  const scale = Math.min(target.width / source.width, target.height / source.height);
  const width = clamp(Math.round(source.width * scale), 1, target.width);
  const height = clamp(Math.round(source.height * scale), 1, target.height);
  return { x: Math.floor((target.width - width) / 2), y: Math.floor((target.height - height) / 2), width, height };
}

/**
 * The same box in an answer that may have come at another size than the padded picture: every edge scaled, rounded to
 * whole pixels, at least 1 × 1, inside the answer.
 */
export function cropBox(content: ImageBox, padded: ImageSize, answer: ImageSize): ImageBox {
  const across = answer.width / padded.width;
  const down = answer.height / padded.height;
  const left = clamp(Math.round(content.x * across), 0, answer.width - 1);
  const top = clamp(Math.round(content.y * down), 0, answer.height - 1);
  const right = clamp(Math.round((content.x + content.width) * across), left + 1, answer.width);
  const bottom = clamp(Math.round((content.y + content.height) * down), top + 1, answer.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The largest centred box of a wanted ratio (any unit) inside an answer: for runs from words, which crop to cover. */
export function coverBox(answer: ImageSize, wanted: Size<string>): ImageBox {
  return centred(answer, padBox({ width: wanted.width, height: wanted.height }, answer));
}

/** True when the box is the whole picture, so that nothing has to be cropped and the bytes can stay as they came. */
export function isWhole(box: ImageBox, size: ImageSize): boolean {
  return box.x === 0 && box.y === 0 && box.width === size.width && box.height === size.height;
}

function freeShape(source: Size<string>, sizeClass: SizeClass): ImageSize {
  const edge = freeLongEdge(sizeClass);
  const scale = edge / Math.max(source.width, source.height);
  return fitWithin({ width: Math.max(1, source.width * scale), height: Math.max(1, source.height * scale) }, edge);
}

function distance(size: ImageSize, wantedLog: number): number {
  return Math.abs(Math.log(size.width / size.height) - wantedLog);
}

function centred(outer: ImageSize, inner: ImageSize): ImageBox {
  return {
    x: Math.floor((outer.width - inner.width) / 2),
    y: Math.floor((outer.height - inner.height) / 2),
    width: inner.width,
    height: inner.height,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

// Cutting pixel work into slices of a few milliseconds without a clock: by an estimate of the cost of a pixel.
import type { Sliced } from './raster.ts';

/** How much estimated work lies between two yields. */
const SLICE_NS = 1_000_000;

/**
 * Runs `row` for the rows 0 to `height - 1` and yields the part done. `nsPerPixel` is what one pixel of a row costs on
 * an ordinary laptop; it only decides how often to yield.
 */
export function* eachRow(height: number, width: number, nsPerPixel: number, row: (y: number) => void): Sliced<void> {
  const rows = Math.max(1, Math.floor(SLICE_NS / (width * nsPerPixel)));
  for (let y = 0; y < height; y++) {
    row(y);
    if (y % rows === rows - 1) yield (y + 1) / height;
  }
}

/** Runs `work` as the stage from `from` to `to` (0 to 1) of a longer work. */
export function* stage<Result>(from: number, to: number, work: Sliced<Result>): Sliced<Result> {
  let step = work.next();
  while (!step.done) {
    yield from + (to - from) * step.value;
    step = work.next();
  }
  return step.value;
}

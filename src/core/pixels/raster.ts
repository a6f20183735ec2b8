// The one picture type of core/pixels: sRGB bytes in memory. Codecs live in ui/images, never here.
import type { ImagePx } from '../geometry.ts';

/** Row-major RGBA, 8 bit sRGB, straight (not premultiplied) alpha; `data.length` is `width * height * 4`. */
export interface Raster {
  readonly width: ImagePx;
  readonly height: ImagePx;
  readonly data: Uint8ClampedArray;
}

/** A transparent black picture of the given size. Throws RangeError unless both sides are whole and at least 1. */
export function createRaster(width: ImagePx, height: ImagePx): Raster {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`no picture is ${width} × ${height}`);
  }
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

/**
 * Work that can be cut into slices: yields the part done (0 to 1) after every few milliseconds of work and returns the
 * result. A worker runs it to the end; the UI thread runs it a slice a frame.
 */
export type Sliced<Result> = Generator<number, Result, void>;

/** Runs sliced work to its end at once. For workers and tests, not for the UI thread. */
export function runToEnd<Result>(work: Sliced<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

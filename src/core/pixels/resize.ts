// Other sizes of a picture: area average where it shrinks, bilinear where it grows, weighed by alpha.
import type { ImageBox, ImageSize } from '../geometry.ts';
import { clamp } from '../maths.ts';
import { createRaster, runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow, stage } from './slices.ts';

/** For every target position the source positions it is made of, `taps` a position, and their weights (sum 1). */
interface Taps {
  readonly taps: number;
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

/**
 * The picture, or the `region` of it (image px of the source, may be fractional and may reach over the edge, where
 * the edge repeats), at exactly `size`. Ratio is the caller's business.
 */
export function resize(source: Raster, size: ImageSize, region?: ImageBox): Raster {
  return runToEnd(resizeSliced(source, size, region));
}

/** As `resize`, in slices. */
export function* resizeSliced(source: Raster, size: ImageSize, region = wholeOf(source)): Sliced<Raster> {
  const target = createRaster(size.width, size.height);
  const across = tapsOf(region.x, region.width, size.width, source.width);
  const down = tapsOf(region.y, region.height, size.height, source.height);
  const rows = new Float32Array(size.width * source.height * 4);
  yield* stage(0, 0.5, eachRow(source.height, size.width, 12 * across.taps, (y) => narrowRow(source, rows, across, size.width, y)));
  yield* stage(0.5, 1, eachRow(size.height, size.width, 12 * down.taps, (y) => stackRows(rows, target, down, y)));
  return target;
}

function wholeOf(source: Raster): ImageBox {
  return { x: 0, y: 0, width: source.width, height: source.height };
}

function tapsOf(start: number, length: number, count: number, limit: number): Taps {
  const step = length / count;
  const reach = Math.max(1, step);
  const taps = Math.ceil(reach) + 1;
  const index = new Int32Array(count * taps);
  const weight = new Float32Array(count * taps);
  for (let position = 0; position < count; position++) {
    const centre = start + (position + 0.5) * step;
    const first = Math.floor(centre - reach / 2);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const share = step < 1 ? Math.max(0, 1 - Math.abs(first + tap + 0.5 - centre)) : overlap(first + tap, centre, reach);
      index[position * taps + tap] = clamp(first + tap, 0, limit - 1);
      weight[position * taps + tap] = share;
      sum += share;
    }
    for (let tap = 0; tap < taps; tap++) weight[position * taps + tap] = (weight[position * taps + tap] ?? 0) / sum;
  }
  return { taps, index, weight };
}

function overlap(pixel: number, centre: number, reach: number): number {
  return Math.max(0, Math.min(pixel + 1, centre + reach / 2) - Math.max(pixel, centre - reach / 2));
}

/** One source row at the target's width, colours premultiplied so that clear pixels do not stain their neighbours. */
function narrowRow(source: Raster, rows: Float32Array, { taps, index, weight }: Taps, width: number, y: number): void {
  const { data } = source;
  const line = y * source.width;
  for (let x = 0; x < width; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let tap = x * taps; tap < x * taps + taps; tap++) {
      const at = (line + (index[tap] ?? 0)) * 4;
      const share = (weight[tap] ?? 0) * (data[at + 3] ?? 0);
      red += share * (data[at] ?? 0);
      green += share * (data[at + 1] ?? 0);
      blue += share * (data[at + 2] ?? 0);
      alpha += share;
    }
    const to = (y * width + x) * 4;
    rows[to] = red;
    rows[to + 1] = green;
    rows[to + 2] = blue;
    rows[to + 3] = alpha;
  }
}

function stackRows(rows: Float32Array, target: Raster, { taps, index, weight }: Taps, y: number): void {
  const { width, data } = target;
  for (let x = 0; x < width; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let tap = y * taps; tap < y * taps + taps; tap++) {
      const at = ((index[tap] ?? 0) * width + x) * 4;
      const share = weight[tap] ?? 0;
      red += share * (rows[at] ?? 0);
      green += share * (rows[at + 1] ?? 0);
      blue += share * (rows[at + 2] ?? 0);
      alpha += share * (rows[at + 3] ?? 0);
    }
    const to = (y * width + x) * 4;
    const whole = alpha > 0 ? 1 / alpha : 0;
    data[to] = red * whole;
    data[to + 1] = green * whole;
    data[to + 2] = blue * whole;
    data[to + 3] = alpha;
  }
}

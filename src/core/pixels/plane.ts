// Single-channel pictures in floating point, the working material of the filters: brightness, blur, sampling.
import { clamp, mix } from '../maths.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow, stage } from './slices.ts';

/** Row-major numbers, mostly 0 to 1; `data.length` is `width * height`. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** Brightness of an opaque picture, 0 to 1 (Rec. 601 weights on the sRGB bytes). */
export function* brightness({ width, height, data }: Raster): Sliced<Plane> {
  const plane = createPlane(width, height);
  yield* eachRow(height, width, 4, (y) => {
    for (let i = y * width; i < (y + 1) * width; i++) {
      plane.data[i] = (0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0)) / 255;
    }
  });
  return plane;
}

/** A Gaussian blur of about `sigma` px as three box blurs; the edge repeats. Returns a new plane. */
export function* blur(source: Plane, sigma: number): Sliced<Plane> {
  if (sigma < 0.3) return { ...source, data: source.data.slice() };
  const [small, large, smallOnes] = boxRadii(sigma);
  let current = source;
  for (let pass = 0; pass < 3; pass++) {
    const radius = pass < smallOnes ? small : large;
    current = yield* stage(pass / 3, (pass + 1) / 3, boxBlur(current, radius));
  }
  return current;
}

/** Radii of three boxes whose joint variance is nearest to a Gaussian's: the smaller, the larger, how many smaller. */
function boxRadii(sigma: number): readonly [number, number, number] {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  const small = Math.max(1, Math.floor(ideal) - (Math.floor(ideal) % 2 === 0 ? 1 : 0));
  const smallOnes = Math.round((12 * sigma * sigma - 3 * small * small - 12 * small - 9) / (-4 * small - 4));
  return [(small - 1) / 2, (small + 1) / 2, smallOnes];
}

/** The mean over the square of side `2 * radius + 1` px; the edge repeats. */
export function* boxBlur(source: Plane, radius: number): Sliced<Plane> {
  if (radius < 1) return source;
  const across = createPlane(source.width, source.height);
  yield* stage(0, 0.5, eachRow(source.height, source.width, 6, (y) => blurRow(source, across, radius, y)));
  const target = createPlane(source.width, source.height);
  const sums = new Float64Array(source.width);
  yield* stage(0.5, 1, eachRow(source.height, source.width, 6, (y) => blurColumns(across, target, sums, radius, y)));
  return target;
}

function blurRow({ width, data }: Plane, target: Plane, radius: number, y: number): void {
  const line = y * width;
  const last = width - 1;
  let sum = 0;
  for (let x = -radius; x <= radius; x++) sum += data[line + clamp(x, 0, last)] ?? 0;
  for (let x = 0; x < width; x++) {
    target.data[line + x] = sum / (2 * radius + 1);
    sum += (data[line + Math.min(last, x + radius + 1)] ?? 0) - (data[line + Math.max(0, x - radius)] ?? 0);
  }
}

/** Rows must come in order: the column sums move down with them. */
function blurColumns({ width, height, data }: Plane, target: Plane, sums: Float64Array, radius: number, y: number): void {
  for (let dy = -radius; y === 0 && dy <= radius; dy++) {
    const line = clamp(dy, 0, height - 1) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (data[line + x] ?? 0);
  }
  const entering = Math.min(height - 1, y + radius + 1) * width;
  const leaving = Math.max(0, y - radius) * width;
  for (let x = 0; x < width; x++) {
    const sum = sums[x] ?? 0;
    target.data[y * width + x] = sum / (2 * radius + 1);
    sums[x] = sum + (data[entering + x] ?? 0) - (data[leaving + x] ?? 0);
  }
}

/** The plane between its pixels (bilinear); coordinates outside give the edge. Pixel centres are whole numbers. */
export function sample({ width, height, data }: Plane, x: number, y: number): number {
  const heldX = clamp(x, 0, width - 1);
  const heldY = clamp(y, 0, height - 1);
  const left = Math.floor(heldX);
  const top = Math.floor(heldY);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1) * width;
  const upper = mix(data[top * width + left] ?? 0, data[top * width + right] ?? 0, heldX - left);
  const lower = mix(data[bottom + left] ?? 0, data[bottom + right] ?? 0, heldX - left);
  return mix(upper, lower, heldY - top);
}

/** The values below which `parts` (each 0 to 1) of all values lie, read from a histogram of values 0 to 1. */
export function percentiles({ data }: Plane, parts: readonly number[]): number[] {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) {
    const bin = clamp(Math.round((data[i] ?? 0) * 255), 0, 255);
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return parts.map((part) => {
    let seen = 0;
    const bin = histogram.findIndex((count) => (seen += count) >= part * data.length);
    return Math.max(0, bin) / 255;
  });
}

// Flattens surfaces and sharpens edges: the base of the painterly filters. Not a look of its own.
import { boxBlur, brightness, createPlane } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

/**
 * Kuwahara's filter: of the four squares around each pixel it takes the mean of the calmest one. `radius` (px) is how
 * far they reach; under 1 nothing changes. Source: Kuwahara et al., 1976.
 */
export function* kuwahara(source: Raster, radius: number): Sliced<Raster> {
  const half = Math.round(radius / 2);
  if (half < 1) return source;
  const planes = yield* stage(0, 0.7, localMeans(source, half));
  const target = createRaster(source.width, source.height);
  yield* stage(0.7, 1, eachRow(source.height, source.width, 40, (y) => calmestOfRow(planes, target, half, y)));
  return target;
}

interface Means {
  readonly colour: readonly [Plane, Plane, Plane];
  readonly variance: Plane;
}

function* localMeans(source: Raster, half: number): Sliced<Means> {
  const light = yield* stage(0, 0.05, brightness(source));
  const squares = createPlane(source.width, source.height);
  for (let i = 0; i < squares.data.length; i++) squares.data[i] = (light.data[i] ?? 0) ** 2;
  const mean = yield* stage(0.05, 0.2, boxBlur(light, half));
  const variance = yield* stage(0.2, 0.4, boxBlur(squares, half));
  for (let i = 0; i < squares.data.length; i++) variance.data[i] = (variance.data[i] ?? 0) - (mean.data[i] ?? 0) ** 2;
  yield 0.4;
  const red = yield* stage(0.4, 0.6, boxBlur(channel(source, 0), half));
  const green = yield* stage(0.6, 0.8, boxBlur(channel(source, 1), half));
  const blue = yield* stage(0.8, 1, boxBlur(channel(source, 2), half));
  return { colour: [red, green, blue], variance };
}

function channel({ width, height, data }: Raster, index: number): Plane {
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = data[i * 4 + index] ?? 0;
  return plane;
}

function calmestOfRow({ colour, variance }: Means, target: Raster, half: number, y: number): void {
  const { width, height } = target;
  const upper = Math.max(0, y - half) * width;
  const lower = Math.min(height - 1, y + half) * width;
  for (let x = 0; x < width; x++) {
    const left = Math.max(0, x - half);
    const right = Math.min(width - 1, x + half);
    let best = upper + left;
    if ((variance.data[upper + right] ?? 0) < (variance.data[best] ?? 0)) best = upper + right;
    if ((variance.data[lower + left] ?? 0) < (variance.data[best] ?? 0)) best = lower + left;
    if ((variance.data[lower + right] ?? 0) < (variance.data[best] ?? 0)) best = lower + right;
    const to = (y * width + x) * 4;
    target.data[to] = colour[0].data[best] ?? 0;
    target.data[to + 1] = colour[1].data[best] ?? 0;
    target.data[to + 2] = colour[2].data[best] ?? 0;
    target.data[to + 3] = 255;
  }
}

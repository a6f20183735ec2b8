// A picture as facets: triangles whose corners gather where the picture has edges, each in one colour.
import { longEdge } from '../../geometry.ts';
import { flatnessOf, keepDetail } from '../character.ts';
import { clamp, clamp01 } from '../../maths.ts';
import { blur, brightness } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { randomFrom } from '../random.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { stage } from '../slices.ts';
import { triangulate } from './delaunay.ts';
import type { Point, Triangle } from './delaunay.ts';

export interface LowPolyOptions {
  readonly seed: number;
  /** How many corners, 200 coarse to 2000 fine. */
  readonly corners: number;
}

/** Takes an opaque picture; same size out. */
export function* lowPoly(source: Raster, { seed, corners }: LowPolyOptions): Sliced<Raster> {
  const light = yield* stage(0, 0.1, brightness(source));
  const fine = yield* stage(0.1, 0.2, blur(light, (1.5 * longEdge(source)) / 1024));
  const points = yield* stage(0.2, 0.3, cornersOn(fine, corners, seed));
  const triangles = yield* stage(0.3, 0.6, triangulate(points, longEdge(source)));
  const flatness = yield* stage(0.6, 0.6, flatnessOf(source));
  const target = createRaster(source.width, source.height);
  target.data.set(source.data);
  for (const [i, triangle] of triangles.entries()) {
    facet(source, target, points, triangle, 0.07 * (1 - 0.65 * flatness));
    if (i % 60 === 59) yield 0.6 + (0.4 * i) / triangles.length;
  }
  yield* stage(1, 1, keepDetail(target, source, flatness));
  return target;
}

/** Corners along the border, then points kept in proportion to the edge under them, never closer than a few px. */
function* cornersOn(light: Plane, count: number, seed: number): Sliced<Point[]> {
  const { width, height } = light;
  const random = randomFrom(seed);
  const points = borderPoints(width, height);
  const near = Math.sqrt((width * height) / count);
  const cell = near * 0.42;
  const columns = Math.ceil(width / cell);
  const taken = new Set<number>();
  for (let attempt = 0; attempt < count * 40 && points.length < count; attempt++) {
    if (attempt % 1000 === 999) yield attempt / (count * 40);
    const spot = steepest(light, random() * width, random() * height, near * 0.3);
    if (random() > 0.05 + edgeAt(light, spot) * 9) continue;
    const key = Math.floor(spot.y / cell) * columns + Math.floor(spot.x / cell);
    if (taken.has(key)) continue;
    taken.add(key);
    points.push(spot);
  }
  return points;
}

function borderPoints(width: number, height: number): Point[] {
  const points: Point[] = [];
  const right = width - 0.01;
  const bottom = height - 0.01;
  for (let i = 0; i < 14; i++) {
    points.push({ x: (right * i) / 14, y: 0 }, { x: right, y: (bottom * i) / 14 });
    points.push({ x: right - (right * i) / 14, y: bottom }, { x: 0, y: bottom - (bottom * i) / 14 });
  }
  return points;
}

/** The steepest of a few spots around: corners snap to outlines. */
function steepest(light: Plane, x: number, y: number, reach: number): Point {
  let best: Point = { x, y };
  for (const [dx, dy] of [[-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
    const spot = { x: clamp(x + dx * reach, 1, light.width - 2), y: clamp(y + dy * reach, 1, light.height - 2) };
    if (edgeAt(light, spot) > edgeAt(light, best)) best = spot;
  }
  return best;
}

function edgeAt({ width, height, data }: Plane, { x, y }: Point): number {
  const column = clamp(Math.round(x), 1, Math.max(1, width - 2));
  const row = clamp(Math.round(y), 1, Math.max(1, height - 2));
  const at = row * width + column;
  return Math.hypot((data[at + 1] ?? 0) - (data[at - 1] ?? 0), (data[at + width] ?? 0) - (data[at - width] ?? 0));
}

/** Fills one triangle with the mean of what lay under it, a touch lighter where it faces up and left. */
function facet(source: Raster, target: Raster, points: readonly Point[], triangle: Triangle, relief: number): void {
  const [a, b, c] = triangle.map((corner) => points[corner] ?? { x: 0, y: 0 });
  if (!a || !b || !c) return;
  const sums = [0, 0, 0, 0];
  eachPixel(source, a, b, c, (at) => {
    for (let channel = 0; channel < 3; channel++) sums[channel] = (sums[channel] ?? 0) + (source.data[at + channel] ?? 0);
    sums[3] = (sums[3] ?? 0) + 1;
  });
  const middle = (a.x + b.x + c.x) / 3 - (a.y + b.y + c.y) / 3;
  const light = 1 + relief * Math.sin(middle * 0.9 + a.x * 0.37 - b.y * 0.53);
  const mean = [0, 1, 2].map((channel) => 255 * clamp01((((sums[channel] ?? 0) / Math.max(1, sums[3] ?? 1)) / 255) * light));
  eachPixel(target, a, b, c, (at) => target.data.set(mean, at));
}

function eachPixel({ width, height }: Raster, a: Point, b: Point, c: Point, visit: (at: number) => void): void {
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y)));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(a.y, b.y, c.y)));
  for (let y = top; y <= bottom; y++) {
    const crossings = [crossing(a, b, y), crossing(b, c, y), crossing(c, a, y)].filter((x): x is number => x !== null);
    if (crossings.length < 2) continue;
    const from = Math.max(0, Math.ceil(Math.min(...crossings) - 0.5));
    const to = Math.min(width - 1, Math.floor(Math.max(...crossings) + 0.5));
    for (let x = from; x <= to; x++) visit((y * width + x) * 4);
  }
}

/** Where an edge crosses the row, or null where it does not reach it. */
function crossing(from: Point, to: Point, y: number): number | null {
  if (y < Math.min(from.y, to.y) || y > Math.max(from.y, to.y)) return null;
  return to.y === from.y ? from.x : from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
}

// A picture as a watercolour: washes that wander, pool darker at their edges and granulate in the paper.
import { longEdge } from '../../geometry.ts';
import { flatnessOf, keepDetail } from '../character.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { grainAt, layeredNoise, paperTile } from '../noise.ts';
import { blur, brightness, createPlane } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { kuwahara } from './kuwahara.ts';

export interface WatercolourOptions {
  readonly seed: number;
  /** How loose the washes are, 0 tight to 1 loose. */
  readonly looseness: number;
  /** True leaves a ragged border of bare paper. */
  readonly hasBorder: boolean;
}

const PAPER = [253, 251, 245] as const;

/** Takes an opaque picture; same size out. Pigment density after Bousseau et al. 2006. */
export function* watercolour(source: Raster, { seed, looseness, hasBorder }: WatercolourOptions): Sliced<Raster> {
  const unit = longEdge(source) / 1024;
  const flatness = yield* stage(0, 0, flatnessOf(source));
  const loose = looseness * (1 - 0.6 * flatness);
  const washes = yield* stage(0, 0.35, kuwahara(source, (3 + 4 * loose) * unit));
  yield* stage(0.35, 0.35, keepDetail(washes, source, flatness));
  const wander = yield* stage(0.35, 0.4, wanderField(seed));
  const wet = createRaster(source.width, source.height);
  yield* stage(0.4, 0.5, eachRow(source.height, source.width, 60, (y) => wanderRow(washes, wet, wander, (3 + 7 * loose) * (1 - 0.55 * flatness) * unit, y)));
  const pools = yield* stage(0.5, 0.7, poolsOf(wet, unit));
  const paper = yield* stage(0.7, 0.7, paperTile(seed));
  yield* stage(0.7, 1, eachRow(source.height, source.width, 90, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const tooth = grainAt(paper, Math.round(x / unit), Math.round(y / unit)) - 0.5;
      const flow = sampleWander(wander, x / source.width, y / source.height, 2) - 0.5;
      const density = 1 + 1.1 * flow + 0.55 * tooth + 1.5 * (pools.data[i] ?? 0);
      layWash(wet.data, i * 4, density, hasBorder ? bareEdge(source, wander, x, y) : 1);
    }
  }));
  return wet;
}

/** Three slow noises on a coarse lattice: two to wander by, one for how much water lay where. */
function* wanderField(seed: number): Sliced<readonly [Plane, Plane, Plane]> {
  const field = [createPlane(192, 192), createPlane(192, 192), createPlane(192, 192)] as const;
  yield* eachRow(192, 192, 900, (y) => {
    for (let x = 0; x < 192; x++) {
      field[0].data[y * 192 + x] = layeredNoise(x / 7, y / 7, seed + 1, 3);
      field[1].data[y * 192 + x] = layeredNoise(x / 7, y / 7, seed + 2, 3);
      field[2].data[y * 192 + x] = layeredNoise(x / 30, y / 30, seed + 3, 4);
    }
  });
  return field;
}

function sampleWander(field: readonly [Plane, Plane, Plane], across: number, down: number, index: 0 | 1 | 2): number {
  const { width, height, data } = field[index];
  const x = clamp01(across) * (width - 1.001);
  const y = clamp01(down) * (height - 1.001);
  const at = Math.floor(y) * width + Math.floor(x);
  const partX = x - Math.floor(x);
  const upper = mix(data[at] ?? 0, data[at + 1] ?? 0, partX);
  return mix(upper, mix(data[at + width] ?? 0, data[at + width + 1] ?? 0, partX), y - Math.floor(y));
}

function wanderRow(source: Raster, target: Raster, wander: readonly [Plane, Plane, Plane], reach: number, y: number): void {
  const { width, height } = source;
  for (let x = 0; x < width; x++) {
    const fromX = Math.round(x + (sampleWander(wander, x / width, y / height, 0) - 0.5) * 2 * reach);
    const fromY = Math.round(y + (sampleWander(wander, x / width, y / height, 1) - 0.5) * 2 * reach);
    const from = (Math.min(height - 1, Math.max(0, fromY)) * width + Math.min(width - 1, Math.max(0, fromX))) * 4;
    const to = (y * width + x) * 4;
    for (let channel = 0; channel < 4; channel++) target.data[to + channel] = source.data[from + channel] ?? 0;
  }
}

/** Where pigment gathers: along the inside of every edge, 0 to about 1. */
function* poolsOf(source: Raster, unit: number): Sliced<Plane> {
  const light = yield* stage(0, 0.1, brightness(source));
  const near = yield* stage(0.1, 0.5, blur(light, 1.2 * unit));
  const far = yield* stage(0.5, 0.9, blur(light, 5 * unit));
  for (let i = 0; i < near.data.length; i++) near.data[i] = clamp01(((far.data[i] ?? 0) - (near.data[i] ?? 0)) * 5);
  return near;
}

/** 1 inside the painted area, falling to 0 at a ragged border of bare paper. */
function bareEdge({ width, height }: Raster, wander: readonly [Plane, Plane, Plane], x: number, y: number): number {
  const across = x / width;
  const down = y / height;
  const inset = Math.min(across, 1 - across, down, 1 - down);
  if (inset > 0.07) return 1;
  return smoothstep(0, 0.012, inset - 0.008 - 0.035 * sampleWander(wander, across, down, 0));
}

/** Thins or thickens a wash: colour moves along its own curve, so thick paint is deep and not grey. */
function layWash(data: Uint8ClampedArray, at: number, density: number, cover: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const light = mix(0.1, 1, (data[at + channel] ?? 0) / 255);
    const washed = clamp01(light - (light - light * light) * (density - 1));
    data[at + channel] = (PAPER[channel] ?? 0) * mix(1, washed, cover);
  }
}

// Smooth noise and the grain of papers. The same seed gives the same noise.
import { mix } from '../maths.ts';
import { hashPoint } from './random.ts';
import type { Sliced } from './raster.ts';
import { eachRow } from './slices.ts';

/** Value noise, 0 to 1, one feature per unit of x and y. `period` (units) makes it repeat; 0 never repeats. */
export function valueNoise(x: number, y: number, seed: number, period = 0): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const x0 = period > 0 ? left % period : left;
  const y0 = period > 0 ? top % period : top;
  const x1 = period > 0 ? (left + 1) % period : left + 1;
  const y1 = period > 0 ? (top + 1) % period : top + 1;
  const easedX = across * across * (3 - 2 * across);
  const easedY = down * down * (3 - 2 * down);
  const upper = mix(hashPoint(x0, y0, seed), hashPoint(x1, y0, seed), easedX);
  const lower = mix(hashPoint(x0, y1, seed), hashPoint(x1, y1, seed), easedX);
  return mix(upper, lower, easedY);
}

/** Several octaves of value noise, 0 to 1, each finer one half as strong. */
export function layeredNoise(x: number, y: number, seed: number, octaves: number, period = 0): number {
  let sum = 0;
  let weight = 0;
  let amplitude = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 2 ** octave;
    sum += amplitude * valueNoise(x * scale, y * scale, seed + octave, period * scale);
    weight += amplitude;
    amplitude /= 2;
  }
  return sum / weight;
}

/** Side of a grain tile in px, a power of two. */
export const TILE = 256;

/** A TILE × TILE square of paper grain, 0 to 1 around 0.5, that repeats without a seam; fine fibre over soft cloud. */
export function* paperTile(seed: number): Sliced<Float32Array> {
  const tile = new Float32Array(TILE * TILE);
  yield* eachRow(TILE, TILE, 400, (y) => {
    for (let x = 0; x < TILE; x++) {
      const cloud = layeredNoise(x / 16, y / 16, seed, 3, 16);
      const tooth = valueNoise(x / 2, y / 2, seed + 7, 128);
      tile[y * TILE + x] = 0.45 * cloud + 0.3 * tooth + 0.25 * hashPoint(x, y, seed + 11);
    }
  });
  return tile;
}

/** The grain at whole pixel coordinates, which may lie outside the tile. */
export function grainAt(tile: Float32Array, x: number, y: number): number {
  return tile[(y & (TILE - 1)) * TILE + (x & (TILE - 1))] ?? 0;
}

// A picture as a risograph print: two or three spot inks, printed a little out of register, with coarse grain.
import { longEdge } from '../../geometry.ts';
import type { Rgb } from '../../colour.ts';
import { clamp01, smoothstep } from '../../maths.ts';
import { grainAt, paperTile } from '../noise.ts';
import { blur, createPlane, sample } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { hashPoint, randomFrom } from '../random.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface RisographOptions {
  readonly seed: number;
  /** Two or three inks; the darkest carries the drawing. */
  readonly inks: readonly Rgb[];
}

const PAPER: Rgb = [247, 242, 230];

/** Takes an opaque picture; same size out. */
export function* risograph(source: Raster, { seed, inks }: RisographOptions): Sliced<Raster> {
  const unit = longEdge(source) / 1024;
  const plates = yield* stage(0, 0.5, platesOf(source, inks, unit));
  const random = randomFrom(seed);
  const shifts = inks.map(() => ({ x: (random() - 0.5) * 7 * unit, y: (random() - 0.5) * 7 * unit }));
  const clouds = yield* stage(0.5, 0.5, paperTile(seed));
  const target = createRaster(source.width, source.height);
  yield* stage(0.5, 1, eachRow(source.height, source.width, 70 * inks.length, (y) => {
    for (let x = 0; x < source.width; x++) {
      const colour = [PAPER[0], PAPER[1], PAPER[2]];
      for (let plate = 0; plate < inks.length; plate++) {
        const amount = sample(plates[plate] ?? createPlane(1, 1), x - (shifts[plate]?.x ?? 0), y - (shifts[plate]?.y ?? 0));
        const cover = inked(amount, Math.floor(x / Math.max(1, unit)), Math.floor(y / Math.max(1, unit)), seed + plate, clouds);
        for (let channel = 0; channel < 3; channel++) {
          colour[channel] = (colour[channel] ?? 0) * (1 - cover * (1 - (inks[plate]?.[channel] ?? 0) / 255));
        }
      }
      target.data.set(colour, (y * source.width + x) * 4);
      target.data[(y * source.width + x) * 4 + 3] = 255;
    }
  }));
  return target;
}

/** Grain that is coarse in the mid-tones and lets the paper through a little in solid areas. */
function inked(amount: number, x: number, y: number, seed: number, clouds: Float32Array): number {
  if (amount < 0.02) return 0;
  const threshold = 0.65 * hashPoint(x, y, seed) + 0.35 * hashPoint(x >> 1, y >> 1, seed + 9);
  const dots = smoothstep(threshold - 0.24, threshold + 0.24, amount);
  const solid = 0.86 + 0.14 * smoothstep(0.3, 0.6, grainAt(clouds, x + seed * 31, y));
  return clamp01((0.62 * dots + 0.38 * amount) * solid);
}

/** Colours are looked up in cells of 8 steps a channel; the blur afterwards hides the steps. */
const CELLS = 32;

/** How much of each ink (0 to 1) a pixel needs: least squares in optical density, negative amounts held at zero. */
function* platesOf(source: Raster, inks: readonly Rgb[], unit: number): Sliced<Plane[]> {
  const densities = inks.map((ink) => ink.map(densityOf));
  const plates = inks.map(() => createPlane(source.width, source.height));
  const known = new Map<number, readonly number[]>();
  yield* stage(0, 0.4, eachRow(source.height, source.width, 60, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      const cell = cellOf(source.data, i * 4);
      const amounts = known.get(cell) ?? solve(densities, cell);
      known.set(cell, amounts);
      for (const [ink, plate] of plates.entries()) plate.data[i] = amounts[ink] ?? 0;
    }
  }));
  const soft: Plane[] = [];
  for (const plate of plates) {
    const part = soft.length / inks.length;
    soft.push(yield* stage(0.4 + 0.6 * part, 0.4 + 0.6 * (part + 1 / inks.length), blur(plate, 0.6 * unit)));
  }
  return soft;
}

function cellOf(data: Uint8ClampedArray, at: number): number {
  return (((data[at] ?? 0) >> 3) * CELLS + ((data[at + 1] ?? 0) >> 3)) * CELLS + ((data[at + 2] ?? 0) >> 3);
}

function densityOf(channel: number): number {
  return -Math.log(Math.max(0.06, channel / 255));
}

/** A few rounds of coordinate descent: exact enough for three inks, and never negative. */
function solve(inks: readonly (readonly number[])[], cell: number): readonly number[] {
  const channels = [Math.floor(cell / CELLS ** 2), Math.floor(cell / CELLS) % CELLS, cell % CELLS];
  const wanted = channels.map((channel) => densityOf((channel * 255) / (CELLS - 1)));
  const amounts = inks.map(() => 0.3);
  for (let round = 0; round < 6; round++) {
    for (const [ink, own] of inks.entries()) amounts[ink] = amountOf(ink, own, inks, amounts, wanted);
  }
  return amounts;
}

/** The best amount of one ink while the others stay as they are. */
function amountOf(ink: number, own: readonly number[], inks: readonly (readonly number[])[], amounts: readonly number[], wanted: readonly number[]): number {
  let rest = 0;
  let norm = 0;
  for (const [channel, density] of own.entries()) {
    const made = inks.reduce((sum, other, i) => (i === ink ? sum : sum + (amounts[i] ?? 0) * (other[channel] ?? 0)), 0);
    rest += density * ((wanted[channel] ?? 0) - made);
    norm += density * density;
  }
  return clamp01(rest / Math.max(1e-6, norm));
}

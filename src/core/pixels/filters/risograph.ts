// A picture as a risograph print: two or three spot inks, printed a little out of register, with coarse grain.
import { longEdge } from '../../geometry.ts';
import type { Rgb } from '../colour.ts';
import { clamp01, smoothstep } from '../maths.ts';
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
  const table = yield* stage(0, 0.4, amountsTable(inks));
  const plates: Plane[] = [];
  for (const [ink] of inks.entries()) {
    const plate = createPlane(source.width, source.height);
    yield* eachRow(source.height, source.width, 8, (y) => {
      for (let i = y * source.width; i < (y + 1) * source.width; i++) {
        const cell = (((source.data[i * 4] ?? 0) >> 3) * CELLS + ((source.data[i * 4 + 1] ?? 0) >> 3)) * CELLS + ((source.data[i * 4 + 2] ?? 0) >> 3);
        plate.data[i] = table[cell * inks.length + ink] ?? 0;
      }
    });
    plates.push(yield* stage(0.4 + (0.6 * ink) / inks.length, 0.4 + (0.6 * (ink + 1)) / inks.length, blur(plate, 0.6 * unit)));
  }
  return plates;
}

function* amountsTable(inks: readonly Rgb[]): Sliced<Float32Array> {
  const densities = inks.map((ink) => ink.map(densityOf));
  const table = new Float32Array(CELLS ** 3 * inks.length);
  const amounts = inks.map(() => 0);
  yield* eachRow(CELLS, CELLS * CELLS, 900, (red) => {
    for (let rest = 0; rest < CELLS * CELLS; rest++) {
      const channels = [red, Math.floor(rest / CELLS), rest % CELLS];
      solve(densities, channels.map((channel) => densityOf((channel * 255) / (CELLS - 1))), amounts);
      table.set(amounts, (red * CELLS * CELLS + rest) * inks.length);
    }
  });
  return table;
}

function densityOf(channel: number): number {
  return -Math.log(Math.max(0.06, channel / 255));
}

/** A few rounds of coordinate descent: exact enough for three inks, and never negative. */
function solve(inks: readonly (readonly number[])[], wanted: readonly number[], amounts: number[]): void {
  amounts.fill(0.3);
  for (let round = 0; round < 6; round++) {
    for (let ink = 0; ink < inks.length; ink++) {
      let rest = 0;
      let norm = 0;
      for (let channel = 0; channel < 3; channel++) {
        const own = inks[ink]?.[channel] ?? 0;
        let made = 0;
        for (let other = 0; other < inks.length; other++) if (other !== ink) made += (amounts[other] ?? 0) * (inks[other]?.[channel] ?? 0);
        rest += own * ((wanted[channel] ?? 0) - made);
        norm += own * own;
      }
      amounts[ink] = clamp01(rest / Math.max(1e-6, norm));
    }
  }
}

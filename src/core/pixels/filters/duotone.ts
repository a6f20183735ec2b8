// A picture in few colours: its tones mapped onto a ramp, with a little grain. From the picture's own palette or a given one.
import { chromaOf, fromLch, hueOf } from '../../colour.ts';
import type { Rgb } from '../../colour.ts';
import { writeLab } from '../lab.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { labClustersSliced } from '../palette.ts';
import { brightness, percentiles } from '../plane.ts';
import { hashPoint } from '../random.ts';
import { rampAt, rampOf } from '../ramp.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface DuotoneOptions {
  readonly seed: number;
  /** Darkest first; empty takes two colours from the picture itself. */
  readonly colours: readonly Rgb[];
}

/** Takes an opaque picture; same size out. */
export function* duotone(source: Raster, { seed, colours }: DuotoneOptions): Sliced<Raster> {
  const light = yield* stage(0, 0.15, brightness(source));
  const ramp = rampOf(colours.length > 0 ? colours : yield* stage(0.15, 0.2, coloursOf(source)));
  yield 0.2;
  const [black = 0, white = 1] = percentiles(light, [0.01, 0.985]);
  yield 0.2;
  const target = createRaster(source.width, source.height);
  yield* stage(0.2, 1, eachRow(source.height, source.width, 60, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const tone = clamp01(((light.data[i] ?? 0) - black) / Math.max(0.2, white - black));
      const part = mix(tone, smoothstep(0, 1, tone), 0.5) + (hashPoint(x, y, seed) - 0.5) * 0.035;
      writeLab(target.data, i, rampAt(ramp, part, 0), rampAt(ramp, part, 1), rampAt(ramp, part, 2));
    }
  }));
  return target;
}

/** A deep tone of the picture's loudest hue, a vivid neighbour, and cream. */
function* coloursOf(source: Raster): Sliced<Rgb[]> {
  const labs = (yield* labClustersSliced(source, 6)).map(({ lab }) => lab);
  const loudest = labs.reduce((best, next) => (chromaOf(next) > chromaOf(best) ? next : best), labs[0] ?? [0.5, 0, 0]);
  const hue = chromaOf(loudest) < 0.11 ? 268 : hueOf(loudest);
  return [fromLch(0.24, 0.11, hue), fromLch(0.62, 0.17, (hue + 335) % 360), fromLch(0.96, 0.035, 80)];
}

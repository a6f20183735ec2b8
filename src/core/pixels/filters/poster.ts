// A picture as a screen-printed poster: few flat colours, clean outlines, its own palette or a given one.
import { longEdge } from '../../geometry.ts';
import { chromaOf, toLab } from '../../colour.ts';
import type { Lab, Rgb } from '../../colour.ts';
import { writeLab } from '../lab.ts';
import { clamp, mix } from '../../maths.ts';
import { grainAt, paperTile } from '../noise.ts';
import { rampAt, rampOf } from '../ramp.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { readBorder, shapesOf } from './shapes.ts';
import type { Border } from './shapes.ts';

export interface PosterOptions {
  readonly seed: number;
  /** Flat colours, 3 to 8. */
  readonly levels: number;
  /** Darkest first; empty keeps the picture's own colours, a little stronger. */
  readonly colours: readonly Rgb[];
}

/** Takes an opaque picture; same size out. */
export function* poster(source: Raster, { seed, levels, colours }: PosterOptions): Sliced<Raster> {
  const shapes = yield* stage(0, 0.85, shapesOf(source, levels, 2));
  const inks = recoloured(shapes.colours, colours);
  const softness = 0.9 * Math.min(1, 1024 / longEdge(source));
  const paper = yield* stage(0.85, 0.85, paperTile(seed));
  const target = createRaster(source.width, source.height);
  const border: Border = { first: 0, second: 0, cover: 1 };
  yield* stage(0.85, 1, eachRow(source.height, source.width, 60, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      readBorder(shapes.masks, i, softness, border);
      const first = inks[border.first] ?? [1, 0, 0];
      const second = inks[border.second] ?? first;
      const grain = (grainAt(paper, x, y) - 0.5) * 0.035;
      writeLab(target.data, i, mix(second[0], first[0], border.cover) + grain, mix(second[1], first[1], border.cover), mix(second[2], first[2], border.cover));
    }
  }));
  return target;
}

/** The shapes' colours on the given palette by order of lightness, half by rank and half by tone, so none coincide. */
export function recoloured(own: readonly Lab[], colours: readonly Rgb[]): Lab[] {
  if (colours.length === 0) return strengthened(own);
  const ramp = rampOf([...colours].sort((a, b) => toLab(a)[0] - toLab(b)[0]));
  const darkest = own[0]?.[0] ?? 0;
  const range = Math.max(0.01, (own[own.length - 1]?.[0] ?? 1) - darkest);
  return own.map(([lightness], rank) => {
    const part = 0.5 * (rank / Math.max(1, own.length - 1)) + 0.5 * ((lightness - darkest) / range);
    return [rampAt(ramp, part, 0), rampAt(ramp, part, 1), rampAt(ramp, part, 2)];
  });
}

/** The same colours as ink: up to twice the chroma, so that a dull picture still makes a poster. */
function strengthened(own: readonly Lab[]): Lab[] {
  const loudest = Math.max(...own.map(chromaOf));
  const factor = clamp(0.17 / Math.max(0.01, loudest), 1.1, 2);
  return own.map(([lightness, a, b]) => [0.5 + (lightness - 0.5) * 1.1, a * factor, b * factor]);
}

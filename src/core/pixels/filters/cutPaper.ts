// A picture as layers of cut paper: every tone a sheet, each lying on the darker ones and casting a soft shadow.
import { longEdge } from '../../geometry.ts';
import type { Rgb } from '../../colour.ts';
import { writeLab } from '../lab.ts';
import { clamp01, mix } from '../../maths.ts';
import { grainAt, paperTile } from '../noise.ts';
import { blur, createPlane } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { recoloured } from './poster.ts';
import { readBorder, shapesOf } from './shapes.ts';
import type { Border, Shapes } from './shapes.ts';

export interface CutPaperOptions {
  readonly seed: number;
  /** Sheets of paper, 3 to 6. */
  readonly levels: number;
  /** Darkest first; empty keeps the picture's own colours. */
  readonly colours: readonly Rgb[];
}

/** Takes an opaque picture; same size out. */
export function* cutPaper(source: Raster, { seed, levels, colours }: CutPaperOptions): Sliced<Raster> {
  const unit = longEdge(source) / 1024;
  const shapes = yield* stage(0, 0.6, shapesOf(source, levels, 3.4));
  const inks = recoloured(shapes.colours, colours);
  const shades = yield* stage(0.6, 0.85, shadowsOf(shapes, unit));
  const paper = yield* stage(0.85, 0.85, paperTile(seed));
  const target = createRaster(source.width, source.height);
  const border: Border = { first: 0, second: 0, cover: 1 };
  const drop = Math.round(5 * unit);
  yield* stage(0.85, 1, eachRow(source.height, source.width, 90, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      readBorder(shapes.masks, i, 0.6 / Math.max(1, unit), border);
      const first = inks[border.first] ?? [1, 0, 0];
      const second = inks[border.second] ?? first;
      const caster = Math.max(0, y - drop) * source.width + Math.max(0, x - drop);
      const shadow = shadowAt(shades, border.first, caster) * border.cover;
      const edge = border.cover < 0.999 ? 0.02 : 0;
      const tooth = (grainAt(paper, x, y) - 0.5) * 0.07;
      const lightness = mix(second[0], first[0], border.cover) * (1 - 0.42 * shadow) + tooth + edge;
      writeLab(target.data, i, lightness, mix(second[1], first[1], border.cover), mix(second[2], first[2], border.cover));
    }
  }));
  return target;
}

/** For every sheet a blurred picture of all the sheets above it. */
function* shadowsOf({ masks }: Shapes, unit: number): Sliced<Plane[]> {
  const shadows: Plane[] = [];
  for (let sheet = 0; sheet + 1 < masks.length; sheet++) {
    const { width, height, data } = createPlane(masks[0]?.width ?? 1, masks[0]?.height ?? 1);
    const above = { width, height, data };
    for (const mask of masks.slice(sheet + 1)) {
      const adding = eachRow(height, width, 4, (y) => {
        for (let i = y * width; i < (y + 1) * width; i++) data[i] = (data[i] ?? 0) + (mask.data[i] ?? 0);
      });
      yield* stage(sheet / masks.length, sheet / masks.length, adding);
    }
    shadows.push(yield* stage(sheet / masks.length, (sheet + 1) / masks.length, blur(above, 7 * unit)));
  }
  return shadows;
}

function shadowAt(shadows: readonly Plane[], sheet: number, at: number): number {
  return clamp01(shadows[sheet]?.data[at] ?? 0);
}

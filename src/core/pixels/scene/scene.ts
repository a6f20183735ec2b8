// A picture from words alone: picks what a composition needs, paints it and adds a little grain.
import type { ImageSize } from '../../geometry.ts';
import type { Rgb } from '../../colour.ts';
import { rasterOf } from '../lab.ts';
import { grainAt, paperTile } from '../noise.ts';
import { randomFrom } from '../random.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { fields, orbits, ribbons, tiles } from './graphics.ts';
import { dunes, ridges, skyline, waves } from './landscapes.ts';
import { plants, plinth } from './objects.ts';
import type { Thing } from './objects.ts';
import { huesOf, stageOf } from './stagecraft.ts';
import type { SceneStage } from './stagecraft.ts';

export type CompositionId = 'ridges' | 'waves' | 'skyline' | 'dunes' | 'plants' | 'plinth' | 'tiles' | 'fields' | 'orbits' | 'ribbons';

/** Plain JSON: everything that determines the picture besides its size. */
export interface SceneOptions {
  readonly composition: CompositionId;
  /** Five colours, darkest first. */
  readonly colours: readonly Rgb[];
  readonly isNight: boolean;
  readonly isRainy: boolean;
  readonly thing: Thing;
  readonly seed: number;
}

/** An opaque picture of exactly `size`; the same options always give the same bytes. */
export function* scene(options: SceneOptions, size: ImageSize): Sliced<Raster> {
  const { colours, isNight, isRainy, seed } = options;
  const set = stageOf(size.width, size.height, { seed, random: randomFrom(seed), hues: huesOf(colours, isNight), isNight, isRainy });
  yield* stage(0, 0.75, paintComposition(options, set));
  const paper = yield* stage(0.75, 0.8, paperTile(seed));
  const { lightness } = set.canvas;
  yield* stage(0.8, 0.85, eachRow(size.height, size.width, 8, (y) => {
    for (let x = 0; x < size.width; x++) {
      const i = y * size.width + x;
      lightness.data[i] = (lightness.data[i] ?? 0) + (grainAt(paper, x, y) - 0.5) * 0.045;
    }
  }));
  return yield* stage(0.85, 1, rasterOf(set.canvas));
}

function paintComposition({ composition, thing }: SceneOptions, set: SceneStage): Sliced<void> {
  switch (composition) {
    case 'ridges':
      return ridges(set);
    case 'waves':
      return waves(set);
    case 'skyline':
      return skyline(set);
    case 'dunes':
      return dunes(set);
    case 'plants':
      return plants(set);
    case 'plinth':
      return plinth(set, thing);
    case 'tiles':
      return tiles(set);
    case 'fields':
      return fields(set);
    case 'orbits':
      return orbits(set);
    case 'ribbons':
      return ribbons(set);
  }
}

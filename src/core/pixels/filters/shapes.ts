// A picture cut into a few flat colours with smooth outlines: the base of poster, cut paper and watercolour.
import { longEdge } from '../../geometry.ts';
import { flatnessOf } from '../character.ts';
import type { Lab } from '../../colour.ts';
import { labOf } from '../lab.ts';
import { mix } from '../../maths.ts';
import { labClustersSliced } from '../palette.ts';
import { blur, createPlane } from '../plane.ts';
import type { Plane } from '../plane.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { kuwahara } from './kuwahara.ts';

export interface Shapes {
  /** Darkest first. */
  readonly colours: readonly Lab[];
  /** Of each colour, how much it owns a pixel after smoothing; all together about 1. Same order as `colours`. */
  readonly masks: readonly Plane[];
}

/** `count` colours (2 to 8); `smoothing` in units of a 1024 px picture, 1 keeps detail, 4 simplifies. Opaque input. */
export function* shapesOf(source: Raster, count: number, smoothing: number): Sliced<Shapes> {
  const unit = longEdge(source) / 1024;
  // Flat artwork is simple already; smoothing it would only eat its lettering and lines.
  const amount = smoothing * mix(1, 0.3, yield* stage(0, 0, flatnessOf(source))) * unit;
  const calm = yield* stage(0, 0.25, kuwahara(source, amount > unit ? 2.2 * amount : 0));
  const picture = yield* stage(0.25, 0.4, labOf(calm));
  const clusters = yield* stage(0.4, 0.42, labClustersSliced(calm, count));
  const colours = clusters.map(({ lab }) => lab).sort((a, b) => a[0] - b[0]);
  const hard = colours.map(() => createPlane(source.width, source.height));
  yield* stage(0.42, 0.5, eachRow(source.height, source.width, 12 * count, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      const owner = hard[nearestColour(picture.lightness.data[i] ?? 0, picture.a.data[i] ?? 0, picture.b.data[i] ?? 0, colours)];
      if (owner) owner.data[i] = 1;
    }
  }));
  const masks: Plane[] = [];
  for (const [i, plane] of hard.entries()) {
    masks.push(yield* stage(0.5 + (0.5 * i) / count, 0.5 + (0.5 * (i + 1)) / count, blur(plane, amount * 1.35)));
  }
  return { colours, masks };
}

function nearestColour(lightness: number, a: number, b: number, colours: readonly Lab[]): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < colours.length; i++) {
    const colour = colours[i];
    if (!colour) continue;
    const gap = (lightness - colour[0]) ** 2 + (a - colour[1]) ** 2 + (b - colour[2]) ** 2;
    if (gap < least) {
      best = i;
      least = gap;
    }
  }
  return best;
}

/** The two strongest shapes at pixel `i`, and how much of the pixel the stronger one covers (0.5 to 1). */
export interface Border {
  first: number;
  second: number;
  cover: number;
}

/** Fills `border` for pixel `i`; a smoothed edge of `softness` (mask units) becomes one or two pixels wide. */
export function readBorder(masks: readonly Plane[], i: number, softness: number, border: Border): void {
  let most = -1;
  let next = -1;
  for (let shape = 0; shape < masks.length; shape++) {
    const value = masks[shape]?.data[i] ?? 0;
    if (value > most) {
      next = most;
      border.second = border.first;
      most = value;
      border.first = shape;
    } else if (value > next) {
      next = value;
      border.second = shape;
    }
  }
  border.cover = Math.min(1, 0.5 + (most - next) / softness);
}

// A picture as print dots: one ink on tinted paper, or four process inks at their angles.
import { longEdge } from '../../geometry.ts';
import { flatnessOf } from '../character.ts';
import type { Rgb } from '../../colour.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { blur, createPlane, percentiles, sample } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface HalftoneOptions {
  /** Distance of the dots in units of a 1024 px picture, 5 fine to 14 bold. */
  readonly pitch: number;
  /** Ink and paper, or null for the four process inks on warm white. */
  readonly inks: { readonly ink: Rgb; readonly paper: Rgb } | null;
}

/** One printed layer: how much of it (0 to 1) where, in which ink, at which angle (radians). */
interface Separation {
  readonly amount: Plane;
  readonly ink: Rgb;
  readonly angle: number;
}

interface Screen {
  /** Distance of the dots in px. */
  readonly spacing: number;
  /** How much a pixel's own tone counts against that of its dot: keeps lettering legible. */
  readonly sharpness: number;
}

const WARM_WHITE: Rgb = [252, 248, 238];
const PROCESS: readonly { readonly ink: Rgb; readonly degrees: number }[] = [
  { ink: [0, 166, 214], degrees: 15 },
  { ink: [226, 36, 128], degrees: 75 },
  { ink: [255, 222, 20], degrees: 0 },
  { ink: [34, 31, 40], degrees: 45 },
];

/** Takes an opaque picture; same size out. */
export function* halftone(source: Raster, { pitch, inks }: HalftoneOptions): Sliced<Raster> {
  const spacing = Math.max(3, (pitch * longEdge(source)) / 1024);
  const separations = yield* stage(0, 0.4, inks ? oneInk(source, inks.ink, spacing) : fourInks(source, spacing));
  const sharpness = mix(0.5, 0.92, yield* stage(0.4, 0.4, flatnessOf(source)));
  const paper = inks?.paper ?? WARM_WHITE;
  const target = createRaster(source.width, source.height);
  yield* stage(0.4, 1, eachRow(source.height, source.width, 90 * separations.length, (y) => {
    for (let x = 0; x < source.width; x++) printPixel(target, separations, paper, { spacing, sharpness }, x, y);
  }));
  return target;
}

function* oneInk(source: Raster, ink: Rgb, spacing: number): Sliced<Separation[]> {
  const [, , , black] = yield* stage(0, 0.5, inkPlanes(source, 0));
  if (!black) return [];
  const [light = 0, dark = 1] = percentiles(black, [0.04, 0.98]);
  yield* stage(0.5, 0.5, eachRow(source.height, source.width, 8, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      black.data[i] = 0.02 + 0.96 * clamp01(((black.data[i] ?? 0) - light) / Math.max(0.2, dark - light));
    }
  }));
  const amount = yield* stage(0.5, 1, blur(black, spacing * 0.22));
  return [{ amount, ink, angle: Math.PI / 4 }];
}

function* fourInks(source: Raster, spacing: number): Sliced<Separation[]> {
  const planes = yield* stage(0, 0.2, inkPlanes(source, 0.75));
  const separations: Separation[] = [];
  for (const [i, { ink, degrees }] of PROCESS.entries()) {
    const plane = planes[i];
    if (!plane) continue;
    const amount = yield* stage(0.2 + 0.2 * i, 0.4 + 0.2 * i, blur(plane, spacing * 0.2));
    separations.push({ amount, ink, angle: (degrees * Math.PI) / 180 });
  }
  return separations;
}

/** Cyan, magenta, yellow, black, each 0 to 1. `replacement` is how much of the grey part moves to black alone. */
function* inkPlanes({ width, height, data }: Raster, replacement: number): Sliced<Plane[]> {
  const planes = [0, 1, 2, 3].map(() => createPlane(width, height));
  yield* eachRow(height, width, 20, (y) => {
    for (let i = y * width; i < (y + 1) * width; i++) {
      const cyan = 1 - (data[i * 4] ?? 0) / 255;
      const magenta = 1 - (data[i * 4 + 1] ?? 0) / 255;
      const yellow = 1 - (data[i * 4 + 2] ?? 0) / 255;
      const grey = replacement === 0 ? 0.299 * cyan + 0.587 * magenta + 0.114 * yellow : Math.min(cyan, magenta, yellow);
      const values = [cyan - grey * replacement, magenta - grey * replacement, yellow - grey * replacement, replacement === 0 ? grey : grey ** 1.4];
      for (let ink = 0; ink < 4; ink++) (planes[ink] ?? { data: [] }).data[i] = values[ink] ?? 0;
    }
  });
  return planes;
}

function printPixel(target: Raster, separations: readonly Separation[], paper: Rgb, screen: Screen, x: number, y: number): void {
  let red = paper[0];
  let green = paper[1];
  let blue = paper[2];
  for (const { amount, ink, angle } of separations) {
    const cover = dotCover(amount, screen, angle, x, y);
    red *= mix(1, ink[0] / 255, cover);
    green *= mix(1, ink[1] / 255, cover);
    blue *= mix(1, ink[2] / 255, cover);
  }
  const at = (y * target.width + x) * 4;
  target.data[at] = red;
  target.data[at + 1] = green;
  target.data[at + 2] = blue;
  target.data[at + 3] = 255;
}

/** How much of the pixel the screen's ink covers: dots that grow, meet, and leave round holes in the dark. */
function dotCover(amount: Plane, { spacing, sharpness }: Screen, angle: number, x: number, y: number): number {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const u = (x * cosine + y * sine) / spacing;
  const v = (y * cosine - x * sine) / spacing;
  const middleU = Math.floor(u) + 0.5;
  const middleV = Math.floor(v) + 0.5;
  const tone = sample(amount, (middleU * cosine - middleV * sine) * spacing, (middleU * sine + middleV * cosine) * spacing);
  const local = mix(tone, amount.data[y * amount.width + x] ?? 0, sharpness);
  const screen = 0.5 - 0.25 * (Math.cos(2 * Math.PI * (u - middleU)) + Math.cos(2 * Math.PI * (v - middleV)));
  const soft = 1.1 / spacing;
  return smoothstep(screen - soft, screen + soft, (local - 0.5) * 1.32 + 0.5);
}

// A picture as a pencil drawing: contour lines, hatching by tone, the tooth of the paper, and some of its colour.
import { longEdge } from '../../geometry.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { grainAt, paperTile, valueNoise } from '../noise.ts';
import { blur, brightness, createPlane, percentiles } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface PencilOptions {
  readonly seed: number;
  /** How much of the source's colour stays, as coloured pencil: 0 graphite to 1. */
  readonly colour: number;
}

const PAPER = [250, 247, 240] as const;
const GRAPHITE = [44, 42, 48] as const;

/** Takes an opaque picture; same size out. */
export function* pencil(source: Raster, { seed, colour }: PencilOptions): Sliced<Raster> {
  const unit = Math.max(0.6, longEdge(source) / 1024);
  const light = yield* stage(0, 0.05, brightness(source));
  const lines = yield* stage(0.05, 0.45, contours(light, unit));
  const tone = yield* stage(0.45, 0.6, blur(light, 2.2 * unit));
  const [black = 0, white = 1] = percentiles(tone, [0.02, 0.9]);
  const paper = yield* stage(0.6, 0.6, paperTile(seed));
  const target = createRaster(source.width, source.height);
  yield* stage(0.6, 1, eachRow(source.height, source.width, 320, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const tooth = grainAt(paper, Math.round(x / unit), Math.round(y / unit));
      const shade = 1 - clamp01(((tone.data[i] ?? 0) - black) / Math.max(0.12, white - black));
      const ink = clamp01(1 - (1 - hatching(x / unit, y / unit, shade, seed)) * (1 - (lines.data[i] ?? 0)));
      const laid = clamp01(ink * (0.55 + 0.95 * tooth));
      const tint = colour * clamp01(0.32 + 0.5 * tooth) * (0.75 + 0.25 * shade);
      drawPixel(source.data, target.data, i * 4, laid, tint);
    }
  }));
  return target;
}

/** Extended difference of Gaussians (Winnemöller 2011): 1 on a dark line, 0 on bare paper. */
export function* contours(light: Plane, unit: number): Sliced<Plane> {
  const fine = yield* stage(0, 0.45, blur(light, 0.8 * unit));
  const coarse = yield* stage(0.45, 0.9, blur(light, 1.7 * unit));
  const lines = createPlane(light.width, light.height);
  yield* stage(0.9, 1, eachRow(light.height, light.width, 12, (y) => {
    for (let i = y * light.width; i < (y + 1) * light.width; i++) {
      const edge = (coarse.data[i] ?? 0) - (fine.data[i] ?? 0);
      lines.data[i] = smoothstep(0.006, 0.05, edge);
    }
  }));
  return lines;
}

/** Up to three layers of strokes, each beginning at a darker tone; `x` and `y` in units of a 1024 px picture. */
function hatching(x: number, y: number, shade: number, seed: number): number {
  if (shade < 0.1) return 0;
  let bare = 1 - 0.8 * smoothstep(0.08, 0.6, shade) * strokes(x, y, 0.75, seed);
  if (shade > 0.38) bare *= 1 - 0.62 * smoothstep(0.36, 0.8, shade) * strokes(x, y, -0.5, seed + 3);
  if (shade > 0.66) bare *= 1 - 0.6 * smoothstep(0.64, 1, shade) * strokes(x, y, 1.35, seed + 5);
  return 1 - bare;
}

/** Long thin strokes at an angle (radians) that waver a little: 1 on a stroke. */
function strokes(x: number, y: number, angle: number, seed: number): number {
  const along = x * Math.cos(angle) + y * Math.sin(angle);
  const across = y * Math.cos(angle) - x * Math.sin(angle);
  return smoothstep(0.38, 0.72, valueNoise(along / 46, across / 1.7, seed));
}

function drawPixel(from: Uint8ClampedArray, to: Uint8ClampedArray, at: number, laid: number, tint: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const paper = PAPER[channel] ?? 0;
    const ground = (paper * mix(255, from[at + channel] ?? 0, tint)) / 255;
    to[at + channel] = mix(ground, mix(GRAPHITE[channel] ?? 0, ground * 0.35, tint), laid * 0.92);
  }
  to[at + 3] = 255;
}

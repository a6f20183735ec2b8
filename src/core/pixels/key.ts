// Transparency through a service that knows none: the picture is laid on a plain key colour that it does not have, and the key is taken
// out of the answer again, edges included.
import { distance, fromHex, toLab } from '../colour.ts';
import type { Rgb } from '../colour.ts';
import { clamp, clamp01 } from '../maths.ts';
import { labClusters } from './palette.ts';
import { createPlane } from './plane.ts';
import type { Plane } from './plane.ts';
import { createRaster } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow, stage } from './slices.ts';

/** Strong colours that artwork seldom has, each with a name that a model understands. */
export const KEYS = [
  { hex: '#00d84a', name: 'pure green' },
  { hex: '#ff00c8', name: 'pure magenta' },
  { hex: '#0050ff', name: 'pure blue' },
  { hex: '#ffe600', name: 'pure yellow' },
] as const;

export type Key = (typeof KEYS)[number];

/** OKLab distance up to which a border counts as the key that was asked for: models are a little off. Our own threshold. */
const SAME_KEY = 0.2;
/** Up to here a pixel is ground for the eye (OKLab distance to it). */
const CLEAR = 0.05;
/** Width of an edge that is half drawing, half ground (px). */
const EDGE = 3;

/** The key that is furthest from every colour of the picture's visible part. */
export function chooseKey(source: Raster): Key {
  const colours = labClusters(source, 12).filter(({ share }) => share > 0.004).map(({ lab }) => lab);
  const gaps = KEYS.map(({ hex }) => Math.min(...colours.map((lab) => distance(lab, toLab(fromHex(hex))))));
  return KEYS[gaps.indexOf(Math.max(...gaps))] ?? KEYS[0];
}

/** True where most of the answer's border still is the key. */
export function hasKey(answer: Raster, key: Rgb): boolean {
  return distance(toLab(groundOf(answer)), toLab(key)) < SAME_KEY;
}

/**
 * The answer without its ground, the colour that its border has. What is near the ground's colour is clear; beside it, edges are as
 * opaque as they are far from it, measured against the drawing next to them, and freed of what the ground lent them. Same size.
 */
export function* withoutKey(answer: Raster): Sliced<Raster> {
  const ground = groundOf(answer);
  const { width, height, data } = answer;
  const gaps = createPlane(width, height);
  const clear = createPlane(width, height);
  yield* stage(0, 0.4, measured(answer, ground, gaps, clear));
  const beside = yield* stage(0.4, 0.6, largestAround(clear));
  const furthest = yield* stage(0.6, 0.8, largestAround(gaps));
  const target = createRaster(width, height);
  yield* stage(0.8, 1, eachRow(height, width, 20, (y) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) {
      const alpha = clear.data[i] === 1 ? 0 : beside.data[i] === 1 ? clamp01((gaps.data[i] ?? 0) / Math.max(1, furthest.data[i] ?? 0)) : 1;
      target.data[i * 4 + 3] = Math.round(alpha * 255);
      for (let channel = 0; channel < 3; channel += 1) target.data[i * 4 + channel] = unmixed(data[i * 4 + channel] ?? 0, ground[channel] ?? 0, alpha);
    }
  }));
  return target;
}

/** How far each pixel is from the ground: in sRGB, in which edges are mixed, and whether it is the ground for the eye. */
function* measured({ width, height, data }: Raster, ground: Rgb, gaps: Plane, clear: Plane): Sliced<void> {
  const groundLab = toLab(ground);
  yield* eachRow(height, width, 60, (y) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) {
      const rgb: Rgb = [data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0];
      gaps.data[i] = Math.hypot(rgb[0] - ground[0], rgb[1] - ground[1], rgb[2] - ground[2]);
      clear.data[i] = distance(toLab(rgb), groundLab) < CLEAR ? 1 : 0;
    }
  });
}

/** The largest value within EDGE px, row by row and then column by column. */
function* largestAround(source: Plane): Sliced<Plane> {
  const { width, height } = source;
  const across = createPlane(width, height);
  yield* eachRow(height, width, 20, (y) => {
    for (let x = 0; x < width; x += 1) {
      let most = 0;
      for (let at = Math.max(0, x - EDGE); at <= Math.min(width - 1, x + EDGE); at += 1) most = Math.max(most, source.data[y * width + at] ?? 0);
      across.data[y * width + x] = most;
    }
  });
  const target = createPlane(width, height);
  yield* eachRow(height, width, 20, (y) => {
    for (let x = 0; x < width; x += 1) {
      let most = 0;
      for (let at = Math.max(0, y - EDGE); at <= Math.min(height - 1, y + EDGE); at += 1) most = Math.max(most, across.data[at * width + x] ?? 0);
      target.data[y * width + x] = most;
    }
  });
  return target;
}

/** The answer under the alpha of the picture that was sent: for answers that lost the key. Sizes must be equal. */
export function* underAlpha(answer: Raster, sent: Raster): Sliced<Raster> {
  const { width, height } = answer;
  if (sent.width !== width || sent.height !== height) throw new RangeError('the sizes differ');
  const target = createRaster(width, height);
  yield* eachRow(height, width, 4, (y) => {
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4) {
      for (let channel = 0; channel < 3; channel += 1) target.data[at + channel] = answer.data[at + channel] ?? 0;
      target.data[at + 3] = sent.data[at + 3] ?? 0;
    }
  });
  return target;
}

/** The middle colour of the outermost pixels, channel by channel. */
function groundOf({ width, height, data }: Raster): Rgb {
  const border: number[] = [];
  for (let x = 0; x < width; x += 1) border.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y += 1) border.push(y * width, y * width + width - 1);
  const channel = (offset: number) => {
    const values = border.map((pixel) => data[pixel * 4 + offset] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  return [channel(0), channel(1), channel(2)];
}

/** What a pixel was before the ground shone through it. */
function unmixed(value: number, ground: number, alpha: number): number {
  return alpha <= 0.02 ? value : clamp(Math.round((value - (1 - alpha) * ground) / alpha), 0, 255);
}

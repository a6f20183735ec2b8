// Transparency through a service that knows none: the picture is laid on a plain key colour that it does not have, and the key is taken
// out of the answer again, edges included.
import { fromHex, toLab } from '../colour.ts';
import type { Lab, Rgb } from '../colour.ts';
import { clamp, smoothstep } from '../maths.ts';
import { labClusters } from './palette.ts';
import { createRaster } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow } from './slices.ts';

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
/** From here a pixel begins to be picture, and there it is nothing else (OKLab distance to the ground). */
const CLEAR = 0.06;
const SOLID = 0.2;

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
 * The answer without its ground: alpha by distance to the colour that its border has, and edges freed of what the ground lent them.
 * Same size. A border in no single colour leaves nothing clear.
 */
export function* withoutKey(answer: Raster): Sliced<Raster> {
  const ground = groundOf(answer);
  const groundLab = toLab(ground);
  const { width, height, data } = answer;
  const target = createRaster(width, height);
  yield* eachRow(height, width, 60, (y) => {
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4) {
      const rgb: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const alpha = smoothstep(CLEAR, SOLID, distance(toLab(rgb), groundLab));
      target.data[at + 3] = Math.round(alpha * 255);
      for (let channel = 0; channel < 3; channel += 1) target.data[at + channel] = unmixed(rgb[channel] ?? 0, ground[channel] ?? 0, alpha);
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

function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

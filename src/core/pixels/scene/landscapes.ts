// Compositions of wide views: layered mountains, the sea, a city. Each paints the whole canvas.
import { mix, smoothstep } from '../../maths.ts';
import { layeredNoise, valueNoise } from '../noise.ts';
import type { Sliced } from '../raster.ts';
import { stage } from '../slices.ts';
import { blend, downward, fill, plain } from './canvas.ts';
import { below, block, curve, disc, leaf, stroke } from './outlines.ts';
import type { SceneStage } from './stagecraft.ts';

/** Sky with a sun or a moon and its glow; `x` and `y` in parts of the picture. */
function* sky({ canvas, width, height, unit, hues, isNight, random }: SceneStage, x: number, y: number, radius: number): Sliced<void> {
  yield* stage(0, 0.4, fill(canvas, () => -1, downward(hues.skyTop, hues.skyLow, 0, height * 0.75)));
  const sun = disc(x * width, y * height, radius * unit);
  yield* stage(0.4, 0.8, fill(canvas, sun, plain(blend(hues.sun, hues.pale, 0.4)), { opacity: 0.55, softness: radius * unit * 2.2 }));
  yield* stage(0.8, 0.9, fill(canvas, sun, downward(blend(hues.sun, hues.pale, 0.35), hues.sun, (y * height) - radius * unit, y * height + radius * unit)));
  for (let star = 0; isNight && star < 70; star++) {
    const [starX, starY, size] = [random() * width, random() * height * 0.6, (0.1 + 0.22 * random()) * unit];
    yield* fill(canvas, disc(starX, starY, size), plain(hues.pale), { opacity: 0.8, bounds: [starX - 5 * size - 2, starY - 5 * size - 2, starX + 5 * size + 2, starY + 5 * size + 2] });
  }
}

/** Mountain behind mountain in haze, firs in front. */
export function* ridges(scene: SceneStage): Sliced<void> {
  const { canvas, width, height, unit, random, hues, seed } = scene;
  const sunX = random() < 0.5 ? 0.32 : 0.68;
  yield* stage(0, 0.3, sky(scene, sunX, 0.3, 9 + 5 * random()));
  const layers = 6;
  for (let layer = 0; layer < layers; layer++) {
    const depth = layer / (layers - 1);
    const base = height * mix(0.42, 0.93, depth ** 0.9);
    const reach = height * mix(0.2, 0.1, depth);
    const rough = curve(width, (part) => base - reach * sharpNoise((part * width) / (unit * mix(46, 70, depth)), seed + layer * 13));
    const colour = blend(hues.far, hues.near, depth ** 1.15);
    const haze = blend(colour, hues.skyLow, 0.55 * (1 - depth));
    const paint = downward(colour, haze, base - reach, base + height * 0.2);
    yield* stage(0.3 + 0.1 * layer, 0.4 + 0.1 * layer, fill(canvas, below(rough), paint, { bounds: [0, base - reach - 4, width, height], shadow: { depth: 0.1, reach: 2.2 * unit } }));
    if (layer >= layers - 2) yield* firs(scene, rough, colour, layer === layers - 1 ? 1 : 0.55);
  }
}

/** Ridged noise with finer teeth, 0 to 1. */
function sharpNoise(x: number, seed: number): number {
  const wide = 1 - Math.abs(2 * valueNoise(x, 0.5, seed) - 1);
  return 0.72 * wide + 0.2 * (1 - Math.abs(2 * valueNoise(x * 3.1, 1.5, seed) - 1)) + 0.08 * valueNoise(x * 13, 2.5, seed);
}

function* firs({ canvas, width, unit, random }: SceneStage, ground: Float32Array, colour: readonly [number, number, number], size: number): Sliced<void> {
  for (let x = random() * 6 * unit; x < width; x += (2.2 + 5 * random() ** 2) * unit * size) {
    const foot = (ground[Math.floor(x)] ?? 0) + unit;
    const tall = (6 + 9 * random()) * unit * size;
    const shape = (px: number, py: number): number => Math.abs(px - x) - ((py - foot + tall) / tall) * tall * 0.2 * (0.75 + 0.25 * Math.cos(((py - foot) / tall) * 26));
    const tree = (px: number, py: number): number => Math.max(shape(px, py), foot - tall - py, py - foot);
    yield* fill(canvas, tree, plain(colour), { bounds: [x - tall * 0.25, foot - tall - 2, x + tall * 0.25, foot + 2] });
  }
}

/** Wave before wave under a low sun. */
export function* waves(scene: SceneStage): Sliced<void> {
  const { canvas, width, height, unit, random, hues, seed } = scene;
  const horizon = height * 0.46;
  const sunX = 0.3 + 0.4 * random();
  yield* stage(0, 0.3, sky(scene, sunX, 0.4, 13));
  const layers = 8;
  for (let layer = 0; layer < layers; layer++) {
    const depth = layer / (layers - 1);
    const base = mix(horizon, height * 0.97, depth ** 1.35);
    const swell = mix(0.4, 5.5, depth) * unit;
    const long = mix(9, 44, depth) * unit;
    const heights = curve(width, (part) => {
      const x = (part * width) / long + layer * 1.7;
      return base - swell * (0.6 * Math.sin(x * 2.4) + 0.9 * layeredNoise(x, layer, seed, 2));
    });
    const colour = blend(blend(hues.far, hues.light, 0.2), blend(hues.dark, hues.near, 0.5), depth);
    const crest = blend(colour, hues.pale, 0.6);
    const bounds = [0, base - 2.4 * swell - 4, width, height] as const;
    const area = below(heights);
    yield* stage(0.3 + 0.085 * layer, 0.34 + 0.085 * layer, fill(canvas, area, plain(crest), { bounds, shadow: { depth: 0.16, reach: (1 + 2 * depth) * unit } }));
    const inner = (x: number, y: number): number => area(x, y) + (0.25 + 0.55 * depth) * unit;
    yield* stage(0.34 + 0.085 * layer, 0.38 + 0.085 * layer, fill(canvas, inner, downward(blend(colour, hues.light, 0.25), colour, base - swell, base + 6 * unit), { bounds }));
  }
  yield* glints(scene, sunX * width, horizon);
}

function* glints({ canvas, height, unit, random, hues }: SceneStage, x: number, top: number): Sliced<void> {
  for (let glint = 0; glint < 16; glint++) {
    const depth = glint / 16;
    const y = mix(top + unit, height * 0.8, depth);
    const half = (3 + 7 * random()) * unit * (1 - 0.4 * depth);
    const middle = x + (random() - 0.5) * 7 * unit;
    const line = stroke(middle - half, y, middle + half, y, (0.3 + 0.5 * depth) * unit);
    yield* fill(canvas, line, plain(blend(hues.sun, hues.pale, 0.6)), { opacity: 0.75 * (1 - depth), bounds: [middle - half - 4, y - 2 * unit, middle + half + 4, y + 2 * unit] });
  }
}

/** Rows of buildings with lit windows, and their street of light. */
export function* skyline(scene: SceneStage): Sliced<void> {
  const { canvas, width, height, unit, random, hues, isRainy } = scene;
  yield* stage(0, 0.4, sky(scene, 0.72, 0.26, 8));
  for (let layer = 0; layer < 3; layer++) {
    const colour = blend(hues.far, hues.near, [0.15, 0.55, 1][layer] ?? 1);
    const ground = height * ([0.82, 0.9, 1.01][layer] ?? 1);
    for (let x = -random() * 6 * unit; x < width; ) {
      const wide = (6 + 9 * random()) * unit * (0.75 + 0.25 * layer);
      const tall = height * ([0.5, 0.42, 0.3][layer] ?? 0.3) * (0.35 + 0.65 * random());
      yield* building(scene, x, ground - tall, wide, height - ground + tall, colour, layer);
      x += wide + (random() < 0.25 ? 2.5 * unit * random() : 0);
    }
    const mist = downward(hues.skyLow, hues.skyLow, 0, 1);
    if (layer < 2) yield* fill(canvas, (_, y) => ground - y, mist, { opacity: 0.35, softness: 16 * unit });
  }
  if (isRainy) yield* rain(scene);
}

function* building({ canvas, unit, random, hues }: SceneStage, x: number, y: number, wide: number, tall: number, colour: readonly [number, number, number], layer: number): Sliced<void> {
  const bounds = [x - 2, y - 12 * unit, x + wide + 3 * unit, y + tall] as const;
  const paint = downward(colour, blend(colour, hues.skyLow, 0.25 * (1 - layer / 3)), y, y + tall);
  yield* fill(canvas, block(x, y, wide, tall + unit), paint, { bounds, shadow: { depth: 0.12, reach: 1.5 * unit } });
  if (random() < 0.25) yield* fill(canvas, stroke(x + wide / 2, y, x + wide / 2, y - 5 * unit, 0.4 * unit), plain(colour), { bounds });
  const step = (1.5 + 0.35 * layer) * unit;
  for (let row = y + step; row < y + tall - step; row += step * 1.35) {
    for (let column = x + step * 0.7; column < x + wide - step; column += step) {
      if (random() > 0.36) continue;
      const glow = random() < 0.22 ? hues.loud : blend(hues.light, hues.pale, random());
      const window = block(column, row, step * 0.5, step * 0.72);
      yield* fill(canvas, window, plain(glow), { opacity: 0.45 + 0.5 * random(), bounds: [column - 1, row - 1, column + step, row + step] });
    }
  }
}

/** Slanting streaks, and light that lies on wet ground. */
function* rain({ canvas, width, height, unit, random, hues }: SceneStage): Sliced<void> {
  yield* fill(canvas, (_, y) => height * 0.9 - y, plain(blend(hues.light, hues.dark, 0.4)), { opacity: 0.4, softness: 8 * unit });
  for (let drop = 0; drop < 190; drop++) {
    const [x, y, long] = [random() * width * 1.1, random() * height, (3 + 6 * random()) * unit];
    const streak = stroke(x, y, x - long * 0.28, y + long, 0.16 * unit);
    yield* fill(canvas, streak, plain(hues.pale), { opacity: 0.12 + 0.28 * random(), bounds: [x - long * 0.3 - 3, y - 2, x + 3, y + long + 2] });
  }
}

/** Dunes: broad soft curves, each lit on one side. */
export function* dunes(scene: SceneStage): Sliced<void> {
  const { canvas, width, height, unit, random, hues, seed } = scene;
  yield* stage(0, 0.4, sky(scene, 0.3 + 0.4 * random(), 0.28, 10));
  for (let layer = 0; layer < 4; layer++) {
    const base = height * (0.5 + 0.14 * layer);
    const turn = seed % 7;
    const heights = curve(width, (part) => base - 11 * unit * Math.sin(part * (3 + layer * 0.7) + layer * 2.1 + turn) * (0.5 + 0.5 * smoothstep(0, 1, part)) - 5 * unit * valueNoise(part * 3, layer, seed));
    const lit = blend(hues.loud, hues.light, 0.75 - 0.2 * layer);
    const shade = blend(hues.loud, hues.dark, 0.25 + 0.22 * layer);
    const paint = { from: lit, to: shade, start: [width * 0.1, base - 14 * unit], end: [width * 0.75, base + 40 * unit] } as const;
    yield* stage(0.4 + 0.15 * layer, 0.55 + 0.15 * layer, fill(canvas, below(heights), paint, { bounds: [0, base - 18 * unit, width, height], shadow: { depth: 0.14, reach: 3 * unit } }));
  }
  for (let bird = 0; bird < 5; bird++) yield* birdAt(scene, width * (0.5 + 0.35 * random()), height * (0.14 + 0.2 * random()));
}

function* birdAt({ canvas, unit, hues }: SceneStage, x: number, y: number): Sliced<void> {
  for (const side of [-1, 1]) {
    const wing = leaf(x, y, x + side * 2.6 * unit, y - 1.1 * unit, 0.12);
    yield* fill(canvas, wing, plain(hues.near), { bounds: [x - 3 * unit, y - 2 * unit, x + 3 * unit, y + unit] });
  }
}

// Compositions around a thing: plants before a sun, an object on a plinth. Each paints the whole canvas.
import { mix } from '../../maths.ts';
import type { Sliced } from '../raster.ts';
import { stage } from '../slices.ts';
import type { Lab } from '../../colour.ts';
import { blend, downward, fill, plain } from './canvas.ts';
import type { Paint, Shape } from './canvas.ts';
import { arch, block, disc, leaf, oval, ring, stroke } from './outlines.ts';
import type { SceneStage } from './stagecraft.ts';

/** Tall leaves in front of a sun in an arch. */
export function* plants(scene: SceneStage): Sliced<void> {
  const { canvas, width, height, unit, random, hues, isNight } = scene;
  yield* stage(0, 0.15, fill(canvas, () => -1, downward(isNight ? hues.dark : hues.pale, isNight ? hues.near : blend(hues.pale, hues.light, 0.6), 0, height)));
  const centre = width * (0.42 + 0.16 * random());
  const niche = arch(centre - 31 * unit, height - 88 * unit, 62 * unit, 100 * unit);
  yield* stage(0.15, 0.3, fill(canvas, niche, downward(blend(hues.light, hues.pale, 0.3), blend(hues.light, hues.loud, 0.35), height * 0.1, height), { shadow: { depth: 0.12, reach: 3 * unit } }));
  yield* stage(0.3, 0.4, fill(canvas, disc(centre + 7 * unit, height - 58 * unit, 15 * unit), downward(blend(hues.loud, hues.pale, 0.25), hues.loud, height - 75 * unit, height - 40 * unit)));
  const stems = 9;
  for (let stem = 0; stem < stems; stem++) {
    const lean = (stem / (stems - 1) - 0.5) * 2;
    const tone = blend(hues.dark, hues.near, random() * 0.8);
    yield* plant(scene, centre + lean * 30 * unit, height + 3 * unit, lean * 24 * unit + (random() - 0.5) * 8 * unit, (34 + 34 * random()) * unit, stem % 3 === 1 ? blend(hues.loud, hues.dark, 0.5) : tone);
    yield 0.4 + (0.6 * stem) / stems;
  }
}

/** One stem with pairs of leaves, leaning `lean` px over its height of `tall` px. */
function* plant(scene: SceneStage, footX: number, footY: number, lean: number, tall: number, colour: Lab): Sliced<void> {
  const { canvas, unit } = scene;
  const at = (part: number): readonly [number, number] => [footX + lean * part * part, footY - tall * part];
  const [topX, topY] = at(1);
  yield* fill(canvas, stroke(footX, footY, topX, topY, 0.7 * unit), plain(colour), { bounds: [Math.min(footX, topX) - unit, topY - unit, Math.max(footX, topX) + unit, footY], opacity: 0.9 });
  for (let pair = 0; pair < 6; pair++) {
    const part = 0.3 + 0.7 * (pair / 5);
    const [x, y] = at(part);
    const long = tall * mix(0.32, 0.2, part);
    for (const side of pair === 5 ? [0] : [-1, 1]) yield* leafAt(scene, x, y, x + side * long * 0.85 + lean * 0.12, y - long * (side === 0 ? 1.3 : 0.62), colour);
  }
}

function* leafAt({ canvas, hues, unit }: SceneStage, x: number, y: number, tipX: number, tipY: number, colour: Lab): Sliced<void> {
  const bounds = [Math.min(x, tipX) - 5 * unit, Math.min(y, tipY) - 5 * unit, Math.max(x, tipX) + 5 * unit, Math.max(y, tipY) + 5 * unit] as const;
  const paint: Paint = { from: blend(colour, hues.near, 0.25), to: blend(colour, hues.light, 0.4), start: [x, y], end: [tipX, tipY] };
  yield* fill(canvas, leaf(x, y, tipX, tipY, 0.2), paint, { bounds, shadow: { depth: 0.18, reach: 1.1 * unit } });
  yield* fill(canvas, stroke(x, y, mix(x, tipX, 0.85), mix(y, tipY, 0.85), 0.22 * unit), plain(blend(colour, hues.pale, 0.5)), { bounds, opacity: 0.7 });
}

/** A thing on a plinth before an arch, in raking light. `thing` is a vessel unless the words name another. */
export function* plinth(scene: SceneStage, thing: Thing): Sliced<void> {
  const { canvas, width, height, unit, random, hues, isNight } = scene;
  const wall = isNight ? hues.dark : blend(hues.pale, hues.light, 0.35);
  const floor = height * 0.78;
  const centre = width * (0.46 + 0.08 * random());
  yield* stage(0, 0.15, fill(canvas, () => -1, { from: blend(wall, hues.pale, 0.4), to: blend(wall, hues.dark, 0.18), start: [0, 0], end: [width, height] }));
  const niche = arch(centre - 27 * unit, floor - 70 * unit, 54 * unit, 70 * unit);
  yield* stage(0.15, 0.3, fill(canvas, niche, { from: blend(hues.loud, hues.dark, 0.15), to: blend(hues.loud, hues.light, 0.55), start: [centre - 27 * unit, 0], end: [centre + 27 * unit, 0] }));
  yield* stage(0.3, 0.4, fill(canvas, (_, y) => floor - y, downward(blend(wall, hues.light, 0.6), blend(hues.light, hues.dark, 0.3), floor, height), { bounds: [0, floor - 2, width, height] }));
  yield* fill(canvas, disc(centre - 33 * unit, floor - 50 * unit, 8 * unit), plain(blend(hues.sun, hues.light, 0.2)), { shadow: { depth: 0.1, reach: 3 * unit } });
  yield* fill(canvas, oval(centre + 11 * unit, floor + 9 * unit, 34 * unit, 5 * unit), plain(hues.near), { opacity: 0.45, softness: 4 * unit });
  yield* column(scene, centre, floor - 9 * unit, 19 * unit, 16 * unit, blend(hues.pale, hues.light, 0.55));
  yield 0.7;
  yield* THINGS[thing](scene, centre, floor - 9 * unit);
}

export type Thing = 'vase' | 'cup' | 'bottle' | 'sphere';

const THINGS: Readonly<Record<Thing, (scene: SceneStage, x: number, foot: number) => Sliced<void>>> = { vase, cup, bottle, sphere };

/** Light from the left, as on anything round. */
function rounded({ hues }: SceneStage, colour: Lab, x: number, half: number): Paint {
  return { from: blend(colour, hues.pale, 0.5), to: blend(colour, hues.near, 0.5), start: [x - half * 0.8, 0], end: [x + half, 0] };
}

function* column(scene: SceneStage, x: number, top: number, half: number, tall: number, colour: Lab): Sliced<void> {
  const { canvas, unit, hues } = scene;
  const body: Shape = (px, py) => Math.min(Math.max(block(x - half, top, 2 * half, tall)(px, py)), oval(x, top + tall, half, half * 0.2)(px, py));
  yield* fill(canvas, body, rounded(scene, colour, x, half), { shadow: { depth: 0.12, reach: 2 * unit } });
  yield* fill(canvas, oval(x, top, half, half * 0.2), plain(blend(colour, hues.pale, 0.45)));
}

function* vase(scene: SceneStage, x: number, foot: number): Sliced<void> {
  const { canvas, unit, hues } = scene;
  for (const [lean, tall, side] of [[-9, 30, -1], [4, 36, 1], [13, 25, 1]] as const) {
    yield* fill(canvas, stroke(x, foot - 24 * unit, x + lean * unit, foot - (24 + tall) * unit, 0.5 * unit), plain(hues.dark));
    for (let pair = 1; pair < 5; pair++) {
      const part = 0.25 + pair * 0.19;
      const [stemX, stemY] = [x + lean * unit * part, foot - (24 + tall * part) * unit];
      yield* leafAt(scene, stemX, stemY, stemX + side * 7 * unit, stemY - 4.5 * unit, hues.dark);
      yield* leafAt(scene, stemX, stemY, stemX - side * 6 * unit, stemY - 5 * unit, blend(hues.dark, hues.loud, 0.2));
    }
  }
  const half = (y: number): number => unit * (4.2 + 6.8 * Math.sin(Math.PI * Math.min(1, Math.max(0, (foot - y) / (27 * unit))) ** 0.62) ** 1.3);
  const body: Shape = (px, py) => Math.max((Math.abs(px - x) - half(py)) * 0.85, foot - 27 * unit - py, py - foot);
  yield* fill(canvas, body, rounded(scene, hues.loud, x, 11 * unit), { shadow: { depth: 0.2, reach: 1.6 * unit } });
  yield* fill(canvas, oval(x, foot - 27 * unit, 4.2 * unit, 0.9 * unit), plain(blend(hues.loud, hues.near, 0.7)));
}

function* cup(scene: SceneStage, x: number, foot: number): Sliced<void> {
  const { canvas, unit, hues } = scene;
  const top = foot - 17 * unit;
  yield* fill(canvas, oval(x, foot, 15 * unit, 2.6 * unit), rounded(scene, hues.light, x, 15 * unit), { shadow: { depth: 0.2, reach: 1.4 * unit } });
  yield* fill(canvas, ring(x + 12.5 * unit, foot - 10 * unit, 4.6 * unit, 1.9 * unit), rounded(scene, hues.loud, x + 12 * unit, 6 * unit));
  const body: Shape = (px, py) => Math.max(block(x - 11.5 * unit, top - 11 * unit, 23 * unit, 28 * unit, 10 * unit)(px, py), top - py);
  yield* fill(canvas, body, rounded(scene, hues.loud, x, 12 * unit));
  yield* fill(canvas, oval(x, top, 11.5 * unit, 2.3 * unit), plain(blend(hues.loud, hues.pale, 0.55)));
  yield* fill(canvas, oval(x, top + 0.5 * unit, 10.2 * unit, 1.7 * unit), plain(blend(hues.near, hues.loud, 0.2)));
  for (const [side, lift] of [[-4, 0], [1, 4], [5, 1]] as const) {
    const steam: Shape = (px, py) => Math.abs(px - x - unit * (side + 1.7 * Math.sin((py - lift * unit) / (3.2 * unit)))) - 0.9 * unit + Math.max(0, Math.abs(py - top + (12 + lift) * unit) - 6 * unit) * 0.4;
    yield* fill(canvas, steam, plain(hues.pale), { opacity: 0.55, softness: 1.1 * unit, bounds: [x - 12 * unit, top - 26 * unit, x + 12 * unit, top - 2 * unit] });
  }
}

function* bottle(scene: SceneStage, x: number, foot: number): Sliced<void> {
  const { canvas, unit, hues } = scene;
  const glass = blend(hues.loud, hues.light, 0.3);
  yield* fill(canvas, block(x - 9 * unit, foot - 30 * unit, 18 * unit, 30.5 * unit, 3 * unit), rounded(scene, glass, x, 9 * unit), { shadow: { depth: 0.2, reach: 1.8 * unit } });
  yield* fill(canvas, block(x - 3 * unit, foot - 35 * unit, 6 * unit, 6 * unit), rounded(scene, hues.light, x, 3 * unit));
  yield* fill(canvas, block(x - 4.2 * unit, foot - 45 * unit, 8.4 * unit, 11 * unit, unit), rounded(scene, hues.near, x, 4 * unit));
  yield* fill(canvas, block(x - 6 * unit, foot - 22 * unit, 12 * unit, 13 * unit, 0.6 * unit), plain(hues.pale), { opacity: 0.92 });
  for (const [line, half] of [[0, 3.6], [2.6, 2.4], [4.6, 3]] as const) {
    yield* fill(canvas, block(x - half * unit, foot - (18 - line) * unit, 2 * half * unit, 0.7 * unit), plain(hues.dark));
  }
  yield* fill(canvas, stroke(x - 6.6 * unit, foot - 26 * unit, x - 6.6 * unit, foot - 5 * unit, unit), plain(hues.pale), { opacity: 0.5 });
}

function* sphere(scene: SceneStage, x: number, foot: number): Sliced<void> {
  const { canvas, unit, hues } = scene;
  const [y, radius] = [foot - 15 * unit, 15 * unit];
  const paint: Paint = { from: blend(hues.loud, hues.pale, 0.6), to: blend(hues.loud, hues.near, 0.55), start: [x - 0.7 * radius, y - 0.7 * radius], end: [x + 0.8 * radius, y + 0.8 * radius] };
  yield* fill(canvas, disc(x, y, radius), paint, { shadow: { depth: 0.22, reach: 2 * unit } });
  yield* fill(canvas, ring(x, y, radius * 1.32, 1.1 * unit), rounded(scene, hues.light, x, radius * 1.4), { opacity: 0.9 });
}

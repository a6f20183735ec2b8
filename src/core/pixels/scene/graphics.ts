// Compositions of pure form: tiles, soft colour, orbits. Each paints the whole canvas.
import { mix, smoothstep } from '../../maths.ts';
import { layeredNoise } from '../noise.ts';
import { shuffled } from '../random.ts';
import type { Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';
import { blend, downward, fill, plain } from './canvas.ts';
import type { Shape } from './canvas.ts';
import { block, disc, ring } from './outlines.ts';
import type { SceneStage } from './stagecraft.ts';

/** A grid of quarter discs, discs, stripes and bars, as the Bauhaus set them. */
export function* tiles({ canvas, width, height, random, hues }: SceneStage): Sliced<void> {
  const side = Math.ceil(Math.min(width, height) / 4);
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const grounds = [hues.pale, hues.light, hues.loud, hues.dark, hues.near];
  for (let tile = 0; tile < columns * rows; tile++) {
    const x = (tile % columns) * side;
    const y = Math.floor(tile / columns) * side;
    const [ground = hues.pale, ink = hues.near, second = hues.loud] = shuffled(grounds, random);
    const bounds = [x, y, x + side, y + side] as const;
    const inside = block(x, y, side, side);
    yield* fill(canvas, block(x - 1, y - 1, side + 2, side + 2), plain(ground), { bounds });
    for (const [i, form] of formsOf(x, y, side, random).entries()) {
      const shape: Shape = (px, py) => Math.max(form(px, py), inside(px, py));
      yield* fill(canvas, shape, plain(i === 0 ? ink : second), { bounds });
    }
    yield tile / (columns * rows);
  }
}

function formsOf(x: number, y: number, side: number, random: () => number): Shape[] {
  const cornerX = x + (random() < 0.5 ? 0 : side);
  const cornerY = y + (random() < 0.5 ? 0 : side);
  const middleX = x + side / 2;
  const middleY = y + side / 2;
  switch (Math.floor(random() * 6)) {
    case 0:
      return [disc(cornerX, cornerY, side), disc(cornerX, cornerY, side / 2)];
    case 1:
      return [disc(middleX, middleY, side * 0.36), disc(middleX, middleY, side * 0.14)];
    case 2:
      return [(px, py) => Math.max(disc(middleX, cornerY, side / 2)(px, py), -1e9), disc(middleX, y + side - cornerY + y, side / 4)];
    case 3:
      return [(px, py) => Math.min(...[0, 1, 2].map((bar) => block(x, y + (side * (2 * bar + 0.5)) / 6, side, side / 6)(px, py)))];
    case 4:
      return [(px, py) => ((px - x) * (cornerX > x ? 1 : -1) + (cornerX > x ? 0 : side) - (py - y)) * 0.7];
    default:
      return [ring(cornerX, cornerY, side * 0.75, side * 0.25), disc(cornerX, cornerY, side * 0.3)];
  }
}

/** Soft fields of colour that flow into one another. */
export function* fields({ canvas, width, height, random, hues, seed }: SceneStage): Sliced<void> {
  const colours = [hues.pale, hues.light, hues.loud, hues.dark, hues.light, hues.loud, hues.pale];
  const spots = colours.map((colour) => ({ colour, x: random() * 1.2 - 0.1, y: random() * 1.2 - 0.1, size: 0.2 + 0.28 * random() }));
  const aspect = width / height;
  const { lightness, a, b } = canvas;
  yield* eachRow(height, width, 700, (y) => {
    for (let x = 0; x < width; x++) {
      const bendX = layeredNoise((x / width) * 2.2, (y / height) * 2.2, seed, 2) - 0.5;
      const bendY = layeredNoise((x / width) * 2.2, (y / height) * 2.2, seed + 5, 2) - 0.5;
      let weight = 0;
      const sum = [0, 0, 0];
      for (const { colour, x: spotX, y: spotY, size } of spots) {
        const dx = (x / width + 0.55 * bendX - spotX) * Math.sqrt(aspect);
        const dy = (y / height + 0.55 * bendY - spotY) / Math.sqrt(aspect);
        const near = Math.exp(-(dx * dx + dy * dy) / (size * size)) + 1e-4;
        weight += near;
        for (let channel = 0; channel < 3; channel++) sum[channel] = (sum[channel] ?? 0) + near * (colour[channel] ?? 0);
      }
      const i = y * width + x;
      lightness.data[i] = (sum[0] ?? 0) / weight;
      a.data[i] = (sum[1] ?? 0) / weight;
      b.data[i] = (sum[2] ?? 0) / weight;
    }
  });
}

/** Rings around a bright body, with planets on them. */
export function* orbits({ canvas, width, height, unit, random, hues, isNight }: SceneStage): Sliced<void> {
  const [ground, edge] = isNight ? [hues.near, hues.dark] : [hues.pale, hues.light];
  yield* stage(0, 0.2, fill(canvas, () => -1, { from: ground, to: edge, start: [0, 0], end: [width, height] }));
  const x = width * (0.36 + 0.28 * random());
  const y = height * (0.4 + 0.2 * random());
  yield* stage(0.2, 0.4, fill(canvas, disc(x, y, 16 * unit), plain(hues.loud), { softness: 30 * unit, opacity: 0.5 }));
  for (let orbit = 6; orbit >= 0; orbit--) {
    const radius = (19 + orbit * 9.5) * unit;
    const tint = blend(edge, isNight ? hues.loud : hues.dark, 0.12 + 0.05 * orbit);
    yield* fill(canvas, ring(x, y, radius, (orbit % 3 === 0 ? 1.1 : 0.3) * unit), plain(tint));
    yield 0.4 + 0.07 * (6 - orbit);
    const turn = random() * 2 * Math.PI;
    const [planetX, planetY, size] = [x + radius * Math.cos(turn), y + radius * Math.sin(turn), (1.6 + 4.2 * random()) * unit];
    const colour = [hues.loud, hues.light, hues.dark, hues.sun][orbit % 4] ?? hues.loud;
    const paint = { from: blend(colour, hues.pale, 0.5), to: blend(colour, hues.near, 0.35), start: [planetX - size, planetY - size], end: [planetX + size, planetY + size] } as const;
    const bounds = [planetX - size * 3, planetY - size * 3, planetX + size * 3, planetY + size * 3] as const;
    yield* fill(canvas, disc(planetX, planetY, size), paint, { bounds, shadow: { depth: 0.2, reach: unit } });
  }
  yield* fill(canvas, disc(x, y, 12 * unit), downward(blend(hues.loud, hues.pale, 0.55), hues.loud, y - 12 * unit, y + 12 * unit), { shadow: { depth: 0.2, reach: 3 * unit } });
}

/** Ribbons that flow across, each lit along its crest. */
export function* ribbons({ canvas, width, height, unit, seed, hues, isNight }: SceneStage): Sliced<void> {
  const ground = isNight ? [hues.near, hues.dark] as const : [hues.pale, hues.light] as const;
  yield* fill(canvas, () => -1, downward(ground[0], ground[1], 0, height));
  const colours = [hues.light, hues.loud, hues.dark, hues.loud, hues.light, hues.near, hues.sun];
  for (const [i, colour] of colours.entries()) {
    const thick = mix(17, 9, i / 6) * unit;
    const shape: Shape = (x, y) => {
      const part = x / width;
      const middle = height * (0.1 + 0.13 * i) + 17 * unit * Math.sin(part * 4.4 + i * 0.55 + (seed % 9)) + 9 * unit * Math.sin(part * 2.1 - i * 0.4);
      return Math.abs(y - middle) * 0.75 - thick * (0.35 + 0.65 * smoothstep(-0.2, 0.7, Math.sin(part * 3.3 + i)));
    };
    const paint = { from: blend(colour, hues.pale, 0.35), to: blend(colour, hues.near, 0.25), start: [0, height * 0.1 * i], end: [width, height * (0.25 + 0.14 * i)] } as const;
    yield* stage(i / 7, (i + 1) / 7, fill(canvas, shape, paint, { shadow: { depth: 0.24, reach: 3.4 * unit } }));
  }
}

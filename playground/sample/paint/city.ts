// A city at the water in the blue hour: towers in haze, lit windows, long reflections.
import { add, blend, clamp01, fbm, hash, mix, noise, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';

const water = 0.66;
const dusk = rgb(0x142447);
const ember = rgb(0xf2a27c);
const lamp = [rgb(0xffc878), rgb(0xffe2b0), rgb(0xff9d57), rgb(0xbfe0ff)] as const;

function sky(x: number, y: number): Vec3 {
  const low = smoothstep(0.05, water, y);
  const base = blend(blend(dusk, rgb(0x46588c), smoothstep(0, 0.6, low)), ember, Math.pow(low, 3.2) * 0.8);
  const cloud = smoothstep(0.46, 0.78, fbm(x * 1.6, y * 6, 5, 9)) * 0.55 * smoothstep(0, 0.3, y);
  return blend(base, blend(rgb(0x5a5f8e), rgb(0xd98f8a), low), cloud);
}

interface Row {
  readonly buildings: number;
  readonly low: number;
  readonly high: number;
  readonly haze: number;
  readonly seed: number;
}

const rows: readonly Row[] = [
  { buildings: 30, low: 0.06, high: 0.3, haze: 0.72, seed: 3 },
  { buildings: 20, low: 0.08, high: 0.42, haze: 0.42, seed: 14 },
  { buildings: 14, low: 0.06, high: 0.3, haze: 0.12, seed: 27 },
];

function windows(x: number, y: number, left: number, width: number, top: number, id: number, row: Row): Vec3 {
  const columns = Math.max(3, Math.round(width * mix(150, 78, 1 - row.haze)));
  const floors = mix(170, 88, 1 - row.haze);
  const u = ((x - left) / width) * columns;
  const v = (y - top) * floors;
  const column = Math.floor(u);
  const floor = Math.floor(v);
  const style = hash(id, row.seed, 8);
  const lit = hash(column * 31 + id, floor, row.seed) < mix(0.16, 0.5, hash(id, row.seed, 5)) || hash(floor, id, row.seed + 2) < 0.05;
  if (!lit || floor < 1 || column < 0 || column >= columns) return [0, 0, 0];
  const inside = smoothstep(0.12, 0.26, u - column) * smoothstep(0.88, 0.74, u - column) * smoothstep(0.2, 0.34, v - floor) * smoothstep(0.86, 0.72, v - floor);
  const tone = lamp[Math.floor(hash(column, floor, id) * 1.6 + style * 2.2) % 4] ?? lamp[0];
  return scale(tone, inside * mix(0.5, 1.9, hash(floor, column, id + 3)));
}

function tower(x: number, y: number, aspect: number, row: Row, colour: Vec3): Vec3 {
  const cell = Math.floor((x / aspect) * row.buildings);
  let result = colour;
  for (let id = cell - 1; id <= cell + 1; id += 1) {
    const width = (aspect / row.buildings) * mix(0.62, 1.35, hash(id, row.seed, 1));
    const left = ((id + 0.5) / row.buildings) * aspect - width / 2;
    const peak = Math.exp(-Math.pow((id / row.buildings - 0.56) * 2.6, 2));
    const top = water - mix(row.low, row.high, Math.pow(hash(id, row.seed, 2), 1.6) * 0.75 + 0.25 * peak) * (0.55 + 0.65 * peak);
    const setback = hash(id, row.seed, 4) < 0.5 ? smoothstep(0.27, 0.3, Math.abs(x - left - width / 2) / width) * 0.03 : 0;
    const mast = hash(id, row.seed, 6) < 0.22 && Math.abs(x - left - width / 2) < 0.0016 ? 0.055 : 0;
    const cover = x > left && x < left + width ? smoothstep(-0.001, 0.001, y - top - setback + mast) : 0;
    if (cover === 0) continue;
    const face = blend(rgb(0x0d1526), rgb(0x28324f), hash(id, row.seed, 7) * 0.6 + 0.4 * ((x - left) / width));
    const body = blend(face, sky(x, water - 0.04), row.haze * 0.8);
    const light = windows(x, y, left, width, top + setback, id, row);
    result = blend(result, add(body, scale(light, mix(1, 0.42, row.haze))), cover);
  }
  return result;
}

function skyline(x: number, y: number, aspect: number): Vec3 {
  let colour = sky(x, y);
  for (const row of rows) {
    colour = tower(x, y, aspect, row, colour);
    colour = blend(colour, ember, smoothstep(water - 0.14, water, y) * 0.16 * row.haze);
  }
  const quay = smoothstep(water - 0.012, water - 0.009, y);
  const post = Math.exp(-Math.pow((((x * 17) % 1) - 0.5) * 11, 2)) * Math.exp(-Math.pow((y - water + 0.018) * 140, 2));
  return add(blend(colour, rgb(0x0a0f1c), quay), scale(rgb(0xffc070), post * 3));
}

function reflection(x: number, y: number, aspect: number): Vec3 {
  const depth = (y - water) / (1 - water);
  let sum: Vec3 = [0, 0, 0];
  for (let tap = 0; tap < 9; tap += 1) {
    const reach = ((tap - 4) / 9) * mix(0.02, 0.2, depth);
    const shake = (noise(x * 26, y * 200 + tap * 3, 6) - 0.5) * 0.03 * (0.25 + depth) + (fbm(x * 5, y * 46, 3, 12) - 0.5) * 0.05 * depth;
    const at = clamp01(water - (y - water) * 1.35 - Math.abs(reach));
    sum = add(sum, scale(skyline(x + shake, Math.max(0.02, at), aspect), 1 / 9));
  }
  const swell = 0.7 + 0.5 * noise(x * 11, y * 120, 31);
  return blend(scale(sum, 0.95 * swell), scale(dusk, 0.5), 0.12 + 0.4 * depth);
}

export const city: Scene = (x, y, aspect) => (y < water ? skyline(x, y, aspect) : reflection(x, y, aspect));

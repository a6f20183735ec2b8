// Small numbers and noise for the sample pictures: pure and the same everywhere. No pixels here.

export type Vec3 = readonly [number, number, number];

export const clamp01 = (x: number): number => Math.min(1, Math.max(0, x));
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 below `from`, 1 above `to`, a smooth S between; `from` may be larger than `to`. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp01((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const multiply = (a: Vec3, b: Vec3): Vec3 => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const blend = (a: Vec3, b: Vec3, t: number): Vec3 => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];

export function normalize(a: Vec3): Vec3 {
  return scale(a, 1 / Math.max(1e-9, Math.hypot(a[0], a[1], a[2])));
}

/** A colour of sRGB `0xrrggbb` as linear light, 0 to 1 a channel. */
export function rgb(hex: number): Vec3 {
  const channel = (shift: number): number => Math.pow(((hex >> shift) & 255) / 255, 2.2);
  return [channel(16), channel(8), channel(0)];
}

/** A number from 0 up to 1 for a whole-numbered point: the same point always gets the same number. */
export function hash(x: number, y: number, seed = 0): number {
  let h = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263) ^ Math.imul(seed | 0, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1103515245);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise, 0 to 1, one feature a unit. */
export function noise(x: number, y: number, seed = 0): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = smoothstep(0, 1, x - column);
  const v = smoothstep(0, 1, y - row);
  const top = mix(hash(column, row, seed), hash(column + 1, row, seed), u);
  const bottom = mix(hash(column, row + 1, seed), hash(column + 1, row + 1, seed), u);
  return mix(top, bottom, v);
}

/** Octaves of noise, each twice as fine and half as strong; about 0 to 1 around 0.5. */
export function fbm(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * noise(x, y, seed + octave * 17);
    total += weight;
    weight *= 0.5;
    const turned = x * 1.6 - y * 1.2;
    y = x * 1.2 + y * 1.6 + 11.3;
    x = turned + 5.7;
  }
  return sum / total;
}

/** Like fbm, but folded so that crests are sharp: mountains and dunes. */
export function ridged(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    const fold = 1 - Math.abs(2 * noise(x, y, seed + octave * 31) - 1);
    sum += weight * fold * fold;
    total += weight;
    weight *= 0.48;
    x = x * 2.03 + 3.1;
    y = y * 2.03 + 1.7;
  }
  return sum / total;
}

// A lake under mountains at dusk: layered ridges, fog in the valleys, firs on the shore.
import { add, blend, clamp01, fbm, hash, mix, noise, ridged, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';

const zenith = rgb(0x24365f);
const middle = rgb(0x7d7fb0);
const glow = rgb(0xffb98a);
const horizonGlow = rgb(0xffe0b0);
const haze = rgb(0xd9a7a0);
const far = rgb(0x7f86b0);
const near = rgb(0x0e1a26);
const shore = 0.74;
const sun = { x: 1.08, y: 0.5 };

function sky(x: number, y: number): Vec3 {
  const height = clamp01(y / 0.62);
  const base = blend(blend(zenith, middle, smoothstep(0, 0.62, height)), glow, smoothstep(0.45, 1, height));
  const distance = Math.hypot((x - sun.x) * 0.75, y - sun.y);
  const lit = add(base, scale(horizonGlow, 0.6 * Math.exp(-distance * distance * 22) + 0.12 * Math.exp(-distance * 3)));
  const streak = smoothstep(0.5, 0.78, fbm(x * 1.7 + 4, y * 9, 5, 3)) * smoothstep(0.04, 0.28, y) * (1 - smoothstep(0.42, 0.6, y));
  return blend(lit, blend(rgb(0xffc2a2), rgb(0x8b86b5), smoothstep(0.4, 0.1, y)), streak * 0.62);
}

interface Ridge {
  readonly base: number;
  readonly height: number;
  readonly detail: number;
  readonly seed: number;
}

const ridges: readonly Ridge[] = [
  { base: 0.58, height: 0.3, detail: 1.5, seed: 11 },
  { base: 0.62, height: 0.3, detail: 1.25, seed: 29 },
  { base: 0.665, height: 0.19, detail: 1.7, seed: 37 },
  { base: 0.7, height: 0.13, detail: 2.3, seed: 58 },
  { base: 0.728, height: 0.085, detail: 3.2, seed: 71 },
];

function crest(x: number, ridge: Ridge): number {
  const shape = 0.68 * ridged(x * ridge.detail + ridge.seed, ridge.seed, 6, ridge.seed) + 0.32 * fbm(x * 3.1 * ridge.detail, 1, 3, ridge.seed);
  const valley = 1 - 0.55 * Math.exp(-Math.pow((x - sun.x) * 2.4, 2));
  return ridge.base - ridge.height * shape * valley;
}

/** How high the firs stand over the shore at x: cones side by side, some missing. */
function firs(x: number, density: number, seed: number): number {
  const cell = Math.floor(x * density);
  let top = 0;
  for (let at = cell - 1; at <= cell + 1; at += 1) {
    const size = hash(at, seed, 5);
    const centre = (at + 0.2 + 0.6 * hash(at, seed, 6)) / density;
    const height = (0.35 + size * 0.9) / density;
    const jag = 1 + 0.22 * noise(x * density * 40, at, seed);
    top = Math.max(top, height * 2.6 - Math.abs(x - centre) * 7.5 * jag);
  }
  return top;
}

function land(x: number, y: number): Vec3 {
  let colour = sky(x, y);
  ridges.forEach((ridge, index) => {
    const depth = index / (ridges.length - 1);
    const line = crest(x, ridge) - (index === ridges.length - 1 ? 0.55 * firs(x, 70, 3) : 0);
    const inside = smoothstep(-0.0012, 0.0012, y - line);
    if (inside === 0) return;
    const body = blend(far, near, Math.pow(depth, 0.75));
    const snow = index < 2 ? smoothstep(0.62, 0.8, fbm(x * 26, y * 22 + x * 9, 4, index)) * smoothstep(0.12, 0.0, y - line) : 0;
    const facing = (crest(x + 0.006, ridge) - crest(x - 0.006, ridge)) / 0.012;
    const warm = clamp01(0.5 + facing * (x < sun.x ? -0.6 : 0.6)) * (1 - depth) * 0.35;
    const rock = add(add(body, scale(rgb(0xffb99a), warm * 0.75)), scale(rgb(0xffd9c8), snow * 0.3 * (0.4 + warm)));
    const mist = smoothstep(ridge.base - ridge.height * 0.75, ridge.base + 0.05, y) * (0.55 + 0.45 * fbm(x * 3 + index * 3, y * 14, 4, 40 + index));
    const lit = blend(rock, haze, clamp01(mist * mix(0.95, 0.42, depth) + (1 - depth) * 0.22));
    colour = blend(colour, lit, inside);
  });
  return colour;
}

function foreground(x: number, y: number, aspect: number, colour: Vec3): Vec3 {
  const bank = 0.955 + 0.03 * fbm(x * 4, 2, 4, 90) - 0.05 * smoothstep(0.55, 0, x) - 0.07 * smoothstep(aspect - 0.5, aspect, x);
  const line = bank - firs(x, 26, 8) * (smoothstep(0.42, 0.12, x) + smoothstep(aspect - 0.36, aspect - 0.1, x)) * 1.5;
  return blend(colour, scale(near, 0.42), smoothstep(-0.001, 0.001, y - line));
}

/** The whole picture; its calm upper left leaves room for a headline. */
export const mountains: Scene = (x, y, aspect) => {
  if (y < shore) return foreground(x, y, aspect, land(x, y));
  const depth = (y - shore) / (1 - shore);
  const ripple = (fbm(x * 9, y * 130, 3, 5) - 0.5) * 0.035 * (0.3 + depth);
  const mirrored = land(x + ripple * 0.6, Math.max(0.02, shore - (y - shore) * 1.28 + ripple));
  const dim = blend(scale(mirrored, 0.72), zenith, 0.16 + 0.2 * depth);
  const band = smoothstep(0.012, 0, y - shore) * 0.5;
  const gleam = smoothstep(0.66, 0.8, noise(x * 30, y * 260, 61)) * 0.1 * (1 - depth);
  return foreground(x, y, aspect, add(blend(dim, haze, band), scale(glow, gleam)));
};

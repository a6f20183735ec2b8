// A picture in other light: a key light from a side, a tint for lights and shadows, glow, vignette, or a window's panes.
import { longEdge } from '../../geometry.ts';
import { flatnessOf } from '../character.ts';
import { toLab } from '../../colour.ts';
import type { Lab, Rgb } from '../../colour.ts';
import { labOf, rasterOf } from '../lab.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { layeredNoise } from '../noise.ts';
import { blur, createPlane, sample } from '../plane.ts';
import type { Plane } from '../plane.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface RelightOptions {
  readonly seed: number;
  /** Where the light stands, in parts of the picture from its top left; may lie outside. */
  readonly from: { readonly x: number; readonly y: number };
  /** Colour of the light and of the shadow. */
  readonly light: Rgb;
  readonly shadow: Rgb;
  /** How much the light changes, 0 to 1. */
  readonly strength: number;
  /** How much bright parts glow, 0 to 1. */
  readonly glow: number;
  /** What stands between light and picture. */
  readonly through: 'nothing' | 'window' | 'leaves';
}

/** Takes an opaque picture; same size out. */
export function* relight(source: Raster, options: RelightOptions): Sliced<Raster> {
  const { light, shadow } = options;
  // White pages take a strong light as a stain; photographs carry it.
  const flatness = yield* stage(0, 0, flatnessOf(source));
  const strength = options.strength * (1 - 0.4 * flatness);
  const glow = options.glow * (1 - flatness);
  const reach = 0.72 - 0.14 * flatness;
  const picture = yield* stage(0, 0.4, labOf(source));
  const { lightness, a, b } = picture;
  const halo = yield* stage(0.4, 0.55, blur(lightness, longEdge(source) / 40));
  const fall = yield* stage(0.55, 0.6, lightField(options, source));
  const lit = toLab(light);
  const unlit = toLab(shadow);
  yield* stage(0.6, 0.75, eachRow(source.height, source.width, 60, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const amount = sample(fall, (x / source.width) * fall.width - 0.5, (y / source.height) * fall.height - 0.5);
      const tint = mixLab(unlit, lit, amount);
      const own = lightness.data[i] ?? 0;
      const shaded = own * mix(1, 0.42 + reach * amount, strength);
      const glowing = shaded + glow * smoothstep(0.6, 1, halo.data[i] ?? 0) * 0.16 * amount;
      lightness.data[i] = clamp01(glowing);
      // Tint weighs most in the mid-tones, so that black stays black and the brightest light stays clear.
      const weight = strength * 0.85 * clamp01(glowing * 1.6) * (1 - 0.45 * smoothstep(0.75, 1, glowing) * amount);
      a.data[i] = (a.data[i] ?? 0) * (1 - 0.25 * strength) + tint[1] * weight;
      b.data[i] = (b.data[i] ?? 0) * (1 - 0.25 * strength) + tint[2] * weight;
    }
  }));
  return yield* stage(0.75, 1, rasterOf(picture));
}

/** How much light arrives where, 0 to 1, on a lattice of a quarter of the picture's sides. */
function* lightField(options: RelightOptions, { width, height }: Raster): Sliced<Plane> {
  const field = createPlane(Math.max(2, Math.ceil(width / 4)), Math.max(2, Math.ceil(height / 4)));
  const aspect = width / height;
  yield* eachRow(field.height, field.width, 250, (y) => {
    for (let x = 0; x < field.width; x++) {
      const across = (x + 0.5) / field.width;
      const down = (y + 0.5) / field.height;
      const distance = Math.hypot((across - options.from.x) * Math.min(1.6, aspect), (down - options.from.y) / Math.max(0.62, Math.min(1, aspect)));
      field.data[y * field.width + x] = smoothstep(1.45, 0.12, distance) * passing(options, across * aspect, down);
    }
  });
  return field;
}

/** How much of the light passes what stands in its way; `x` and `y` in picture heights. */
function passing({ through, seed, from }: RelightOptions, x: number, y: number): number {
  const slant = from.x < 0.5 ? 1 : -1;
  switch (through) {
    case 'nothing':
      return 1;
    case 'window': {
      const u = slant * (x - from.x - slant * 0.55) - 0.3 * (y - 0.45);
      const v = y - 0.45 + slant * 0.42 * (x - from.x - slant * 0.55);
      const frame = smoothstep(0.62, 0.56, Math.abs(u)) * smoothstep(0.46, 0.41, Math.abs(v));
      return mix(0.3, 1, frame * pulse(u, 0.41) * pulse(v, 0.3));
    }
    case 'leaves':
      return mix(0.35, 1, smoothstep(0.42, 0.6, layeredNoise((x - slant * y * 0.4) * 5.5, (y + slant * x * 0.4) * 3.2, seed, 3)));
  }
}

/** A bar at every multiple of `period`: 0 on it, 1 between, with a soft edge. */
function pulse(value: number, period: number): number {
  const toBar = Math.abs(value / period - Math.round(value / period)) * period;
  return smoothstep(0.008, 0.022, toBar);
}

function mixLab(from: Lab, to: Lab, part: number): Lab {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

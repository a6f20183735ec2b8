// A ramp of colours from dark to light, looked up by brightness. Used wherever a picture takes on a palette.
import { toLab } from '../colour.ts';
import type { Lab, Rgb } from '../colour.ts';
import { clamp01, mix } from '../maths.ts';

const STEPS = 256;

/** STEPS OKLab colours, three numbers each. */
export type Ramp = Float32Array;

/** An even ramp through the colours in their order, even for the eye. Needs at least one colour. */
export function rampOf(colours: readonly Rgb[]): Ramp {
  const labs = colours.map(toLab);
  const ramp = new Float32Array(STEPS * 3);
  for (let step = 0; step < STEPS; step++) ramp.set(between(labs, step / (STEPS - 1)), step * 3);
  return ramp;
}

/** A ramp that places each colour at its own lightness, so that a picture keeps its tones and only takes the tint. */
export function toneRampOf(colours: readonly Rgb[]): Ramp {
  const labs = colours.map(toLab).sort((a, b) => a[0] - b[0]);
  const ramp = new Float32Array(STEPS * 3);
  for (let step = 0; step < STEPS; step++) ramp.set(atLightness(labs, step / (STEPS - 1)), step * 3);
  return ramp;
}

/** One channel (0 lightness, 1 a, 2 b) of the ramp at a part from 0 to 1. */
export function rampAt(ramp: Ramp, part: number, channel: 0 | 1 | 2): number {
  return ramp[Math.round(clamp01(part) * (STEPS - 1)) * 3 + channel] ?? 0;
}

function between(labs: readonly Lab[], part: number): Lab {
  const place = part * (labs.length - 1);
  const from = labs[Math.floor(place)] ?? [0, 0, 0];
  const to = labs[Math.min(labs.length - 1, Math.floor(place) + 1)] ?? from;
  return mixLab(from, to, place - Math.floor(place));
}

function atLightness(labs: readonly Lab[], lightness: number): Lab {
  const above = labs.findIndex((lab) => lab[0] >= lightness);
  const to = labs[above === -1 ? labs.length - 1 : above] ?? [0, 0, 0];
  const from = above > 0 ? (labs[above - 1] ?? to) : to;
  const gap = to[0] - from[0];
  const [, a, b] = mixLab(from, to, gap > 0 ? clamp01((lightness - from[0]) / gap) : 0);
  return [lightness, a, b];
}

function mixLab(from: Lab, to: Lab, part: number): Lab {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

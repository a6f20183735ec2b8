// A canvas that scenes are painted on, in OKLab: shapes by their distance, gradients, soft shadows. Knows no subject.
import type { Lab } from '../../colour.ts';
import type { LabPicture } from '../lab.ts';
import { clamp, clamp01, mix, smoothstep } from '../../maths.ts';
import { createPlane } from '../plane.ts';
import type { Sliced } from '../raster.ts';
import { eachRow } from '../slices.ts';

/** Signed distance in px: negative inside, 0 on the outline, positive outside. */
export type Shape = (x: number, y: number) => number;

/** A gradient from one point (px) to another, held beyond both. */
export interface Paint {
  readonly from: Lab;
  readonly to: Lab;
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
}

export interface FillOptions {
  /** Only this part is painted: left, top, right, bottom in px. Everything without it. */
  readonly bounds?: readonly [number, number, number, number];
  /** Darkness of a soft shadow beneath, 0 to 1, and how far it reaches in px. */
  readonly shadow?: { readonly depth: number; readonly reach: number };
  /** 0 clear to 1 opaque; 1 without it. */
  readonly opacity?: number;
  /** Width of the edge in px; 1 without it, more gives a glow. */
  readonly softness?: number;
}

export function createCanvas(width: number, height: number): LabPicture {
  return { lightness: createPlane(width, height), a: createPlane(width, height), b: createPlane(width, height) };
}

/** A gradient from top to bottom between two heights (px). */
export function downward(from: Lab, to: Lab, top: number, bottom: number): Paint {
  return { from, to, start: [0, top], end: [0, bottom] };
}

/** One colour. */
export function plain(colour: Lab): Paint {
  return { from: colour, to: colour, start: [0, 0], end: [0, 1] };
}

/** Paints a shape over what is there. */
export function* fill(canvas: LabPicture, shape: Shape, paint: Paint, options: FillOptions = {}): Sliced<void> {
  const { width, height } = canvas.lightness;
  const { shadow, opacity = 1, softness = 1 } = options;
  const [left, top, right, bottom] = options.bounds ?? [0, 0, width, height];
  const firstX = clamp(Math.floor(left), 0, width);
  const lastX = clamp(Math.ceil(right), 0, width);
  const firstY = clamp(Math.floor(top), 0, height);
  const rows = Math.max(0, clamp(Math.ceil(bottom), 0, height) - firstY);
  yield* eachRow(rows, Math.max(1, lastX - firstX), shadow ? 120 : 70, (row) => {
    const y = firstY + row;
    for (let x = firstX; x < lastX; x++) {
      const i = y * width + x;
      if (shadow) darken(canvas, i, shadow.depth * smoothstep(shadow.reach, -shadow.reach, shape(x - shadow.reach * 0.35, y - shadow.reach * 0.5)));
      const cover = opacity * (softness === 1 ? clamp01(0.5 - shape(x, y)) : smoothstep(softness, -softness, shape(x, y)));
      if (cover > 0) blendAt(canvas, i, paint, x, y, cover);
    }
  });
}

function darken({ lightness }: LabPicture, i: number, amount: number): void {
  lightness.data[i] = (lightness.data[i] ?? 0) * (1 - amount);
}

function blendAt({ lightness, a, b }: LabPicture, i: number, { from, to, start, end }: Paint, x: number, y: number, cover: number): void {
  const acrossX = end[0] - start[0];
  const acrossY = end[1] - start[1];
  const part = clamp01(((x - start[0]) * acrossX + (y - start[1]) * acrossY) / Math.max(1e-6, acrossX * acrossX + acrossY * acrossY));
  lightness.data[i] = mix(lightness.data[i] ?? 0, mix(from[0], to[0], part), cover);
  a.data[i] = mix(a.data[i] ?? 0, mix(from[1], to[1], part), cover);
  b.data[i] = mix(b.data[i] ?? 0, mix(from[2], to[2], part), cover);
}

/** Between two OKLab colours. */
export function blend(from: Lab, to: Lab, part: number): Lab {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

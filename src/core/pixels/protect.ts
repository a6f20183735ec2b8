// Keeps what an edit should not have touched: where a result hardly differs from its source, the source's own pixels come back, and only
// what really changed lies over them, with a soft edge. Both pictures are of equal size, opaque, and lie on one another (core/pixels/register).
import { clamp01, smoothstep } from '../maths.ts';
import { labOf } from './lab.ts';
import type { LabPicture } from './lab.ts';
import { blur, boxBlur, createPlane } from './plane.ts';
import type { Plane } from './plane.ts';
import { createRaster } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow, stage } from './slices.ts';

export interface Protected {
  readonly picture: Raster;
  /** Part of the picture that comes from the result, 0 to 1. */
  readonly changed: number;
}

/** OKLab difference that an image model's re-encoding makes by itself, and from which on something was changed. Our own thresholds. */
const SAME = 0.03;
const OTHER = 0.08;
/** Over so many pixels to each side a difference counts (px of 1024): JPEG keeps colour at half the resolution. */
const MEAN = 2;
/** Specks smaller than this are noise (px of 1024). */
const SPECK = 5;
/** Width of the soft edge (px of 1024). */
const FEATHER = 9;
/** Above this part the picture is another one, and there is nothing to protect. */
export const MOST_CHANGED = 0.6;

/** `limit` is where the result may show at all, 0 to 1 a pixel; null for everywhere. Throws RangeError where sizes differ. */
export function* protectRest(source: Raster, result: Raster, limit: Plane | null): Sliced<Protected> {
  const { width, height } = source;
  if (result.width !== width || result.height !== height || (limit && (limit.width !== width || limit.height !== height))) throw new RangeError('the sizes differ');
  const scale = Math.max(width, height) / 1024;
  const differing = yield* stage(0, 0.6, differences(yield* labOf(source), yield* labOf(result), scale));
  const mask = yield* stage(0.6, 0.85, cleaned(differing, scale));
  if (limit) for (let i = 0; i < mask.data.length; i += 1) mask.data[i] = Math.min(mask.data[i] ?? 0, limit.data[i] ?? 0);
  const picture = yield* stage(0.85, 1, composite(source, result, mask));
  return { picture, changed: mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length };
}

/** 0 where both are the same for the eye, 1 where they are not. What compression does to one pixel it undoes in the next: means are compared. */
function* differences(one: LabPicture, other: LabPicture, scale: number): Sliced<Plane> {
  const { width, height } = one.lightness;
  const radius = Math.max(1, Math.round(MEAN * scale));
  const lightness = yield* boxBlur(yield* minus(one.lightness, other.lightness), radius);
  const a = yield* boxBlur(yield* minus(one.a, other.a), radius);
  const b = yield* boxBlur(yield* minus(one.b, other.b), radius);
  const plane = createPlane(width, height);
  yield* eachRow(height, width, 12, (y) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) plane.data[i] = smoothstep(SAME, OTHER, Math.hypot(lightness.data[i] ?? 0, a.data[i] ?? 0, b.data[i] ?? 0));
  });
  return plane;
}

function* minus(one: Plane, other: Plane): Sliced<Plane> {
  const { width, height } = one;
  const plane = createPlane(width, height);
  yield* eachRow(height, width, 6, (y) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) plane.data[i] = (one.data[i] ?? 0) - (other.data[i] ?? 0);
  });
  return plane;
}

/** Specks out, holes closed, grown by the soft edge so that what changed is whole before it fades. */
function* cleaned(differing: Plane, scale: number): Sliced<Plane> {
  const { width, height } = differing;
  const dense = yield* boxBlur(differing, Math.max(1, Math.round(SPECK * scale)));
  const kept = createPlane(width, height);
  for (let i = 0; i < kept.data.length; i += 1) kept.data[i] = (dense.data[i] ?? 0) > 0.25 ? 1 : 0;
  const grown = yield* boxBlur(kept, Math.max(1, Math.round(FEATHER * scale)));
  for (let i = 0; i < grown.data.length; i += 1) grown.data[i] = (grown.data[i] ?? 0) > 0 ? 1 : 0;
  const soft = yield* blur(grown, (FEATHER * scale) / 2);
  // Far from every change it is nothing at all, and not a little: those pixels are the source's to the byte.
  for (let i = 0; i < soft.data.length; i += 1) soft.data[i] = (soft.data[i] ?? 0) < 1 / 512 ? 0 : clamp01(soft.data[i] ?? 0);
  return soft;
}

function* composite(source: Raster, result: Raster, mask: Plane): Sliced<Raster> {
  const { width, height } = source;
  const target = createRaster(width, height);
  target.data.set(source.data);
  yield* eachRow(height, width, 8, (y) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) {
      const part = mask.data[i] ?? 0;
      if (part === 0) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = i * 4 + channel;
        target.data[at] = (source.data[at] ?? 0) * (1 - part) + (result.data[at] ?? 0) * part;
      }
    }
  });
  return target;
}

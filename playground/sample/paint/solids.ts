// Distances to simple solids, the vocabulary of the still lifes. Points and lengths share one unit; y is up.
import type { Vec3 } from './math.ts';

export const sphere = (p: Vec3, centre: Vec3, radius: number): number => Math.hypot(p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]) - radius;

/** A profile turned about the vertical axis at (x, z): `profile` lists [height, radius] from the foot up. */
export function turned(p: Vec3, x: number, z: number, profile: readonly (readonly [number, number])[], round: number): number {
  const out = Math.hypot(p[0] - x, p[2] - z);
  const first = profile[0] ?? [0, 0];
  const last = profile[profile.length - 1] ?? first;
  const height = Math.min(last[0], Math.max(first[0], p[1]));
  const beyond = Math.max(first[0] - p[1], p[1] - last[0], 0);
  const side = (out - radiusAt(profile, height)) * 0.82;
  return Math.max(side, 0) > 0 && beyond > 0 ? Math.hypot(side, beyond) - round : Math.max(side, beyond > 0 ? beyond : first[0] - p[1], p[1] - last[0]) - round;
}

/** The radius of a turned profile at a height, through its points in one smooth line (Catmull-Rom). */
function radiusAt(profile: readonly (readonly [number, number])[], height: number): number {
  let index = 0;
  while (index < profile.length - 2 && height > (profile[index + 1]?.[0] ?? Infinity)) index += 1;
  const at = (offset: number): readonly [number, number] => profile[Math.min(profile.length - 1, Math.max(0, index + offset))] ?? [0, 0];
  const [from, to] = [at(0), at(1)];
  const t = to[0] === from[0] ? 0 : (height - from[0]) / (to[0] - from[0]);
  const [a, b, c, d] = [at(-1)[1], from[1], to[1], at(2)[1]];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** A rod from `a` to `b`. */
export function rod(p: Vec3, a: Vec3, b: Vec3, radius: number): number {
  const ab: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const ap: Vec3 = [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const t = Math.min(1, Math.max(0, (ap[0] * ab[0] + ap[1] * ab[1] + ap[2] * ab[2]) / (ab[0] ** 2 + ab[1] ** 2 + ab[2] ** 2)));
  return Math.hypot(ap[0] - ab[0] * t, ap[1] - ab[1] * t, ap[2] - ab[2] * t) - radius;
}

/** The union with a soft seam of width `k`. */
export function melt(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - (h * h * k) / 4;
}

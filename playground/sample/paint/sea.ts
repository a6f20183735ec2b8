// Open sea shortly before sunset: one bright path of light on the swell.
import { add, blend, clamp01, dot, fbm, mix, normalize, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';

const horizon = 0.46;
const sunAt: Vec3 = normalize([0.12, 0.075, 1]);

function sky(direction: Vec3): Vec3 {
  const height = clamp01(direction[1] * 1.9);
  const base = blend(blend(rgb(0xf7b982), rgb(0xd98a8a), smoothstep(0, 0.35, height)), rgb(0x3c5a86), smoothstep(0.12, 1, height));
  const near = Math.max(0, dot(direction, sunAt));
  const cloud = smoothstep(0.5, 0.75, fbm((direction[0] / (direction[1] + 0.25)) * 1.8, 2.4 / (direction[1] + 0.16), 5, 4)) * smoothstep(0.02, 0.16, direction[1]);
  const shade = blend(rgb(0xffd0a4), rgb(0x77688c), smoothstep(0.05, 0.4, direction[1]));
  const lit = blend(base, shade, cloud * 0.75);
  return add(lit, add(scale(rgb(0xffdc9e), 0.9 * Math.pow(near, 60)), scale(rgb(0xfff3d6), 7 * smoothstep(0.99955, 0.99985, near))));
}

/** Height of the swell where the sight ray meets the water. */
function swell(x: number, z: number): number {
  const long = Math.sin(z * 0.9 + x * 0.25 + 2 * fbm(x * 0.3, z * 0.3, 2, 8));
  return 0.16 * long + 0.55 * fbm(x * 0.9, z * 1.5, 3, 1) + 0.16 * fbm(x * 4.1 + 3, z * 6.3, 3, 2);
}

function water(x: number, y: number, aspect: number): Vec3 {
  const drop = Math.max(0.0025, y - horizon);
  const distance = 1.15 / drop;
  const across = (x - aspect / 2) * distance;
  const step = 0.02 + 0.002 * distance;
  const calm = 0.85 / (1 + distance * 0.055);
  const slopeX = ((swell(across + step, distance) - swell(across - step, distance)) / (2 * step)) * 0.24 * calm;
  const slopeZ = ((swell(across, distance + step) - swell(across, distance - step)) / (2 * step)) * 0.34 * calm;
  const normal = normalize([-slopeX, 1, -slopeZ]);
  const sight = normalize([x - aspect / 2, -drop, 1.15]);
  const facing = -dot(sight, normal);
  const bounce: Vec3 = [sight[0] + 2 * facing * normal[0], Math.abs(sight[1] + 2 * facing * normal[1]) + 0.004, sight[2] + 2 * facing * normal[2]];
  const fresnel = mix(0.05, 1, Math.pow(1 - clamp01(facing), 4.2));
  const body = blend(rgb(0x0d2f3f), rgb(0x2f6e70), clamp01(0.25 + 0.55 * swell(across, distance) - distance * 0.008));
  const glitter = Math.pow(Math.max(0, dot(normalize(bounce), sunAt)), 420) * 6;
  return add(blend(body, sky(normalize(bounce)), fresnel * 0.92), scale(rgb(0xffd9a0), glitter));
}

export const sea: Scene = (x, y, aspect) => {
  if (y >= horizon) {
    const mist = smoothstep(0.05, 0, y - horizon);
    return blend(water(x, y, aspect), rgb(0xe9ab86), mist * 0.5);
  }
  return sky(normalize([x - aspect / 2, horizon - y, 1.15]));
};

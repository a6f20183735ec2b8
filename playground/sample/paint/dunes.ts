// Desert dunes in low light: a height field seen by marching rays, one sun, long shadows.
import { add, blend, clamp01, dot, fbm, mix, noise, normalize, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';

const sunAt = normalize([-0.86, 0.3, 0.42]);
const eye: Vec3 = [0, 2.1, 0];

/** One train of dunes: gentle on the windward side, steep in the lee, with a sharp edge between. */
function train(x: number, z: number, length: number, seed: number): number {
  const bend = 2.2 * fbm(x * 0.11 + seed, z * 0.11, 3, seed);
  const phase = (x * 0.62 + z * 0.5) / length + bend;
  const part = phase - Math.floor(phase);
  const profile = part < 0.72 ? Math.pow(smoothstep(-0.1, 0.86, part), 1.1) * 1.28 - 0.035 : 1.02 * (1 - Math.pow((part - 0.72) / 0.28, 0.9));
  return profile * (0.35 + 0.9 * fbm(x * 0.07, z * 0.07 + seed, 2, seed + 3));
}

function height(x: number, z: number): number {
  return 1.55 * train(x, z, 8.5, 2) + 0.34 * train(z * 0.8, x, 4.2, 9) + 0.5 * fbm(x * 0.06, z * 0.06, 2, 21) - 0.4;
}

function march(direction: Vec3): number {
  let distance = 0.6;
  for (let step = 0; step < 260 && distance < 90; step += 1) {
    const gap = eye[1] + direction[1] * distance - height(direction[0] * distance, direction[2] * distance);
    if (gap < 0.001 * distance) return distance;
    distance += Math.max(0.004 * distance, gap * 0.26);
  }
  return Math.min(90, distance);
}

function shadow(point: Vec3): number {
  let lit = 1;
  let distance = 0.09;
  for (let step = 0; step < 36 && distance < 12; step += 1) {
    const gap = point[1] + sunAt[1] * distance - height(point[0] + sunAt[0] * distance, point[2] + sunAt[2] * distance);
    lit = Math.min(lit, 0.5 + (gap * 14) / distance);
    distance += Math.max(0.06, gap * 0.5);
  }
  return smoothstep(0, 1, lit);
}

function sand(point: Vec3, distance: number): Vec3 {
  const step = 0.012 + distance * 0.0012;
  const slopeX = (height(point[0] + step, point[2]) - height(point[0] - step, point[2])) / (2 * step);
  const slopeZ = (height(point[0], point[2] + step) - height(point[0], point[2] - step)) / (2 * step);
  const ripple = Math.sin((point[0] * 0.9 + point[2] * 0.5) * 34 + 7 * fbm(point[0] * 1.1, point[2] * 1.1, 3, 4)) * 0.075 * Math.exp(-distance * 0.13);
  const normal = normalize([-slopeX - ripple, 1, -slopeZ - ripple * 0.6]);
  const sun = clamp01(dot(normal, sunAt)) * shadow(point);
  const grain = mix(0.94, 1.06, noise(point[0] * 60, point[2] * 60, 3));
  const warm = scale(rgb(0xf6b878), sun * 2.3);
  const fill = scale(rgb(0x8a7fa6), 0.3 + 0.22 * normal[1]);
  const albedo = rgb(0xd89a62);
  const lit = add(warm, fill);
  return scale([lit[0] * albedo[0], lit[1] * albedo[1], lit[2] * albedo[2]], 1.25 * grain);
}

export const dunes: Scene = (x, y, aspect) => {
  const direction = normalize([x - aspect / 2, 0.36 - y, 1.25]);
  const up = clamp01(direction[1] * 2.3);
  const sky = blend(blend(rgb(0xf3d3b0), rgb(0xc9b8c4), smoothstep(0, 0.3, up)), rgb(0x6f93bb), smoothstep(0.08, 1, up));
  const wisp = smoothstep(0.52, 0.82, fbm(x * 2.2, y * 10 + x, 5, 12)) * 0.4;
  const air = blend(sky, rgb(0xfff0e0), wisp * smoothstep(0, 0.2, up));
  const distance = march(direction);
  if (distance >= 90) return air;
  const point: Vec3 = [direction[0] * distance, eye[1] + direction[1] * distance, direction[2] * distance];
  return blend(sand(point, distance), rgb(0xeecdb0), 1 - Math.exp(-distance * 0.021));
};

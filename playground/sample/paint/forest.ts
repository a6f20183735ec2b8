// Birches in morning mist: trunks in layers of depth, light falling in from the upper right.
import { add, blend, clamp01, fbm, hash, mix, noise, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';

const mist = rgb(0xd7e0c4);
const light = rgb(0xfff2c4);

function backdrop(x: number, y: number, aspect: number): Vec3 {
  const distance = Math.hypot(x - aspect * 0.68, (y - 0.3) * 1.1);
  const glow = Math.exp(-distance * distance * 5);
  const leaves = fbm(x * 5, y * 5, 5, 2);
  const green = blend(rgb(0x6d8a5c), rgb(0xb9c88f), leaves);
  const crown = blend(green, rgb(0xd9a94e), smoothstep(0.5, 0.72, fbm(x * 3 + 9, y * 3, 4, 7)) * 0.75);
  const base = blend(crown, mist, 0.55 + 0.3 * smoothstep(0.2, 0.75, y));
  return add(base, scale(light, 0.75 * glow));
}

/** One birch: 0 outside, 1 inside, with the place across the trunk from -1 to 1. */
function trunk(x: number, y: number, layer: number, index: number, aspect: number): { cover: number; across: number } {
  const depth = layer / 4;
  const width = mix(0.005, 0.03, depth * depth) * mix(0.7, 1.25, hash(index, layer, 1));
  const centre = ((index + 0.15 + 0.7 * hash(index, layer, 2)) / trunksIn(layer)) * aspect;
  const lean = (hash(index, layer, 3) - 0.5) * 0.09;
  const sway = 0.012 * (fbm(y * 2.2, index, 3, layer) - 0.5);
  const radius = width * mix(0.78, 1.12, smoothstep(0, 0.95, y));
  const across = (x - centre - (y - 0.5) * lean - sway) / radius;
  const foot = mix(0.64, 0.9, depth) + 0.03 * hash(index, layer, 4);
  return { cover: smoothstep(1.04, 0.96, Math.abs(across)) * smoothstep(foot + 0.004, foot, y), across };
}

const trunksIn = (layer: number): number => [20, 12, 7, 4, 3][layer] ?? 5;

function bark(across: number, x: number, y: number, layer: number, index: number): Vec3 {
  const round = clamp01(0.5 + 0.5 * across);
  const tone = blend(rgb(0x8b8b83), rgb(0xf4efe2), smoothstep(0.05, 0.85, round));
  const rings = smoothstep(0.74, 0.84, noise(across * 0.9 + index * 7, y * mix(260, 120, layer / 4), index + 20)) * smoothstep(0.35, 0.6, fbm(y * 7, index, 3, layer + 70));
  const knots = smoothstep(0.83, 0.88, noise(across * 1.1 + index, y * 17, index + 50)) * 0.85;
  const rough = mix(0.86, 1.06, fbm(x * 120, y * 60, 3, 4));
  return scale(blend(tone, rgb(0x2a2622), clamp01(rings * 0.8 * (0.4 + 0.6 * Math.abs(across)) + knots)), rough);
}

function ground(x: number, y: number, aspect: number, layer: number, colour: Vec3): Vec3 {
  const depth = layer / 4;
  const line = mix(0.63, 0.92, depth) + 0.03 * fbm(x * 3 + layer * 5, layer, 3, 60) - 0.014 * noise(x * mix(220, 90, depth), layer, 8);
  const cover = smoothstep(-0.002, 0.004, y - line);
  if (cover === 0) return colour;
  const grass = blend(rgb(0x2f4426), rgb(0x8d9a4a), fbm(x * 46, y * 34, 5, layer));
  const fallen = smoothstep(0.66, 0.74, noise(x * 160, y * 300, 90 + layer));
  const lit = 0.7 + 0.7 * Math.exp(-Math.pow((x - aspect * 0.62) * 1.5, 2));
  const body = scale(blend(grass, rgb(0xc07a2c), fallen * 0.7), lit);
  return blend(colour, blend(mist, body, mix(0.32, 0.96, depth)), cover);
}

function layerOver(x: number, y: number, aspect: number, layer: number, colour: Vec3): Vec3 {
  let result = ground(x, y, aspect, layer, colour);
  for (let index = 0; index < trunksIn(layer); index += 1) {
    const { cover, across } = trunk(x, y, layer, index, aspect);
    if (cover === 0) continue;
    const body = bark(clamp01(across * 0.5 + 0.5) * 2 - 1, x, y, layer, index);
    result = blend(result, blend(mist, body, mix(0.24, 1, Math.pow(layer / 4, 0.8))), cover);
  }
  const veil = 0.16 * smoothstep(0.3, 0.75, y) * (1 - layer / 4) * (0.6 + 0.8 * fbm(x * 2 + layer, y * 5, 3, 30));
  return blend(result, mist, veil);
}

export const forest: Scene = (x, y, aspect) => {
  let colour = backdrop(x, y, aspect);
  for (let layer = 0; layer < 5; layer += 1) colour = layerOver(x, y, aspect, layer, colour);
  const along = (x - aspect * 0.92) + y * 0.75;
  const shafts = smoothstep(0.48, 0.8, noise(along * 13, 3, 4)) * smoothstep(1, 0.1, y) * smoothstep(-0.1, 0.4, x - 0.2);
  return add(colour, scale(light, 0.2 * shafts));
};

// Two still lifes by ray marching: ceramics on a shelf, oranges by a window. Soft light from the left.
import { add, blend, clamp01, cross, dot, fbm, mix, multiply, noise, normalize, rgb, scale, smoothstep, type Vec3 } from './math.ts';
import type { Scene } from './painting.ts';
import { melt, rod, sphere, turned } from './solids.ts';

interface Thing {
  readonly distance: (p: Vec3) => number;
  readonly colour: (p: Vec3) => Vec3;
  /** 0 chalky to 1 glazed. */
  readonly gloss: number;
}

interface Room {
  readonly things: readonly Thing[];
  readonly wall: (p: Vec3) => Vec3;
  readonly table: (p: Vec3) => Vec3;
  readonly sun: Vec3;
  readonly warmth: Vec3;
  readonly fill: Vec3;
  readonly eye: Vec3;
  readonly target: Vec3;
}

const wallAt = 2.1;
const speckled = (hex: number, speck: number) => (p: Vec3): Vec3 =>
  blend(scale(rgb(hex), mix(0.92, 1.06, fbm(p[0] * 6 + p[2] * 4, p[1] * 6, 3, 5))), rgb(speck), smoothstep(0.8, 0.86, noise(p[0] * 83 + p[2] * 61, p[1] * 71 + p[2] * 37, 8)) * 0.4);

const ceramics: Room = {
  things: [
    { distance: (p) => turned(p, -0.98, 0.25, [[0, 0.34], [0.25, 0.46], [0.7, 0.5], [1.05, 0.36], [1.3, 0.15], [1.75, 0.115], [1.98, 0.13], [2.06, 0.17]], 0.02), colour: speckled(0xe9e1d2, 0x8b7761), gloss: 0.35 },
    { distance: (p) => turned(p, 0.02, -0.1, [[0, 0.3], [0.12, 0.42], [0.42, 0.52], [0.72, 0.44], [0.88, 0.3], [0.98, 0.3], [1.02, 0.34]], 0.02), colour: speckled(0xb4593c, 0x5a2618), gloss: 0.2 },
    { distance: (p) => turned(p, 0.86, 0.4, [[0, 0.26], [0.5, 0.285], [1.15, 0.27], [1.38, 0.2], [1.5, 0.1], [1.72, 0.095], [1.78, 0.12]], 0.02), colour: speckled(0x7d8f8a, 0x35423f), gloss: 0.75 },
    { distance: (p) => Math.max(turned(p, 1.42, -0.32, [[0, 0.16], [0.05, 0.22], [0.2, 0.4], [0.42, 0.49]], 0.02), -turned(p, 1.42, -0.32, [[0.12, 0.05], [0.25, 0.36], [0.6, 0.5]], 0)), colour: speckled(0x2f4858, 0x9fb4bd), gloss: 0.85 },
    { distance: (p) => sphere([p[0], p[1] * 1.06, p[2]], [-0.42, 0.185, -0.78], 0.18), colour: (p) => blend(rgb(0xd9a441), rgb(0xb9652a), clamp01(p[1] * 3)), gloss: 0.5 },
    { distance: (p) => rod(p, [-0.96, 1.9, 0.25], [-0.6, 3.0, 0.15], 0.018), colour: () => rgb(0x6d5637), gloss: 0.1 },
    { distance: (p) => seeds(p), colour: (p) => blend(rgb(0xc79a55), rgb(0xe4cfa0), noise(p[0] * 30, p[1] * 30, 2)), gloss: 0.15 },
  ],
  wall: (p) => scale(blend(rgb(0xd8c8b2), rgb(0xb9a893), fbm(p[0] * 1.3, p[1] * 1.3, 5, 3)), 0.95),
  table: (p) => scale(blend(rgb(0xa77b54), rgb(0x6f4a2e), fbm(p[0] * 1.2, p[2] * 16, 5, 11)), mix(0.85, 1.05, noise(p[0] * 3, p[2] * 90, 4))),
  sun: normalize([-0.78, 0.72, -0.42]),
  warmth: scale(rgb(0xffe0b5), 2.7),
  fill: scale(rgb(0x9db4d0), 0.42),
  eye: [0.15, 1.35, -5.2],
  target: [0.16, 0.98, 0.2],
};

/** An ear of grass along the stem in the tall bottle. */
function seeds(p: Vec3): number {
  let nearest = 10;
  for (let index = 0; index < 11; index += 1) {
    const t = 0.42 + index * 0.055;
    const side = (index % 2 === 0 ? 1 : -1) * 0.06;
    nearest = melt(nearest, sphere([p[0], p[1] * 0.7, p[2]], [mix(-0.96, -0.6, t) + side, mix(1.9, 3.0, t) * 0.7, mix(0.25, 0.15, t) + side * 0.5], 0.05 - index * 0.0015), 0.02);
  }
  return nearest;
}

const peel = (p: Vec3): Vec3 => scale(rgb(0xf07c12), mix(0.85, 1.08, noise(p[0] * 70, p[1] * 70 + p[2] * 50, 6)));
const orange = (x: number, y: number, z: number, radius: number): Thing => ({ distance: (p) => sphere(p, [x, y, z], radius) + 0.004 * noise(p[0] * 60, p[1] * 60 + p[2] * 43, 6), colour: peel, gloss: 0.55 });

const citrus: Room = {
  things: [
    { distance: (p) => Math.max(turned(p, -0.25, 0.15, [[0, 0.34], [0.1, 0.36], [0.16, 0.4], [0.34, 0.78], [0.6, 0.98]], 0.02), -turned(p, -0.25, 0.15, [[0.2, 0.1], [0.36, 0.72], [0.75, 1.0]], 0)), colour: speckled(0xf1eee6, 0x9aa4a8), gloss: 0.85 },
    orange(-0.6, 0.68, 0.1, 0.32),
    orange(0.08, 0.7, 0.0, 0.33),
    orange(-0.28, 0.72, 0.52, 0.33),
    orange(-0.24, 1.14, 0.16, 0.31),
    orange(1.12, 0.3, -0.55, 0.3),
    { distance: (p) => turned(p, 1.25, 0.55, [[0, 0.36], [0.3, 0.45], [0.7, 0.4], [1.1, 0.26], [1.5, 0.25], [1.75, 0.31], [1.8, 0.33]], 0.02), colour: speckled(0x3f6f8f, 0x1d3c52), gloss: 0.8 },
    { distance: (p) => Math.min(handle(p), 9), colour: speckled(0x3f6f8f, 0x1d3c52), gloss: 0.8 },
    { distance: (p) => leaf(p), colour: (p) => blend(rgb(0x3c6b2f), rgb(0x86a84a), noise(p[0] * 20, p[2] * 20, 3)), gloss: 0.4 },
    orange(-1.42, 0.25, -0.35, 0.25),
  ],
  wall: (p) => blend(rgb(0x6f8a82), rgb(0x4f6a66), fbm(p[0] * 1.1, p[1] * 1.4, 5, 13)),
  table: (p) => blend(rgb(0xe9e4d8), rgb(0xcfc8b8), clamp01(linen(p))),
  sun: normalize([-0.82, 0.5, -0.3]),
  warmth: scale(rgb(0xffe8c2), 2.9),
  fill: scale(rgb(0xa8bfd6), 0.4),
  eye: [0.2, 1.7, -5.1],
  target: [0.12, 0.72, 0.2],
};

const linen = (p: Vec3): number => 0.25 + 0.35 * fbm(p[0] * 2, p[2] * 2, 4, 2) + 0.2 * noise(p[0] * 150, p[2] * 20, 1) + 0.2 * noise(p[0] * 20, p[2] * 150, 1);

function handle(p: Vec3): number {
  const across = Math.hypot((p[0] - 1.62) * 1.25, p[1] - 1.1) - 0.36;
  return p[0] < 1.52 ? 9 : Math.hypot(across, p[2] - 0.55) - 0.055;
}

function leaf(p: Vec3): number {
  const q: Vec3 = [p[0] + 0.26, p[1] - 1.44 + 0.9 * (p[0] + 0.2) ** 2 - 0.3 * (p[2] - 0.1) ** 2, p[2] - 0.1];
  const width = 0.15 * Math.sin(clamp01((q[0] + 0.02) / 0.5) * Math.PI);
  return Math.max(Math.abs(q[1] - 0.05 * q[0]) - 0.008, Math.abs(q[2]) - width, -q[0] - 0.02, q[0] - 0.5) * 0.7;
}

/** Distance to the nearest thing (infinite planes apart) and which one it is. */
function nearest(room: Room, p: Vec3): { distance: number; thing: Thing | undefined } {
  let distance = Infinity;
  let thing: Thing | undefined;
  for (const candidate of room.things) {
    const reach = candidate.distance(p);
    if (reach < distance) {
      distance = reach;
      thing = candidate;
    }
  }
  const planes = Math.min(p[1], wallAt - p[2]);
  return planes < distance ? { distance: planes, thing: undefined } : { distance, thing };
}

const reach = (room: Room, p: Vec3): number => nearest(room, p).distance;
const along = (from: Vec3, direction: Vec3, distance: number): Vec3 => add(from, scale(direction, distance));

function march(room: Room, from: Vec3, direction: Vec3, limit: number): number {
  let distance = 0;
  for (let step = 0; step < 130 && distance < limit; step += 1) {
    const gap = reach(room, along(from, direction, distance));
    if (gap < 0.0006) return distance;
    distance += gap * 0.85;
  }
  return limit;
}

function normalAt(room: Room, p: Vec3): Vec3 {
  const e = 0.0012;
  const at = (dx: number, dy: number, dz: number): number => reach(room, [p[0] + dx, p[1] + dy, p[2] + dz]);
  return normalize([at(e, 0, 0) - at(-e, 0, 0), at(0, e, 0) - at(0, -e, 0), at(0, 0, e) - at(0, 0, -e)]);
}

/** How much of a window-sized light reaches a point: penumbras widen with distance (after Inigo Quilez). */
function shadow(room: Room, from: Vec3, towards: Vec3): number {
  let lit = 1;
  let distance = 0.03;
  for (let step = 0; step < 48 && distance < 6; step += 1) {
    const gap = reach(room, along(from, towards, distance));
    lit = Math.min(lit, 0.5 + (0.5 * gap) / (0.085 * distance));
    if (lit < 0.005) return 0;
    distance += Math.max(0.02, Math.min(0.22, Math.abs(gap) * 0.7));
  }
  return smoothstep(0, 1, lit);
}

function openness(room: Room, p: Vec3, normal: Vec3): number {
  let closed = 0;
  for (let step = 1; step <= 6; step += 1) {
    const length = 0.045 * step * step * 0.55;
    closed += (length - Math.min(length, reach(room, along(p, normal, length)))) / (length * Math.pow(1.55, step));
  }
  return clamp01(1 - 0.85 * closed);
}

function shade(room: Room, p: Vec3, sight: Vec3): Vec3 {
  const { thing } = nearest(room, p);
  const normal = normalAt(room, p);
  const albedo = thing ? thing.colour(p) : p[1] < wallAt - p[2] ? room.table(p) : room.wall(p);
  const gloss = thing?.gloss ?? (p[1] < 0.01 ? 0.12 : 0);
  const facing = clamp01(dot(normal, room.sun));
  const sun = facing > 0 ? facing * shadow(room, along(p, normal, 0.004), room.sun) : 0;
  const open = openness(room, p, normal);
  const sky = scale(room.fill, open * (0.62 + 0.38 * normal[1]) * (1 - 0.25 * normal[0]));
  const bounce = scale(room.table([p[0], 0, p[2]]), 0.22 * open * clamp01(0.5 - 0.5 * normal[1]) * Math.exp(-p[1] * 0.8));
  const diffuse = multiply(albedo, add(add(scale(room.warmth, sun), sky), bounce));
  const half = normalize([room.sun[0] - sight[0], room.sun[1] - sight[1], room.sun[2] - sight[2]]);
  const highlight = Math.pow(clamp01(dot(normal, half)), mix(12, 190, gloss)) * gloss * 1.5 * (sun > 0 ? 0.3 + 0.7 * clamp01(sun * 2) : 0);
  const rim = Math.pow(1 - clamp01(-dot(normal, sight)), 4) * gloss * 0.5 * open;
  return add(add(diffuse, scale(room.warmth, highlight * 0.5)), scale(room.fill, rim));
}

function still(room: Room): Scene {
  const ahead = normalize([room.target[0] - room.eye[0], room.target[1] - room.eye[1], room.target[2] - room.eye[2]]);
  const right = normalize(cross([0, 1, 0], ahead));
  const up = cross(ahead, right);
  return (x, y, aspect) => {
    const direction = normalize(add(add(scale(ahead, 1.85), scale(right, x - aspect / 2)), scale(up, 0.5 - y)));
    const distance = march(room, room.eye, direction, 14);
    const point = along(room.eye, direction, distance);
    const patch = point[1] > 0.02 && point[2] > wallAt - 0.02 ? 0.72 + 0.5 * smoothstep(0.9, -1.6, point[0] + point[1] * 0.35) : 1;
    return scale(shade(room, point, direction), patch);
  };
}

export const ceramicsOnShelf: Scene = still(ceramics);
export const orangesByWindow: Scene = still(citrus);

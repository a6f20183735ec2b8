// Finds by how much an edited picture has moved and grown against its source. Edges are compared and not colours, because another look
// changes colours; the search goes from coarse to fine, and at each size the enhanced correlation coefficient is driven up
// (G. D. Evangelidis, E. Z. Psarakis, "Parametric Image Alignment Using ECC Maximization", IEEE PAMI 30(10), 2008).
import { clamp, mix } from '../maths.ts';
import { blur, createPlane, sample } from './plane.ts';
import type { Plane } from './plane.ts';
import type { Raster, Sliced } from './raster.ts';
import { resizeSliced } from './resize.ts';
import { stage } from './slices.ts';

/** Where a point of the source lies in the edited picture: `scale` about the middle, then a shift, as parts of width and height. */
export interface Shift {
  readonly scale: number;
  /** Parts of the width and height, positive to the right and down. */
  readonly x: number;
  readonly y: number;
}

export interface Registration {
  readonly shift: Shift;
  /** Correlation of edges after the shift, −1 to 1, and before it. */
  readonly match: number;
  readonly matchBefore: number;
  /** 'aligned' where warping back helps; 'still' where nothing moved; 'poor' where the pictures hardly match, and nothing should be done. */
  readonly verdict: 'aligned' | 'still' | 'poor';
}

/** Bounds of what is looked for: what image models do, by reports of their users. */
export const MOST_SHIFT = 0.04;
export const MOST_ZOOM = 0.04;
/** Below this the pictures are not the same scene any more. Our own threshold, tried on recoloured and redrawn pictures. */
const POOR = 0.3;
/** Less gain than this is noise. */
const LEAST_GAIN = 0.004;
/** Less than this part of a side cannot be seen, and resampling would only soften (0.3 px of 1024). */
const LEAST_MOVE = 0.0003;
/** Gradients below this (channels 0 to 1) are noise and grain. */
const FAINT = 0.02;
/** How much of a channel's own tones stays beside their rank, so that grain in flat areas is not all there is. */
const OWN_TONE = 0.75;
/** Widths of the pyramid, as parts of the planes given. */
const LEVELS = [0.25, 0.5, 1] as const;
const ROUNDS = 12;
const NONE: Shift = { scale: 1, x: 0, y: 0 };

/** Of two opaque pictures of equal size; 256 px on the longer side are enough for 0.1 px of 1024. */
export function* register(source: Raster, edited: Raster): Sliced<Registration> {
  const pairs: (readonly [Plane, Plane])[] = [];
  for (const [index, part] of LEVELS.entries()) pairs.push(yield* stage(index * 0.1, index * 0.1 + 0.1, edgePair(source, edited, part)));
  const [coarsest] = pairs;
  const last = pairs[pairs.length - 1];
  if (!coarsest || !last) throw new RangeError('a pyramid has levels');
  let shift = yield* stage(0.3, 0.5, searched(coarsest));
  for (const [index, pair] of pairs.entries()) shift = yield* stage(0.5 + index * 0.16, 0.66 + index * 0.16, refined(pair, shift));
  const match = correlation(last, shift);
  const matchBefore = correlation(last, NONE);
  return { shift, match, matchBefore, verdict: verdictOf(shift, match, matchBefore) };
}

function verdictOf({ scale, x, y }: Shift, match: number, before: number): Registration['verdict'] {
  if (match < POOR) return 'poor';
  const isStill = Math.abs(x) < LEAST_MOVE && Math.abs(y) < LEAST_MOVE && Math.abs(scale - 1) < LEAST_MOVE * 2;
  return isStill || match < before + LEAST_GAIN ? 'still' : 'aligned';
}

/** Edges of both, smaller by `part`. */
function* edgePair(source: Raster, edited: Raster, part: number): Sliced<readonly [Plane, Plane]> {
  return [yield* edgesOf(source, part), yield* edgesOf(edited, part)];
}

/**
 * Where edges are, whatever their strength: of three channels the steepest, measured against its surroundings. What another look makes
 * pale stays an edge.
 */
function* edgesOf(picture: Raster, part: number): Sliced<Plane> {
  const small = part === 1 ? picture : yield* resizeSliced(picture, { width: Math.max(16, Math.round(picture.width * part)), height: Math.max(16, Math.round(picture.height * part)) });
  const channels: Plane[] = [];
  for (const channel of [0, 1, 2] as const) channels.push(yield* blur(channelOf(small, channel), 0.7));
  const [first] = channels;
  if (!first) throw new RangeError('a picture has channels');
  const { width, height } = first;
  const edges = createPlane(width, height);
  for (let y = 0; y < height; y += 1) {
    const up = Math.max(0, y - 1) * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const left = y * width + Math.max(0, x - 1);
      const right = y * width + Math.min(width - 1, x + 1);
      let steepest = 0;
      for (const { data } of channels) {
        const across = (data[right] ?? 0) - (data[left] ?? 0);
        const along = (data[down + x] ?? 0) - (data[up + x] ?? 0);
        steepest = Math.max(steepest, across * across + along * along);
      }
      edges.data[y * width + x] = Math.sqrt(steepest);
    }
  }
  const around = yield* blur(edges, width / 24);
  for (let index = 0; index < edges.data.length; index += 1) edges.data[index] = (edges.data[index] ?? 0) / ((around.data[index] ?? 0) + FAINT);
  return yield* blur(edges, 0.8);
}

/** One channel by rank, 0 the darkest pixel to 1 the lightest: a curve that bends its tones moves no edge then. */
function channelOf({ width, height, data }: Raster, channel: 0 | 1 | 2): Plane {
  const plane = createPlane(width, height);
  const ranks = new Float32Array(256);
  for (let at = channel; at < data.length; at += 4) ranks[data[at] ?? 0] = (ranks[data[at] ?? 0] ?? 0) + 1;
  let below = 0;
  for (let value = 0; value < 256; value += 1) {
    const here = ranks[value] ?? 0;
    ranks[value] = (below + here / 2) / plane.data.length;
    below += here;
  }
  for (let index = 0; index < plane.data.length; index += 1) plane.data[index] = mix(ranks[data[index * 4 + channel] ?? 0] ?? 0, (data[index * 4 + channel] ?? 0) / 255, OWN_TONE);
  return plane;
}

/** The best of a lattice over all that is allowed, at the coarsest size. */
function* searched(pair: readonly [Plane, Plane]): Sliced<Shift> {
  let best = { shift: NONE, score: correlation(pair, NONE) };
  const steps = [-1, -0.5, 0, 0.5, 1];
  for (const [index, zoom] of steps.entries()) {
    for (const x of steps) {
      for (const y of steps) {
        const shift = { scale: 1 + zoom * MOST_ZOOM, x: x * MOST_SHIFT, y: y * MOST_SHIFT };
        const score = correlation(pair, shift);
        if (score > best.score) best = { shift, score };
      }
    }
    yield (index + 1) / steps.length;
  }
  return best.shift;
}

/** Correlation of the source's edges with the edited ones where the shift says they lie; every second pixel is enough. */
function correlation([source, edited]: readonly [Plane, Plane], shift: Shift): number {
  let n = 0;
  let a = 0;
  let b = 0;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  eachPoint(source, shift, 2, (index, x, y) => {
    const one = source.data[index] ?? 0;
    const other = sample(edited, x, y);
    n += 1;
    a += one;
    b += other;
    aa += one * one;
    bb += other * other;
    ab += one * other;
  });
  const spread = (aa - (a * a) / n) * (bb - (b * b) / n);
  return spread <= 0 ? 0 : (ab - (a * b) / n) / Math.sqrt(spread);
}

/** Calls `visit` with each point of the source, but a margin, and where it lies in the edited picture (px). */
function eachPoint({ width, height }: Plane, shift: Shift, step: number, visit: (index: number, x: number, y: number, fromMiddleX: number, fromMiddleY: number) => void): void {
  const marginX = Math.ceil(width * (MOST_SHIFT + MOST_ZOOM / 2));
  const marginY = Math.ceil(height * (MOST_SHIFT + MOST_ZOOM / 2));
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  for (let y = marginY; y < height - marginY; y += step) {
    for (let x = marginX; x < width - marginX; x += step) {
      visit(y * width + x, middleX + (x - middleX) * shift.scale + shift.x * width, middleY + (y - middleY) * shift.scale + shift.y * height, x - middleX, y - middleY);
    }
  }
}

/** Drives the correlation up by Gauss-Newton steps, at most twelve; never ends worse than it began. */
function* refined(pair: readonly [Plane, Plane], start: Shift): Sliced<Shift> {
  const [source, edited] = pair;
  const slopes = slopesOf(edited);
  let best = { shift: start, score: correlation(pair, start) };
  let shift = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = stepOf(source, edited, slopes, shift);
    if (!step) break;
    shift = held({ scale: shift.scale + step[0], x: shift.x + step[1] / source.width, y: shift.y + step[2] / source.height });
    const score = correlation(pair, shift);
    if (score > best.score) best = { shift, score };
    yield (round + 1) / ROUNDS;
    if (Math.abs(step[1]) + Math.abs(step[2]) < 0.01 && Math.abs(step[0]) < 1e-5) break;
  }
  return best.shift;
}

/** How steep a plane is to the right and down. */
function slopesOf({ width, height, data }: Plane): readonly [Plane, Plane] {
  const right = createPlane(width, height);
  const down = createPlane(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      right.data[at] = ((data[y * width + Math.min(width - 1, x + 1)] ?? 0) - (data[y * width + Math.max(0, x - 1)] ?? 0)) / 2;
      down.data[at] = ((data[Math.min(height - 1, y + 1) * width + x] ?? 0) - (data[Math.max(0, y - 1) * width + x] ?? 0)) / 2;
    }
  }
  return [right, down];
}

function held({ scale, x, y }: Shift): Shift {
  return { scale: clamp(scale, 1 - MOST_ZOOM * 1.1, 1 + MOST_ZOOM * 1.1), x: clamp(x, -MOST_SHIFT * 1.1, MOST_SHIFT * 1.1), y: clamp(y, -MOST_SHIFT * 1.1, MOST_SHIFT * 1.1) };
}

type Vector = readonly [number, number, number];

/** One ECC step for [scale, x px, y px]; null where the picture gives no hold. */
function stepOf(source: Plane, edited: Plane, slopes: readonly [Plane, Plane], shift: Shift): Vector | null {
  const means = meansOf(source, edited, shift);
  // Sums of G'G, G't and G'i, with t and i freed of their means.
  const g = [0, 0, 0, 0, 0, 0];
  const gt = [0, 0, 0];
  const gi = [0, 0, 0];
  let ii = 0;
  let ti = 0;
  eachPoint(source, shift, 1, (index, x, y, fromX, fromY) => {
    const dx = sample(slopes[0], x, y);
    const dy = sample(slopes[1], x, y);
    const ds = dx * fromX + dy * fromY;
    const t = (source.data[index] ?? 0) - means.source;
    const i = sample(edited, x, y) - means.edited;
    g[0] = (g[0] ?? 0) + ds * ds;
    g[1] = (g[1] ?? 0) + ds * dx;
    g[2] = (g[2] ?? 0) + ds * dy;
    g[3] = (g[3] ?? 0) + dx * dx;
    g[4] = (g[4] ?? 0) + dx * dy;
    g[5] = (g[5] ?? 0) + dy * dy;
    gt[0] = (gt[0] ?? 0) + ds * t;
    gt[1] = (gt[1] ?? 0) + dx * t;
    gt[2] = (gt[2] ?? 0) + dy * t;
    gi[0] = (gi[0] ?? 0) + ds * i;
    gi[1] = (gi[1] ?? 0) + dx * i;
    gi[2] = (gi[2] ?? 0) + dy * i;
    ii += i * i;
    ti += t * i;
  });
  const solve = solver(g);
  const ofI = solve?.(gi);
  if (!solve || !ofI) return null;
  const below = ti - dot(gt, ofI);
  if (below <= 0) return null;
  const lambda = (ii - dot(gi, ofI)) / below;
  return solve(gt.map((value, index) => lambda * value - (gi[index] ?? 0)));
}

function meansOf(source: Plane, edited: Plane, shift: Shift): { source: number; edited: number } {
  let n = 0;
  let a = 0;
  let b = 0;
  eachPoint(source, shift, 2, (index, x, y) => {
    n += 1;
    a += source.data[index] ?? 0;
    b += sample(edited, x, y);
  });
  return { source: a / n, edited: b / n };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Solves with a symmetric 3 × 3 matrix given by its upper triangle; null where it has no inverse. */
function solver([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): ((right: readonly number[]) => Vector) | null {
  const aa = d * f - e * e;
  const bb = c * e - b * f;
  const cc = b * e - c * d;
  const det = a * aa + b * bb + c * cc;
  if (!Number.isFinite(det) || Math.abs(det) < 1e-12) return null;
  const dd = a * f - c * c;
  const ee = b * c - a * e;
  const ff = a * d - b * b;
  return ([x = 0, y = 0, z = 0]) => [(aa * x + bb * y + cc * z) / det, (bb * x + dd * y + ee * z) / det, (cc * x + ee * y + ff * z) / det];
}

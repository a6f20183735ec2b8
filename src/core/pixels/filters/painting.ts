// A picture as an oil painting: strokes of even colour that follow the forms, and the relief of the paint.
import { longEdge } from '../../geometry.ts';
import { flatnessOf, keepDetail } from '../character.ts';
import { clamp, clamp01 } from '../../maths.ts';
import { hashPoint } from '../random.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { resizeSliced } from '../resize.ts';
import { eachRow, stage } from '../slices.ts';
import { ANGLES, brushKernels, reachOf, SECTORS, STRETCHES } from './brushKernels.ts';
import type { Kernel } from './brushKernels.ts';
import { flowOf } from './flow.ts';
import type { Flow } from './flow.ts';
import { kuwahara } from './kuwahara.ts';

export interface PaintingOptions {
  readonly seed: number;
  /** Width of the brush, 0.6 fine to 1.6 broad. */
  readonly brush: number;
  /** How high the paint stands, 0 flat to 1 thick. */
  readonly relief: number;
}

/** Strokes are worked out at this long edge (px) at most; finer pictures gain nothing but time. */
const WORK_EDGE = 600;

/**
 * Anisotropic Kuwahara filtering (Kyprianidis, Kang and Döllner 2009) with tabulated sectors, then a relief of noise
 * smeared along the strokes. Takes an opaque picture; same size out.
 */
export function* painting(source: Raster, { seed, brush, relief }: PaintingOptions): Sliced<Raster> {
  const scale = Math.min(1, WORK_EDGE / longEdge(source) / Math.max(0.8, brush));
  const size = { width: Math.max(1, Math.round(source.width * scale)), height: Math.max(1, Math.round(source.height * scale)) };
  const small = yield* stage(0, 0.05, resizeSliced(source, size));
  const flow = yield* stage(0.05, 0.15, flowOf(small, 2.5, seed));
  const strokes = yield* stage(0.15, 0.6, strokesOf(small, flow, 5));
  const large = yield* stage(0.6, 0.7, resizeSliced(strokes, source));
  const crisp = yield* stage(0.7, 0.85, kuwahara(large, Math.max(2, (2.6 * longEdge(source)) / 1024)));
  const flatness = yield* stage(0.85, 0.85, flatnessOf(source));
  yield* stage(0.85, 0.85, keepDetail(crisp, source, 0.9 * flatness));
  yield* stage(0.85, 1, addRelief(crisp, flow, seed, relief));
  return crisp;
}

function* strokesOf(source: Raster, flow: Flow, radius: number): Sliced<Raster> {
  const margin = reachOf(radius);
  const stride = source.width + 2 * margin;
  const padded = yield* stage(0, 0.05, paddedColours(source, margin));
  const kernels = yield* stage(0.05, 0.1, brushKernels(radius, stride));
  const target = createRaster(source.width, source.height);
  yield* stage(0.1, 1, eachRow(source.height, source.width, 1400, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const angle = Math.round(((flow.angle.data[i] ?? 0) / Math.PI) * ANGLES) % ANGLES;
      const stretch = Math.min(STRETCHES - 1, Math.floor((flow.clarity.data[i] ?? 0) * STRETCHES));
      const kernel = kernels[angle * STRETCHES + stretch];
      if (kernel) paintPixel(padded, (y + margin) * stride + x + margin, kernel, target.data, i * 4);
    }
  }));
  return target;
}

/** Red, green, blue as numbers with `margin` px of repeated edge around, so that no sample needs a check. */
function* paddedColours({ width, height, data }: Raster, margin: number): Sliced<Float32Array> {
  const stride = width + 2 * margin;
  const padded = new Float32Array(stride * (height + 2 * margin) * 3);
  yield* eachRow(height + 2 * margin, stride, 10, (y) => {
    for (let x = 0; x < stride; x++) {
      const from = (clamp(y - margin, 0, height - 1) * width + clamp(x - margin, 0, width - 1)) * 4;
      const to = (y * stride + x) * 3;
      padded[to] = data[from] ?? 0;
      padded[to + 1] = data[from + 1] ?? 0;
      padded[to + 2] = data[from + 2] ?? 0;
    }
  });
  return padded;
}

/** The mean of all sectors, each the heavier the calmer it is. */
function paintPixel(padded: Float32Array, centre: number, kernel: Kernel, data: Uint8ClampedArray, to: number): void {
  let sumRed = 0;
  let sumGreen = 0;
  let sumBlue = 0;
  let sumWeight = 0;
  for (let sector = 0; sector < SECTORS; sector++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let squares = 0;
    let mass = 0;
    const end = kernel.starts[sector + 1] ?? 0;
    for (let sample = kernel.starts[sector] ?? 0; sample < end; sample++) {
      const at = (centre + (kernel.offsets[sample] ?? 0)) * 3;
      const weight = kernel.weights[sample] ?? 0;
      const r = padded[at] ?? 0;
      const g = padded[at + 1] ?? 0;
      const b = padded[at + 2] ?? 0;
      red += weight * r;
      green += weight * g;
      blue += weight * b;
      squares += weight * (r * r + g * g + b * b);
      mass += weight;
    }
    const variance = squares / mass - (red * red + green * green + blue * blue) / (mass * mass);
    const calm = 1 / (1 + (Math.max(0, variance) / 60) ** 3);
    sumRed += (calm * red) / mass;
    sumGreen += (calm * green) / mass;
    sumBlue += (calm * blue) / mass;
    sumWeight += calm;
  }
  data[to] = sumRed / sumWeight;
  data[to + 1] = sumGreen / sumWeight;
  data[to + 2] = sumBlue / sumWeight;
  data[to + 3] = 255;
}

/** Lights the ridges that a brush would leave, from the top left. Changes `picture`. */
function* addRelief(picture: Raster, flow: Flow, seed: number, relief: number): Sliced<void> {
  const { width, height, data } = picture;
  const unit = Math.max(1, longEdge(picture) / 1024);
  const bristles = new Float32Array(width * 3);
  yield* eachRow(height, width, 160, (y) => {
    bristles.copyWithin(0, width, width * 3);
    for (let x = 0; x < width; x++) bristles[2 * width + x] = bristleAt(flow, picture, x, y, unit, seed);
    if (y < 2) return;
    for (let x = 1; x < width - 1; x++) {
      const slope = (bristles[x - 1] ?? 0) - (bristles[2 * width + x + 1] ?? 0);
      const light = 1 - relief * 1.1 * slope;
      const to = ((y - 1) * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const value = (data[to + channel] ?? 0) / 255;
        data[to + channel] = 255 * clamp01(value * light + (light > 1 ? (light - 1) * 0.12 : 0));
      }
    }
  });
}

/** Noise averaged along the stroke through a pixel. */
function bristleAt({ angle }: Flow, { width, height }: Raster, x: number, y: number, unit: number, seed: number): number {
  const column = Math.min(angle.width - 1, Math.floor((x / width) * angle.width));
  const row = Math.min(angle.height - 1, Math.floor((y / height) * angle.height));
  const direction = angle.data[row * angle.width + column] ?? 0;
  const stepX = Math.cos(direction) * 1.6;
  const stepY = Math.sin(direction) * 1.6;
  let sum = 0;
  for (let step = -5; step <= 5; step++) {
    sum += hashPoint(Math.round(x / unit + stepX * step), Math.round(y / unit + stepY * step), seed);
  }
  return sum / 11;
}

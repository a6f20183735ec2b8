// Turns a function of the picture plane into sRGB bytes: supersampling, film curve, grain. Knows no scene.
import { createRaster, type Raster } from '../../../src/core/pixels/raster.ts';
import { clamp01, hash, mix, type Vec3 } from './math.ts';

/** Linear light at a point: x runs from 0 to `aspect`, y from 0 (top) to 1. */
export type Scene = (x: number, y: number, aspect: number) => Vec3;

export interface Finish {
  /** Samples a pixel and side. */
  readonly samples: number;
  readonly exposure: number;
  /** How dark the corners get, 0 to 1. */
  readonly vignette: number;
  /** Strength of the film grain, in 8-bit steps. */
  readonly grain: number;
}

export const defaultFinish: Finish = { samples: 2, exposure: 1, vignette: 0.25, grain: 3 };

/** Paints a scene of the given size. Deterministic: the same scene gives the same bytes. */
export function paint(width: number, height: number, scene: Scene, finish: Finish = defaultFinish): Raster {
  const raster = createRaster(width, height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const light = developed(samplePixel(column, row, width, height, scene, finish.samples), column / width, row / height, finish);
      const grain = (hash(column, row, 99) + hash(column, row, 7) - 1) * finish.grain;
      const at = (row * width + column) * 4;
      raster.data[at] = light[0] * 255 + grain;
      raster.data[at + 1] = light[1] * 255 + grain;
      raster.data[at + 2] = light[2] * 255 + grain;
      raster.data[at + 3] = 255;
    }
  }
  return raster;
}

function samplePixel(column: number, row: number, width: number, height: number, scene: Scene, samples: number): Vec3 {
  let r = 0;
  let g = 0;
  let b = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const dx = ((index % samples) + 0.5) / samples;
    const dy = (Math.floor(index / samples) + 0.5) / samples;
    const light = scene((column + dx) / height, (row + dy) / height, width / height);
    r += Math.min(light[0], 8);
    g += Math.min(light[1], 8);
    b += Math.min(light[2], 8);
  }
  const count = samples * samples;
  return [r / count, g / count, b / count];
}

function developed(light: Vec3, u: number, v: number, finish: Finish): Vec3 {
  const edge = Math.hypot((u - 0.5) * 1.1, (v - 0.5) * 1.2) * 1.35;
  const dim = finish.exposure * mix(1, 1 - finish.vignette, clamp01(edge * edge));
  return [film(light[0] * dim), film(light[1] * dim), film(light[2] * dim)];
}

/** The filmic curve of Krzysztof Narkowicz' fit of ACES (2016), then the sRGB gamma. */
function film(x: number): number {
  const mapped = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
  return Math.pow(clamp01(mapped), 1 / 2.2);
}

// Whole pictures in OKLab, for filters that change colour. Single colours are in colour.ts.
import { fromLinear, linearOfByte } from '../colour.ts';
import { clamp01 } from '../maths.ts';
import { createPlane } from './plane.ts';
import type { Plane } from './plane.ts';
import { createRaster } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow } from './slices.ts';

export interface LabPicture {
  readonly lightness: Plane;
  readonly a: Plane;
  readonly b: Plane;
}

/** Linear light to a byte, by the square root of the light so that shadows keep their steps. */
const BYTE_OF_ROOT = Uint8ClampedArray.from({ length: 4096 }, (_, i) => Math.round(255 * fromLinear((i / 4095) ** 2)));

/** An opaque picture as OKLab planes. The matrices are those of colour.ts. */
export function* labOf({ width, height, data }: Raster): Sliced<LabPicture> {
  const lightness = createPlane(width, height);
  const a = createPlane(width, height);
  const b = createPlane(width, height);
  yield* eachRow(height, width, 90, (y) => {
    for (let i = y * width; i < (y + 1) * width; i++) {
      const red = linearOfByte(data[i * 4] ?? 0);
      const green = linearOfByte(data[i * 4 + 1] ?? 0);
      const blue = linearOfByte(data[i * 4 + 2] ?? 0);
      const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
      const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
      const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
      lightness.data[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
      a.data[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
      b.data[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
    }
  });
  return { lightness, a, b };
}

/** OKLab planes as an opaque picture; colours that sRGB does not have are clipped. */
export function* rasterOf({ lightness, a, b }: LabPicture): Sliced<Raster> {
  const { width, height } = lightness;
  const target = createRaster(width, height);
  const { data } = target;
  yield* eachRow(height, width, 40, (y) => {
    for (let i = y * width; i < (y + 1) * width; i++) {
      writeLab(data, i, lightness.data[i] ?? 0, a.data[i] ?? 0, b.data[i] ?? 0);
    }
  });
  return target;
}

/** Writes one OKLab colour, opaque, as pixel `i` of RGBA data. */
export function writeLab(data: Uint8ClampedArray, i: number, lightness: number, a: number, b: number): void {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  data[i * 4] = byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  data[i * 4 + 1] = byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  data[i * 4 + 2] = byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  data[i * 4 + 3] = 255;
}

function byteOf(light: number): number {
  return BYTE_OF_ROOT[Math.round(Math.sqrt(clamp01(light)) * 4095)] ?? 0;
}

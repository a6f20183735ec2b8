// Small made-up pictures for the pixel tests: no files, no canvas.
import { createRaster } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';

export type Pixel = readonly [number, number, number, number?];

/** A picture by a rule of column and row; alpha is 255 unless given. */
export function drawn(width: number, height: number, at: (x: number, y: number) => Pixel): Raster {
  const raster = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha = 255] = at(x, y);
      raster.data.set([red, green, blue, alpha], (y * width + x) * 4);
    }
  }
  return raster;
}

export function pixelAt({ width, data }: Raster, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

/** Something like a photograph: smooth colours, a disc, fine texture. */
export function photo(width: number, height: number): Raster {
  return drawn(width, height, (x, y) => {
    const texture = ((x * 7919 + y * 104729) % 23) - 11;
    const isDisc = Math.hypot(x - width * 0.6, y - height * 0.4) < width * 0.2;
    const [red, green, blue] = isDisc ? [220, 120, 60] : [60 + (120 * x) / width, 110 + (60 * y) / height, 170 - (90 * y) / height];
    return [red + texture, green + texture, blue + texture];
  });
}

/** Black lines on white: a box and a slanting line. */
export function sketch(width: number, height: number): Raster {
  return drawn(width, height, (x, y) => {
    const [left, right, top, bottom] = [width * 0.3, width * 0.7, height * 0.3, height * 0.7];
    const isInside = x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
    const isEdge = Math.min(Math.abs(x - left), Math.abs(x - right), Math.abs(y - top), Math.abs(y - bottom)) <= 1;
    return isInside && isEdge ? [20, 20, 20] : [255, 255, 255];
  });
}

/** Mean difference of all bytes. */
export function difference(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
  return sum / a.data.length;
}

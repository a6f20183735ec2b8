// Pixels to picture files, by the browser's own encoders. Works in a worker and on the page.
import type { Raster } from '../../core/pixels/raster.ts';
import { createSurface, toBytes } from './surface.ts';
import type { Surface } from './surface.ts';

/** A PNG without loss, but that colours under near-clear pixels are rounded. */
export function encodePng(raster: Raster): Promise<Uint8Array> {
  return toBytes(surfaceOf(raster), 'image/png');
}

/** A JPEG; `quality` 0 to 1. Transparency turns black, so flatten first. */
export function encodeJpeg(raster: Raster, quality: number): Promise<Uint8Array> {
  return toBytes(surfaceOf(raster), 'image/jpeg', quality);
}

function surfaceOf(raster: Raster): Surface {
  const surface = createSurface(raster);
  const pixels = surface.context.createImageData(raster.width, raster.height);
  pixels.data.set(raster.data);
  surface.context.putImageData(pixels, 0, 0);
  return surface;
}

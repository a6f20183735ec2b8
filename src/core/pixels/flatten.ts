// Pictures without transparency, for services and filters that know none.
import type { Rgb } from './colour.ts';
import { createRaster, runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow } from './slices.ts';

const WHITE: Rgb = [255, 255, 255];

/** The picture laid on a colour (white unless given): same size, alpha 255 everywhere. */
export function flatten(source: Raster, ground: Rgb = WHITE): Raster {
  return runToEnd(flattenSliced(source, ground));
}

/** As `flatten`, in slices. */
export function* flattenSliced(source: Raster, ground: Rgb = WHITE): Sliced<Raster> {
  const target = createRaster(source.width, source.height);
  const from = source.data;
  const to = target.data;
  yield* eachRow(source.height, source.width, 6, (y) => {
    for (let at = y * source.width * 4; at < (y + 1) * source.width * 4; at += 4) {
      const alpha = (from[at + 3] ?? 0) / 255;
      for (let channel = 0; channel < 3; channel++) {
        to[at + channel] = (from[at + channel] ?? 0) * alpha + (ground[channel] ?? 0) * (1 - alpha);
      }
      to[at + 3] = 255;
    }
  });
  return target;
}

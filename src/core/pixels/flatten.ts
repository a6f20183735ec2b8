// Pictures without transparency, for services and filters that know none.
import type { Rgb } from '../colour.ts';
import { createRaster, runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow } from './slices.ts';

const WHITE: Rgb = [255, 255, 255];

/** Under white shapes on nothing, which white paper would swallow. */
const DARK_PAPER: Rgb = [32, 32, 36];
/** From this brightness on (mean of the channels, 0 to 255) a visible pixel can hardly be told from white. */
const NEAR_WHITE = 222;
/** The part of all that is visible which may be near white before the paper turns dark. */
const MOST_NEAR_WHITE = 0.85;

/** The colour to lay a picture with transparency on: white, or a dark grey where nearly all of it is white itself. */
export function* paperFor(source: Raster): Sliced<Rgb> {
  const { data, width, height } = source;
  let visible = 0;
  let white = 0;
  let clear = 0;
  yield* eachRow(height, width, 3, (y) => {
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4) {
      const alpha = data[at + 3] ?? 0;
      if (alpha < 250) clear += 1;
      visible += alpha;
      if (((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3 >= NEAR_WHITE) white += alpha;
    }
  });
  const hasGaps = clear > width * height * 0.01;
  return hasGaps && visible > 0 && white / visible > MOST_NEAR_WHITE ? DARK_PAPER : WHITE;
}

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

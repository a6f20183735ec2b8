// A picture in the ratio that a model answers, and the way back to its own. The numbers are core/aspect's.
import { cropBox, padBox } from '../aspect.ts';
import type { ImageBox, ImageSize } from '../geometry.ts';
import { clamp } from '../maths.ts';
import { createRaster, runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { resizeSliced } from './resize.ts';
import { eachRow, stage } from './slices.ts';

export interface Padded {
  readonly raster: Raster;
  /** Where the source lies in `raster` (whole image px). */
  readonly content: ImageBox;
}

/** The source as large as fits inside `target`, centred, its edge pixels repeated outwards; nothing is stretched. */
export function padToSize(source: Raster, target: ImageSize): Padded {
  return runToEnd(padToSizeSliced(source, target));
}

/** As `padToSize`, in slices. */
export function* padToSizeSliced(source: Raster, target: ImageSize): Sliced<Padded> {
  const content = padBox(source, target);
  const fitted = yield* stage(0, 0.7, resizeSliced(source, content));
  const raster = createRaster(target.width, target.height);
  yield* stage(0.7, 1, eachRow(target.height, target.width, 4, (y) => extendRow(fitted, raster, content, y)));
  return { raster, content };
}

function extendRow(fitted: Raster, target: Raster, content: ImageBox, y: number): void {
  const line = clamp(y - content.y, 0, fitted.height - 1) * fitted.width;
  const row = target.data.subarray(y * target.width * 4, (y + 1) * target.width * 4);
  row.set(fitted.data.subarray(line * 4, (line + fitted.width) * 4), content.x * 4);
  const last = (content.x + content.width - 1) * 4;
  for (let x = 0; x < content.x; x++) row.copyWithin(x * 4, content.x * 4, content.x * 4 + 4);
  for (let x = content.x + content.width; x < target.width; x++) row.copyWithin(x * 4, last, last + 4);
}

/**
 * The source's part of an answer to a padded picture of size `padded`. The answer may have come at another size; the
 * box is scaled with it, so the result laid over its source matches it to the pixel.
 */
export function cropBack(answer: Raster, content: ImageBox, padded: ImageSize): Raster {
  return crop(answer, cropBox(content, padded, answer));
}

/** The pixels inside a whole-pixel box, which must lie inside the picture; throws RangeError otherwise. */
export function crop(source: Raster, box: ImageBox): Raster {
  if (box.x < 0 || box.y < 0 || box.x + box.width > source.width || box.y + box.height > source.height) {
    throw new RangeError('the box reaches over the edge of the picture');
  }
  const target = createRaster(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * source.width + box.x) * 4;
    target.data.set(source.data.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return target;
}

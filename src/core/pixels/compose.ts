// Several pictures on one canvas, as they lie beside and over one another in the document.
import type { CanvasBox, ImagePx } from '../geometry.ts';
import { fitWithin, union } from '../geometry.ts';
import { createRaster, runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { resizeSliced } from './resize.ts';
import { eachRow, stage } from './slices.ts';

/** A picture and where it lies in the document. */
export interface Part {
  readonly raster: Raster;
  readonly box: CanvasBox;
}

/**
 * One picture of the union of all boxes; later parts lie over earlier ones; gaps are transparent. Its pixels are as
 * fine as the finest part's, within `limit` (image px) on the longer side. Throws RangeError for no parts.
 */
export function compose(parts: readonly Part[], limit: ImagePx): Raster {
  return runToEnd(composeSliced(parts, limit));
}

/** As `compose`, in slices. */
export function* composeSliced(parts: readonly Part[], limit: ImagePx): Sliced<Raster> {
  const whole = union(parts.map((part) => part.box));
  const finest = Math.max(...parts.map((part) => part.raster.width / part.box.width));
  const size = fitWithin({ width: whole.width * finest, height: whole.height * finest }, limit);
  const target = createRaster(size.width, size.height);
  for (const [index, { raster, box }] of parts.entries()) {
    const left = Math.round(((box.x - whole.x) / whole.width) * size.width);
    const top = Math.round(((box.y - whole.y) / whole.height) * size.height);
    const width = Math.max(1, Math.round(((box.x + box.width - whole.x) / whole.width) * size.width) - left);
    const height = Math.max(1, Math.round(((box.y + box.height - whole.y) / whole.height) * size.height) - top);
    const work = layOver(target, raster, { width, height }, left, top);
    yield* stage(index / parts.length, (index + 1) / parts.length, work);
  }
  return target;
}

type Extent = { readonly width: ImagePx; readonly height: ImagePx };

function* layOver(target: Raster, part: Raster, size: Extent, left: ImagePx, top: ImagePx): Sliced<void> {
  const fitted = yield* stage(0, 0.7, resizeSliced(part, size));
  yield* stage(0.7, 1, eachRow(fitted.height, fitted.width, 12, (y) => {
    if (top + y >= target.height) return;
    for (let x = 0; x < fitted.width && left + x < target.width; x++) {
      blendPixel(target.data, ((top + y) * target.width + left + x) * 4, fitted.data, (y * fitted.width + x) * 4);
    }
  }));
}

function blendPixel(under: Uint8ClampedArray, at: number, over: Uint8ClampedArray, from: number): void {
  const cover = (over[from + 3] ?? 0) / 255;
  const kept = ((under[at + 3] ?? 0) / 255) * (1 - cover);
  const alpha = cover + kept;
  if (alpha === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    under[at + channel] = ((over[from + channel] ?? 0) * cover + (under[at + channel] ?? 0) * kept) / alpha;
  }
  under[at + 3] = alpha * 255;
}

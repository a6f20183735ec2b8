// "Protect the rest" on picture files: the source as it was sent and the result, both at the result's size.
import { cropBox } from '../../core/aspect.ts';
import type { CanvasBox, ImageBox, ImageSize } from '../../core/geometry.ts';
import { MOST_CHANGED, protectRest } from '../../core/pixels/protect.ts';
import { fillEnclosed } from '../../core/pixels/enclosed.ts';
import { createPlane } from '../../core/pixels/plane.ts';
import type { Plane } from '../../core/pixels/plane.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { decodeImage, inOrdinaryMemory, paint, withPicture } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodePng } from './encode.ts';
import { createSurface } from './surface.ts';
import type { TaskContext } from './taskContext.ts';

export interface ProtectedFile {
  /** Null where so much changed that there is nothing to protect. */
  readonly bytes: Uint8Array | null;
  readonly file: Blob | null;
  /** Part of the picture that changed, 0 to 1. */
  readonly changed: number;
}

/** Where a layer lies over the picture, in parts of its width and height. */
export interface LimitPlace {
  readonly box: CanvasBox;
  /** Its line alone was drawn, and what it runs around is meant. */
  readonly isOutline: boolean;
}

export interface LimitShape extends LimitPlace {
  /** Its export. */
  readonly bytes: Uint8Array;
}

export interface ProtectOrder {
  /** Where the source's content lies in what was sent, and the size of that. */
  readonly content: ImageBox;
  readonly padded: ImageSize;
  /** Where the result may show at all; everywhere without any. */
  readonly limits: readonly LimitShape[];
}

export async function protectFile(result: PictureFile, sent: PictureFile, { content, padded }: ProtectOrder, limits: readonly (PictureFile & LimitPlace)[], context: TaskContext): Promise<ProtectedFile> {
  const picture = await decodeImage(result, context.signal);
  const source = await withPicture(sent, null, context.signal, (opened, own): Raster => {
    const { context: drawing } = paint(opened, cropBox(content, padded, own), picture);
    const { width, height, data } = drawing.getImageData(0, 0, picture.width, picture.height);
    return { width, height, data };
  });
  const limit = limits.length > 0 ? await limitOf(limits, picture, context.signal) : null;
  const { picture: made, changed } = await context.run(protectRest(source, picture, limit));
  // Within a shape that somebody drew everything may change.
  if (!limit && changed > MOST_CHANGED) return { bytes: null, file: null, changed };
  const bytes = await encodePng(made);
  return { bytes, file: new Blob([inOrdinaryMemory(bytes)]), changed };
}

/** Anything of a layer that is not clear counts: how strong its colour is says nothing. */
const CLEAR = 8;

async function limitOf(limits: readonly (PictureFile & LimitPlace)[], { width, height }: ImageSize, signal: AbortSignal | undefined): Promise<Plane> {
  const whole = createPlane(width, height);
  for (const shape of limits) {
    const { box } = shape;
    const own = await withPicture(shape, null, signal, (opened) => {
      const { context } = createSurface({ width, height });
      context.drawImage(opened, box.x * width, box.y * height, box.width * width, box.height * height);
      const { data } = context.getImageData(0, 0, width, height);
      const plane = createPlane(width, height);
      for (let at = 0; at < plane.data.length; at += 1) plane.data[at] = (data[at * 4 + 3] ?? 0) > CLEAR ? 1 : 0;
      return plane;
    });
    if (shape.isOutline) fillEnclosed(own);
    for (let at = 0; at < whole.data.length; at += 1) whole.data[at] = Math.max(whole.data[at] ?? 0, own.data[at] ?? 0);
  }
  return whole;
}

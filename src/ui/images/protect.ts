// "Protect the rest" on picture files: the source as it was sent and the result, both at the result's size.
import { cropBox } from '../../core/aspect.ts';
import type { ImageBox, ImageSize } from '../../core/geometry.ts';
import { MOST_CHANGED, protectRest } from '../../core/pixels/protect.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { decodeImage, inOrdinaryMemory, paint, withPicture } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodePng } from './encode.ts';
import type { TaskContext } from './taskContext.ts';

export interface ProtectedFile {
  /** Null where so much changed that there is nothing to protect. */
  readonly bytes: Uint8Array | null;
  readonly file: Blob | null;
  /** Part of the picture that changed, 0 to 1. */
  readonly changed: number;
}

export async function protectFile(result: PictureFile, sent: PictureFile, content: ImageBox, padded: ImageSize, context: TaskContext): Promise<ProtectedFile> {
  const picture = await decodeImage(result, context.signal);
  const source = await withPicture(sent, null, context.signal, (opened, own): Raster => {
    const { context: drawing } = paint(opened, cropBox(content, padded, own), picture);
    const { width, height, data } = drawing.getImageData(0, 0, picture.width, picture.height);
    return { width, height, data };
  });
  const { picture: made, changed } = await context.run(protectRest(source, picture, null));
  if (changed > MOST_CHANGED) return { bytes: null, file: null, changed };
  const bytes = await encodePng(made);
  return { bytes, file: new Blob([inOrdinaryMemory(bytes)]), changed };
}

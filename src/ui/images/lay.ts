// Lays an edited picture over its source: warped back where it has moved or grown a little, and mixed with the source where only a part of
// the look is wanted. Both cost nothing and are done here, because no model can be told to keep still to the pixel.
import { cropBox } from '../../core/aspect.ts';
import { fitWithin } from '../../core/geometry.ts';
import type { ImageBox, ImageSize } from '../../core/geometry.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { register } from '../../core/pixels/register.ts';
import type { Registration, Shift } from '../../core/pixels/register.ts';
import { inOrdinaryMemory, paint, withPicture } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { createSurface, toBytes } from './surface.ts';
import type { Surface } from './surface.ts';
import type { TaskContext } from './taskContext.ts';

export interface LayOrder {
  /** Where the source lies in the picture that was sent, and how large that was. */
  readonly content: ImageBox;
  readonly padded: ImageSize;
  readonly aligns: boolean;
  /** How much of the result covers the source, 0 to 1; 1 leaves nothing of it. */
  readonly cover: number;
}

export interface Laid {
  /** Null where the result stays as it is. */
  readonly bytes: Uint8Array | null;
  readonly file: Blob | null;
  readonly verdict: Registration['verdict'] | null;
}

/** Longer side at which pictures are compared (px): see core/pixels/register. */
const COMPARED = 256;

export async function layOver(result: PictureFile, sent: PictureFile, order: LayOrder, context: TaskContext): Promise<Laid> {
  const { signal } = context;
  const size = await withPicture(result, null, signal, (_picture, own) => own);
  const small = fitWithin(size, COMPARED);
  const registration = order.aligns ? await context.run(register(await sourceAt(sent, order, small, signal), await wholeAt(result, small, signal))) : null;
  const shift = registration?.verdict === 'aligned' ? registration.shift : null;
  const verdict = registration?.verdict ?? null;
  if (!shift && order.cover >= 1) return { bytes: null, file: null, verdict };
  const surface = await withPicture(result, null, signal, (picture) => warped(picture, size, shift));
  if (order.cover < 1) await mix(surface, sent, order, size, signal);
  const bytes = await toBytes(surface, 'image/png');
  return { bytes, file: new Blob([inOrdinaryMemory(bytes)]), verdict };
}

function sourceAt(sent: PictureFile, order: LayOrder, size: ImageSize, signal: AbortSignal | undefined): Promise<Raster> {
  return withPicture(sent, null, signal, (picture, own) => rasterOf(paint(picture, cropBox(order.content, order.padded, own), size)));
}

function wholeAt(result: PictureFile, size: ImageSize, signal: AbortSignal | undefined): Promise<Raster> {
  return withPicture(result, null, signal, (picture, own) => rasterOf(paint(picture, { x: 0, y: 0, ...own }, size)));
}

function rasterOf({ canvas, context }: Surface): Raster {
  const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data };
}

/** The picture as it was before it moved; what came from outside of it is filled with the picture as it is. */
function warped(picture: CanvasImageSource, { width, height }: ImageSize, shift: Shift | null): Surface {
  const surface = createSurface({ width, height });
  const { context } = surface;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  if (!shift) return surface;
  const { scale, x, y } = shift;
  context.drawImage(picture, (width * (1 - scale)) / 2 + x * width, (height * (1 - scale)) / 2 + y * height, width * scale, height * scale, 0, 0, width, height);
  return surface;
}

function mix(surface: Surface, sent: PictureFile, order: LayOrder, size: ImageSize, signal: AbortSignal | undefined): Promise<void> {
  return withPicture(sent, null, signal, (picture, own) => {
    const part = cropBox(order.content, order.padded, own);
    surface.context.globalAlpha = 1 - order.cover;
    surface.context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
  });
}

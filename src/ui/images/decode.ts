// Picture files to pixels, by the browser's own decoders, upright and in sRGB. Works in a worker and on the page.
import { fitWithin } from '../../core/geometry.ts';
import type { ImageBox, ImagePx, ImageSize } from '../../core/geometry.ts';
import type { ImageHeader } from '../../core/imageHeader.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { dataUrl } from './dataUrl.ts';
import { PixelFault, throwIfAborted, toFault } from './fault.ts';
import { createSurface } from './surface.ts';
import type { Surface } from './surface.ts';

/** Above this many pixels a decoder would need more than half a gigabyte. */
const MAX_PIXELS = 120_000_000;
/** Longest side of a raster in memory; larger pictures are drawn smaller while they are decoded. */
const MAX_EDGE: ImagePx = 4096;

/** A file and what its header says; null for bytes that name no kind, which a decoder may open all the same. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly header: ImageHeader | null;
}

export interface DrawnOptions {
  /** Only this part of the picture (whole px, inside it). */
  readonly region?: ImageBox;
  /** Longer side at most; 4096 without it. */
  readonly longEdge?: ImagePx;
}

/** The picture's pixels, at most 4096 px a side. Rejects with a PixelFault. */
export async function decodeImage(file: PictureFile, signal?: AbortSignal): Promise<Raster> {
  const { canvas, context } = await drawImage(file, {}, signal);
  const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data };
}

/** The picture drawn on a canvas of its own size, or smaller where that is too large. Rejects as `decodeImage` does. */
export async function drawImage(file: PictureFile, options: DrawnOptions, signal?: AbortSignal): Promise<Surface> {
  const { region, longEdge = MAX_EDGE } = options;
  return withPicture(file, signal, (picture, whole) => {
    const part = region ?? { x: 0, y: 0, ...whole };
    const size = fitWithin(part, Math.min(longEdge, MAX_EDGE));
    const surface = createSurface(size);
    surface.context.imageSmoothingEnabled = size.width !== part.width || size.height !== part.height;
    surface.context.imageSmoothingQuality = 'high';
    surface.context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
    return surface;
  });
}

/** Opens the bytes, hands the upright picture and its size to `use`, and frees it again. */
export async function withPicture<Result>(
  { bytes, header }: PictureFile,
  signal: AbortSignal | undefined,
  use: (picture: CanvasImageSource, size: ImageSize) => Result,
): Promise<Result> {
  throwIfAborted(signal);
  if (header && header.width * header.height > MAX_PIXELS) {
    throw new PixelFault('IMAGE_TOO_LARGE', `${header.width} × ${header.height}`);
  }
  const picture = await open(bytes, `image/${header?.kind ?? 'png'}`);
  try {
    throwIfAborted(signal);
    return use(picture, sizeOf(picture));
  } finally {
    if ('close' in picture) picture.close();
  }
}

async function open(bytes: Uint8Array, type: string): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(new Blob([inOrdinaryMemory(bytes)], { type }), { imageOrientation: 'from-image' });
  } catch (thrown) {
    if (typeof document === 'undefined') throw toFault(thrown);
    return openAsElement(bytes, type);
  }
}

/** A blob takes no shared memory; bytes that are not in it need no copy. */
function inOrdinaryMemory(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, bytes.byteOffset, bytes.length) : bytes.slice();
}

/** The way for pages that refuse pictures made of blobs. */
async function openAsElement(bytes: Uint8Array, type: string): Promise<HTMLImageElement> {
  const element = new Image();
  element.src = dataUrl(bytes, type);
  try {
    await element.decode();
    return element;
  } catch (thrown) {
    throw toFault(thrown);
  }
}

function sizeOf(picture: ImageBitmap | HTMLImageElement): ImageSize {
  if ('naturalWidth' in picture) return { width: picture.naturalWidth, height: picture.naturalHeight };
  return { width: picture.width, height: picture.height };
}

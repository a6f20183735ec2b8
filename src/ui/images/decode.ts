// Picture files to pixels, by the browser's own decoders, upright and in sRGB. Works in a worker and on the page.
import { fitWithin, longEdge } from '../../core/geometry.ts';
import type { ImageBox, ImagePx, ImageSize } from '../../core/geometry.ts';
import type { ImageHeader } from '../../core/imageHeader.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { dataUrl } from './dataUrl.ts';
import { PixelFault, throwIfAborted, toFault } from './fault.ts';
import { createSurface } from './surface.ts';
import type { Surface } from './surface.ts';

/** Above this many pixels a decoder would need more than half a gigabyte. */
const MAX_PIXELS = 120_000_000;
/** Longest side of a raster in memory; larger pictures are made smaller while they are decoded. */
const MAX_EDGE: ImagePx = 4096;

/** A file and what its header says; null for bytes that name no kind, which are never handed to a decoder. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly header: ImageHeader | null;
  /** The same bytes as a Blob, where there is one already: a copy of megabytes less. */
  readonly blob?: Blob;
}

/** The picture's pixels, at most `longEdge` (and 4096) px a side. Rejects with a PixelFault. */
export async function decodeImage(file: PictureFile, signal?: AbortSignal, longEdge: ImagePx = MAX_EDGE): Promise<Raster> {
  const { canvas, context } = await drawImage(file, longEdge, signal);
  const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data };
}

/** The picture drawn on a canvas of its own size, or smaller where that is too large. Rejects as `decodeImage` does. */
export async function drawImage(file: PictureFile, longEdge: ImagePx, signal?: AbortSignal): Promise<Surface> {
  const edge = Math.max(1, Math.min(longEdge, MAX_EDGE));
  return withPicture(file, edge, signal, (picture, whole) => paint(picture, { x: 0, y: 0, ...whole }, fitWithin(whole, edge)));
}

/** A part of an open picture (whole px, inside it) on a canvas of the given size. */
export function paint(picture: CanvasImageSource, part: ImageBox, size: ImageSize): Surface {
  const surface = createSurface(size);
  surface.context.imageSmoothingEnabled = size.width !== part.width || size.height !== part.height;
  surface.context.imageSmoothingQuality = 'high';
  surface.context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
  return surface;
}

/**
 * Opens the bytes, hands the upright picture and its size to `use`, and frees it again. With an `edge` a picture over
 * 4096 px comes at most so long, so that no more of it is ever held; null opens it as it is.
 */
export async function withPicture<Result>(
  file: PictureFile,
  edge: ImagePx | null,
  signal: AbortSignal | undefined,
  use: (picture: CanvasImageSource, size: ImageSize) => Result,
): Promise<Result> {
  throwIfAborted(signal);
  const header = soundHeader(file);
  const smaller = edge !== null && longEdge(header) > MAX_EDGE ? fitWithin(header, edge) : null;
  const picture = await open(file, `image/${header.kind}`, smaller);
  try {
    throwIfAborted(signal);
    return use(picture, sizeOf(picture));
  } finally {
    if ('close' in picture) picture.close();
  }
}

// Not every browser refuses a picture that is cut off: some draw its upper part.
function soundHeader({ header }: PictureFile): ImageHeader {
  if (!header) throw new PixelFault('IMAGE_UNREADABLE', 'no kind of picture that is known');
  if (header.width * header.height > MAX_PIXELS) throw new PixelFault('IMAGE_TOO_HEAVY', `${header.width} × ${header.height}`);
  if (header.isCut) throw new PixelFault('IMAGE_UNREADABLE', `the ${header.kind} is cut off`);
  return header;
}

async function open({ bytes, blob }: PictureFile, type: string, smaller: ImageSize | null): Promise<ImageBitmap | HTMLImageElement> {
  const resize = smaller ? { resizeWidth: smaller.width, resizeHeight: smaller.height, resizeQuality: 'high' as const } : {};
  try {
    return await createImageBitmap(blob ?? new Blob([inOrdinaryMemory(bytes)], { type }), { imageOrientation: 'from-image', ...resize });
  } catch (thrown) {
    // A TypeError means that the browser does not know the options; everything else, that it cannot read the picture.
    if (!(thrown instanceof TypeError) || typeof document === 'undefined') throw toFault(thrown);
    return openAsElement(bytes, type);
  }
}

/** A blob takes no shared memory; bytes that are not in it need no copy. */
export function inOrdinaryMemory(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, bytes.byteOffset, bytes.length) : bytes.slice();
}

/** The way of older browsers. */
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

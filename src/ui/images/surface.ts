// A canvas to draw on, in a worker or on the page. The one place that knows which kind there is.
import type { ImageSize } from '../../core/geometry.ts';
import { PixelFault } from './fault.ts';

export interface Surface {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
}

/** A transparent canvas in ordinary memory, as its pixels are read back. */
export function createSurface({ width, height }: ImageSize): Surface {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context) return { canvas, context };
  } else {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context) return { canvas, context };
  }
  throw new PixelFault('IMAGE_TOO_HEAVY', `no canvas of ${width} × ${height}`);
}

export type EncodedType = 'image/png' | 'image/jpeg' | 'image/webp';

/** The canvas as a file. `quality` 0 to 1, for JPEG and WebP. */
export async function toBytes({ canvas }: Surface, type: EncodedType, quality?: number): Promise<Uint8Array> {
  const blob = await toBlob(canvas, type, quality);
  if (!blob) throw new PixelFault('IMAGE_TOO_HEAVY', `no ${type} of ${canvas.width} × ${canvas.height}`);
  return new Uint8Array(await blob.arrayBuffer());
}

function toBlob(canvas: Surface['canvas'], type: EncodedType, quality: number | undefined): Promise<Blob | null> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

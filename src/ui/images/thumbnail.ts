// Small copies: for the strip and the selection, and tiny ones for the history, which shares 4 MB with everything.
import type { ImagePx } from '../../core/geometry.ts';
import { drawImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { createSurface, toBytes } from './surface.ts';
import type { Surface } from './surface.ts';
import type { TaskContext } from './taskContext.ts';

export interface Thumbnail {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/webp';
}

/** Enough for Compare on a dense screen; nothing that is called a thumbnail is larger (px). */
const MOST_EDGE: ImagePx = 1280;
const HISTORY_BYTES = 8000;
const HISTORY_TRIES = [[160, 0.72], [160, 0.5], [128, 0.45], [96, 0.4], [64, 0.3]] as const;

/** At most `longEdge` (and 1280) px on the longer side; keeps transparency. */
export async function thumbnail(file: PictureFile, longEdge: ImagePx, { signal }: TaskContext): Promise<Thumbnail> {
  const surface = await drawImage(file, Math.min(longEdge, MOST_EDGE), signal);
  const type = file.header?.hasAlpha === false ? 'image/jpeg' : 'image/webp';
  return { bytes: await toBytes(surface, type, 0.82), type };
}

/** A JPEG on white of at most 8 kB. */
export async function historyThumbnail(file: PictureFile, { signal }: TaskContext): Promise<Thumbnail> {
  const [[largest]] = HISTORY_TRIES;
  const drawn = onWhite(await drawImage(file, largest, signal));
  let jpeg = new Uint8Array();
  for (const [edge, quality] of HISTORY_TRIES) {
    jpeg = new Uint8Array(await toBytes(onWhite(drawn, edge / largest), 'image/jpeg', quality));
    if (jpeg.length <= HISTORY_BYTES) break;
  }
  return { bytes: jpeg, type: 'image/jpeg' };
}

/** A JPEG on white, at most `longEdge` px on the longer side. */
export async function jpegCopy(file: PictureFile, longEdge: ImagePx, { signal }: TaskContext): Promise<Thumbnail> {
  const surface = onWhite(await drawImage(file, longEdge, signal));
  return { bytes: await toBytes(surface, 'image/jpeg', 0.86), type: 'image/jpeg' };
}

function onWhite({ canvas }: Surface, scale = 1): Surface {
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const surface = createSurface({ width, height });
  surface.context.fillStyle = '#fff';
  surface.context.fillRect(0, 0, width, height);
  surface.context.drawImage(canvas, 0, 0, width, height);
  return surface;
}

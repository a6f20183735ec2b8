// A provider's bytes to bytes that Figma takes, cropped back to the source. What already fits passes byte for byte.
import { coverBox, cropBox, isWhole } from '../../core/aspect.ts';
import type { ImageBox, ImagePx, ImageSize, Size } from '../../core/geometry.ts';
import { fitWithin, longEdge } from '../../core/geometry.ts';
import type { ImageHeader } from '../../core/imageHeader.ts';
import { inOrdinaryMemory, paint, withPicture } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { throwIfAborted } from './fault.ts';
import { toBytes } from './surface.ts';
import type { TaskContext } from './taskContext.ts';

/** How an answer comes back to its source's box. */
export interface Crop {
  /** Where the source lay in the padded picture; null for runs from words, which crop to cover `target`. */
  readonly content: ImageBox | null;
  readonly padded: ImageSize;
  readonly target: Size<string>;
}

export type Change = 'cropped' | 'converted' | 'scaledDown' | 'c2paLost' | 'aligned' | 'blended';

export interface Finished {
  readonly bytes: Uint8Array;
  /** The same bytes as they are kept: outside the window's own memory. */
  readonly file: Blob;
  readonly size: ImageSize;
  readonly answeredSize: ImageSize;
  /** Content Credentials in `bytes`. */
  readonly hasC2pa: boolean;
  /** What was done; empty means that the bytes are the provider's own. */
  readonly changes: readonly Change[];
}

/**
 * `maxEdge` is the longest side that Figma takes (px). The picture is always decoded, once, so that nothing damaged passes
 * unchanged. Rejects with IMAGE_UNREADABLE for what no decoder opens.
 */
export async function finishResult(file: PictureFile, crop: Crop, maxEdge: ImagePx, { signal }: TaskContext): Promise<Finished> {
  const { bytes, header } = file;
  const blob = new Blob([inOrdinaryMemory(bytes)], header ? { type: `image/${header.kind}` } : {});
  const { surface, ...made } = await withPicture({ ...file, blob }, null, signal, (picture, answeredSize) => {
    const box = crop.content ? cropBox(crop.content, crop.padded, answeredSize) : coverBox(answeredSize, crop.target);
    const changes = changesFor(header, box, answeredSize, maxEdge);
    const size = fitWithin(box, maxEdge);
    return { answeredSize, changes, size, surface: changes.length === 0 ? null : paint(picture, box, size) };
  });
  if (!surface) return { ...made, bytes, file: blob, hasC2pa: header?.hasC2pa ?? false };
  throwIfAborted(signal);
  const png = await toBytes(surface, 'image/png');
  return { ...made, bytes: png, file: new Blob([inOrdinaryMemory(png)]), hasC2pa: false };
}

function changesFor(header: ImageHeader | null, box: ImageBox, size: ImageSize, maxEdge: ImagePx): Change[] {
  const isCropped = !isWhole(box, size);
  const isLarge = longEdge(box) > maxEdge;
  const isForeign = !fitsFigma(header);
  if (!isCropped && !isLarge && !isForeign) return [];
  const changes: Change[] = [];
  if (isCropped) changes.push('cropped');
  if (header?.kind !== 'png' || isForeign) changes.push('converted');
  if (isLarge) changes.push('scaledDown');
  if (header?.hasC2pa) changes.push('c2paLost');
  return changes;
}

/** PNG, JPEG and GIF, upright and in light: everything else could look different in Figma than here. */
function fitsFigma(header: ImageHeader | null): boolean {
  if (header === null || header.isCmyk || header.orientation !== 1) return false;
  return header.kind === 'png' || header.kind === 'jpeg' || header.kind === 'gif';
}

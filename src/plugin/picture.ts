// Hands bytes to Figma as an image. Failures are known beforehand, never read from a message.
import { VariegateError } from '../core/errors.ts';
import { longEdge } from '../core/geometry.ts';
import type { ImageSize } from '../core/geometry.ts';
import { LIMITS } from '../core/limits.ts';
import { pictureSize } from './pictureSize.ts';

/** The size of a picture that Figma can take; fails with IMAGE_UNREADABLE, IMAGE_TOO_SMALL or IMAGE_TOO_LARGE. */
export function checkPicture(bytes: Uint8Array): ImageSize {
  const size = pictureSize(bytes);
  if (!size) throw new VariegateError('IMAGE_UNREADABLE');
  if (Math.min(size.width, size.height) < 1) throw new VariegateError('IMAGE_TOO_SMALL');
  if (longEdge(size) > LIMITS.figmaImageSide.value) throw new VariegateError('IMAGE_TOO_LARGE');
  return size;
}

/** The hash of the picture in this file; equal bytes have equal hashes. Call it within a write step. */
export function takePicture(bytes: Uint8Array): string {
  checkPicture(bytes);
  return figma.createImage(bytes).hash;
}

export function pictureFill(imageHash: string): ImagePaint {
  return { type: 'IMAGE', scaleMode: 'FILL', imageHash };
}

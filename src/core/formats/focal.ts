// Where a picture's weight lies, and the crop around it that stands in for another frame where no AI is.
import type { ImageBox, ImageSize, Size } from '../geometry.ts';

/** A point of a picture: 0 to 1 from its left and from its top. */
export interface Focal {
  readonly x: number;
  readonly y: number;
}

/** The largest box of the target's ratio within the picture that has the focal point as near its middle as there is room. */
export function focalBox(picture: ImageSize, target: Size<string>, focal: Focal): ImageBox {
  const ratio = target.width / target.height;
  const width = Math.min(picture.width, picture.height * ratio);
  const height = width / ratio;
  const along = (length: number, room: number, at: number) => Math.min(Math.max(0, at * room - length / 2), room - length);
  return { x: along(width, picture.width, focal.x), y: along(height, picture.height, focal.y), width, height };
}

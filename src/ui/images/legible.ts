// Measures whether texts can be read on a picture that fills the layer under them.
import { coverBox } from '../../core/aspect.ts';
import { fromHex } from '../../core/colour.ts';
import { legibility } from '../../core/pixels/legibility.ts';
import type { Legibility, TextArea } from '../../core/pixels/legibility.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import type { ImageSize, Size } from '../../core/geometry.ts';
import { decodeImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import type { TaskContext } from './taskContext.ts';

/** A text over a picture: its box, 0 to 1000 of the layer under it, whose size is `ground` (any unit). */
export interface OverlaidText {
  readonly box: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly ground: Size<string>;
  readonly hex: string;
  readonly isLarge: boolean;
}

/** Enough to see what lies under a line; small lettering is larger than a pixel of it (px). */
const MEASURED_EDGE = 768;
/** WCAG 2.2 AA, 1.4.3. */
const AA = { normal: 4.5, large: 3 } as const;

export async function measureLegibility(file: PictureFile, texts: readonly OverlaidText[], { signal }: TaskContext): Promise<Legibility> {
  const picture = await decodeImage(file, signal, MEASURED_EDGE);
  return legibility(picture, texts.map((text) => areaOf(text, picture)));
}

function areaOf({ box, ground, hex, isLarge }: OverlaidText, picture: Raster): TextArea {
  const size: ImageSize = { width: picture.width, height: picture.height };
  const shown = coverBox(size, ground);
  const edge = (value: number, from: number, length: number, most: number) => Math.min(most, Math.max(0, Math.round(from + (value / 1000) * length)));
  const left = edge(box.left, shown.x, shown.width, picture.width - 1);
  const top = edge(box.top, shown.y, shown.height, picture.height - 1);
  const right = edge(box.right, shown.x, shown.width, picture.width);
  const bottom = edge(box.bottom, shown.y, shown.height, picture.height);
  return { box: { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }, rgb: fromHex(hex), least: isLarge ? AA.large : AA.normal };
}

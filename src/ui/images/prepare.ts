// Exported layers to one picture that a model takes: composed as they lie, flattened on paper they show on, padded to a ratio.
import { longEdge, union } from '../../core/geometry.ts';
import type { CanvasBox, ImageBox, ImageSize } from '../../core/geometry.ts';
import { composeSliced } from '../../core/pixels/compose.ts';
import type { Part } from '../../core/pixels/compose.ts';
import { flattenSliced, paperFor } from '../../core/pixels/flatten.ts';
import { padToSizeSliced } from '../../core/pixels/pad.ts';
import type { Padded } from '../../core/pixels/pad.ts';
import type { Sliced } from '../../core/pixels/raster.ts';
import { stage } from '../../core/pixels/slices.ts';
import { decodeImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodeJpeg, encodePng } from './encode.ts';
import type { TaskContext } from './taskContext.ts';

/** A picture and where it lies on the canvas. */
export interface PieceFile extends PictureFile {
  readonly box: CanvasBox;
}

export interface Prepared {
  /** PNG, or JPEG where a PNG would be heavy. */
  readonly bytes: Uint8Array;
  readonly size: ImageSize;
  /** Where the source lies in it (whole px). */
  readonly content: ImageBox;
}

/** Longer side of several pieces together, before they are fitted (px). */
const COMPOSED_EDGE = 4096;

/**
 * Above this many bytes a PNG becomes a JPEG where that is lighter: a run of eight sends its inputs eight times, and seven
 * inputs share 20 MB as base64. Flat artwork and lettering stay far below it; what passes it is photographic or has grain.
 */
const HEAVY_PNG = 700_000;
const JPEG_QUALITY = 0.95;

/** `size` is exactly that of the answer. Later pieces lie on top. */
export async function prepareInput(pieces: readonly PieceFile[], size: ImageSize, context: TaskContext): Promise<Prepared> {
  const whole = longEdge(union(pieces.map((piece) => piece.box)));
  const parts: Part[] = [];
  for (const piece of pieces) {
    // No finer than the composition can be: many large pieces must not lie in memory at full size.
    const edge = Math.ceil((COMPOSED_EDGE * longEdge(piece.box)) / whole);
    parts.push({ raster: await decodeImage(piece, context.signal, edge), box: piece.box });
  }
  const { raster, content } = await context.run(padded(parts, size));
  const png = await encodePng(raster);
  return { bytes: png.length > HEAVY_PNG ? await lighter(png, encodeJpeg(raster, JPEG_QUALITY)) : png, size, content };
}

async function lighter(one: Uint8Array, other: Promise<Uint8Array>): Promise<Uint8Array> {
  const bytes = await other;
  return bytes.length < one.length ? bytes : one;
}

function* padded(parts: readonly Part[], size: ImageSize): Sliced<Padded> {
  const [only] = parts;
  const whole = only && parts.length === 1 ? only.raster : yield* stage(0, 0.6, composeSliced(parts, COMPOSED_EDGE));
  const paper = yield* stage(0.6, 0.63, paperFor(whole));
  const flat = yield* stage(0.63, 0.7, flattenSliced(whole, paper));
  return yield* stage(0.7, 1, padToSizeSliced(flat, size));
}

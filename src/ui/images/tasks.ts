// The pixel tasks as data: what the page asks, and the one function that does it, in a worker or in slices on the page.
import type { CanvasBox, ImagePx, ImageSize } from '../../core/geometry.ts';
import type { Look } from '../../core/pixels/look.ts';
import type { LookTask } from '../../core/pixels/lookParts.ts';
import { measurePicture } from '../../core/pixels/measure/measure.ts';
import type { PictureMeasures } from '../../core/pixels/measure/measure.ts';
import { planLooks } from '../../core/pixels/planLooks.ts';
import type { Legibility } from '../../core/pixels/legibility.ts';
import type { Key } from '../../core/pixels/key.ts';
import { palette } from '../../core/pixels/palette.ts';
import type { Swatch } from '../../core/pixels/palette.ts';
import { createRaster } from '../../core/pixels/raster.ts';
import { resize } from '../../core/pixels/resize.ts';
import { renderLook } from '../../core/pixels/renderLook.ts';
import { answerByRules } from '../../core/grammar/answer.ts';
import type { StudioAnswer, StudioTask } from '../../core/studio/tasks.ts';
import { readImageHeader } from '../../core/imageHeader.ts';
import { decodeImage, drawImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodePng } from './encode.ts';
import { finishResult } from './finish.ts';
import type { Crop, Finished } from './finish.ts';
import { layOnKey, removeKey } from './key.ts';
import type { Keyed } from './key.ts';
import { layOver } from './lay.ts';
import type { Laid, LayOrder } from './lay.ts';
import { measureLegibility } from './legible.ts';
import type { OverlaidText } from './legible.ts';
import { protectFile } from './protect.ts';
import type { ProtectOrder, ProtectedFile } from './protect.ts';
import { prepareInput } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import type { TaskContext } from './taskContext.ts';
import { historyThumbnail, jpegCopy, thumbnail } from './thumbnail.ts';
import type { Thumbnail } from './thumbnail.ts';

/** Measures are of the whole, so a small copy tells the same (image px). */
const MEASURED_EDGE = 256;

const PALETTE_EDGE = 128;
const PALETTE_COLOURS = 8;

/** A picture's bytes and where it lies on the canvas. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly box: CanvasBox;
}

/** Bytes as they came: their headers are read where the work is done. */
export type PixelTask =
  | { readonly kind: 'prepare'; readonly pieces: readonly Piece[]; readonly size: ImageSize }
  | { readonly kind: 'finish'; readonly file: Uint8Array; readonly crop: Crop; readonly maxEdge: ImagePx }
  | { readonly kind: 'plan'; readonly task: LookTask }
  | { readonly kind: 'draw'; readonly look: Look; readonly source: Uint8Array | null; readonly size: ImageSize }
  | { readonly kind: 'thumbnail'; readonly file: Uint8Array | Blob; readonly longEdge: ImagePx }
  | { readonly kind: 'historyThumbnail'; readonly file: Uint8Array }
  | { readonly kind: 'answer'; readonly task: StudioTask; readonly files: readonly Uint8Array[] }
  | { readonly kind: 'jpegCopy'; readonly file: Uint8Array; readonly longEdge: ImagePx }
  | { readonly kind: 'layOnKey'; readonly file: Uint8Array }
  | { readonly kind: 'removeKey'; readonly file: Uint8Array; readonly sent: Uint8Array; readonly key: Key }
  | { readonly kind: 'layOver'; readonly file: Uint8Array; readonly sent: Uint8Array; readonly order: LayOrder }
  | { readonly kind: 'legible'; readonly file: Uint8Array; readonly texts: readonly OverlaidText[] }
  | { readonly kind: 'protect'; readonly file: Uint8Array; readonly sent: Uint8Array; readonly order: ProtectOrder }
  | { readonly kind: 'palette'; readonly files: readonly Uint8Array[] }
  | { readonly kind: 'size'; readonly file: Uint8Array };

/** What each kind of task answers with. */
export interface PixelResults {
  readonly prepare: Prepared;
  readonly finish: Finished;
  readonly plan: { readonly looks: readonly Look[] };
  readonly draw: { readonly bytes: Uint8Array };
  readonly thumbnail: Thumbnail;
  readonly historyThumbnail: Thumbnail;
  readonly answer: { readonly answer: StudioAnswer };
  readonly jpegCopy: Thumbnail;
  readonly layOnKey: Keyed;
  readonly removeKey: { readonly bytes: Uint8Array };
  readonly layOver: Laid;
  readonly legible: Legibility;
  readonly protect: ProtectedFile;
  readonly palette: { readonly swatches: readonly Swatch[] };
  /** Null for bytes that are no picture. */
  readonly size: { readonly size: ImageSize | null };
}

export type PixelResult = PixelResults[keyof PixelResults];

/** Rejects with a PixelFault, or with what a decoder or encoder threw. */
export function runTask(task: PixelTask, context: TaskContext): Promise<PixelResult> {
  switch (task.kind) {
    case 'prepare':
      return prepareInput(task.pieces.map(({ bytes, box }) => ({ ...fileOf(bytes), box })), task.size, context);
    case 'finish':
      return finishResult(fileOf(task.file), task.crop, task.maxEdge, context);
    case 'plan':
      return Promise.resolve({ looks: planLooks(task.task) });
    case 'draw':
      return draw(task, context);
    case 'thumbnail':
      return bytesOf(task.file).then((bytes) => thumbnail(fileOf(bytes), task.longEdge, context));
    case 'historyThumbnail':
      return historyThumbnail(fileOf(task.file), context);
    case 'answer':
      return answer(task, context);
    case 'jpegCopy':
      return jpegCopy(fileOf(task.file), task.longEdge, context);
    case 'layOnKey':
      return layOnKey(fileOf(task.file), context);
    case 'removeKey':
      return removeKey(fileOf(task.file), fileOf(task.sent), task.key, context);
    case 'layOver':
      return layOver(fileOf(task.file), fileOf(task.sent), task.order, context);
    case 'legible':
      return measureLegibility(fileOf(task.file), task.texts, context);
    case 'protect':
      return protectFile(fileOf(task.file), fileOf(task.sent), task.order, task.order.limits.map((shape) => ({ ...shape, ...fileOf(shape.bytes) })), context);
    case 'palette':
      return commonPalette(task.files, context);
    case 'size':
      return Promise.resolve({ size: sizeOf(task.file) });
  }
}

async function answer({ task, files }: Extract<PixelTask, { kind: 'answer' }>, context: TaskContext): Promise<PixelResults['answer']> {
  const [own, ...others] = task.is === 'judge' ? files : files.slice(0, 1);
  const measures = own ? await measure(own, context) : null;
  const held: PictureMeasures[] = [];
  for (const other of others) held.push(await measure(other, context));
  return { answer: answerByRules<StudioTask>(task, measures, held) };
}

// Inputs were flattened before they came here, so what is left transparent is white by its bytes.
async function measure(file: Uint8Array, { signal }: TaskContext): Promise<PictureMeasures> {
  const { canvas, context } = await drawImage(fileOf(file), MEASURED_EDGE, signal);
  const { width, height } = canvas;
  return measurePicture({ width, height, data: context.getImageData(0, 0, width, height).data });
}

/** Of pictures that count alike, however large they are: each as a square of the same size, all under one another. */
async function commonPalette(files: readonly Uint8Array[], { signal }: TaskContext): Promise<PixelResults['palette']> {
  const all = createRaster(PALETTE_EDGE, PALETTE_EDGE * files.length);
  for (const [index, file] of files.entries()) {
    const { canvas, context } = await drawImage(fileOf(file), PALETTE_EDGE, signal);
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    const square = resize({ width, height, data }, { width: PALETTE_EDGE, height: PALETTE_EDGE });
    all.data.set(square.data, index * square.data.length);
  }
  return { swatches: palette(all, PALETTE_COLOURS) };
}

async function draw(task: Extract<PixelTask, { kind: 'draw' }>, context: TaskContext): Promise<PixelResults['draw']> {
  const source = task.source ? await decodeImage(fileOf(task.source), context.signal) : null;
  return { bytes: await encodePng(await context.run(renderLook(task.look, source, task.size))) };
}

function fileOf(bytes: Uint8Array): PictureFile {
  return { bytes, header: readImageHeader(bytes) };
}

async function bytesOf(file: Uint8Array | Blob): Promise<Uint8Array> {
  return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;
}

function sizeOf(bytes: Uint8Array): ImageSize | null {
  const header = readImageHeader(bytes);
  return header && { width: header.width, height: header.height };
}

// Everything the rest of the UI asks of pixels, off its thread where that is allowed. Queues, cancels, starts workers again.
import workerSource from 'worker:./worker.ts';
import { VariegateError } from '../../core/errors.ts';
import { fitWithin } from '../../core/geometry.ts';
import type { ImagePx, ImageSize } from '../../core/geometry.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Look } from '../../core/pixels/look.ts';
import type { LookTask } from '../../core/pixels/lookParts.ts';
import type { Legibility } from '../../core/pixels/legibility.ts';
import type { Key } from '../../core/pixels/key.ts';
import type { Swatch } from '../../core/pixels/palette.ts';
import type { AnswerTo, StudioTask } from '../../core/studio/tasks.ts';
import { toFault } from './fault.ts';
import type { Crop, Finished } from './finish.ts';
import type { Keyed } from './key.ts';
import type { Laid, LayOrder } from './lay.ts';
import type { OverlaidText } from './legible.ts';
import type { ProtectOrder, ProtectedFile } from './protect.ts';
import { createPictureUrls } from './pictureUrls.ts';
import type { Prepared } from './prepare.ts';
import type { SlicedOptions } from './runSliced.ts';
import type { Piece, PixelResults, PixelTask } from './tasks.ts';
import { createTaskQueue } from './taskQueue.ts';
import { scriptText } from './scriptText.ts';
import { pageLane, startWorker, workerLane } from './workerHost.ts';
import type { Lane } from './workerHost.ts';

/** All reject with VariegateError only; an aborted signal rejects with CANCELLED. */
export interface PixelService {
  /** Pieces as they lie, on white, padded to `target`; at most 2048 px long. */
  prepare(pieces: readonly Piece[], target: ImageSize, signal: AbortSignal): Promise<Prepared>;
  /** Cropped back and fit for Figma; byte for byte where nothing was to be done. */
  finish(bytes: Uint8Array, crop: Crop, signal: AbortSignal): Promise<Finished>;
  /** A URL of a copy of at most `longEdge` (and 1280) px; a blob: URL is the caller's to revoke. */
  thumbnail(file: Uint8Array | Blob, longEdge: ImagePx, signal: AbortSignal): Promise<string>;
  /** A JPEG of at most 8 kB. */
  historyThumbnail(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /** Of a picture by its header, before it is decoded; null for bytes that are none. */
  sizeOf(bytes: Uint8Array, signal: AbortSignal): Promise<ImageSize | null>;
  /** A task of the prompt studio answered by rules, and by measuring the pictures that it looks at. */
  answer<Task extends StudioTask>(task: Task, files: readonly Uint8Array[], signal: AbortSignal): Promise<AnswerTo<Task>>;
  /** A JPEG on white of at most `longEdge` px on the longer side. */
  jpegCopy(bytes: Uint8Array, longEdge: ImagePx, signal: AbortSignal): Promise<Uint8Array>;
  /** A transparent picture on a plain colour that it does not have. */
  layOnKey(bytes: Uint8Array, signal: AbortSignal): Promise<Keyed>;
  /** An answer to it without that colour, as a PNG with transparency; `sent` is the picture before it was laid on the key. */
  removeKey(answer: Uint8Array, sent: Uint8Array, key: Key, signal: AbortSignal): Promise<Uint8Array>;
  /** A result laid over its source: warped back, mixed; null bytes where it stays as it is. `sent` is the padded picture. */
  layOver(result: Uint8Array, sent: Uint8Array, order: LayOrder, signal: AbortSignal): Promise<Laid>;
  /** Whether these texts can be read on a picture that fills the layer under them, and what scrim helps. */
  legible(bytes: Uint8Array, texts: readonly OverlaidText[], signal: AbortSignal): Promise<Legibility>;
  /** The source's own pixels wherever the result hardly differs; null bytes where nearly all of it does. `sent` is the padded picture. */
  protect(result: Uint8Array, sent: Uint8Array, order: ProtectOrder, signal: AbortSignal): Promise<ProtectedFile>;
  /** The few colours that carry all of the pictures together, the largest share first. */
  palette(files: readonly Uint8Array[], signal: AbortSignal): Promise<readonly Swatch[]>;
  /** Looks that differ, by rules; equal tasks give equal plans. */
  planLooks(task: LookTask, signal: AbortSignal): Promise<readonly Look[]>;
  /** A look over a picture's bytes, or from nothing, as a PNG of exactly `size`. */
  draw(look: Look, source: Uint8Array | null, size: ImageSize, options: SlicedOptions): Promise<Uint8Array>;
  /** Where tasks run; starts the first lane. */
  runsOn(): Promise<Lane['runsOn']>;
  close(): void;
}

/** Two pictures at a time, as the pool has two requests, and one for thumbnails between them. */
const LANES = 3;

/** `source` answers the script of the worker; it is asked when the first task comes. */
export function createPixelService(source: () => string = workerSource): PixelService {
  const urls = createPictureUrls();
  const queue = createTaskQueue(LANES, async () => {
    const script = await scriptText(source());
    const worker = await startWorker(script);
    return worker ? workerLane(worker) : pageLane(script);
  });
  async function ask<Kind extends PixelTask['kind']>(task: Extract<PixelTask, { kind: Kind }>, options: SlicedOptions): Promise<PixelResults[Kind]> {
    try {
      // The one validated edge: tasks.ts answers each kind with its own result.
      return (await queue.run(task, options)) as PixelResults[Kind];
    } catch (thrown) {
      const { code, message } = toFault(thrown);
      throw new VariegateError(code, { cause: message });
    }
  }
  return {
    prepare(pieces, target, signal) {
      const size = fitWithin(target, LIMITS.sentLongEdge.value);
      return ask({ kind: 'prepare', pieces, size }, { signal });
    },
    finish: (bytes, crop, signal) => ask({ kind: 'finish', file: bytes, crop, maxEdge: LIMITS.figmaImageSide.value }, { signal }),
    async thumbnail(file, longEdge, signal) {
      const small = await ask({ kind: 'thumbnail', file, longEdge }, { signal });
      return urls.urlOf(small.bytes, small.type);
    },
    historyThumbnail: async (bytes, signal) => (await ask({ kind: 'historyThumbnail', file: bytes }, { signal })).bytes,
    sizeOf: async (bytes, signal) => (await ask({ kind: 'size', file: bytes }, { signal })).size,
    async answer<Task extends StudioTask>(task: Task, files: readonly Uint8Array[], signal: AbortSignal) {
      // tasks.ts answers each task in its own kind.
      return (await ask({ kind: 'answer', task, files }, { signal })).answer as AnswerTo<Task>;
    },
    jpegCopy: async (bytes, longEdge, signal) => (await ask({ kind: 'jpegCopy', file: bytes, longEdge }, { signal })).bytes,
    layOnKey: (bytes, signal) => ask({ kind: 'layOnKey', file: bytes }, { signal }),
    removeKey: async (answer, sent, key, signal) => (await ask({ kind: 'removeKey', file: answer, sent, key }, { signal })).bytes,
    layOver: (result, sent, order, signal) => ask({ kind: 'layOver', file: result, sent, order }, { signal }),
    legible: (bytes, texts, signal) => ask({ kind: 'legible', file: bytes, texts }, { signal }),
    protect: (result, sent, order, signal) => ask({ kind: 'protect', file: result, sent, order }, { signal }),
    palette: async (files, signal) => (await ask({ kind: 'palette', files }, { signal })).swatches,
    planLooks: async (task, signal) => (await ask({ kind: 'plan', task }, { signal })).looks,
    draw: async (look, bytes, size, options) => (await ask({ kind: 'draw', look, source: bytes, size }, options)).bytes,
    runsOn: queue.runsOn,
    close: queue.close,
  };
}

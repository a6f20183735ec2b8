// The pixel tasks as data: what the page asks, and the one function that does it, in a worker or in slices on the page.
import type { ImagePx, ImageSize } from '../../core/geometry.ts';
import type { Look } from '../../core/pixels/look.ts';
import type { LookTask } from '../../core/pixels/lookParts.ts';
import { planLooks } from '../../core/pixels/planLooks.ts';
import { renderLook } from '../../core/pixels/renderLook.ts';
import { decodeImage } from './decode.ts';
import type { PictureFile } from './decode.ts';
import { encodePng } from './encode.ts';
import { finishResult } from './finish.ts';
import type { Crop, Finished } from './finish.ts';
import { prepareInput } from './prepare.ts';
import type { PieceFile, Prepared } from './prepare.ts';
import type { TaskContext } from './taskContext.ts';
import { historyThumbnail, thumbnail } from './thumbnail.ts';
import type { Thumbnail } from './thumbnail.ts';

export type PixelTask =
  | { readonly kind: 'prepare'; readonly pieces: readonly PieceFile[]; readonly size: ImageSize }
  | { readonly kind: 'finish'; readonly file: PictureFile; readonly crop: Crop; readonly maxEdge: ImagePx }
  | { readonly kind: 'plan'; readonly task: LookTask }
  | { readonly kind: 'draw'; readonly look: Look; readonly source: PictureFile | null; readonly size: ImageSize }
  | { readonly kind: 'thumbnail'; readonly file: PictureFile; readonly longEdge: ImagePx }
  | { readonly kind: 'historyThumbnail'; readonly file: PictureFile };

/** What each kind of task answers with. */
export interface PixelResults {
  readonly prepare: Prepared;
  readonly finish: Finished;
  readonly plan: { readonly looks: readonly Look[] };
  readonly draw: { readonly bytes: Uint8Array };
  readonly thumbnail: Thumbnail;
  readonly historyThumbnail: Thumbnail;
}

export type PixelResult = PixelResults[keyof PixelResults];

/** Rejects with a PixelFault, or with what a decoder or encoder threw. */
export function runTask(task: PixelTask, context: TaskContext): Promise<PixelResult> {
  switch (task.kind) {
    case 'prepare':
      return prepareInput(task.pieces, task.size, context);
    case 'finish':
      return finishResult(task.file, task.crop, task.maxEdge, context);
    case 'plan':
      return Promise.resolve({ looks: planLooks(task.task) });
    case 'draw':
      return draw(task, context);
    case 'thumbnail':
      return thumbnail(task.file, task.longEdge, context);
    case 'historyThumbnail':
      return historyThumbnail(task.file, context);
  }
}

async function draw(task: Extract<PixelTask, { kind: 'draw' }>, context: TaskContext): Promise<PixelResults['draw']> {
  const source = task.source ? await decodeImage(task.source, context.signal) : null;
  return { bytes: await encodePng(await context.run(renderLook(task.look, source, task.size))) };
}

// One row of a batch: what is asked for it, where its picture goes, and what the history keeps of it.
import { nearestShape } from '../../../core/aspect.ts';
import type { BatchHead, BatchUnit } from '../../../core/batch/state.ts';
import type { CallInput, PlacedImage } from '../../../core/bridge/contract.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { imageModel } from '../../../core/model.ts';
import { cleanName } from '../../../core/prompt.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { GenerationRequest } from '../../../core/request.ts';
import type { Effects } from '../effects.ts';
import { saveEntry, smallCopy } from '../history/keepResult.ts';
import type { Made } from '../makeOne.ts';

export function nameOf(unit: BatchUnit, index: number): string {
  return cleanName(unit.cells[0] ?? unit.text, 80) || `Row ${index + 1}`;
}

/** What makes the picture of a row. */
export function orderOf(head: BatchHead, unit: BatchUnit, index: number, signal: AbortSignal) {
  return {
    request: requestOf(head, unit, index), inputs: [], template: head.template, sourceIds: [], mayReuse: true, isPatient: true, signal,
    onProgress: () => undefined, onWait: () => undefined, onSent: () => undefined as void, onReply: () => undefined,
  };
}

/** The words of a row as they are: a template is an exact prompt. */
export function requestOf(head: BatchHead, unit: BatchUnit, index: number): GenerationRequest {
  const model = imageModel(head.model);
  if (!model) throw new VariegateError('MODEL_RETIRED', { name: head.model });
  const shape = nearestShape(head.picture, model, head.sizeClass);
  const { version } = recipeOf('fromBrief');
  return {
    id: `${head.id}/${index}`, runId: head.id, recipe: { id: 'fromBrief', version }, provider: head.provider, model: head.model, prompt: unit.text, brief: unit.text,
    direction: null, closeness: 3, inputs: [], ratio: shape.ratio, sizeClass: head.sizeClass, size: shape.size, content: null, target: head.picture, variation: sameBefore(unit),
  };
}

/** Equal words of rows that are kept apart are told apart by their row; merged ones are one picture. */
function sameBefore({ nodeId, rows }: BatchUnit): number {
  return nodeId === null ? 0 : (rows[0] ?? 0);
}

/** Where the picture of a row goes. */
export function placeOf({ into, grid, size, layer, source, names }: BatchHead, unit: BatchUnit, index: number) {
  if (into === 'layers') return { is: 'layer' as const, nodeId: unit.nodeId ?? '', layer };
  const { columns = 1, gap = 0 } = grid ?? {};
  const x = (grid?.x ?? 0) + (index % columns) * (size.width + gap);
  const y = (grid?.y ?? 0) + Math.floor(index / columns) * (size.height + gap);
  const pageId = grid?.pageId ?? '';
  if (into === 'grid') return { is: 'cell' as const, pageId, box: { x, y, ...size } };
  const texts = Object.fromEntries(names.map((name, at) => [name.toLowerCase(), unit.cells[at] ?? '']));
  return { is: 'copy' as const, sourceId: source?.nodeIds[0] ?? '', layer, pageId, x, y, texts };
}

/** Into the history; a history that is full says so elsewhere. Never rejects. */
export async function keepRow(effects: Effects, id: string, { bytes, size, record }: Made, { nodeId, imageHash, caption }: { nodeId: string; imageHash: string; caption: string }): Promise<void> {
  try {
    const { thumbnail, colours } = await smallCopy(effects, bytes);
    await saveEntry(effects, { version: 1, id, record, caption, source: 'Batch', imageHash, nodeId, width: size.width, height: size.height, colours, rating: 0, parentId: null }, thumbnail);
  } catch {
    // The batch's own state is what counts; a history that is full says so elsewhere.
  }
}

/** Answers whose place is gone; what else goes wrong would keep every picture out. */
const PLACE_GONE: readonly ErrorCode[] = ['NODE_GONE', 'NO_FILL', 'LAYER_LOCKED', 'PLACE_FAILED'];

/** Where its place is gone a picture goes beside, in view: it is paid for. Rejects as `place` does with everything else, and as placing beside does. */
export async function placedOrBeside<Placed>(effects: Effects, { picture }: BatchHead, row: Pick<CallInput<'placeBeside'>, 'bytes' | 'name' | 'recipe'>, place: () => Promise<Placed>): Promise<{ readonly placed: Placed | PlacedImage; readonly isBeside: boolean }> {
  try {
    return { placed: await place(), isBeside: false };
  } catch (thrown) {
    if (!PLACE_GONE.includes(toVariegateError(thrown).code)) throw thrown;
    return { placed: await effects.client.call('placeBeside', { ...row, source: null, size: { width: picture.width, height: picture.height } }), isBeside: true };
  }
}

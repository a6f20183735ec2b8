// Works through a batch, row by row: written as sent before a request leaves and as done when its picture lies in the file. What was out
// when the window closed is looked for in the file first; only a person sends it again.
import { toHex } from '../../../core/colour.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { MOST_AT_ONCE } from '../../../core/lane.ts';
import { BATCH_BUDGET } from '../../../core/batch/state.ts';
import type { BatchHead, BatchUnit } from '../../../core/batch/state.ts';
import { nearestShape } from '../../../core/aspect.ts';
import { imageModel } from '../../../core/model.ts';
import { cleanName } from '../../../core/prompt.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { GenerationRequest } from '../../../core/request.ts';
import { batch, batchDraft, batchUsd, cellSize, counts, isBatchPaused, isBatchRunning, plan, table } from '../../store/batch.ts';
import type { RunningBatch } from '../../store/batch.ts';
import { card, engine, sizeClass } from '../../store/draft.ts';
import { inLane, laneOf } from '../../store/lanes.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import { selection } from '../../store/selection.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { saveEntry } from '../history/keepResult.ts';
import { makeOne } from '../makeOne.ts';
import type { Made } from '../makeOne.ts';
import { reuse } from '../reuse.ts';
import { say } from '../say.ts';
import { changeUnit, saveWhole } from './keepBatch.ts';

/** What speaks of the account and not of a row: every further row would fail the same way. */
const STOPS: readonly ErrorCode[] = ['KEY_MISSING', 'KEY_INVALID', 'KEY_FORBIDDEN', 'BILLING_OFF', 'CREDIT_EMPTY', 'UNPAID_KEY', 'QUOTA_DAY', 'PAUSE_LONG', 'MODEL_RETIRED', 'LIMIT_RUN', 'LIMIT_DAY', 'READ_ONLY', 'STORAGE_FULL'];

/** Freezes what is written into the tab as a batch, saves it, and runs it. Rejects with what stands in the way before anything is sent. */
export async function startBatch(effects: Effects, cancel: AbortSignal): Promise<void> {
  const limit = limitPassedByRun(batchUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const running = await freezeBatch(effects);
  if (JSON.stringify(running.units).length > BATCH_BUDGET) throw new VariegateError('BATCH_TOO_LARGE');
  await effects.client.call('forgetBatch', {});
  await saveWhole(effects, running);
  batch.value = running;
  await runBatch(effects, cancel);
}

/** Goes on with what waits until nothing does, or it is paused or cancelled. Rejects with what would stop every row. */
export async function runBatch(effects: Effects, cancel: AbortSignal): Promise<void> {
  const running = batch.value;
  if (!running || isBatchRunning.value) return;
  isBatchRunning.value = true;
  isBatchPaused.value = false;
  try {
    await findUnsure(effects, running);
    const stop = { error: null as VariegateError | null };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => work(effects, running, cancel, stop)));
    sayCounts();
    if (stop.error) throw stop.error;
  } finally {
    isBatchRunning.value = false;
  }
}

/** Rows that failed, and those that nobody knows of, wait again; those whose picture is in the file are done. */
export async function retryFailed(effects: Effects, cancel: AbortSignal): Promise<void> {
  const running = batch.value;
  if (!running) return;
  for (const [index, { state }] of running.units.entries()) if (state === 'failed' || state === 'unsure') await changeUnit(effects, running, index, { state: 'waiting', error: null });
  await runBatch(effects, cancel);
}

async function freezeBatch(effects: Effects): Promise<RunningBatch> {
  const { into, layer, template, fromLayers } = batchDraft.value;
  const { names, rows } = table.value;
  const { layers, pageId } = selection.value;
  const [first] = layers;
  const source = first ? { pageId, nodeIds: [first.id], name: first.name, box: first.box } : null;
  const size = cellSize.value;
  const picture = into === 'grid' ? size : await targetSize(effects, into === 'copies' && first ? [first.id] : (fromLayers?.nodeIds ?? []), layer);
  const units = plan.value.units.map((unit): BatchUnit => ({
    text: unit.text, rows: [...unit.rows], cells: [...(rows[unit.rows[0] ?? 0] ?? [])], nodeId: fromLayers?.nodeIds[unit.rows[0] ?? 0] ?? null,
    state: 'waiting', error: null, placedId: null, usd: null,
  }));
  const grid = into === 'layers' ? null : await effects.client.call('findGrid', { source: source && { ...source, nodeIds: [...source.nodeIds] }, cell: size, count: units.length });
  const head: BatchHead = {
    version: 1, id: effects.nextId('batch'), names: [...names], template, into, layer, source, model: card.value.id, provider: engine.value, sizeClass: sizeClass.value, picture, size, grid, count: units.length,
  };
  return { head, units, inHand: new Set(), unplaced: new Map() };
}

/** Rejects with NO_FILL where nothing of that name takes a picture: said before anything is paid. */
async function targetSize(effects: Effects, nodeIds: readonly string[], layer: string): Promise<BatchHead['picture']> {
  const { size } = await effects.client.call('readTarget', { nodeIds: [...nodeIds], layer });
  if (!size) throw new VariegateError('NO_FILL', { name: layer });
  return size;
}

/** A row that was out when the window closed may lie in the file all the same. */
async function findUnsure(effects: Effects, running: RunningBatch): Promise<void> {
  for (const [index, unit] of running.units.entries()) {
    if (unit.state !== 'unsure') continue;
    const made = await reuse(effects, orderOf(running.head, unit, index, new AbortController().signal));
    if (made) await settle(effects, running, index, made);
  }
}

interface Stop {
  error: VariegateError | null;
}

/** One of several hands: takes the next row that waits until there is none. The lane decides how many are out. */
async function work(effects: Effects, running: RunningBatch, cancel: AbortSignal, stop: Stop): Promise<void> {
  for (let index = next(running); index >= 0 && !isOver(cancel, stop); index = next(running)) {
    running.inHand.add(index);
    try {
      const { head } = running;
      await inLane(laneOf(head.provider, head.model), { id: `${head.id}/${index}`, kind: 'batch', signal: cancel }, () => makeRow(effects, running, index, cancel, stop));
    } finally {
      running.inHand.delete(index);
    }
  }
}

function next({ units, inHand }: RunningBatch): number {
  return units.findIndex(({ state }, index) => state === 'waiting' && !inHand.has(index));
}

function isOver(cancel: AbortSignal, stop: Stop): boolean {
  return cancel.aborted || isBatchPaused.value || stop.error !== null;
}

async function makeRow(effects: Effects, running: RunningBatch, index: number, cancel: AbortSignal, stop: Stop): Promise<void> {
  const unit = running.units[index];
  if (!unit || isOver(cancel, stop)) return;
  let isSent = false;
  try {
    const paid = running.unplaced.get(index);
    if (paid) return await settle(effects, running, index, { ...paid, bytes: await readBlob(paid.file) });
    const made = await makeOne(effects, { ...orderOf(running.head, unit, index, cancel), beforeSent: () => changeUnit(effects, running, index, { state: 'sent' }), onSent: () => void (isSent = true) });
    await settle(effects, running, index, made);
  } catch (thrown) {
    const error = toVariegateError(thrown);
    if (STOPS.includes(error.code)) stop.error ??= error;
    const state = error.code === 'CANCELLED' ? (isSent ? 'unsure' : 'waiting') : STOPS.includes(error.code) && !isSent ? 'waiting' : 'failed';
    await changeUnit(effects, running, index, { state, error: state === 'waiting' ? null : error.code }).catch((failed: unknown) => (stop.error ??= toVariegateError(failed)));
  }
  sayCounts();
}

function orderOf(head: BatchHead, unit: BatchUnit, index: number, signal: AbortSignal) {
  return {
    request: requestOf(head, unit, index), inputs: [], template: head.template, sourceIds: [], mayReuse: true, isPatient: true, signal,
    onProgress: () => undefined, onWait: () => undefined, onSent: () => undefined as void, onReply: () => undefined,
  };
}

/** The words of a row as they are: a template is an exact prompt. */
function requestOf(head: BatchHead, unit: BatchUnit, index: number): GenerationRequest {
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

/** Into its place, and into the history. Until it lies in the file it is kept: it is paid for. */
async function settle(effects: Effects, running: RunningBatch, index: number, made: Made): Promise<void> {
  const { head, units } = running;
  const unit = units[index];
  if (!unit) return;
  const name = cleanName(unit.cells[0] ?? unit.text, 80) || `Row ${index + 1}`;
  running.unplaced.set(index, { file: made.file, size: made.size, record: made.record });
  const { nodeId, imageHash } = await effects.client.call('placeRow', { bytes: made.bytes, name, recipe: made.record, into: placeOf(head, unit, index) });
  running.unplaced.delete(index);
  await changeUnit(effects, running, index, { state: 'done', error: null, placedId: nodeId, usd: made.record.costUsd });
  void keep(effects, running, index, made, { nodeId, imageHash, caption: name });
}

async function keep(effects: Effects, { head }: RunningBatch, index: number, { bytes, size, record }: Made, { nodeId, imageHash, caption }: { nodeId: string; imageHash: string; caption: string }): Promise<void> {
  const never = new AbortController().signal;
  try {
    const swatches = await effects.pixels.palette([bytes], never);
    const thumbnail = await effects.pixels.historyThumbnail(bytes, never);
    await saveEntry(effects, { version: 1, id: `${head.id}/${index}`, record, caption, source: 'Batch', imageHash, nodeId, width: size.width, height: size.height, colours: swatches.slice(0, 4).map(({ rgb }) => toHex(rgb)), rating: 0, parentId: null }, thumbnail);
  } catch {
    // The batch's own state is what counts; a history that is full says so elsewhere.
  }
}

function placeOf({ into, grid, size, layer, source, names }: BatchHead, unit: BatchUnit, index: number) {
  if (into === 'layers') return { is: 'layer' as const, nodeId: unit.nodeId ?? '', layer };
  const { columns = 1, gap = 0 } = grid ?? {};
  const x = (grid?.x ?? 0) + (index % columns) * (size.width + gap);
  const y = (grid?.y ?? 0) + Math.floor(index / columns) * (size.height + gap);
  const pageId = grid?.pageId ?? '';
  if (into === 'grid') return { is: 'cell' as const, pageId, box: { x, y, ...size } };
  const texts = Object.fromEntries(names.map((name, at) => [name.toLowerCase(), unit.cells[at] ?? '']));
  return { is: 'copy' as const, sourceId: source?.nodeIds[0] ?? '', layer, pageId, x, y, texts };
}

function sayCounts(): void {
  const { done, failed, unsure, waiting, sent } = counts.value;
  const all = done + failed + unsure + waiting + sent;
  say(`${done} of ${all} rows made${failed > 0 ? `, ${failed} failed` : ''}${unsure > 0 ? `, ${unsure} may have been charged` : ''}`);
}

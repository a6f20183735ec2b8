// Works through a batch, row by row: written as sent before a request leaves and as done when its picture lies in the file. What was out
// when the window closed is looked for in the file first; only a person sends it again.
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { MOST_AT_ONCE } from '../../../core/lane.ts';
import { batch, batchUsd, counts, isBatchPaused, isBatchRunning } from '../../store/batch.ts';
import type { RunningBatch } from '../../store/batch.ts';
import { inLane, laneOf } from '../../store/lanes.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { makeOne } from '../makeOne.ts';
import type { Made } from '../makeOne.ts';
import { reuse } from '../reuse.ts';
import { markedName } from '../mark.ts';
import { say } from '../say.ts';
import { freezeBatch } from './freezeBatch.ts';
import { changeUnit, saveWhole } from './keepBatch.ts';
import { keepRow, nameOf, orderOf, placeOf, placedOrBeside } from './row.ts';

/** What speaks of the account and not of a row: every further row would fail the same way. */
const STOPS: readonly ErrorCode[] = ['KEY_MISSING', 'KEY_INVALID', 'KEY_FORBIDDEN', 'BILLING_OFF', 'CREDIT_EMPTY', 'UNPAID_KEY', 'QUOTA_DAY', 'PAUSE_LONG', 'MODEL_RETIRED', 'LIMIT_RUN', 'LIMIT_DAY', 'READ_ONLY', 'STORAGE_FULL'];

/** Freezes what is written into the tab as a batch, saves it, and runs it. Rejects with what stands in the way before anything is sent. */
export async function startBatch(effects: Effects, cancel: AbortSignal): Promise<void> {
  const limit = limitPassedByRun(batchUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const running = { ...(await freezeBatch(effects)), inHand: new Set<number>(), unplaced: new Map() };
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

/** Into its place, and into the history. Until it lies in the file it is kept: it is paid for. */
async function settle(effects: Effects, running: RunningBatch, index: number, made: Made): Promise<void> {
  const { head, units } = running;
  const unit = units[index];
  if (!unit) return;
  const name = nameOf(unit, index);
  running.unplaced.set(index, { file: made.file, size: made.size, record: made.record });
  const row = { bytes: made.bytes, name: markedName(name, head.provider), recipe: made.record };
  const { placed } = await placedOrBeside(effects, head, row, () => effects.client.call('placeRow', { ...row, into: placeOf(head, unit, index) }));
  const { nodeId, imageHash } = placed;
  running.unplaced.delete(index);
  await changeUnit(effects, running, index, { state: 'done', error: null, placedId: nodeId, usd: made.record.costUsd });
  void keepRow(effects, `${head.id}/${index}`, made, { nodeId, imageHash, caption: name });
}

function sayCounts(): void {
  const { done, failed, unsure, waiting, sent } = counts.value;
  const all = done + failed + unsure + waiting + sent;
  say(`${done} of ${all} rows made${failed > 0 ? `, ${failed} failed` : ''}${unsure > 0 ? `, ${unsure} may have been charged` : ''}`);
}

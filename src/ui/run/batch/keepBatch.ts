// A batch's state to the storage and back: the head once, each row's chunk when the row changes.
import { BATCH_BUDGET, CHUNK, readBatch } from '../../../core/batch/state.ts';
import type { BatchUnit } from '../../../core/batch/state.ts';
import { VariegateError } from '../../../core/errors.ts';
import { deflate, inflate } from '../../images/deflate.ts';
import { batch, batchVersion } from '../../store/batch.ts';
import type { RunningBatch } from '../../store/batch.ts';
import type { Effects } from '../effects.ts';

/**
 * All of it in place of what was there, chunks first: a head never names units that were not written. Rejects with BATCH_TOO_LARGE before
 * anything is touched, with STORAGE_FULL or STORAGE_FAILED.
 */
export async function saveWhole(effects: Effects, { head, units }: RunningBatch): Promise<void> {
  const chunks: Uint8Array[] = [];
  for (let index = 0; index * CHUNK < units.length; index += 1) chunks.push(await packed(units, index));
  if (chunks.reduce((sum, { length }) => sum + length, 0) > BATCH_BUDGET) throw new VariegateError('BATCH_TOO_LARGE');
  await effects.client.call('forgetBatch', {});
  for (const [index, bytes] of chunks.entries()) await effects.client.call('saveBatchChunk', { index, bytes });
  await effects.client.call('saveBatch', { head: { ...head } });
}

/** Puts a unit into its new state and writes it. Resolves when it is written. */
export async function changeUnit(effects: Effects, running: RunningBatch, index: number, patch: Partial<BatchUnit>): Promise<void> {
  const before = running.units[index];
  if (!before) return;
  running.units[index] = { ...before, ...patch };
  batchVersion.value += 1;
  await saveChunk(effects, running.units, Math.floor(index / CHUNK));
}

/** What an earlier start left; null where it left nothing. */
export async function loadBatch(effects: Effects): Promise<void> {
  if (batch.value) return;
  const { head, chunks } = await effects.client.call('readBatch', {});
  const read = readBatch({ head, chunks: await Promise.all(chunks.map(unpacked)) });
  if (read) batch.value = { head: read.head, units: [...read.units], inHand: new Set(), unplaced: new Map() };
}

export async function forgetBatch(effects: Effects): Promise<void> {
  await effects.client.call('forgetBatch', {});
  batch.value = null;
  batchVersion.value += 1;
}

async function saveChunk(effects: Effects, units: readonly BatchUnit[], index: number): Promise<void> {
  // Packing takes a moment: without a turn an older state could be written over a newer one. Each writes what is true when its turn comes.
  const before = turns.get(units) ?? Promise.resolve();
  const own = before.then(async () => void (await effects.client.call('saveBatchChunk', { index, bytes: await packed(units, index) })));
  turns.set(units, own.catch(() => undefined));
  await own;
}

/** The last writing of each batch. */
const turns = new WeakMap<readonly BatchUnit[], Promise<void>>();

function packed(units: readonly BatchUnit[], index: number): Promise<Uint8Array> {
  return deflate(JSON.stringify(units.slice(index * CHUNK, (index + 1) * CHUNK)));
}

/** Null for what is no chunk. */
async function unpacked(chunk: unknown): Promise<unknown> {
  try {
    return ArrayBuffer.isView(chunk) ? JSON.parse(await inflate(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))) : null;
  } catch {
    return null;
  }
}

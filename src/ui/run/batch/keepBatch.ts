// A batch's state to the storage and back: the head once, each row's chunk when the row changes.
import { CHUNK, readBatch } from '../../../core/batch/state.ts';
import type { BatchUnit } from '../../../core/batch/state.ts';
import { batch, batchVersion } from '../../store/batch.ts';
import type { RunningBatch } from '../../store/batch.ts';
import type { Effects } from '../effects.ts';

/** All of it, chunks first: a head never names units that were not written. Rejects with STORAGE_FULL or STORAGE_FAILED. */
export async function saveWhole(effects: Effects, { head, units }: RunningBatch): Promise<void> {
  for (let index = 0; index * CHUNK < units.length; index += 1) await saveChunk(effects, units, index);
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
  const read = readBatch(await effects.client.call('readBatch', {}));
  if (read) batch.value = { head: read.head, units: [...read.units], inHand: new Set(), unplaced: new Map() };
}

export async function forgetBatch(effects: Effects): Promise<void> {
  await effects.client.call('forgetBatch', {});
  batch.value = null;
  batchVersion.value += 1;
}

async function saveChunk(effects: Effects, units: readonly BatchUnit[], index: number): Promise<void> {
  await effects.client.call('saveBatchChunk', { index, units: units.slice(index * CHUNK, (index + 1) * CHUNK).map((unit) => ({ ...unit, rows: [...unit.rows], cells: [...unit.cells] })) });
}

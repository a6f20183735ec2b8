// An overnight batch to the document and back: a job is written whenever it changes.
import { readOvernight } from '../../../core/batch/overnight.ts';
import type { Job, OvernightBatch } from '../../../core/batch/overnight.ts';
import { jobsElsewhere, overnight, overnightVersion } from '../../store/overnight.ts';
import type { Effects } from '../effects.ts';

/** What the document has, if it is not known yet. */
export async function loadOvernight(effects: Effects): Promise<void> {
  if (overnight.value) return;
  overnight.value = readOvernight(await effects.client.call('readOvernight', {}));
}

export async function forgetOvernight(effects: Effects): Promise<void> {
  await effects.client.call('forgetOvernight', {});
  overnight.value = null;
  jobsElsewhere.value = 0;
}

export function markDone(batch: OvernightBatch, index: number, at: number, placedId: string | null, usd: number | null): void {
  changeRow(batch, index, at, { state: 'done', error: null, placedId, usd });
}

export function changeRow(batch: OvernightBatch, index: number, at: number, patch: Partial<Job['rows'][number]['unit']>): void {
  const job = batch.jobs[index];
  if (!job) return;
  batch.jobs[index] = { ...job, rows: job.rows.map((row) => (row.at === at ? { at, unit: { ...row.unit, ...patch } } : row)) };
  overnightVersion.value += 1;
}

/** Puts a job into its new state and writes it. Resolves when it is written. */
export async function changeJob(effects: Effects, batch: OvernightBatch, index: number, patch: Partial<Job>): Promise<void> {
  const job = batch.jobs[index];
  if (!job) return;
  batch.jobs[index] = { ...job, ...patch };
  overnightVersion.value += 1;
  await saveJob(effects, batch, index);
}

export async function saveJob(effects: Effects, { jobs }: OvernightBatch, index: number): Promise<void> {
  const job = jobs[index];
  if (job) await effects.client.call('saveOvernightJob', { index, job: { ...job, rows: job.rows.map(({ at, unit }) => ({ at, unit: { ...unit } })) } });
}

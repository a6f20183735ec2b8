// Sends a batch that Gemini makes while nobody watches: job by job, each written into the document before and after. Nothing is sent
// twice after a crash: what may be out is looked for by its name first.
import { splitIntoJobs, withState } from '../../../core/batch/overnight.ts';
import type { OvernightBatch } from '../../../core/batch/overnight.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { batchUsd } from '../../store/batch.ts';
import { dayOf, limitPassedByRun } from '../../store/ledger.ts';
import { overnight, overnightUsd } from '../../store/overnight.ts';
import { freezeBatch } from '../batch/freezeBatch.ts';
import { nameOf, orderOf, placeOf, requestOf } from '../batch/row.ts';
import type { Effects } from '../effects.ts';
import { persist } from '../persist.ts';
import { reuse } from '../reuse.ts';
import { check } from './collect.ts';
import { changeJob, markDone, saveJob } from './keep.ts';
import { during, keyOf, sayState, serviceOf } from './service.ts';
import { markedName } from '../mark.ts';

/** Ends of a sending after which the job may be out all the same. */
const UNTOLD: readonly ErrorCode[] = ['CANCELLED', 'TIMED_OUT', 'CONNECTION_LOST', 'OFFLINE', 'SERVICE_OVERLOADED', 'REPLY_MALFORMED'];

/** Freezes what is written into the tab, notes it in the document, and sends it. Rejects with what stands in the way. */
export async function startOvernight(effects: Effects, signal: AbortSignal): Promise<void> {
  const limit = limitPassedByRun(batchUsd.value ?? 0, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  await during('sending', async () => {
    const { head, units } = await freezeBatch(effects);
    const jobs = splitIntoJobs(head.id, head.sizeClass, units.map((unit, at) => ({ at, unit })));
    if (!jobs) throw new VariegateError('BATCH_TOO_LARGE');
    const batch: OvernightBatch = { head, jobs };
    await effects.client.call('forgetOvernight', {});
    for (const index of jobs.keys()) await saveJob(effects, batch, index);
    await effects.client.call('saveOvernight', { head: { ...head } });
    overnight.value = batch;
    await placeKnown(effects, batch, signal);
    await sendPlanned(effects, batch, signal);
  });
  sayState();
}

/** Sends what was planned and is not out: a copy of this file, or a window that died, may have sent it. */
export async function sendRest(effects: Effects, signal: AbortSignal): Promise<void> {
  const batch = overnight.value;
  if (!batch) return;
  await during('sending', async () => {
    await check(effects, batch, signal);
    await sendPlanned(effects, batch, signal);
  });
  sayState();
}

/** Rows that failed, in jobs of their own. */
export async function retryOvernight(effects: Effects, signal: AbortSignal): Promise<void> {
  const batch = overnight.value;
  if (!batch) return;
  await during('sending', async () => {
    const again = batch.jobs.flatMap(({ rows }) => rows.filter(({ unit }) => unit.state === 'failed')).map((row) => withState(row, 'waiting', null));
    const before = batch.jobs.length;
    batch.jobs.push(...(splitIntoJobs(batch.head.id, batch.head.sizeClass, again, before) ?? []));
    for (let index = before; index < batch.jobs.length; index += 1) await saveJob(effects, batch, index);
    for (let index = 0; index < before; index += 1) {
      const job = batch.jobs[index];
      if (job?.rows.some(({ unit }) => unit.state === 'failed')) await changeJob(effects, batch, index, { rows: job.rows.filter(({ unit }) => unit.state !== 'failed') });
    }
    await sendPlanned(effects, batch, signal);
  });
  sayState();
}

/** Rows whose picture the file has already cost nothing. */
async function placeKnown(effects: Effects, batch: OvernightBatch, signal: AbortSignal): Promise<void> {
  for (const [index, job] of batch.jobs.entries()) {
    for (const { at, unit } of job.rows) {
      const made = await reuse(effects, orderOf(batch.head, unit, at, signal));
      if (!made) continue;
      const { placed } = await effects.client.call('placeOvernightRow', { job: index, at, bytes: made.bytes, name: markedName(nameOf(unit, at), batch.head.provider), recipe: made.record, into: placeOf(batch.head, unit, at) });
      if (placed) markDone(batch, index, at, placed.nodeId, 0);
    }
    if (batch.jobs[index]?.rows.every(({ unit }) => unit.state === 'done')) await changeJob(effects, batch, index, { state: 'over' });
  }
}

async function sendPlanned(effects: Effects, batch: OvernightBatch, signal: AbortSignal): Promise<void> {
  for (const [index, job] of batch.jobs.entries()) if (job.state === 'planned') await sendJob(effects, batch, index, signal);
}

async function sendJob(effects: Effects, batch: OvernightBatch, index: number, signal: AbortSignal): Promise<void> {
  const job = batch.jobs[index];
  if (!job) return;
  const { head } = batch;
  const rows = job.rows.filter(({ unit }) => unit.state === 'waiting');
  const requests = rows.map(({ at, unit }) => ({ key: keyOf(batch, at), request: requestOf(head, unit, at) }));
  let isSent = false;
  await changeJob(effects, batch, index, { state: 'sending', rows: job.rows.map((row) => withState(row, 'sent', null)) });
  try {
    const { provider, service } = serviceOf(effects, batch);
    const { reply } = await persist(effects, {
      provider, signal, isPatient: true, runId: head.id, what: { kind: 'overnight', model: head.model }, estimateUsd: overnightUsd(rows.length) ?? 0,
      onWait: () => undefined,
      call: async (context) => {
        // A try before this one may have reached the service.
        const found = isSent ? (await service.list(context)).find(({ displayName }) => displayName === job.displayName) : undefined;
        isSent = true;
        return { usage: null, name: found?.name ?? (await service.submit({ displayName: job.displayName, model: head.model, requests }, context)) };
      },
    });
    await changeJob(effects, batch, index, { state: 'out', name: reply.name });
  } catch (thrown) {
    const error = toVariegateError(thrown);
    if (!isSent || !UNTOLD.includes(error.code)) await changeJob(effects, batch, index, { state: 'planned', rows: job.rows.map((row) => withState(row, 'waiting', null)) });
    throw error;
  }
}

// What became of an overnight batch: looked up in the service's list, fetched job by job, placed; or stopped.
import { afterList } from '../../../core/batch/overnight.ts';
import type { OvernightBatch } from '../../../core/batch/overnight.ts';
import { usageUsd } from '../../../core/cost.ts';
import type { Usage } from '../../../core/cost.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import { imageModel } from '../../../core/model.ts';
import type { OvernightJob } from '../../providers/provider.ts';
import { dayOf } from '../../store/ledger.ts';
import { jobsElsewhere, overnight, overnightUsd, overnightVersion } from '../../store/overnight.ts';
import { keepRow, nameOf, orderOf, placeOf, placedOrBeside } from '../batch/row.ts';
import type { Effects } from '../effects.ts';
import { finishReply } from '../makeOne.ts';
import { changeJob, changeRow, markDone, saveJob } from './keep.ts';
import { asked, during, keyOf, sayState } from './service.ts';
import { markedName } from '../mark.ts';

/** The most that a provider lists. */
const LISTED = 1000;

/** What the service says of every job; costs nothing. */
export async function checkOvernight(effects: Effects, signal: AbortSignal): Promise<void> {
  const batch = overnight.value;
  if (!batch) return;
  await during('checking', () => check(effects, batch, signal));
  sayState();
}

/** Fetches what is ready, job by job, and places it. Rejects with OVERNIGHT_ELSEWHERE where another window does. */
export async function placeOvernight(effects: Effects, signal: AbortSignal): Promise<void> {
  const batch = overnight.value;
  if (!batch) return;
  await during('placing', async () => {
    const { isFree } = await effects.client.call('isOvernightFree', {});
    if (!isFree) throw new VariegateError('OVERNIGHT_ELSEWHERE');
    for (const [index, job] of batch.jobs.entries()) {
      if (job.state !== 'ready') continue;
      if (signal.aborted) throw new VariegateError('CANCELLED');
      await placeJob(effects, batch, index, signal);
      sayState();
    }
  });
  sayState();
}

/** Tells the service to stop what is not made yet. What it made may be charged. */
export async function cancelOvernight(effects: Effects, signal: AbortSignal): Promise<void> {
  const batch = overnight.value;
  if (!batch) return;
  await during('cancelling', async () => {
    await check(effects, batch, signal);
    for (const { name, state } of batch.jobs) if (name !== null && state === 'out') await asked(effects, batch, signal, (service, context) => service.cancel(name, context));
    await check(effects, batch, signal);
  });
  sayState();
}

/** Brings every job to what the service's list says of it. */
export async function check(effects: Effects, batch: OvernightBatch, signal: AbortSignal): Promise<void> {
  const listed = await asked(effects, batch, signal, (service, context) => service.list(context));
  const byName = new Map<string, OvernightJob>(listed.map((job) => [job.displayName, job]));
  const isWhole = listed.length < LISTED;
  for (const [index, job] of batch.jobs.entries()) {
    const after = afterList(job, byName.get(job.displayName), isWhole);
    if (after !== job && JSON.stringify(after) !== JSON.stringify(job)) await changeJob(effects, batch, index, after).catch(ignoreReadOnly);
  }
  jobsElsewhere.value = isWhole ? batch.jobs.filter(({ displayName, state }) => (state === 'out' || state === 'ready') && !byName.has(displayName)).length : 0;
}

async function placeJob(effects: Effects, batch: OvernightBatch, index: number, signal: AbortSignal): Promise<void> {
  const job = batch.jobs[index];
  const { head } = batch;
  if (!job || job.name === null) return;
  const { name } = job;
  const answers = await asked(effects, batch, signal, (service, context) => service.collect({ name, model: head.model }, context));
  const share = imageModel(head.model)?.overnightShare ?? 1;
  const byKey = new Map(answers.map(({ key, reply }) => [key, reply]));
  let paidUsd = 0;
  for (const { at, unit } of job.rows) {
    const reply = byKey.get(keyOf(batch, at)) ?? new VariegateError('OVERNIGHT_FAILED', { name: 'it sent no answer for this row.' });
    const costUsd = reply.usage ? sharedUsd(reply.usage, share, dayOf(effects.nowMs())) : null;
    paidUsd += costUsd ?? 0;
    if (unit.state === 'done') continue;
    if (reply instanceof VariegateError) changeRow(batch, index, at, { state: 'failed', error: reply.code, ...(reply.details.name === undefined ? {} : { errorName: reply.details.name }) });
    else await placeOne(effects, batch, { index, at }, { reply, costUsd, sentMs: effects.nowMs() });
  }
  await endJob(effects, batch, index);
  const entry = { at: new Date(effects.nowMs()).toISOString(), kind: 'overnight' as const, model: head.model, runId: head.id, usd: paidUsd, estimateUsd: overnightUsd(job.rows.length) ?? 0, isUnsure: false };
  // Its estimate was counted when it was sent; the ledger now learns what it cost.
  await effects.client.call('addSpend', { day: dayOf(effects.nowMs()), usd: 0, entry }).catch(() => undefined);
}

/** The document knows of a job whose rows are all placed that it is over. */
async function endJob(effects: Effects, batch: OvernightBatch, index: number): Promise<void> {
  const job = batch.jobs[index];
  if (!job) return;
  if (job.rows.some(({ unit }) => unit.state !== 'done')) return changeJob(effects, batch, index, { state: 'over' });
  batch.jobs[index] = { ...job, state: 'over' };
  overnightVersion.value += 1;
}

/** Where its place is gone the picture goes beside: it is paid for. Rejects with what would keep every picture out. */
async function placeOne(effects: Effects, batch: OvernightBatch, { index, at }: { readonly index: number; readonly at: number }, paid: Parameters<typeof finishReply>[2]): Promise<void> {
  const { head } = batch;
  const unit = batch.jobs[index]?.rows.find((row) => row.at === at)?.unit;
  if (!unit) return;
  const order = orderOf(head, unit, at, new AbortController().signal);
  const made = await finishReply(effects, order, paid).catch((thrown: unknown) => toVariegateError(thrown));
  if (made instanceof VariegateError) return changeRow(batch, index, at, { state: 'failed', error: made.code });
  const name = nameOf(unit, at);
  const row = { bytes: made.bytes, name: markedName(name, head.provider), recipe: made.record };
  const { placed, isBeside } = await placedOrBeside(effects, head, row, () =>
    effects.client.call('placeOvernightRow', { ...row, job: index, at, into: placeOf(head, unit, at) }).then((answer) => answer.placed),
  );
  markDone(batch, index, at, placed?.nodeId ?? null, made.record.costUsd);
  if (!placed) return;
  if (isBeside) await saveJob(effects, batch, index);
  void keepRow(effects, keyOf(batch, at), made, { nodeId: placed.nodeId, imageHash: placed.imageHash, caption: name });
}

function sharedUsd(usage: Usage, share: number, today: string): number | null {
  const usd = usageUsd(usage, today);
  return usd === null ? null : usd * share;
}

function ignoreReadOnly(thrown: unknown): void {
  if (toVariegateError(thrown).code !== 'READ_ONLY') throw thrown;
}

// Works through the jobs of a run, two requests at a time, and through single jobs that are tried again.
import pLimit from 'p-limit';
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { isSettled } from '../../core/job.ts';
import { imageModel } from '../../core/model.ts';
import { dispatch, preparing, runs } from '../store/runs.ts';
import type { Run, RunJob } from '../store/runs.ts';
import type { Effects } from './effects.ts';
import { makeOne } from './makeOne.ts';
import { placeArrived } from './place.ts';
import { say, sayProgress } from './say.ts';
import { releaseSlots } from './slots.ts';

const REQUESTS_AT_A_TIME = 2;
const pool = pLimit(REQUESTS_AT_A_TIME);

/** Resolves when every job of the run has settled; never rejects. */
export async function runJobs(effects: Effects, run: Run, eachUsd: number): Promise<void> {
  sayProgress(run);
  await Promise.all(run.jobs.map((entry) => pool(() => runJob(effects, run, entry, eachUsd))));
  await releaseSlots(effects, run.jobs.flatMap((entry) => unusedSlot(entry)));
}

/** Puts a failed or cancelled job back in line. */
export async function retryJob(effects: Effects, run: Run, entry: RunJob, eachUsd: number): Promise<void> {
  entry.abort.value = new AbortController();
  dispatch(entry, { is: 'retried' });
  await pool(() => runJob(effects, run, entry, eachUsd));
}

/** Stops one job: at once on screen, at the next look in the work. What was sent may still be charged. */
export function cancelJob(run: Run, entry: RunJob): void {
  const state = entry.job.value.state;
  if (isSettled(state)) return;
  entry.abort.value.abort();
  const { request } = entry.job.value;
  const isPaid = (imageModel(request.model)?.imageUsd[request.sizeClass] ?? 1) > 0;
  dispatch(entry, { is: 'cancelled', maybeCharged: state.at === 'running' && isPaid });
  sayProgress(run);
}

/** Stops everything: runs that are still being prepared, and every job that is not settled. */
export function cancelAllJobs(): void {
  preparing.value.forEach((entry) => entry.abort.abort());
  for (const run of runs.value) run.jobs.forEach((entry) => cancelJob(run, entry));
}

/** The table's price of one picture of this job (USD); 0 where it is not known. */
export function eachUsdOf(entry: RunJob): number {
  const { model, sizeClass } = entry.job.value.request;
  return imageModel(model)?.imageUsd[sizeClass] ?? 0;
}

async function runJob(effects: Effects, run: Run, entry: RunJob, eachUsd: number): Promise<void> {
  if (entry.job.value.state.at !== 'queued') return;
  dispatch(entry, { is: 'started', nowMs: effects.nowMs() });
  const abort = entry.abort.value;
  try {
    const image = await makeOne(effects, {
      request: entry.job.value.request,
      inputs: run.inputs,
      template: run.template,
      sourceIds: run.source?.nodeIds ?? [],
      eachUsd,
      signal: abort.signal,
      onProgress: (part) => dispatch(entry, { is: 'progressed', part }),
      onFallback: (from, to) => say(`${from} is gone; ${to} answers instead`),
    });
    dispatch(entry, { is: 'arrived', image });
    // A picture that came although it was cancelled was paid for: it is kept, but it goes nowhere by itself.
    if (abort.signal.aborted) dispatch(entry, { is: 'kept', error: null });
    else await placeArrived(effects, run, entry, image);
  } catch (thrown) {
    dispatch(entry, { is: 'failed', error: toErrorData(toVariegateError(thrown)) });
  }
  sayProgress(run);
}

function unusedSlot(entry: RunJob): string[] {
  const slotId = entry.slotId.value;
  if (slotId === null) return [];
  entry.slotId.value = null;
  return [slotId];
}

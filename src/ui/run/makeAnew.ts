// "Make anew": a picture once more by its own request, asked of the service whatever lies in the file.
import { VariegateError } from '../../core/errors.ts';
import { dayOf, limitPassedByRun, priceOf } from '../store/ledger.ts';
import { runs } from '../store/runs.ts';
import type { Run, RunJob } from '../store/runs.ts';
import type { Effects } from './effects.ts';
import { runJobs } from './runJobs.ts';
import { createJob } from './startRun.ts';

/** A run of its own, beside the first. Rejects with LIMIT_RUN or LIMIT_DAY. */
export async function makeAnew(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  const { request } = entry.job.value;
  const limit = limitPassedByRun(priceOf(request), dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const id = effects.nextId('run');
  const fresh: Run = { ...run, id, mayReuse: false, jobs: [createJob({ ...request, id: `${id}/0`, runId: id }, null)] };
  runs.value = [fresh, ...runs.value];
  await runJobs(effects, fresh);
}

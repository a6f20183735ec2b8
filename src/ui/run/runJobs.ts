// Works through the jobs of a run, a few requests of a provider at a time, and through single jobs that are tried again.
import { signal } from '@preact/signals';
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { isSettled } from '../../core/job.ts';
import type { Wait } from '../../core/job.ts';
import type { LaneKind } from '../../core/lane.ts';
import { imageModel } from '../../core/model.ts';
import { keepResult } from './history/keepResult.ts';
import { inLane, laneOf, resumeLanes } from '../store/lanes.ts';
import { dispatch, findJob, preparing, runs } from '../store/runs.ts';
import type { MadeImage, Run, RunJob } from '../store/runs.ts';
import type { Effects } from './effects.ts';
import { makeOne } from './makeOne.ts';
import type { Made } from './makeOne.ts';
import { placeArrived } from './place.ts';
import { sayProgress, sayWaiting } from './say.ts';
import { releaseSlots } from './slots.ts';
import { createStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { revoke } from './thumbnail.ts';

const THUMBNAIL_EDGE = 640;

/** Resolves when every job of the run has settled; never rejects. */
export async function runJobs(effects: Effects, run: Run): Promise<void> {
  sayProgress(run);
  await Promise.all(run.jobs.map((entry) => inTurn(run.line, entry, () => runJob(effects, run, entry))));
  await releaseSlots(effects, run.jobs.flatMap((entry) => unusedSlot(entry)));
}

/** Puts a failed or cancelled job back in line. */
export async function retryJob(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  entry.abort.value = new AbortController();
  dispatch(entry, { is: 'retried' });
  await inTurn(run.line, entry, () => runJob(effects, run, entry));
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
  // Nothing waits any more; a pause would only hold up the next press.
  resumeLanes();
}

async function runJob(effects: Effects, run: Run, entry: RunJob): Promise<void> {
  if (entry.job.value.state.at !== 'queued') return;
  const abort = entry.abort.value;
  const stage = createStage(effects, run, entry);
  try {
    const made = await makeOne(effects, {
      request: entry.job.value.request,
      inputs: run.inputs,
      template: run.template,
      mayReuse: run.mayReuse,
      sourceIds: run.source?.nodeIds ?? [],
      signal: abort.signal,
      onProgress: (part) => dispatch(entry, { is: 'progressed', part }),
      onWait: (wait) => holdBack(entry, wait),
      onSent: () => start(effects, run, entry),
      onReply: (bytes) => stage.send(bytes),
    });
    await settle(effects, run, entry, made, stage, abort.signal.aborted);
  } catch (thrown) {
    dispatch(entry, { is: 'failed', error: toErrorData(toVariegateError(thrown)) });
  } finally {
    stage.drop();
  }
  void keepResult(effects, run, entry);
  sayProgress(run);
}

// A picture that came although it was cancelled was paid for: it is kept, but it goes nowhere by itself.
async function settle(effects: Effects, run: Run, entry: RunJob, made: Made, stage: Stage, isCancelled: boolean): Promise<void> {
  // Discarded meanwhile: nothing shows it, so nothing of it is kept.
  if (isCancelled && findJob(entry.id) === null) return;
  const { image, draw } = keep(effects, entry, made);
  if (!isCancelled) return placeArrived(effects, run, entry, { made, ticket: stage.ticketOf(made), image, draw });
  dispatch(entry, { is: 'arrived', image });
  void draw();
  dispatch(entry, { is: 'kept', error: null });
}

/** What Results holds of a picture, at once, and the drawing of its small copy. One without a copy is a picture all the same. */
function keep(effects: Effects, entry: RunJob, { file, size, record }: Made): { image: MadeImage; draw: () => Promise<void> } {
  const thumbnailUrl = signal<string | null>(null);
  const draw = async () => {
    const url = await effects.pixels.thumbnail(file, THUMBNAIL_EDGE, new AbortController().signal).catch(() => '');
    // Discarded while it was drawn: nothing will show it.
    if (findJob(entry.id) === null) revoke(url);
    else thumbnailUrl.value = url;
  };
  return { image: { file, width: size.width, height: size.height, thumbnailUrl, record }, draw };
}

function holdBack(entry: RunJob, wait: Wait): void {
  dispatch(entry, { is: 'heldBack', wait });
  sayWaiting(wait);
}

function start(effects: Effects, run: Run, entry: RunJob): void {
  const wasHeldBack = entry.job.value.state.at === 'waiting';
  dispatch(entry, { is: 'started', nowMs: effects.nowMs() });
  if (wasHeldBack) sayProgress(run);
}

// Each model has its own line: pictures that wait for the network do not stop those that need none.
async function inTurn(kind: LaneKind, entry: RunJob, work: () => Promise<void>): Promise<void> {
  const { provider, model } = entry.job.value.request;
  await inLane(laneOf(provider, model), { id: entry.id, kind, signal: entry.abort.value.signal }, work);
}

function unusedSlot(entry: RunJob): string[] {
  const slotId = entry.slotId.value;
  if (slotId === null) return [];
  entry.slotId.value = null;
  return [slotId];
}

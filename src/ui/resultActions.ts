// Everything that can be done with a result, by name. What it starts lives in ui/run.
import type { Rating, ReasonId } from '../core/history/entry.ts';
import { imageOf } from '../core/job.ts';
import { attempt } from './attempt.ts';
import { client } from './client.ts';
import { studio } from './late.ts';
import { rate, toggleReason } from './run/history/keepResult.ts';
import { loadRecord } from './run/loadRecord.ts';
import type { Nearness } from './run/loadRecord.ts';
import { makeAnew as anew } from './run/makeAnew.ts';
import * as place from './run/place.ts';
import { protectRest as protect } from './run/protect.ts';
import { cancelJob as stopJob, retryJob as runAgain } from './run/runJobs.ts';
import { say } from './run/say.ts';
import { revoke } from './run/thumbnail.ts';
import { effects } from './run/world.ts';
import { changeDraft, draft, sourceResult } from './store/draft.ts';
import { entriesOfResults } from './store/history.ts';
import { moveInLane } from './store/lanes.ts';
import { findJob, forgetJob } from './store/runs.ts';
import { selection } from './store/selection.ts';

/** A picture that waits goes before, or after, all others that wait. */
export function moveInQueue(jobId: string, where: 'front' | 'back'): void {
  if (moveInLane(jobId, where)) say(where === 'front' ? 'It is next' : 'It is last');
}

export function cancelJob(jobId: string): void {
  const found = findJob(jobId);
  if (found) stopJob(found.run, found.entry);
}

export function retryJob(jobId: string): void {
  withJob(jobId, ({ run, entry }) => runAgain(effects, run, entry));
}

/** The same request asked of the service, whatever the file has of it. */
export function makeAnew(jobId: string): void {
  withJob(jobId, ({ run, entry }) => anew(effects, run, entry));
}

/** Opens the look at who the set of a result shows. */
export const openSet = (jobId: string) => studio().openSet(jobId);

/** What the designer thinks of a result. Nothing where the history does not have it. */
export function rateResult(jobId: string, rating: Rating): void {
  const entry = entriesOfResults.value.get(jobId);
  if (entry) attempt(() => rate(effects, entry, rating), { jobId, retry: () => rateResult(jobId, rating) });
}

export function giveReason(jobId: string, reason: ReasonId): void {
  const entry = entriesOfResults.value.get(jobId);
  if (entry) attempt(() => toggleReason(effects, entry, reason), { jobId, retry: () => giveReason(jobId, reason) });
}

export function discardJob(jobId: string): void {
  const found = findJob(jobId);
  if (!found) return;
  stopJob(found.run, found.entry);
  if (sourceResult.value?.jobId === jobId) sourceResult.value = null;
  revoke(imageOf(found.entry.job.value.state)?.thumbnailUrl.value ?? null);
  if (found.run.jobs.length === 1) revoke(found.run.sourceUrl);
  forgetJob(jobId);
}

export function showOnCanvas(jobId: string): void {
  withJob(jobId, async ({ entry }) => {
    const state = entry.job.value.state;
    const nodeId = state.at === 'done' ? state.placed?.nodeId : entry.slotId.value;
    if (nodeId) await client.call('showNode', { nodeId });
  });
}

export function placeBeside(jobId: string): void {
  withJob(jobId, ({ run, entry }) => place.placeBeside(effects, run, entry));
}

export function replaceFill(jobId: string): void {
  withJob(jobId, ({ run, entry }) => place.replaceFill(effects, run, entry));
}

export function restoreFill(jobId: string): void {
  withJob(jobId, ({ entry }) => place.restoreFill(effects, entry));
}

export function protectRest(jobId: string): void {
  withJob(jobId, ({ run, entry }) => protect(effects, run, entry));
}

export function useAsSource(jobId: string): void {
  const found = findJob(jobId);
  const image = found && imageOf(found.entry.job.value.state);
  if (!found || !image) return;
  const { thumbnailUrl, width, height } = image;
  sourceResult.value = { jobId, caption: found.entry.caption, thumbnailUrl: thumbnailUrl.value ?? '', width, height };
  if (draft.value.recipe === 'fromBrief') changeDraft({ recipe: 'variants' });
  say(`${found.entry.caption} is the source now`);
}

/** Loads the words of a picture. Answers where they went, so that the view can show it; null when there is no picture. */
export function makeMoreLikeThis(jobId: string, nearness: Nearness): 'prompts' | 'create' | null {
  const found = findJob(jobId);
  const image = found && imageOf(found.entry.job.value.state);
  if (!image) return null;
  const place = loadRecord(image.record, effects.nextId('step'), nearness, Math.floor(effects.random() * 100));
  withJob(jobId, async ({ run }) => {
    const sourceId = run.source?.nodeIds[0];
    const isSelected = selection.value.layers.some((layer) => layer.id === sourceId);
    if (sourceId !== undefined && !isSelected) await client.call('showNode', { nodeId: sourceId });
  });
  return place;
}

function withJob(jobId: string, work: (found: NonNullable<ReturnType<typeof findJob>>) => Promise<unknown>): void {
  const found = findJob(jobId);
  if (found) attempt(() => work(found), { jobId });
}

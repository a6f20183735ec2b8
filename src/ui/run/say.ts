// The status line: one sentence of how things stand, written when something settles and not at every tick.
import { sayWait } from '../../core/errors.ts';
import type { Wait } from '../../core/job.ts';
import { imageOf } from '../../core/job.ts';
import { imageModel } from '../../core/model.ts';
import { allJobs, preparing } from '../store/runs.ts';
import type { Run } from '../store/runs.ts';
import { status } from '../store/session.ts';

export function say(sentence: string): void {
  status.value = sentence;
}

/** "2 of 4 placed", "3 of 4 made", "Cancelled; 1 may still be charged". */
export function sayProgress(run: Run): void {
  const states = run.jobs.map((entry) => entry.job.value.state);
  const done = states.filter((state) => state.at === 'done').length;
  const failed = states.filter((state) => state.at === 'failed').length;
  const cancelled = states.filter((state) => state.at === 'cancelled').length;
  const charged = states.filter((state) => state.at === 'cancelled' && state.maybeCharged).length;
  if (cancelled > 0 && done + failed + cancelled === states.length) {
    return say(cancelSentence(done, failed, cancelled, charged));
  }
  const verb = run.draft.place === 'keep' ? 'made' : 'placed';
  const placed = states.filter((state) => state.at === 'done' && (verb === 'made' || state.placed !== null)).length;
  say(`${verb === 'made' ? done : placed} of ${states.length} ${verb}${failed > 0 ? `, ${failed} failed` : ''}${substitutes(run)}`);
}

/** "Offline; 3 pictures wait", "Gemini asks to slow down; 1 picture waits". */
export function sayWaiting(wait: Wait): void {
  const queued = allJobs.value.filter(({ job }) => job.value.state.at === 'queued' || job.value.state.at === 'waiting').length;
  const count = preparing.value.reduce((sum, run) => sum + run.count, queued);
  const why = wait.code === 'OFFLINE' ? 'Offline' : sayWait(wait);
  say(`${why}; ${count === 1 ? '1 picture waits' : `${count} pictures wait`}`);
}

// Models that answered in place of the one that was asked, by the name they have on screen.
function substitutes(run: Run): string {
  const others = run.jobs.flatMap(({ job }) => {
    const model = imageOf(job.value.state)?.record.model;
    return model === undefined || model === job.value.request.model ? [] : (imageModel(model)?.label ?? model);
  });
  return others.length === 0 ? '' : `; ${[...new Set(others)].join(' and ')} answered instead`;
}

function cancelSentence(done: number, failed: number, cancelled: number, charged: number): string {
  const counts = [[done, 'kept'], [failed, 'failed'], [cancelled, 'cancelled']] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const outcome = done + failed > 0 ? told.join(', ') : 'Cancelled';
  return charged > 0 ? `${outcome}; ${charged} may still be charged` : outcome;
}

// "Who does this set show?": the pictures of one run looked at together, told as what is seen and as questions.
import { imageOf } from '../../../core/job.ts';
import type { RepresentTask } from '../../../core/studio/tasks.ts';
import { findJob } from '../../store/runs.ts';
import type { Run } from '../../store/runs.ts';
import { changeSet, lookedSet } from '../../store/lookedSet.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { askStudio, whileAsking } from './ask.ts';

/** Enough to see who is shown (px). */
const LOOKED_EDGE = 512;

/** The pictures of the run that a job belongs to; its own brief. */
export function setOf(jobId: string): { readonly run: Run; readonly task: RepresentTask } | null {
  const found = findJob(jobId);
  if (!found) return null;
  const pictures = found.run.jobs.filter(({ job }) => imageOf(job.value.state) !== null).length;
  return { run: found.run, task: { is: 'represent', brief: found.run.draft.brief, pictures, language: 'same' } };
}

export async function lookOverSet(effects: Effects): Promise<void> {
  const jobId = lookedSet.value?.jobId;
  const set = jobId === undefined ? null : setOf(jobId);
  if (!set) return;
  await whileAsking(effects, `Looking at ${set.task.pictures} pictures`, async (asked) => {
    const files = set.run.jobs.flatMap(({ job }) => imageOf(job.value.state)?.file ?? []);
    const images = await Promise.all(files.map(async (file) => ({ role: 'subject' as const, bytes: await effects.pixels.jpegCopy(await readBlob(file), LOOKED_EDGE, asked.abort.signal) })));
    const { answer, isOffline } = await askStudio(effects, asked, { task: set.task, images });
    changeSet({ answer, isOffline });
    say('What the set shows stands above the results');
  });
}

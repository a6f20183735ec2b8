// The results of one run while it is near the view, else room for them: pictures first, failures as rows after them.
import { isSettled } from '../../../core/job.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { useNearRun, useWatched } from './nearness.ts';
import type { Nearness } from './nearness.ts';
import { ResultItem } from './ResultItem.tsx';
import { tileStyle } from './tileStyle.ts';

interface Props {
  readonly run: Run;
  readonly nearness: Nearness;
  /** It is drawn before anybody knows where it lies. */
  readonly startsNear: boolean;
}

export function RunResults({ run, nearness, startsNear }: Props) {
  const near = useNearRun(nearness, startsNear);
  const isFar = !near.isNear && run.jobs.every(({ job }) => isSettled(job.value.state));
  const spacer = useWatched(near.watchSpacer, String(isFar));
  if (isFar) {
    return <li ref={spacer} class="results-far" style={{ height: `${near.room || roomFor(run)}px` }} aria-label={`${run.jobs.length} more results`} />;
  }
  return (
    <>
      {picturesFirst(run).map((entry) => (
        <ResultItem key={entry.id} run={run} entry={entry} style={tileStyle(run.ratio)} watch={near.watchItem} />
      ))}
    </>
  );
}

function picturesFirst(run: Run): readonly RunJob[] {
  const isRow = ({ job }: RunJob) => job.value.state.at === 'failed' || job.value.state.at === 'cancelled';
  return [...run.jobs.filter((entry) => !isRow(entry)), ...run.jobs.filter(isRow)];
}

/** A guess (CSS px) for a run that was never drawn: two columns of a narrow window. */
function roomFor({ jobs, ratio }: Run): number {
  return Math.ceil(jobs.length / 2) * (160 / ratio + 50);
}

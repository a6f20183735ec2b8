// The results of this session, newest run first: pictures in a grid, failures as quiet rows after them.
import { useEffect, useRef } from 'preact/hooks';
import { preparing, runs } from '../../store/runs.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { ResultItem } from './ResultItem.tsx';
import { Held, Placeholder } from './Placeholder.tsx';

/** Wider results than this take a row of their own. */
const WIDE_RATIO = 2.1;

export function Results() {
  const ref = useRef<HTMLUListElement>(null);
  const newest = preparing.value[0]?.id ?? runs.value[0]?.id ?? '';
  useEffect(() => {
    if (preparing.value.length > 0) ref.current?.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
  }, [newest]);
  if (newest === '') return null;
  return (
    <ul class="results" aria-label="Results" ref={ref}>
      {preparing.value.map((run) =>
        Array.from({ length: run.count }, (_, index) => (
          <li key={`${run.id}-${index}`} class="result is-preparing" style={tileStyle(run.ratio)}>
            {run.wait.value ? <Held wait={run.wait.value} ratio={run.ratio} /> : <Placeholder text="Preparing" ratio={run.ratio} />}
          </li>
        )),
      )}
      {runs.value.map((run) => picturesFirst(run).map((entry) => <ResultItem key={entry.id} run={run} entry={entry} style={tileStyle(run.ratio)} />))}
    </ul>
  );
}

function tileStyle(ratio: number): string {
  return ratio > WIDE_RATIO ? 'grid-column: 1 / -1' : '';
}

function picturesFirst(run: Run): readonly RunJob[] {
  const isRow = ({ job }: RunJob) => job.value.state.at === 'failed' || job.value.state.at === 'cancelled';
  return [...run.jobs.filter((entry) => !isRow(entry)), ...run.jobs.filter(isRow)];
}

function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

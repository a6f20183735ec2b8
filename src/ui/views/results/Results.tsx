// The results of this session, newest run first: pictures in a grid, failures as quiet rows after them.
import { useEffect, useRef } from 'preact/hooks';
import { preparing, runs } from '../../store/runs.ts';
import { useNearness } from './nearness.ts';
import { Held, Placeholder } from './Placeholder.tsx';
import { RunResults } from './RunResults.tsx';
import { tileStyle } from './tileStyle.ts';

/** The newest runs are drawn at once, the rest when they come near. */
const RUNS_AT_ONCE = 4;

export function Results() {
  const ref = useRef<HTMLUListElement>(null);
  const nearness = useNearness();
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
      {runs.value.map((run, at) => (
        <RunResults key={run.id} run={run} nearness={nearness} startsNear={at < RUNS_AT_ONCE} />
      ))}
    </ul>
  );
}

function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

// The tab "History": what to find, what was found, grouped by run, and lists to take away.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { loadHistory } from '../../historyActions.ts';
import { foundHistory, foundRuns, history } from '../../store/history.ts';
import { useNearness, useWatched } from '../results/nearness.ts';
import type { Nearness } from '../results/nearness.ts';
import { FileList } from './FileList.tsx';
import { Find } from './Find.tsx';
import { HistoryRun } from './HistoryRun.tsx';
import { Kept } from './Kept.tsx';

/** The newest runs are drawn at once, the rest when they come near. */
const RUNS_AT_ONCE = 4;
/** So many stand in the list, and as many more whenever its end comes near. */
const RUNS_MORE = 40;

export function History() {
  useEffect(() => loadHistory(), []);
  const nearness = useNearness();
  const most = useSignal(RUNS_MORE);
  const all = history.value;
  return (
    <div class="history">
      <Find />
      {all?.length === 0 && <p class="hint">Every picture you make is kept here with its whole recipe. Nothing was made yet.</p>}
      {all && all.length > 0 && foundHistory.value.length === 0 && <p class="hint">Nothing fits.</p>}
      <ul class="history-list" aria-label="History">
        {foundRuns.value.slice(0, most.value).map((run, at) => (
          <HistoryRun key={run.runId} run={run} nearness={nearness} startsNear={at < RUNS_AT_ONCE} />
        ))}
        {foundRuns.value.length > most.value && <More key={most.value} nearness={nearness} onNear={() => (most.value += RUNS_MORE)} />}
      </ul>
      <Kept />
      <FileList />
    </div>
  );
}

/** The end of what stands in the list so far. */
function More({ nearness, onNear }: { readonly nearness: Nearness; readonly onNear: () => void }) {
  const ref = useWatched((element) => nearness.watch(element, (isNear) => isNear && onNear()), 'end');
  return <li class="history-more" ref={ref} aria-hidden="true" />;
}

// The tab "History": what to find, what was found, grouped by run, and lists to take away.
import { useEffect } from 'preact/hooks';
import { loadHistory } from '../../historyActions.ts';
import { foundHistory, foundRuns, history } from '../../store/history.ts';
import { useNearness } from '../results/nearness.ts';
import { FileList } from './FileList.tsx';
import { Find } from './Find.tsx';
import { HistoryRun } from './HistoryRun.tsx';
import { Kept } from './Kept.tsx';

/** The newest runs are drawn at once, the rest when they come near. */
const RUNS_AT_ONCE = 4;

export function History() {
  useEffect(() => loadHistory(), []);
  const nearness = useNearness();
  const all = history.value;
  return (
    <div class="history">
      <Find />
      {all?.length === 0 && <p class="hint">Every picture you make is kept here with its whole recipe. Nothing was made yet.</p>}
      {all && all.length > 0 && foundHistory.value.length === 0 && <p class="hint">Nothing fits.</p>}
      <ul class="history-list" aria-label="History">
        {foundRuns.value.map((run, at) => (
          <HistoryRun key={run.runId} run={run} nearness={nearness} startsNear={at < RUNS_AT_ONCE} />
        ))}
      </ul>
      <Kept />
      <FileList />
    </div>
  );
}

// The tab "History": what to find, what was found, grouped by run, and lists to take away.
import { useEffect } from 'preact/hooks';
import { loadHistory } from '../../historyActions.ts';
import { foundHistory, foundRuns, history } from '../../store/history.ts';
import { FileList } from './FileList.tsx';
import { Find } from './Find.tsx';
import { HistoryRun } from './HistoryRun.tsx';
import { Kept } from './Kept.tsx';

export function History() {
  useEffect(() => loadHistory(), []);
  const all = history.value;
  return (
    <div class="history">
      <Find />
      {all?.length === 0 && <p class="hint">Every picture you make is kept here with its whole recipe. Nothing was made yet.</p>}
      {all && all.length > 0 && foundHistory.value.length === 0 && <p class="hint">Nothing fits.</p>}
      <ul class="history-list" aria-label="History">
        {foundRuns.value.map((run) => (
          <HistoryRun key={run.runId} run={run} />
        ))}
      </ul>
      <Kept />
      <FileList />
    </div>
  );
}

// How much room the history takes, what goes when it runs out, and the way to take it along or clear it.
import { useSignal } from '@preact/signals';
import { HISTORY_BUDGET } from '../../../core/history/budget.ts';
import { exportHistory, keepInFile } from '../../historyActions.ts';
import { foundHistory, history, historyBytes, picturesHere } from '../../store/history.ts';
import { canEdit } from '../../store/session.ts';
import { Report } from '../parts/Report.tsx';

const NEARLY = 0.85;

export function Kept() {
  const csv = useSignal<string | null>(null);
  const count = history.value?.length ?? 0;
  if (count === 0) return null;
  const part = historyBytes.value / HISTORY_BUDGET;
  return (
    <div class="history-kept">
      <p class="hint">
        {`${count} kept on this computer, ${Math.max(1, Math.round(part * 100))} % of the room.${part > NEARLY ? ' The oldest go next; rated ones stay longest. Export what you want to keep.' : ''}`}
      </p>
      {picturesHere.value.size > 0 && canEdit.value && (
        <>
          <p class="hint">Figma lets go of pictures that no layer shows. Put those of this file on a page “Variegate results” to keep them.</p>
          <button type="button" class="button" onClick={() => keepInFile()}>
            Keep in this file
          </button>
        </>
      )}
      <button type="button" class="button" aria-expanded={csv.value !== null} onClick={() => (csv.value = csv.value === null ? exportHistory() : null)}>
        Export CSV
      </button>
      {csv.value !== null && <Report text={csv.value} label={`${foundHistory.value.length} results as CSV`} button="Copy CSV" />}
    </div>
  );
}

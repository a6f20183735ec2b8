// How much room the history takes, what goes when it runs out, and the way to take it along or clear it.
import { useSignal } from '@preact/signals';
import { HISTORY_BUDGET } from '../../../core/history/budget.ts';
import { exportHistory } from '../../historyActions.ts';
import { foundHistory, history, historyBytes } from '../../store/history.ts';
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
      <button type="button" class="button" aria-expanded={csv.value !== null} onClick={() => (csv.value = csv.value === null ? exportHistory() : null)}>
        Export CSV
      </button>
      {csv.value !== null && <Report text={csv.value} label={`${foundHistory.value.length} results as CSV`} button="Copy CSV" />}
    </div>
  );
}

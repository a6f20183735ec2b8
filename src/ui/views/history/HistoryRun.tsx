// The results of one run: when, from what, and each picture with what can be done with it.
import { imageModel } from '../../../core/model.ts';
import type { HistoryRun as Run } from '../../../core/history/search.ts';
import { HistoryItem } from './HistoryItem.tsx';

export function HistoryRun({ run }: { readonly run: Run }) {
  const [first] = run.entries;
  if (!first) return null;
  const { record, source } = first;
  const engine = record.isOfflinePreview ? 'offline preview' : (imageModel(record.model)?.label ?? record.model);
  return (
    <li class="history-run">
      <p class="facts">{[dateText(record.date), ...(source === '' ? [] : [source]), engine].join(', ')}</p>
      <ul class="history-entries">
        {run.entries.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} />
        ))}
      </ul>
    </li>
  );
}

/** "28 Nov, 10:04", in the designer's own time. */
function dateText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

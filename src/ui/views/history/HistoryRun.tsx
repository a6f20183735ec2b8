// The results of one run: when, from what, and each picture with what can be done with it; an empty element while it is far from the view.
import { imageModel } from '../../../core/model.ts';
import type { HistoryRun as Run } from '../../../core/history/search.ts';
import { useNearRun, useWatched } from '../results/nearness.ts';
import type { Nearness } from '../results/nearness.ts';
import { HistoryItem } from './HistoryItem.tsx';

interface Props {
  readonly run: Run;
  readonly nearness: Nearness;
  readonly startsNear: boolean;
}

/** Height (CSS px) of an entry that was never drawn, about. */
const ENTRY_HEIGHT = 76;

export function HistoryRun({ run, nearness, startsNear }: Props) {
  const { isNear, room, watchItem, watchSpacer } = useNearRun(nearness, startsNear);
  const ref = useWatched(isNear ? watchItem : watchSpacer, isNear ? 'drawn' : 'empty');
  const [first] = run.entries;
  if (!first) return null;
  if (!isNear) return <li class="history-run" ref={ref} style={{ height: `${room || ENTRY_HEIGHT * run.entries.length}px` }} />;
  const { record, source } = first;
  const engine = record.isOfflinePreview ? 'offline preview' : (imageModel(record.model)?.label ?? record.model);
  return (
    <li class="history-run" ref={ref}>
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
  return DATES.format(date);
}

// Made once: a format costs more than all that it formats.
const DATES = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

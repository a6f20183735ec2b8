// The results of one run: when, from what, and each picture with what can be done with it; an empty element while it is far from the view.
import { imageModel } from '../../../core/model.ts';
import type { HistoryRun as Run } from '../../../core/history/search.ts';
import { momentText } from '../parts/momentText.ts';
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
      <p class="facts">{[momentText(Date.parse(record.date)), ...(source === '' ? [] : [source]), engine].join(', ')}</p>
      <ul class="history-entries">
        {run.entries.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} />
        ))}
      </ul>
    </li>
  );
}

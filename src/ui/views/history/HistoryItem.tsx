// One result of before: its small copy while it is in sight, its rating, and what can be done with it.
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatUsd, onceMoreText } from '../../../core/cost.ts';
import type { HistoryEntry } from '../../../core/history/entry.ts';
import { forgetEntry, hideSmall, placeEntry, rateEntry, runAgain, showEntry, showSmall, toggleRecipe } from '../../historyActions.ts';
import { historyUrls, openedId, picturesHere } from '../../store/history.ts';
import { Recipe } from './Recipe.tsx';

export function HistoryItem({ entry }: { readonly entry: HistoryEntry }) {
  const id = useId();
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => (ref.current ? whileInSight(ref.current, entry.id) : undefined), [entry.id]);
  const isHere = entry.imageHash !== null && picturesHere.value.has(entry.imageHash);
  const isOpen = openedId.value === entry.id;
  const url = historyUrls.value.get(entry.id) ?? '';
  return (
    <li class="history-entry" ref={ref}>
      <div class="history-line">
        <span class="history-face">{url !== '' && <img class="edged" src={url} alt="" />}</span>
        <div class="history-words">
          <p class="caption" id={id}>
            {entry.caption}
          </p>
          <p class="facts">{[formatUsd(entry.record.costUsd), ...(entry.record.isReused ? ['reused'] : []), isHere ? 'in this file' : 'not in this file'].join(', ')}</p>
          <div class="row" role="group" aria-labelledby={id}>
            {isHere && entry.nodeId !== null && <Link label="Show on canvas" id={id} onPress={() => showEntry(entry)} />}
            {isHere && <Link label="Place beside" id={id} onPress={() => placeEntry(entry)} />}
            <Link label={`Run again · ${onceMoreText(entry.record)}`} id={id} onPress={() => runAgain(entry)} />
            <button type="button" class="link" aria-describedby={id} aria-expanded={isOpen} onClick={() => toggleRecipe(entry.id)}>
              Recipe
            </button>
            <Rate label="Good" entry={entry} rating={1} id={id} />
            <Rate label="Bad" entry={entry} rating={-1} id={id} />
          </div>
        </div>
      </div>
      {isOpen && <Recipe entry={entry} onForget={() => forgetEntry(entry.id)} />}
    </li>
  );
}

function Link({ label, id, onPress }: { label: string; id: string; onPress: () => void }) {
  return (
    <button type="button" class="link" aria-describedby={id} onClick={onPress}>
      {label}
    </button>
  );
}

function Rate({ label, entry, rating, id }: { label: string; entry: HistoryEntry; rating: 1 | -1; id: string }) {
  return (
    <button type="button" class="link rate" aria-describedby={id} aria-pressed={entry.rating === rating} onClick={() => rateEntry(entry, rating)}>
      {label}
    </button>
  );
}

/** Small copies are in memory only while their entry is in sight. Answers how to stop looking. */
function whileInSight(element: Element, id: string): () => void {
  const observer = new IntersectionObserver((changes) => {
    const isInSight = changes[changes.length - 1]?.isIntersecting ?? false;
    if (isInSight) showSmall(id);
    else hideSmall(id);
  }, { rootMargin: '300px' });
  observer.observe(element);
  return () => {
    observer.disconnect();
    hideSmall(id);
  };
}

// Words that are nearly those of a result of before: it can be had again for nothing, or be varied.
import { useEffect } from 'preact/hooks';
import { shorten } from '../../../core/errors.ts';
import { whoseText } from '../../../core/history/alike.ts';
import { make } from '../../actions.ts';
import { forgetAlike, lookBack, placeEntry, showSmall, varyEntry } from '../../historyActions.ts';
import { alike } from '../../store/alike.ts';
import { goLabel } from '../../store/draft.ts';
import { historyUrls } from '../../store/history.ts';
import { dayOf } from '../../store/ledger.ts';

/** Enough to know them by; History has them whole. */
const WORDS_LENGTH = 80;

function makeAnew(id: string): void {
  forgetAlike(id);
  make({ mayReuse: false });
}

export function Alike() {
  useEffect(() => lookBack(), []);
  const id = alike.value?.entry.id;
  useEffect(() => (id === undefined ? undefined : showSmall(id)), [id]);
  if (!alike.value) return null;
  const { entry, similarity } = alike.value;
  const url = historyUrls.value.get(entry.id) ?? '';
  const whose = whoseText(dayOf(Date.parse(entry.record.date)), dayOf(Date.now()));
  const share = Math.floor(similarity * 100);
  return (
    <section class="alike" aria-label="Made before">
      <span class="history-face">{url !== '' && <img class="edged" src={url} alt="" />}</span>
      <div class="history-words">
        <p>{share === 100 ? `The same words as ${whose}.` : `${share} % like ${whose}.`}</p>
        <p class="facts">{shorten(entry.record.brief === '' ? entry.caption : entry.record.brief, WORDS_LENGTH)}</p>
        <div class="row">
          <button type="button" class="link" onClick={() => placeEntry(entry)}>
            Reuse
          </button>
          <button type="button" class="link" onClick={() => varyEntry(entry)}>
            Vary
          </button>
          <button type="button" class="link" onClick={() => makeAnew(entry.id)}>
            {goLabel.value.replace('Make', 'Make anew')}
          </button>
        </div>
      </div>
    </section>
  );
}

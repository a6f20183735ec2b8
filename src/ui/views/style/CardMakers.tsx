// Two ways to a card: from what is selected, and from words.
import { useRef } from 'preact/hooks';
import { cardFromSelection, cardFromWords, cardFromWordsAnew, changeStyle } from '../../styleActions.ts';
import { reusedAnswer, selectedNow } from '../../store/reusedAnswer.ts';
import { styleDraft } from '../../store/style.ts';
import { cardFromSelectionPrice, cardFromWordsPrice } from '../../store/stylePrices.ts';
import { AnsweredBefore } from '../parts/AnsweredBefore.tsx';
import { useWanted } from '../screen.ts';

export function CardMakers() {
  const ref = useRef<HTMLTextAreaElement>(null);
  useWanted('look', ref);
  const reused = reusedAnswer.value?.task;
  return (
    <div class="card-makers">
      <button type="button" class="button" onClick={() => cardFromSelection()}>
        Card from selection · {cardFromSelectionPrice.value}
      </button>
      <div class="row">
        <textarea
          ref={ref}
          class="textarea is-low"
          rows={1}
          aria-label="Look in words"
          placeholder="gouache on rough paper, warm dusk"
          value={styleDraft.value.words}
          onInput={(event) => changeStyle({ words: event.currentTarget.value })}
        />
        <button type="button" class="button" onClick={() => cardFromWords()}>
          Card from words · {cardFromWordsPrice.value}
        </button>
      </div>
      {reused?.is === 'card' && reused.words === '' && reusedAnswer.value?.selected === selectedNow.value && <AnsweredBefore price={cardFromSelectionPrice.value} onAnew={() => cardFromSelection(false)} />}
      {reused?.is === 'card' && reused.words !== '' && <AnsweredBefore price={cardFromWordsPrice.value} onAnew={() => cardFromWordsAnew(reused.words)} />}
    </div>
  );
}

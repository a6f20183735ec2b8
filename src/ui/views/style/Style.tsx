// The tab "Style", from top to bottom: what is selected, the cards, how one is applied, what would change, and what came of it.
import { useEffect } from 'preact/hooks';
import { applyStyle, loadCards, readSelectedCards } from '../../styleActions.ts';
import { selection } from '../../store/selection.ts';
import { styleDraft, styleFacts } from '../../store/style.ts';
import { SelectionCard } from '../create/SelectionCard.tsx';
import { SeldomChanged } from '../create/SeldomChanged.tsx';
import { Results } from '../results/Results.tsx';
import { useAsked } from '../useAsked.ts';
import { CardMakers } from './CardMakers.tsx';
import { Cards } from './Cards.tsx';
import { How } from './How.tsx';
import { Fits } from './Fits.tsx';
import { Layers } from './Layers.tsx';
import { Several } from './Several.tsx';

export function Style() {
  useAsked(styleFacts);
  useEffect(() => loadCards(), []);
  // A card on the canvas may have been edited there: it is read back when it is selected.
  useEffect(() => readSelectedCards(), [selection.value]);
  return (
    <div class="create">
      <form
        class="create-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) applyStyle();
        }}
      >
        <SelectionCard isForReading />
        <CardMakers />
        <Cards />
        <How />
        {styleDraft.value.as === 'layers' ? <Layers /> : <Several />}
        <Fits />
        <div class="folded">
          <SeldomChanged hasPlace={false} />
        </div>
      </form>
      <Results />
    </div>
  );
}

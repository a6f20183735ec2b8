// The list "Style cards": one is the chosen one; each can be opened to be edited. Import and export below.
import { FileDown, FileUp } from 'lucide';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { cardCode } from '../../../core/style/card.ts';
import type { StyleCard } from '../../../core/style/card.ts';
import { chooseCard, exportCards, importCards, toggleEdited } from '../../styleActions.ts';
import { cards, chosenCard, editedId, pictureUrls, refusedCards } from '../../store/style.ts';
import { Icon } from '../parts/Icon.tsx';
import { Report } from '../parts/Report.tsx';
import { CardEditor } from './CardEditor.tsx';

export function Cards() {
  const group = useId();
  const all = cards.value ?? [];
  return (
    <section class="style-cards" aria-labelledby={group}>
      <h2 id={group}>Style cards</h2>
      {all.length === 0 ? (
        <p class="hint">A card holds one look: its rules, colours and pictures. Make one from a layer whose look you like, or from words.</p>
      ) : (
        <ul aria-label="Style cards">
          {all.map((card) => (
            <li key={card.id} class="style-card" data-chosen={card.id === chosenCard.value?.id}>
              <CardLine card={card} group={group} />
              {editedId.value === card.id && <CardEditor card={card} />}
            </li>
          ))}
        </ul>
      )}
      <Exchange hasCards={all.length > 0} />
    </section>
  );
}

function CardLine({ card, group }: { card: StyleCard; group: string }) {
  const isOpen = editedId.value === card.id;
  return (
    <div class="style-card-line">
      <label class="style-card-choice">
        <input type="radio" name={group} checked={card.id === chosenCard.value?.id} onChange={() => chooseCard(card.id)} />
        <Face card={card} />
        <span class="style-card-name">
          <span class="name">{card.name}</span>
          <span class="facts">{cardCode(card)}</span>
        </span>
      </label>
      <button type="button" class="link" aria-label={`${isOpen ? 'Close' : 'Edit'} ${card.name}`} aria-expanded={isOpen} onClick={() => toggleEdited(card.id)}>
        {isOpen ? 'Close' : 'Edit'}
      </button>
    </div>
  );
}

/** Its first picture over its colours, each as wide as its share. */
function Face({ card }: { card: StyleCard }) {
  const url = card.pictures.map(({ digest }) => pictureUrls.value.get(digest)).find((each) => each) ?? null;
  return (
    <span class="style-card-face" aria-hidden="true">
      {url && <img src={url} alt="" />}
      <span class="style-card-colours">
        {card.swatches.slice(0, 6).map(({ hex, share }, index) => (
          <span key={index} style={{ background: hex, flexGrow: Math.max(0.08, share) }} />
        ))}
      </span>
    </span>
  );
}

function Exchange({ hasCards }: { hasCards: boolean }) {
  const file = useRef<HTMLInputElement>(null);
  const exported = useSignal<string | null>(null);
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={() => file.current?.click()}>
          <Icon of={FileUp} />
          Import
        </button>
        {hasCards && (
          <button type="button" class="button" aria-expanded={exported.value !== null} onClick={() => (exported.value === null ? exportCards((text) => (exported.value = text)) : (exported.value = null))}>
            <Icon of={FileDown} />
            Export
          </button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) importCards(chosen);
          event.currentTarget.value = '';
        }}
      />
      {refusedCards.value.length > 0 && (
        <ul aria-label="Left out" class="hint">
          {refusedCards.value.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {exported.value !== null && <Report text={exported.value} label="Style cards as JSON" button="Copy style cards" />}
    </>
  );
}

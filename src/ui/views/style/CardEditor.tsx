// A card opened: its name, pictures, colours and rules. Every change that is left is a new version.
import { Plus, X } from 'lucide';
import { useId } from 'preact/hooks';
import { CARD_LIMITS, RULES, RULE_ORDER } from '../../../core/style/card.ts';
import type { CardSwatch, RuleId, StyleCard } from '../../../core/style/card.ts';
import { editCard, editRule, forgetCard, placeCard } from '../../styleActions.ts';
import { pictureUrls } from '../../store/style.ts';
import { Icon } from '../parts/Icon.tsx';

export function CardEditor({ card }: { readonly card: StyleCard }) {
  return (
    <div class="style-card-editor" role="group" aria-label={`Edit ${card.name}`}>
      <Name card={card} />
      <Pictures card={card} />
      <Swatches card={card} />
      {RULE_ORDER.map((rule) => (
        <Rule key={rule} card={card} rule={rule} />
      ))}
      <div class="row">
        <button type="button" class="button" onClick={() => placeCard(card.id)}>
          Place card on canvas
        </button>
        <button type="button" class="link" aria-label={`Remove ${card.name}`} onClick={() => forgetCard(card.id)}>
          Remove
        </button>
      </div>
    </div>
  );
}

function Name({ card }: { card: StyleCard }) {
  const id = useId();
  return (
    <div class="style-rule">
      <label for={id}>Name</label>
      <input id={id} type="text" maxLength={CARD_LIMITS.name} value={card.name} onChange={(event) => event.currentTarget.value.trim() !== '' && editCard(card.id, { name: event.currentTarget.value.trim() })} />
    </div>
  );
}

function Rule({ card, rule }: { card: StyleCard; rule: RuleId }) {
  const id = useId();
  const { label, hint } = RULES[rule];
  return (
    <div class="style-rule">
      <label for={id}>{label}</label>
      <textarea id={id} class="textarea is-low" rows={1} maxLength={CARD_LIMITS.rule} placeholder={hint} value={card.rules[rule]} onChange={(event) => editRule(card, rule, event.currentTarget.value)} />
    </div>
  );
}

function Pictures({ card }: { card: StyleCard }) {
  if (card.pictures.length === 0) return null;
  return (
    <ul class="style-pictures" aria-label="Reference pictures">
      {card.pictures.map(({ digest, name }) => {
        const url = pictureUrls.value.get(digest);
        return (
          <li key={digest}>
            {url ? <img class="edged" src={url} alt={name} /> : <span class="hint">{url === '' ? 'Missing' : ''}</span>}
            <button type="button" class="icon-button" aria-label={`Remove picture ${name}`} title={`Remove picture ${name}`} onClick={() => editCard(card.id, { pictures: card.pictures.filter((each) => each.digest !== digest) })}>
              <Icon of={X} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Swatches({ card }: { card: StyleCard }) {
  const change = (index: number, swatch: CardSwatch | null) =>
    editCard(card.id, { swatches: card.swatches.flatMap((each, at) => (at === index ? (swatch ? [swatch] : []) : [each])) });
  return (
    <ul class="style-swatches" aria-label="Colours">
      {card.swatches.map((swatch, index) => {
        const name = swatch.name === '' ? swatch.hex : swatch.name;
        return (
          <li key={`${index}${swatch.hex}`}>
            <input type="color" aria-label={`Colour ${name}`} title={`${name}, ${swatch.hex}`} value={swatch.hex} onChange={(event) => change(index, { ...swatch, hex: event.currentTarget.value, name: '', binding: null })} />
            <button type="button" class="icon-button" aria-label={`Remove colour ${name}`} title={`Remove colour ${name}`} onClick={() => change(index, null)}>
              <Icon of={X} />
            </button>
          </li>
        );
      })}
      {card.swatches.length < CARD_LIMITS.swatches && (
        <li>
          <button type="button" class="icon-button" aria-label="Add colour" title="Add colour" onClick={() => editCard(card.id, { swatches: [...card.swatches, { hex: '#808080', name: '', share: 0.1, binding: null }] })}>
            <Icon of={Plus} />
          </button>
        </li>
      )}
    </ul>
  );
}

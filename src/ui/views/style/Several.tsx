// With several layers selected: one as a trial first, and then the others, held to what was approved.
import { applyStyle } from '../../styleActions.ts';
import { chosenCard, notWorn, priceText } from '../../store/style.ts';
import { selection } from '../../store/selection.ts';

export function Several() {
  const { layers, refusal } = selection.value;
  if (refusal || layers.length < 2 || !chosenCard.value) return null;
  const left = notWorn.value.length;
  if (left === 0) return null;
  const isUntried = left === layers.length;
  return (
    <div class="style-several">
      <p class="hint">{isUntried ? 'Try the look on one, add a good result to the card, then apply it to the others.' : `${layers.length - left} of ${layers.length} wear it.`}</p>
      <button type="button" class="button" onClick={() => applyStyle(isUntried ? 'first' : 'others')}>
        {isUntried ? `Try on ${layers[0]?.name ?? 'the first'} · ${priceText(1)}` : `Apply to the other ${left} · ${priceText(left)}`}
      </button>
    </div>
  );
}

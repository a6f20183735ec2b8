// How many pictures, and how close to the source they stay.
import { useId } from 'preact/hooks';
import { setCloseness, setCount } from '../../actions.ts';
import { draft, recipe } from '../../store/draft.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { CLOSENESS_LABELS, closenessOf } from '../wording.ts';

export function HowMany() {
  const isClosenessShown = recipe.value.usesCloseness && draft.value.exactPrompt === null;
  return (
    <div class="how-many">
      <NumberField
        label="Variants"
        value={draft.value.count}
        min={1}
        max={8}
        step={1}
        page={4}
        buttons={{ less: 'Fewer', more: 'More' }}
        onChange={(count) => setCount(count)}
      />
      {isClosenessShown && <ClosenessSlider />}
    </div>
  );
}

function ClosenessSlider() {
  const id = useId();
  const { closeness } = draft.value;
  return (
    <div class="closeness">
      <label for={id}>Closeness</label>
      <input
        id={id}
        type="range"
        min={1}
        max={5}
        step={1}
        value={closeness}
        aria-valuetext={CLOSENESS_LABELS[closeness]}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setCloseness(closenessOf(event.currentTarget.valueAsNumber))}
      />
      <p id={`${id}-hint`} class="hint">
        {CLOSENESS_LABELS[closeness]} Guidance in words, not a strength.
      </p>
    </div>
  );
}

// How a look is put on: as one picture or as layers, how much of it, and how closely the composition is kept.
import { useId } from 'preact/hooks';
import type { Strength } from '../../../core/style/words.ts';
import { changeStyle } from '../../styleActions.ts';
import { styleDraft } from '../../store/style.ts';
import { Choice } from '../parts/Choice.tsx';
import { closenessOf } from '../wording.ts';

const WAYS = [
  { value: 'picture', label: 'One picture' },
  { value: 'layers', label: 'Editable layers' },
] as const;

const LOOKS: Readonly<Record<Strength, string>> = {
  1: 'A hint of its colours; half of the original shows through.',
  2: 'Colours and light; the medium stays.',
  3: 'Colours, light and texture.',
  4: 'All of it: medium, line, light, colours.',
  5: 'As if made by the same hand.',
};
const STRUCTURES: Readonly<Record<Strength, string>> = {
  1: 'The subject alone; drawn anew.',
  2: 'Main parts stay where they stand.',
  3: 'Same things in the same places.',
  4: 'Contours too; only rendering changes.',
  5: 'To the pixel: every contour stays.',
};

export function How() {
  const { as, look, structure } = styleDraft.value;
  return (
    <div class="style-how">
      <Choice label="Restyle as" look="segments" value={as} options={WAYS} onChange={(next) => changeStyle({ as: next })} />
      <p class="hint">{as === 'picture' ? 'A picture of the selection in the new look, beside it.' : 'A copy beside the frame: text stays text, layout stays layout; pictures, illustrations and colours change.'}</p>
      <div class="how-many">
        <Slider label="Look" value={look} says={LOOKS} onChange={(value) => changeStyle({ look: value })} />
        <Slider label="Closeness" value={structure} says={STRUCTURES} onChange={(value) => changeStyle({ structure: value })} />
      </div>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: Strength;
  readonly says: Readonly<Record<Strength, string>>;
  readonly onChange: (value: Strength) => void;
}

function Slider({ label, value, says, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="closeness">
      <label for={id}>{label}</label>
      <input id={id} type="range" min={1} max={5} step={1} value={value} aria-valuetext={says[value]} aria-describedby={`${id}-hint`} onInput={(event) => onChange(closenessOf(event.currentTarget.valueAsNumber))} />
      <p id={`${id}-hint`} class="hint">
        {says[value]}
      </p>
    </div>
  );
}

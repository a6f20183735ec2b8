// What Make starts from, and how many pictures it makes of each prompt: one folded line that says what is set.
import { useSignal } from '@preact/signals';
import type { RecipeId } from '../../../core/request.ts';
import { changeStudio, studioDraft } from '../../store/studio.ts';
import { Choice } from '../parts/Choice.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { NumberField } from '../parts/NumberField.tsx';

const STARTS = [
  { value: 'fromBrief', label: 'The words alone' },
  { value: 'variants', label: 'The selection, changed' },
  { value: 'sketchToConcept', label: 'The selection, as a sketch' },
] as const satisfies readonly { value: RecipeId; label: string }[];

export function StartFrom() {
  const isOpen = useSignal(false);
  const { start, each } = studioDraft.value;
  const label = `From ${STARTS.find((option) => option.value === start)?.label.toLowerCase() ?? ''}, ${each} of each prompt`;
  return (
    <Disclosure label={label} aside={isOpen.value ? 'Close' : 'Change'} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      <Choice label="Start from" isLabelShown look="list" value={start} options={STARTS} onChange={(next) => changeStudio({ start: next })} />
      <NumberField
        label="Of each prompt"
        value={each}
        min={1}
        max={4}
        step={1}
        page={1}
        buttons={{ less: 'Fewer of each', more: 'More of each' }}
        onChange={(next) => changeStudio({ each: next })}
      />
    </Disclosure>
  );
}

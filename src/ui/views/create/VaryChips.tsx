// What may differ from picture to picture. Where the prompt has no place for directions it says why there is nothing to vary.
import { Check } from 'lucide';
import { useId } from 'preact/hooks';
import { AXES, AXIS_ORDER, asksForDirections } from '../../../core/prompt.ts';
import { toggleAxis } from '../../actions.ts';
import { draft, promptCombinations, promptShown } from '../../store/draft.ts';
import { Icon } from '../parts/Icon.tsx';

export function VaryChips() {
  const id = useId();
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span id={id}>Vary</span>
      {asksForDirections(promptShown.value) ? <Chips /> : <p class="hint">{whyNot()}</p>}
    </div>
  );
}

function Chips() {
  return (
    <div class="chips">
      {AXIS_ORDER.map((axis) => (
        <label key={axis} class="chip">
          <input type="checkbox" checked={draft.value.axes.includes(axis)} onChange={() => toggleAxis(axis)} />
          <Icon of={Check} />
          <span>{AXES[axis].label}</span>
        </label>
      ))}
    </div>
  );
}

function whyNot(): string {
  if (promptCombinations.value > 1) return 'The alternatives in your words decide what differs.';
  return draft.value.exactPrompt === null
    ? 'A single picture follows the brief alone.'
    : 'Your exact prompt has no {direction} in it.';
}

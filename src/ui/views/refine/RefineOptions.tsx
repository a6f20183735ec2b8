// When the loop is to stop, and whether it asks before it changes something.
import { isAi } from '../../../core/engines.ts';
import { formatUsd } from '../../../core/cost.ts';
import { changeRefine } from '../../refineActions.ts';
import { engine } from '../../store/draft.ts';
import { draftMaker, finalMaker, refineDraft } from '../../store/refine.ts';
import type { Maker } from '../../store/refine.ts';
import { NumberField } from '../parts/NumberField.tsx';

export function RefineOptions() {
  const { target, rounds, limitUsd, isAutomatic } = refineDraft.value;
  const isFree = finalMaker.value.usd === 0;
  return (
    <div class="refine-options">
      <NumberField label="Good enough at" value={target} min={1} max={10} step={1} page={2} buttons={{ less: 'Lower target', more: 'Higher target' }} onChange={(next) => changeRefine({ target: next })} />
      <NumberField label="Pictures at most" value={rounds} min={1} max={8} step={1} page={4} buttons={{ less: 'Fewer pictures', more: 'More pictures' }} onChange={(next) => changeRefine({ rounds: next })} />
      {!isFree && <NumberField label="Spend at most (USD)" value={limitUsd} min={0.05} max={20} step={0.05} page={1} onChange={(next) => changeRefine({ limitUsd: next })} />}
      <label class="tick">
        <input type="checkbox" checked={isAutomatic} onChange={() => changeRefine({ isAutomatic: !isAutomatic })} />
        <span>Change the prompt without asking me</span>
      </label>
      <p class="hint">{howMade()}</p>
    </div>
  );
}

function howMade(): string {
  const draft = draftMaker.value;
  const final = finalMaker.value;
  const made = draft === final ? `Pictures by ${named(final)}.` : `Drafts by ${named(draft)}, the last picture by ${named(final)}.`;
  return !isAi(engine.value) ? `${made} Measured, not understood: no AI looks at them.` : `${made} A text model scores each from 0 to 10.`;
}

function named({ card, sizeClass, usd }: Maker): string {
  return [card.label, ...(card.sizes.length > 1 ? [sizeClass] : []), ...(usd === 0 ? [] : [formatUsd(usd)])].join(', ');
}

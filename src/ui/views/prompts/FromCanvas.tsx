// From the canvas to words: what is selected, how it should be read, and the two buttons that read it.
import type { Reading, RenderTarget } from '../../../core/studio/tasks.ts';
import { RENDER_TARGETS, TARGET_ORDER } from '../../../core/studio/targets.ts';
import { critiqueSelection, describeSelection, readSketch } from '../../studioActions.ts';
import { critiquePrice } from '../../store/refine.ts';
import { changeStudio, studioDraft } from '../../store/studio.ts';
import { describePrice, sketchPrice } from '../../store/studioPrices.ts';
import { reusedAnswer, selectedNow } from '../../store/reusedAnswer.ts';
import { selection } from '../../store/selection.ts';
import { sourceResult } from '../../store/draft.ts';
import { SelectionCard } from '../create/SelectionCard.tsx';
import { AnsweredBefore } from '../parts/AnsweredBefore.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Select } from '../parts/Select.tsx';

const READINGS = [
  { value: 'recreate', label: 'Recreate' },
  { value: 'style', label: 'Style' },
  { value: 'light', label: 'Light and composition' },
  { value: 'objects', label: 'Objects' },
] as const satisfies readonly { value: Reading; label: string }[];

const TARGETS = TARGET_ORDER.map((value) => ({ value, label: RENDER_TARGETS[value].label }));

export function FromCanvas() {
  const canRead = selection.value.refusal === null || sourceResult.value !== null;
  const reused = reusedAnswer.value?.task;
  const isSame = reusedAnswer.value?.selected === selectedNow.value;
  return (
    <div class="from-canvas">
      <SelectionCard isForReading />
      <Choice label="Reading" look="chips" value={studioDraft.value.reading} options={READINGS} onChange={(reading) => changeStudio({ reading })} />
      <div class="row">
        <button type="button" class="button" onClick={() => describeSelection()}>
          Describe selection · {describePrice.value}
        </button>
        <button type="button" class="button" title="Holds it against the idea, its recipe or the fields" onClick={() => critiqueSelection()}>
          Critique selection · {critiquePrice.value}
        </button>
      </div>
      {reused?.is === 'describe' && isSame && <AnsweredBefore price={describePrice.value} onAnew={() => describeSelection(false)} />}
      {reused?.is === 'critique' && isSame && <AnsweredBefore price={critiquePrice.value} onAnew={() => critiqueSelection(false)} />}
      {canRead && <ReadSketch />}
      {reused?.is === 'sketch' && isSame && <AnsweredBefore price={sketchPrice.value} onAnew={() => readSketch(false)} />}
    </div>
  );
}

function ReadSketch() {
  return (
    <div class="sketch-row">
      <button type="button" class="button" onClick={() => readSketch()}>
        Read sketch · {sketchPrice.value}
      </button>
      <Select<RenderTarget> label="as" value={studioDraft.value.target} options={TARGETS} onChange={(target) => changeStudio({ target })} />
    </div>
  );
}

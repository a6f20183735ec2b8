// Every step the prompt took, newest first: what made it, what it changed word by word, and the way back to it.
import { FIELDS, changedFields } from '../../../core/fields.ts';
import { wordChanges } from '../../../core/paragraph/wordChanges.ts';
import { changeAnew, goBackTo } from '../../studioActions.ts';
import { reusedAnswer } from '../../store/reusedAnswer.ts';
import { changePrice } from '../../store/studioPrices.ts';
import { currentStep, steps } from '../../store/studio.ts';
import type { Step } from '../../store/studio.ts';
import { AnsweredBefore } from '../parts/AnsweredBefore.tsx';

export function Steps() {
  if (steps.value.length === 0) return null;
  const now = currentStep.value;
  const reused = reusedAnswer.value?.task;
  return (
    <ol class="steps" aria-label="Steps" reversed>
      {[...steps.value].reverse().map((step, at) => (
        <li key={step.id} class="step" aria-current={step === now ? 'step' : undefined}>
          <div class="card-head">
            <p class="name">{step.summary}</p>
            {step === now ? (
              <span class="facts">Now</span>
            ) : (
              <button type="button" class="link" aria-label="Go back to this step" title={`Go back to “${step.summary}”`} onClick={() => goBackTo(step.id)}>
                Go back
              </button>
            )}
          </div>
          {(at === 0 || step === now) && <Changes step={step} />}
          {step === now && reused?.is === 'change' && step.before === reused.fields && <AnsweredBefore price={changePrice.value} onAnew={() => changeAnew(reused)} />}
        </li>
      ))}
    </ol>
  );
}

/** More fields than this are named only: a new prompt is no change to read word by word. */
const READABLE = 3;

function Changes({ step: { before, after } }: { step: Step }) {
  const changed = changedFields(before, after);
  if (changed.length > READABLE) return <p class="facts">{changed.map((id) => FIELDS[id].label).join(', ')}</p>;
  return (
    <dl class="changes">
      {changed.map((id) => (
        <div key={id} class="part-row">
          <dt>{FIELDS[id].label}</dt>
          <dd>
            {wordChanges(before[id].text, after[id].text).map(({ text, is }, index) =>
              is === 'same' ? <span key={index}>{text}</span> : is === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>,
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

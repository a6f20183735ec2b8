// Who a set of pictures shows: what is seen, and questions that the designer may ask of it. Never a verdict.
import { X } from 'lucide';
import { closeSet, lookOver } from '../../setActions.ts';
import { setOf } from '../../run/studio/represent.ts';
import { lookedSet } from '../../store/lookedSet.ts';
import { priceText } from '../../store/studioPrices.ts';
import { Icon } from '../parts/Icon.tsx';

export function LookedSet() {
  const now = lookedSet.value;
  const set = now && setOf(now.jobId);
  if (!now || !set) return null;
  const { answer } = now;
  return (
    <section class="card refine" aria-label="Who the set shows">
      <div class="card-head">
        <p class="name">Who does this set show?</p>
        <span class="facts">{set.task.pictures === 1 ? '1 picture' : `${set.task.pictures} pictures`}</span>
        <button type="button" class="icon-button" aria-label="Close the look at the set" title="Close" onClick={() => closeSet()}>
          <Icon of={X} />
        </button>
      </div>
      {!answer && (
        <>
          <p class="hint">A text model says who appears over the whole set and asks you questions. It guesses at nobody’s origin, and gives no verdict.</p>
          <button type="button" class="button" onClick={() => lookOver()}>
            {`Look at ${set.task.pictures} · ${priceText(set.task, set.task.pictures)}`}
          </button>
        </>
      )}
      {answer && (
        <>
          <ul class="improve" aria-label="What is seen">
            {answer.sees.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {answer.questions.length > 0 && (
            <>
              <p class="facts">To ask of it</p>
            <ul class="improve" aria-label="Questions to ask">
              {answer.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

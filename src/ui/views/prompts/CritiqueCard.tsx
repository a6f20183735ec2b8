// What a look at a picture found: one score, what it is made of with its reasons, what would gain most, and the way to change the prompt.
import { X } from 'lucide';
import { FIELDS, FIELD_ORDER } from '../../../core/fields.ts';
import { totalOf } from '../../../core/refine/rubric.ts';
import { closeCritique, takeCritique } from '../../studioActions.ts';
import { critiqued } from '../../store/studio.ts';
import { Icon } from '../parts/Icon.tsx';
import { RubricList } from '../parts/RubricList.tsx';

export function CritiqueCard() {
  const read = critiqued.value;
  if (!read) return null;
  const { answer, name, thumbnailUrl, brief, isOffline } = read;
  const total = totalOf(answer.scores);
  const changed = FIELD_ORDER.filter((id) => answer.fields[id] !== undefined);
  return (
    <section class="card" aria-label="Critique">
      <div class="card-head">
        <p class="name">{total === null ? name : `${name}: ${total.toFixed(1)} of 10`}</p>
        <button type="button" class="icon-button" aria-label="Close the critique" title="Close" onClick={() => closeCritique()}>
          <Icon of={X} />
        </button>
      </div>
      {isOffline && <p class="hint">Measured, not understood: no AI looked at it.</p>}
      {thumbnailUrl && <img class="edged critique-picture" src={thumbnailUrl} alt={name} />}
      <p class="facts">{`Held against: ${brief.slice(0, 160)}`}</p>
      {answer.sees !== '' && <p>{answer.sees}</p>}
      <RubricList scores={answer.scores} />
      {answer.improve.length > 0 && (
        <ul class="improve" aria-label="What would gain most">
          {answer.improve.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <>
          <dl>
            {changed.map((id) => (
              <div key={id} class="part-row">
                <dt>{FIELDS[id].label}</dt>
                <dd>{answer.fields[id]}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="button" onClick={() => takeCritique()}>
            Use the changed prompt
          </button>
        </>
      )}
    </section>
  );
}

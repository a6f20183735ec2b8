// What was read from a picture: its look and its content apart, its things with their boxes, and words for people who do not see it.
import { X } from 'lucide';
import { useId } from 'preact/hooks';
import { FIELDS, FIELD_ORDER } from '../../../core/fields.ts';
import type { FieldTexts } from '../../../core/fields.ts';
import type { SeenObject, SeenRelation } from '../../../core/studio/tasks.ts';
import { forgetSeen, setAltText, useContent, useLook, writeAltText } from '../../studioActions.ts';
import { canEdit } from '../../store/session.ts';
import { seen } from '../../store/studio.ts';
import type { SeenPicture } from '../../store/studio.ts';
import { Icon } from '../parts/Icon.tsx';
import { BoxedPicture } from './BoxedPicture.tsx';

export function SeenCard() {
  const read = seen.value;
  if (!read) return null;
  const { answer } = read;
  return (
    <section class="card" aria-label="What was read">
      <div class="card-head">
        <p class="name">{read.name}</p>
        <button type="button" class="icon-button" aria-label="Close what was read" title="Close" onClick={() => forgetSeen()}>
          <Icon of={X} />
        </button>
      </div>
      {read.isOffline && <p class="hint">Measured, not understood: no AI looked at it.</p>}
      <BoxedPicture url={read.thumbnailUrl} name={read.name} objects={answer.objects} />
      {answer.reading !== 'recreate' && (
        <>
          <Part title="Look" part="look" fields={answer.fields} button="Use the look" onUse={useLook} />
          <Part title="Content" part="content" fields={answer.fields} button="Use the content" onUse={useContent} />
        </>
      )}
      <Relations objects={answer.objects} relations={answer.relations} />
      <AltText read={read} />
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly part: 'look' | 'content';
  readonly fields: FieldTexts;
  readonly button: string;
  readonly onUse: () => void;
}

function Part({ title, part, fields, button, onUse }: PartProps) {
  const said = FIELD_ORDER.filter((id) => FIELDS[id].part === part && fields[id] !== undefined);
  if (said.length === 0) return null;
  return (
    <div class="part">
      <div class="card-head">
        <p>{title}</p>
        <button type="button" class="link" onClick={onUse}>
          {button}
        </button>
      </div>
      <dl>
        {said.map((id) => (
          <div key={id} class="part-row">
            <dt>{FIELDS[id].label}</dt>
            <dd>{fields[id]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Relations({ objects, relations }: { objects: readonly SeenObject[]; relations: readonly SeenRelation[] }) {
  if (relations.length === 0) return null;
  return (
    <ul aria-label="Relations" class="relations">
      {relations.map(({ from, relation, to }) => (
        <li key={`${from} ${relation} ${to}`}>
          {objects[from]?.name} {relation} {objects[to]?.name}
        </li>
      ))}
    </ul>
  );
}

function AltText({ read }: { read: SeenPicture }) {
  const id = useId();
  if (read.answer.altText === '') return null;
  return (
    <div class="alt-text">
      <label for={id} class="facts">
        Alt text
      </label>
      <textarea
        id={id}
        class="textarea is-low"
        rows={2}
        maxLength={300}
        value={read.altText}
        onInput={(event) => setAltText(event.currentTarget.value)}
      />
      {read.nodeId !== null && canEdit.value ? (
        <button type="button" class="button" onClick={() => writeAltText()}>
          Write as annotation
        </button>
      ) : (
        <p class="hint">{canEdit.value ? 'An annotation belongs to one layer; this was read from several, or from a result.' : 'This file cannot be edited.'}</p>
      )}
    </div>
  );
}

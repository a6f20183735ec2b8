// The structured prompt: a line for each field, with a lock that keeps it from models and rules, and a stress that is said in words.
import { ChevronUp, ChevronsUp, Lock, LockOpen, Minus } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { FIELDS, FIELD_ORDER } from '../../../core/fields.ts';
import type { Emphasis, FieldId } from '../../../core/fields.ts';
import { setField, stress, toggleLock } from '../../studioActions.ts';
import { fields } from '../../store/studio.ts';
import { Icon } from '../parts/Icon.tsx';
import { useWanted } from '../screen.ts';

export function Fields() {
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useWanted('fields', first);
  return (
    <div role="group" aria-labelledby={id} class="prompt-fields">
      <h2 id={id} class="unseen">
        Prompt fields
      </h2>
      {FIELD_ORDER.map((field) => (
        <Field key={field} id={field} {...(field === 'subject' ? { inputRef: first } : {})} />
      ))}
    </div>
  );
}

const STRESS_ICONS = { 0: Minus, 1: ChevronUp, 2: ChevronsUp } as const;
const STRESSES: Readonly<Record<Emphasis, string>> = { 0: 'Not stressed', 1: 'Stressed', 2: 'Above all' };

function Field({ id, inputRef }: { id: FieldId; inputRef?: { current: HTMLTextAreaElement | null } }) {
  const inputId = useId();
  const { text, isLocked, emphasis } = fields.value[id];
  const { label, hint } = FIELDS[id];
  const stressText = `Stress ${label}: ${STRESSES[emphasis].toLowerCase()}`;
  return (
    <div class="prompt-field" data-locked={isLocked} data-stress={emphasis}>
      <label for={inputId}>{label}</label>
      <textarea
        id={inputId}
        {...(inputRef ? { ref: inputRef } : {})}
        class="textarea is-low"
        rows={1}
        placeholder={hint}
        value={text}
        onInput={(event) => setField(id, event.currentTarget.value)}
      />
      <button type="button" class="icon-button stress" aria-label={stressText} title={stressText} onClick={() => stress(id)}>
        <Icon of={STRESS_ICONS[emphasis]} />
      </button>
      <button type="button" class="icon-button" aria-label={`Lock ${label}`} title={isLocked ? `${label} is locked: only you change it` : `Lock ${label}`} aria-pressed={isLocked} onClick={() => toggleLock(id)}>
        <Icon of={isLocked ? Lock : LockOpen} />
      </button>
    </div>
  );
}

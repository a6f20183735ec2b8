// A key goes in and never comes out.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly isSet: boolean;
  readonly fieldRef?: RefObject<HTMLInputElement | null>;
  readonly onSave: (text: string) => void;
}

export function KeyForm({ label, button, isSet, fieldRef, onSave }: Props) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const field = fieldRef ?? own;
  // A password field has no role of its own; without one it could not be found by role and name.
  useEffect(() => field.current?.setAttribute('role', 'textbox'), []);
  const save = () => {
    const text = field.current?.value.trim() ?? '';
    if (text === '') return field.current?.focus();
    onSave(text);
    if (field.current) field.current.value = '';
  };
  return (
    <form
      class="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label for={id}>{label}</label>
      <div class="row">
        <input id={id} ref={field} type="password" autocomplete="off" spellcheck={false} maxLength={500} placeholder={isSet ? 'Paste another key' : 'Paste a key'} />
        <button type="submit" class="button">
          {button}
        </button>
      </div>
    </form>
  );
}

// Says above Make what stands in its way or what it will do; the button itself is never dead.
import { VariegateError } from '../../../core/errors.ts';
import { engine, lacksBrief, limitWarning, obstacle } from '../../store/draft.ts';
import { canEdit, connection, key } from '../../store/session.ts';
import { goTo, useScreen } from '../screen.ts';

export const NOTE_ID = 'make-note';

export function Note() {
  const screen = useScreen();
  const text = noteText();
  return (
    <p id={NOTE_ID} class="note">
      {text ?? (
        <>
          Offline preview, no AI.{' '}
          <button type="button" class="link" onClick={() => goTo(screen, 'key')}>
            Add a Gemini key
          </button>{' '}
          for real variants.
        </>
      )}
    </p>
  );
}

/** Null where the note that offers a key belongs. */
function noteText(): string | null {
  if (connection.value === 'starting') return '';
  const stop = obstacle.value;
  if (stop?.code === 'NOTHING_SELECTED') return 'Select a layer to start from.';
  if (stop) return new VariegateError(stop.code, stop.name ? { name: stop.name } : {}).message;
  if (lacksBrief.value) return 'Write in the brief what to make.';
  if (limitWarning.value) return limitWarning.value;
  if (!canEdit.value) return 'This file cannot be edited; results stay in Results.';
  if (engine.value === 'gemini') return '';
  return key.value.isSet ? 'Offline preview, no AI: chosen in Settings.' : null;
}

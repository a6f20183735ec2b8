// Says above Make what stands in its way or what it will do; the button itself is never dead.
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { engine, lacksBrief, limitWarning, obstacle } from '../../store/draft.ts';
import { MOST_PICTURES, planned, studioLimitWarning, studioObstacle, wanted } from '../../store/studioRun.ts';
import { canEdit, connection, key } from '../../store/session.ts';
import { goTo, useScreen } from '../screen.ts';

export const NOTE_ID = 'make-note';

export function Note() {
  const screen = useScreen();
  const isInPrompts = screen.panel.value === 'prompts';
  const text = isInPrompts ? studioText() : createText();
  return (
    <p id={NOTE_ID} class="note">
      {text ?? (
        <>
          Offline preview, no AI.{' '}
          <button type="button" class="link" onClick={() => goTo(screen, 'key')}>
            Add a Gemini key
          </button>{' '}
          for real {isInPrompts ? 'prompts' : 'variants'}.
        </>
      )}
    </p>
  );
}

/** Null where the note that offers a key belongs. */
function createText(): string | null {
  if (connection.value === 'starting') return '';
  if (obstacle.value) return stopText(obstacle.value);
  if (lacksBrief.value) return 'Write in the brief what to make.';
  return limitWarning.value ?? worldText();
}

function studioText(): string | null {
  if (connection.value === 'starting') return '';
  if (studioObstacle.value) return stopText(studioObstacle.value);
  if (planned.value.length === 0) return 'Pick options, or fill in the fields.';
  if (wanted.value > MOST_PICTURES) return `${wanted.value} pictures are asked for; ${planned.value.length} are made at a time.`;
  return studioLimitWarning.value ?? worldText();
}

function stopText({ code, name }: { readonly code: ErrorCode; readonly name: string }): string {
  if (code === 'NOTHING_SELECTED') return 'Select a layer to start from.';
  return new VariegateError(code, name ? { name } : {}).message;
}

function worldText(): string | null {
  if (!canEdit.value) return 'This file cannot be edited; results stay in Results.';
  if (engine.value === 'gemini') return '';
  return key.value.isSet ? 'Offline preview, no AI: chosen in Settings.' : null;
}

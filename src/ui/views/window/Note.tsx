// Says above Make what stands in its way or what it will do; the button itself is never dead.
import { engineOf, isAi } from '../../../core/engines.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { engine, lacksBrief, limitWarning, obstacle, ruled } from '../../store/draft.ts';
import { canEdit, connection, key } from '../../store/session.ts';
import { goTo, useScreen } from '../screen.ts';

export const NOTE_ID = 'make-note';

/** For Create. */
export function Note() {
  return <NoteLine text={noteText()} forWhat="variants" />;
}

/** Which model the rule took, because it moves the price. */
function RuleNote({ why }: { why: string }) {
  const screen = useScreen();
  return (
    <p id={NOTE_ID} class="note">
      {`${why}. `}
      <button type="button" class="link" onClick={() => goTo(screen, 'model')}>
        Change
      </button>
    </p>
  );
}

interface Props {
  /** '' where there is nothing to say but which model the rule took; null where the note that offers a key belongs. */
  readonly text: string | null;
  /** What a key gives: "real variants". */
  readonly forWhat: string;
}

export function NoteLine({ text, forWhat }: Props) {
  const screen = useScreen();
  if (text === '' && ruled.value) return <RuleNote why={ruled.value.why} />;
  return (
    <p id={NOTE_ID} class="note">
      {text ?? (
        <>
          Offline preview, no AI.{' '}
          <button type="button" class="link" onClick={() => goTo(screen, 'key')}>
            Add a Gemini key
          </button>{' '}
          for real {forWhat}.
        </>
      )}
    </p>
  );
}

function noteText(): string | null {
  if (connection.value === 'starting') return '';
  if (obstacle.value) return stopText(obstacle.value);
  if (lacksBrief.value) return 'Write in the brief what to make.';
  return limitWarning.value ?? worldText();
}

export function stopText({ code, name }: { readonly code: ErrorCode; readonly name: string }): string {
  if (code === 'NOTHING_SELECTED') return 'Select a layer to start from.';
  return new VariegateError(code, name ? { name } : {}).message;
}

/** What holds for every tab; null where a key should be offered. */
export function worldText(): string | null {
  if (!canEdit.value) return 'This file cannot be edited; results stay in Results.';
  if (isAi(engine.value)) return '';
  if (engine.value !== 'offline') return `${engineOf(engine.value)?.label ?? ''}: chosen in Settings.`;
  return key.value.isSet ? 'Offline preview, no AI: chosen in Settings.' : null;
}

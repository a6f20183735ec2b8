// A longer text to take away, the report of a failure or a file: always there to be selected by hand; the button copies it and
// claims success only when it did.
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';

interface Props {
  readonly text: string;
  readonly label?: string;
  readonly button?: string;
}

export function Report({ text, label = 'Report', button = 'Copy report' }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const outcome = useSignal<'none' | 'copied' | 'refused'>('none');
  const copy = () => {
    area.current?.select();
    outcome.value = copySelection() ? 'copied' : 'refused';
  };
  return (
    <div class="report">
      <textarea id={id} ref={area} class="report-text" aria-label={label} readOnly rows={4} value={text} />
      <div class="row">
        <button type="button" class="button" onClick={copy}>
          {button}
        </button>
        <span class="hint" aria-live="polite">
          {outcome.value === 'copied' && 'Copied.'}
          {outcome.value === 'refused' && 'Not copied. The text is selected: press Ctrl+C or ⌘C.'}
        </span>
      </div>
    </div>
  );
}

// The modern clipboard is refused in Figma's frame; this old call works there inside a click.
function copySelection(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

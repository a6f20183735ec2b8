// The taste profile: what it says, whether it is used, where it is kept.
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { TASTE_WORDS, countWords } from '../../../core/taste/note.ts';
import { canEdit, fileTaste, settings } from '../../store/session.ts';
import { tasteText } from '../../store/taste.ts';
import { keepTaste, setTaste, useTaste, writeTaste } from '../../tasteActions.ts';
import { Choice } from '../parts/Choice.tsx';
import { Report } from '../parts/Report.tsx';
import { useWanted } from '../screen.ts';

const WHERE = [
  { value: 'all', label: 'For all files' },
  { value: 'file', label: 'For this file' },
] as const satisfies readonly { value: 'all' | 'file'; label: string }[];

export function Taste() {
  const hint = useId();
  const isShown = useSignal(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useWanted('taste', area);
  return (
    <section aria-label="Taste" class="settings-section">
      <label class="field-stack">
        <span>Taste profile</span>
        <textarea ref={area} class="textarea" rows={4} aria-describedby={hint} placeholder="Prefers side light, muted greens. Avoids bokeh." value={tasteText.value} onChange={(event) => setTaste(event.currentTarget.value)} />
      </label>
      <p class="hint" id={hint}>{`${countWords(tasteText.value)} of ${TASTE_WORDS} words. It puts prompt options in order and nothing else: no prompt ever gets it.`}</p>
      <label class="tick">
        <input type="checkbox" checked={settings.value.taste.isOn} onChange={(event) => useTaste(event.currentTarget.checked)} />
        <span>Order prompt options by it</span>
      </label>
      {canEdit.value && <Choice label="Keep it" look="segments" value={fileTaste.value === null ? 'all' : 'file'} options={WHERE} onChange={keepTaste} />}
      <div class="row">
        <button type="button" class="button" onClick={() => writeTaste()}>
          Write it from ratings
        </button>
        <button type="button" class="button" aria-expanded={isShown.value} onClick={() => (isShown.value = !isShown.value)}>
          Export
        </button>
      </div>
      {isShown.value && <Report text={tasteText.value} label="Taste profile as text" button="Copy profile" />}
    </section>
  );
}

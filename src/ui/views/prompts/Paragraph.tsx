// The paragraph exactly as it is sent. Editing it changes the fields; nothing that is typed is lost or reworded.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { rewriteParagraph, setParagraph } from '../../studioActions.ts';
import { editedParagraph, picked } from '../../store/studio.ts';
import { frame, paragraph } from '../../store/studioRun.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { useWanted } from '../screen.ts';

export function Paragraph() {
  const isOpen = useSignal(false);
  const ref = useRef<HTMLTextAreaElement>(null);
  useWanted('prompt', ref, () => (isOpen.value = true));
  const isEdited = editedParagraph.value !== null;
  return (
    <Disclosure label="Prompt that will be sent" {...(isEdited ? { aside: 'Edited' } : {})} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      {picked.value.length > 0 && <p class="hint">The picked options are sent as they stand in the list; these are the fields.</p>}
      {frame.value !== '' && <p class="frame">{frame.value}</p>}
      <textarea
        ref={ref}
        class="textarea exact-prompt"
        aria-label="Exact prompt"
        rows={5}
        spellcheck={false}
        value={paragraph.value}
        onInput={(event) => setParagraph(event.currentTarget.value)}
      />
      {isEdited && (
        <button type="button" class="button" onClick={() => rewriteParagraph()}>
          Write it from the fields
        </button>
      )}
    </Disclosure>
  );
}

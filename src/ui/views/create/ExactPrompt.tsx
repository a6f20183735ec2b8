// The prompt exactly as it will be sent. What stands here is sent and nothing else; editing it takes over from the recipe.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { asksForDirections } from '../../../core/prompt.ts';
import { setExactPrompt } from '../../actions.ts';
import { draft, promptShown } from '../../store/draft.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { useWanted } from '../screen.ts';

export function ExactPrompt() {
  const isOpen = useSignal(false);
  const ref = useRef<HTMLTextAreaElement>(null);
  useWanted('prompt', ref, () => (isOpen.value = true));
  const isEdited = draft.value.exactPrompt !== null;
  return (
    <Disclosure
      label="Prompt that will be sent"
      {...(isEdited ? { aside: 'Edited' } : {})}
      isOpen={isOpen.value}
      onToggle={() => (isOpen.value = !isOpen.value)}
    >
      <textarea
        ref={ref}
        class="textarea exact-prompt"
        aria-label="Exact prompt"
        rows={6}
        spellcheck={false}
        value={promptShown.value}
        onInput={(event) => setExactPrompt(event.currentTarget.value)}
      />
      <div class="row">
        {asksForDirections(promptShown.value) && <p class="hint">{'{direction}'} becomes each picture’s own direction.</p>}
        {isEdited && (
          <button type="button" class="button" onClick={() => setExactPrompt(null)}>
            Write it for me again
          </button>
        )}
      </div>
    </Disclosure>
  );
}

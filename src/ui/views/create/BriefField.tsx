// The designer's own words.
import { useRef } from 'preact/hooks';
import { setBrief } from '../../actions.ts';
import { draft, recipe } from '../../store/draft.ts';
import { useWanted } from '../screen.ts';

export function BriefField() {
  const ref = useRef<HTMLTextAreaElement>(null);
  useWanted('brief', ref);
  return (
    <div>
      <textarea
        ref={ref}
        class="textarea brief"
        aria-label="Brief"
        rows={3}
        placeholder={recipe.value.briefHint}
        value={draft.value.brief}
        onInput={(event) => setBrief(event.currentTarget.value)}
      />
      {draft.value.exactPrompt !== null && (
        <p class="hint">You wrote the exact prompt yourself, so the brief changes nothing in it.</p>
      )}
    </div>
  );
}

// Now, or overnight for less.
import { useId } from 'preact/hooks';
import { changeBatch } from '../../batchActions.ts';
import { batchDraft } from '../../store/batch.ts';

export function When() {
  const hint = useId();
  const { isOvernight } = batchDraft.value;
  return (
    <div class="batch-when">
      <label class="tick">
        <input type="checkbox" checked={isOvernight} aria-describedby={isOvernight ? hint : undefined} onChange={(event) => changeBatch({ isOvernight: event.currentTarget.checked })} />
        <span>Overnight, half price</span>
      </label>
      {isOvernight && (
        <p class="hint" id={hint}>
          Gemini makes them within a day, also while Figma is closed. This file remembers them; open it again to place them.
        </p>
      )}
    </div>
  );
}

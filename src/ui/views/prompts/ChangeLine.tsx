// One wish at a time, at the bottom edge above Make: it changes the fields, step by step.
import { useRef } from 'preact/hooks';
import { applyChange } from '../../studioActions.ts';
import { changeStudio, studioDraft } from '../../store/studio.ts';
import { changePrice } from '../../store/studioPrices.ts';
import { useWanted } from '../screen.ts';

export function ChangeLine() {
  const ref = useRef<HTMLInputElement>(null);
  useWanted('change', ref);
  return (
    <div class="change-line">
      <input
        ref={ref}
        type="text"
        aria-label="Change"
        placeholder="make it a robot cat"
        value={studioDraft.value.change}
        onInput={(event) => changeStudio({ change: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && !event.metaKey && !event.ctrlKey && applyChange()}
      />
      <button type="button" class="button" title={`Apply change · ${changePrice.value}`} onClick={() => applyChange()}>
        Apply change
      </button>
    </div>
  );
}

// The options an idea was made into, newest first: what makes each different, its words, and whether Make takes it.
import { ChevronsDownUp, ChevronsUpDown, X } from 'lucide';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { renderParagraph } from '../../../core/paragraph/render.ts';
import { languageOf } from '../../../core/language.ts';
import { textsOf } from '../../../core/fields.ts';
import { applyOption, forgetOption, togglePicked } from '../../studioActions.ts';
import type { StudioOption } from '../../store/studio.ts';
import { fieldsOfOption } from '../../store/studioRun.ts';
import { isTasteUsed, orderedOptions } from '../../store/taste.ts';
import type { OrderedOption } from '../../store/taste.ts';
import { Icon } from '../parts/Icon.tsx';
import { goTo, useScreen } from '../screen.ts';

export function Options() {
  const screen = useScreen();
  if (orderedOptions.value.length === 0) return null;
  return (
    <>
      {isTasteUsed.value && (
        <p class="hint">
          In the order of your taste.{' '}
          <button type="button" class="link" onClick={() => goTo(screen, 'taste')}>
            Change
          </button>
        </p>
      )}
      <ul class="options" aria-label="Prompt options">
        {orderedOptions.value.map(({ option, met }) => (
          <OptionItem key={option.id} option={option} met={met} />
        ))}
      </ul>
    </>
  );
}

/** Texts up to here (characters) are shown whole. */
const SHORT = 160;

function OptionItem({ option, met }: OrderedOption) {
  const id = useId();
  const text = textOf(option);
  const isWhole = useSignal(false);
  return (
    <li class="option" data-picked={option.isPicked}>
      <label class="option-pick">
        <input type="checkbox" aria-label="Pick" aria-describedby={id} checked={option.isPicked} onChange={() => togglePicked(option.id)} />
        <span class="option-body">
          <strong id={id}>{option.title}</strong>
          <span class="option-text" data-whole={isWhole.value || text.length <= SHORT}>
            {text}
          </span>
          {met.score !== 0 && <span class="facts">{sayMet(met)}</span>}
        </span>
      </label>
      <div class="option-actions">
        <button type="button" class="link" aria-describedby={id} title="Puts it into the fields" onClick={() => applyOption(option.id)}>
          Use
        </button>
        {text.length > SHORT && (
          <button type="button" class="icon-button" aria-label="Read all" aria-describedby={id} title="Read all" aria-expanded={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
            <Icon of={isWhole.value ? ChevronsDownUp : ChevronsUpDown} />
          </button>
        )}
        <button type="button" class="icon-button" aria-label="Remove option" aria-describedby={id} title="Remove option" onClick={() => forgetOption(option.id)}>
          <Icon of={X} />
        </button>
      </div>
    </li>
  );
}

/** "You prefer side light; you avoid bokeh". */
function sayMet({ prefers, avoids }: OrderedOption['met']): string {
  return [...(prefers.length > 0 ? [`You prefer ${prefers.join(', ')}`] : []), ...(avoids.length > 0 ? [`you avoid ${avoids.join(', ')}`] : [])].join('; ');
}

function textOf(option: StudioOption): string {
  const fields = fieldsOfOption(option);
  return renderParagraph(fields, languageOf(Object.values(textsOf(fields)).join('\n')));
}

// Blanks in the fields, "{product}": one box each, filled in wherever they stand. Nothing is made while one is open.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { fillBlank } from '../../studioActions.ts';
import { openBlanks } from '../../store/templates.ts';

export function Blanks() {
  if (openBlanks.value.length === 0) return null;
  return (
    <div role="group" aria-label="Blanks" class="blanks">
      {openBlanks.value.map((name) => (
        <Blank key={name} name={name} />
      ))}
    </div>
  );
}

// Filled in when it is left or Enter is pressed: a blank that is half typed must stay where it is.
function Blank({ name }: { name: string }) {
  const id = useId();
  const text = useSignal('');
  const fill = () => text.value.trim() !== '' && fillBlank(name, text.value);
  return (
    <div class="blank">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        placeholder={`fill in {${name}}`}
        maxLength={500}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onBlur={fill}
        onKeyDown={(event) => event.key === 'Enter' && fill()}
      />
    </div>
  );
}

// One of a few, all in sight: a radiogroup of the browser's own radios, which bring the arrow keys with them.
import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  readonly label: string;
  readonly isLabelShown?: boolean;
  /** 'chips' wrap where segments would not fit. */
  readonly look: 'list' | 'segments' | 'chips';
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>(props: Props<Value>) {
  const id = useId();
  return (
    <div class="field">
      <span id={id} class={props.isLabelShown ? undefined : 'unseen'}>
        {props.label}
      </span>
      <div role="radiogroup" aria-labelledby={id} class={`choice choice-${props.look}`}>
        {props.options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={id}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

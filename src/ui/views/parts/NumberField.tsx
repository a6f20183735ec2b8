// A number with a floor and a ceiling: typed, stepped by keys, or by the two buttons beside it. Only valid numbers leave it.
import { Minus, Plus } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What Page Up and Page Down add. */
  readonly page: number;
  /** Names of the − and + buttons; without them there are none. */
  readonly buttons?: { readonly less: string; readonly more: string };
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: number) => void;
}

export function NumberField(props: Props) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const ref = props.inputRef ?? own;
  const change = (value: number) => props.onChange(Math.min(props.max, Math.max(props.min, value)));
  return (
    <div class="number">
      <label for={id}>{props.label}</label>
      <div class="number-box">
        {props.buttons && (
          <Stepper name={props.buttons.less} icon={Minus} isAtEnd={props.value <= props.min} onPress={() => change(props.value - props.step)} />
        )}
        <input
          id={id}
          ref={ref}
          type="number"
          min={props.min}
          max={props.max}
          step={props.step}
          value={props.value}
          onInput={(event) => commit(event.currentTarget, props)}
          onBlur={(event) => (event.currentTarget.value = String(props.value))}
          onKeyDown={(event) => {
            const next = valueOfKey(event.key, props);
            if (next === null) return;
            event.preventDefault();
            change(next);
          }}
        />
        {props.buttons && (
          <Stepper name={props.buttons.more} icon={Plus} isAtEnd={props.value >= props.max} onPress={() => change(props.value + props.step)} />
        )}
      </div>
    </div>
  );
}

interface StepperProps {
  readonly name: string;
  readonly icon: typeof Minus;
  readonly isAtEnd: boolean;
  readonly onPress: () => void;
}

// Out of the tab order: the arrow keys of the number do the same.
function Stepper({ name, icon, isAtEnd, onPress }: StepperProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} tabIndex={-1} aria-disabled={isAtEnd} onClick={onPress}>
      <Icon of={icon} />
    </button>
  );
}

function commit(input: HTMLInputElement, props: Props): void {
  const value = input.valueAsNumber;
  const isWhole = props.step % 1 !== 0 || Number.isInteger(value);
  if (Number.isFinite(value) && isWhole && value >= props.min && value <= props.max) props.onChange(value);
}

// Arrow keys are the input's own.
function valueOfKey(key: string, props: Props): number | null {
  switch (key) {
    case 'PageUp':
      return props.value + props.page;
    case 'PageDown':
      return props.value - props.page;
    case 'Home':
      return props.min;
    case 'End':
      return props.max;
    default:
      return null;
  }
}

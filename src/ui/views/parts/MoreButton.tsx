// A button that opens a short list of further buttons in the top layer. Arrow keys walk the list, Escape closes it and
// focus returns: the browser's popover does the closing. The entries stay buttons, so each keeps its name and role.
import type { IconNode } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { stepFocus } from './stepFocus.ts';

export interface MoreItem {
  readonly label: string;
  readonly icon: IconNode;
  readonly onPress: () => void;
}

interface Props {
  readonly label: string;
  readonly icon: IconNode;
  /** Shows the label beside the icon. */
  readonly isLabelled?: boolean;
  readonly items: readonly MoreItem[];
  /** Stands in the list when there is nothing to choose. */
  readonly emptyText?: string;
  readonly describedBy?: string;
}

export function MoreButton(props: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.isLabelled ? 'button' : 'icon-button'}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        title={props.isLabelled ? undefined : props.label}
        popovertarget={id}
      >
        <Icon of={props.icon} />
        {props.isLabelled && <span>{props.label}</span>}
      </button>
      <div
        id={id}
        ref={list}
        class="menu"
        popover="auto"
        role="group"
        aria-label={props.label}
        tabIndex={-1}
        onBeforeToggle={() => button.current && list.current && placeBy(button.current, list.current)}
        onToggle={(event) => event.newState === 'open' && focusFirst(event.currentTarget)}
        onKeyDown={(event) => stepFocus(event, event.currentTarget)}
      >
        {props.items.map((item) => (
          <button
            key={item.label}
            type="button"
            class="menu-item"
            onClick={() => {
              list.current?.hidePopover();
              item.onPress();
            }}
          >
            <Icon of={item.icon} />
            <span>{item.label}</span>
          </button>
        ))}
        {props.items.length === 0 && <p class="menu-empty">{props.emptyText}</p>}
      </div>
    </>
  );
}

function focusFirst(list: HTMLElement): void {
  (list.querySelector('button') ?? list).focus();
}

// Opens toward the side of the window that has more room, so that no list is ever cut off.
function placeBy(button: HTMLElement, list: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const gap = 4;
  const isLow = box.top > window.innerHeight / 2;
  const isRight = box.left + box.width / 2 > window.innerWidth / 2;
  list.style.top = isLow ? 'auto' : `${box.bottom + gap}px`;
  list.style.bottom = isLow ? `${window.innerHeight - box.top + gap}px` : 'auto';
  list.style.left = isRight ? 'auto' : `${Math.max(gap, box.left)}px`;
  list.style.right = isRight ? `${Math.max(gap, window.innerWidth - box.right)}px` : 'auto';
}

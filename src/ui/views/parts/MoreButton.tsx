// A button that opens a short list of further buttons in the top layer. Arrow keys walk the list, Escape closes it and
// focus returns: the browser's popover does the closing. The entries are buttons, and in the page only while it is open.
import { useSignal } from '@preact/signals';
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
  const isOpen = useSignal(false);
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
        onBeforeToggle={(event) => {
          isOpen.value = event.newState === 'open';
          if (button.current) placeBy(button.current, event.currentTarget);
        }}
        onToggle={(event) => event.newState === 'open' && focusFirst(event.currentTarget)}
        onKeyDown={(event) => stepFocus(event, event.currentTarget)}
      >
        {isOpen.value && <Entries items={props.items} emptyText={props.emptyText ?? ''} onChoose={() => list.current?.hidePopover()} />}
      </div>
    </>
  );
}

interface EntriesProps {
  readonly items: readonly MoreItem[];
  readonly emptyText: string;
  readonly onChoose: () => void;
}

function Entries({ items, emptyText, onChoose }: EntriesProps) {
  if (items.length === 0) return <p class="menu-empty">{emptyText}</p>;
  return items.map((item) => (
    <button
      key={item.label}
      type="button"
      class="menu-item"
      onClick={() => {
        onChoose();
        item.onPress();
      }}
    >
      <Icon of={item.icon} />
      <span>{item.label}</span>
    </button>
  ));
}

function focusFirst(list: HTMLElement): void {
  (list.querySelector('button') ?? list).focus();
}

/** Width of a list (px), as in the styles. */
const LIST_WIDTH = 176;

// Opens toward the side of the window that has more room, so that no list is ever cut off, not even in a window that shrinks.
function placeBy(button: HTMLElement, list: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const gap = 4;
  const isLow = box.top > window.innerHeight / 2;
  const isRight = box.left + box.width / 2 > window.innerWidth / 2;
  list.style.top = isLow ? 'auto' : `${box.bottom + gap}px`;
  list.style.bottom = isLow ? `${window.innerHeight - box.top + gap}px` : 'auto';
  const inside = (edge: number) => `clamp(${gap}px, ${edge}px, 100vw - ${LIST_WIDTH + gap}px)`;
  list.style.left = isRight ? 'auto' : inside(box.left);
  list.style.right = isRight ? inside(window.innerWidth - box.right) : 'auto';
}

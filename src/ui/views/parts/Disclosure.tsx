// A line that opens what is seldom needed. Who owns the open state passes it, so that an error's button can open it too.
import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

interface Props {
  readonly label: string;
  /** Said at the right end: a verb or a state. */
  readonly aside?: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

export function Disclosure({ label, aside, isOpen, onToggle, children }: Props) {
  const id = useId();
  return (
    <div class="disclosure">
      <button type="button" class="disclosure-line" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={onToggle}>
        <span class="disclosure-label">{label}</span>
        {aside ? <span class="disclosure-aside">{aside}</span> : null}
        <Icon of={ChevronRight} />
      </button>
      {isOpen && (
        <div id={id} class="disclosure-body">
          {children}
        </div>
      )}
    </div>
  );
}

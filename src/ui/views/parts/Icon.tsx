// One icon of the kept set, drawn as elements and never as markup. Decoration only: the name belongs to its button.
import type { IconNode } from 'lucide';
import { h } from 'preact';

export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

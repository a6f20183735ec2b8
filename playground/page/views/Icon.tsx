// One line icon of the Lucide set (ISC licence), drawn in the text's colour. Names nothing: the control around it does.
import type { IconNode } from 'lucide';
import { h } from 'preact';

export function Icon({ shape, size = 14 }: { readonly shape: IconNode; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width={(1.15 * 24) / size} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      {shape.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}

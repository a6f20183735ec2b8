// The one button of Style that spends: what it is applied to, and the price.
import { applyStyle } from '../../styleActions.ts';
import { applyLabel } from '../../store/style.ts';

export function ApplyStyle({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => applyStyle()}>
      {applyLabel.value}
    </button>
  );
}

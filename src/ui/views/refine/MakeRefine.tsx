// The one button of "Refine" that spends: how many pictures at most, and the most that they cost.
import { startRefine } from '../../refineActions.ts';
import { refineLabel } from '../../store/refine.ts';

export function MakeRefine({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => startRefine()}>
      {refineLabel.value}
    </button>
  );
}

// The one button of "Storyboard" that spends: it writes the shot list first, and makes the shots then.
import { startStoryboard } from '../../storyboardActions.ts';
import { storyLabel } from '../../store/storyboard.ts';

export function MakeStoryboard({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => startStoryboard()}>
      {storyLabel.value}
    </button>
  );
}

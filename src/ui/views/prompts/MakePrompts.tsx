// The one button of Prompts that spends: how many pictures, and their price.
import { makeStudio } from '../../studioActions.ts';
import { studioGoLabel } from '../../store/studioRun.ts';

export function MakePrompts({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => makeStudio()}>
      {studioGoLabel.value}
    </button>
  );
}

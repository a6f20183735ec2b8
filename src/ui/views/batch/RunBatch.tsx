// The one button of Batch that spends, and what stands above it.
import { run } from '../../batchActions.ts';
import { batchObstacle, runLabel } from '../../store/batch.ts';
import { NoteLine, worldText } from '../window/Note.tsx';

export function BatchNote() {
  return <NoteLine text={batchObstacle.value ?? worldText()} forWhat="pictures" />;
}

export function RunBatch({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => run()}>
      {runLabel.value}
    </button>
  );
}

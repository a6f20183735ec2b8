// The one button of Batch that spends, and what stands above it.
import { run } from '../../batchActions.ts';
import { batchObstacle, isBatchRunning, runLabel } from '../../store/batch.ts';
import { NoteLine, worldText } from '../window/Note.tsx';

export function BatchNote() {
  const text = isBatchRunning.value ? 'A batch is running; another can start when it is over.' : (batchObstacle.value ?? worldText());
  return <NoteLine text={text} forWhat="pictures" />;
}

export function RunBatch({ describedBy }: { readonly describedBy: string }) {
  return (
    <button type="button" class="button is-primary make" aria-describedby={describedBy} onClick={() => batchObstacle.value === null && !isBatchRunning.value && run()}>
      {runLabel.value}
    </button>
  );
}

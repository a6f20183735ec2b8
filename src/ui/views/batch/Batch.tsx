// The tab "Batch": rows, the template, where pictures go, what would be made, and the batch that is there.
import { useEffect } from 'preact/hooks';
import { loadBatch } from '../../batchActions.ts';
import { batch } from '../../store/batch.ts';
import { SeldomChanged } from '../create/SeldomChanged.tsx';
import { Into } from './Into.tsx';
import { Preview } from './Preview.tsx';
import { Rows } from './Rows.tsx';
import { RunningBatch } from './RunningBatch.tsx';
import { Template } from './Template.tsx';

export function Batch() {
  useEffect(() => loadBatch(), []);
  return (
    <div class="batch">
      {batch.value && <RunningBatch />}
      <form class="batch-form" onSubmit={(event) => event.preventDefault()}>
        <Rows />
        <Template />
        <Into />
        <Preview />
        <div class="folded">
          <SeldomChanged hasPlace={false} />
        </div>
      </form>
    </div>
  );
}

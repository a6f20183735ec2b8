// The tab "Batch": rows, the template, where pictures go, what would be made, and the batch that is there.
import { useEffect } from 'preact/hooks';
import { loadBatch } from '../../batchActions.ts';
import { batch, canOvernight } from '../../store/batch.ts';
import { overnight } from '../../store/overnight.ts';
import { SeldomChanged } from '../create/SeldomChanged.tsx';
import { Into } from './Into.tsx';
import { Overnight } from './Overnight.tsx';
import { Preview } from './Preview.tsx';
import { Rows } from './Rows.tsx';
import { RunningBatch } from './RunningBatch.tsx';
import { Template } from './Template.tsx';
import { When } from './When.tsx';

export function Batch() {
  useEffect(() => loadBatch(), []);
  return (
    <div class="batch">
      {overnight.value && <Overnight />}
      {batch.value && <RunningBatch />}
      <form class="batch-form" onSubmit={(event) => event.preventDefault()}>
        <Rows />
        <Template />
        <Into />
        <Preview />
        <div class="folded">
          <SeldomChanged hasPlace={false} />
        </div>
        {canOvernight.value && <When />}
      </form>
    </div>
  );
}

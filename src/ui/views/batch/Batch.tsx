// The tab "Batch": rows, the template, where pictures go, what would be made, and the batch that is there.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { loadBatch } from '../../batchActions.ts';
import { studio } from '../../late.ts';
import { batch, batchFacts, canOvernight, plan } from '../../store/batch.ts';
import { overnight } from '../../store/overnight.ts';
import { SeldomChanged } from '../create/SeldomChanged.tsx';
import { useAsked } from '../useAsked.ts';
import { Into } from './Into.tsx';
import { Overnight } from './Overnight.tsx';
import { Preview } from './Preview.tsx';
import { Rows } from './Rows.tsx';
import { RunningBatch } from './RunningBatch.tsx';
import { Template } from './Template.tsx';
import { When } from './When.tsx';

export function Batch() {
  useAsked(batchFacts);
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
      <Bench />
    </div>
  );
}

/** Its script runs when it is opened. */
function Bench() {
  const isOpen = useSignal(false);
  return (
    <section class="bench">
      <button type="button" class="button" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
        Compare models
      </button>
      {isOpen.value && <Opened />}
    </section>
  );
}

function Opened() {
  const { CompareModels } = studio();
  return <CompareModels rows={plan.value.units.map(({ text }) => text)} />;
}

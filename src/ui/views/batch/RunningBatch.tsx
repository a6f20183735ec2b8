// The batch that runs, waits, or ended: how far it is, what can be done with it, and a report for each row that needs one.
import { formatUsd } from '../../../core/cost.ts';
import { discardBatch, pauseBatch, resumeBatch, retryFailed } from '../../batchActions.ts';
import { batch, batchVersion, counts, isBatchPaused, isBatchRunning } from '../../store/batch.ts';
import { LongList } from '../parts/LongList.tsx';
import { sentenceOf } from './sentenceOf.ts';

export function RunningBatch() {
  void batchVersion.value;
  const { done, failed, unsure, waiting, sent } = counts.value;
  const all = done + failed + unsure + waiting + sent;
  const usd = (batch.value?.units ?? []).reduce((sum, unit) => sum + (unit.usd ?? 0), 0);
  const broken = failed + unsure;
  return (
    <section class="batch-running" aria-label="This batch">
      <div class="batch-bar" role="progressbar" aria-label="Batch" aria-valuemin={0} aria-valuemax={all} aria-valuenow={done} aria-valuetext={`${done} of ${all} rows`}>
        <i style={{ width: `${(100 * done) / Math.max(1, all)}%` }} />
      </div>
      <p>{[`${done} of ${all} rows made`, ...(broken > 0 ? [`${broken} not`] : []), usd > 0 ? formatUsd(usd) : 'free'].join(', ')}.</p>
      <div class="row">
        {isBatchRunning.value && !isBatchPaused.value && (
          <button type="button" class="button" onClick={() => pauseBatch()}>
            Pause
          </button>
        )}
        {!isBatchRunning.value && waiting > 0 && (
          <button type="button" class="button" onClick={() => resumeBatch()}>
            Resume
          </button>
        )}
        {!isBatchRunning.value && broken > 0 && (
          <button type="button" class="button" onClick={() => retryFailed()}>
            Retry failed
          </button>
        )}
        {!isBatchRunning.value && (
          <button type="button" class="link is-quiet" onClick={() => discardBatch()}>
            Discard batch
          </button>
        )}
      </div>
      {isBatchRunning.value && isBatchPaused.value && <p class="hint">What is out is finished first.</p>}
      {unsure > 0 && <p class="hint">{`${unsure === 1 ? '1 row was' : `${unsure} rows were`} out when it was stopped, and may have been charged: nothing sends ${unsure === 1 ? 'it' : 'them'} again but you.`}</p>}
      {broken > 0 && <Report />}
    </section>
  );
}

/** One line for each row that was not made. */
function Report() {
  const broken = (batch.value?.units ?? []).filter(({ state }) => state === 'failed' || state === 'unsure');
  return (
    <LongList
      label="Rows that were not made"
      count={broken.length}
      textOf={(index) => {
        const unit = broken[index];
        return unit ? `Row ${(unit.rows[0] ?? 0) + 1}, ${unit.cells[0] ?? unit.text}: ${unit.state === 'unsure' ? 'stopped on its way.' : sentenceOf(unit.error, 'it')}` : '';
      }}
    />
  );
}

// The overnight batch of this file: how far it is, and what can be done with it.
import { ERROR_TABLE } from '../../../core/errors.ts';
import { formatUsd } from '../../../core/cost.ts';
import { cancelOut, checkNow, discardOvernight, placeReady, retryFailedOvernight, sendTheRest } from '../../batchActions.ts';
import { jobsElsewhere, overnight, overnightCounts, overnightUsd, overnightVersion, overnightWork } from '../../store/overnight.ts';
import { LongList } from '../parts/LongList.tsx';
import { sentenceOf } from './sentenceOf.ts';

const DOING = { sending: 'Sending…', checking: 'Asking Gemini…', placing: 'Placing…', cancelling: 'Cancelling…' } as const;

export function Overnight() {
  void overnightVersion.value;
  const { all, placed, failed, waiting, out, ready, unsureJobs } = overnightCounts.value;
  const doing = overnightWork.value;
  return (
    <section class="batch-running" aria-label="Overnight batch">
      <div class="batch-bar" role="progressbar" aria-label="Overnight" aria-valuemin={0} aria-valuemax={all} aria-valuenow={placed} aria-valuetext={`${placed} of ${all} placed`}>
        <i style={{ width: `${(100 * placed) / Math.max(1, all)}%` }} />
      </div>
      <p>{`${[`Overnight: ${placed} of ${all} placed`, ...said(out, 'with Gemini'), ...said(ready, 'ready'), ...said(failed, 'failed'), ...said(waiting, 'not sent')].join(', ')}.`}</p>
      {doing ? <p class="hint">{DOING[doing]}</p> : <Buttons />}
      {unsureJobs > 0 && !doing && <p class="hint">A part may have been sent before the window closed. Check now tells; nothing is sent twice.</p>}
      {jobsElsewhere.value > 0 && <p class="hint">{`${jobsElsewhere.value === 1 ? 'A job is' : `${jobsElsewhere.value} jobs are`} not in this key’s project. ${ERROR_TABLE.OVERNIGHT_GONE.why}`}</p>}
      {out > 0 && <p class="hint">Gemini makes them within a day, often sooner. Open this file again and place them; they are kept for two days.</p>}
      {failed > 0 && <Report />}
    </section>
  );
}

function Buttons() {
  const { placed, all, failed, waiting, out, ready } = overnightCounts.value;
  return (
    <div class="row">
      {ready > 0 && (
        <button type="button" class="button is-primary" onClick={() => placeReady()}>
          {ready === 1 ? 'Place 1 picture' : `Place ${ready} pictures`}
        </button>
      )}
      {out > 0 && (
        <button type="button" class="button" onClick={() => checkNow()}>
          Check now
        </button>
      )}
      {waiting > 0 && (
        <button type="button" class="button" onClick={() => sendTheRest()}>
          {`Send the rest · ${price(waiting)}`}
        </button>
      )}
      {failed > 0 && (
        <button type="button" class="button" onClick={() => retryFailedOvernight()}>
          {`Send failed again · ${price(failed)}`}
        </button>
      )}
      {out > 0 && (
        <button type="button" class="link is-quiet" onClick={() => cancelOut()}>
          Cancel overnight
        </button>
      )}
      {out === 0 && ready === 0 && (
        <button type="button" class="link is-quiet" onClick={() => discardOvernight()}>
          {placed === all ? 'Clear' : 'Discard overnight batch'}
        </button>
      )}
    </div>
  );
}

/** One line for each row that failed. */
function Report() {
  const failed = (overnight.value?.jobs ?? []).flatMap(({ rows }) => rows.filter(({ unit }) => unit.state === 'failed'));
  return (
    <LongList
      label="Overnight rows that failed"
      count={failed.length}
      textOf={(index) => {
        const row = failed[index];
        return row ? `Row ${row.at + 1}, ${row.unit.cells[0] ?? row.unit.text}: ${sentenceOf(row.unit.error, row.unit.errorName ?? 'it')}` : '';
      }}
    />
  );
}

function price(rows: number): string {
  const usd = overnightUsd(rows);
  return usd === null ? formatUsd(null) : `about ${formatUsd(usd)}`;
}

function said(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}

// What may be spent and what was.
import { useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { formatUsd } from '../../../core/cost.ts';
import type { LedgerSums } from '../../../core/ledger.ts';
import { changeSettings, exportLedger } from '../../actions.ts';
import { settings, spentToday } from '../../store/session.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Report } from '../parts/Report.tsx';
import { useWanted } from '../screen.ts';
import { sumText } from '../wording.ts';

const HIGHEST_LIMIT_USD = 10_000;

export function MoneySection() {
  const perRun = useRef<HTMLInputElement>(null);
  const perDay = useRef<HTMLInputElement>(null);
  useWanted('limitPerRun', perRun);
  useWanted('limitPerDay', perDay);
  const range = { min: 0, max: HIGHEST_LIMIT_USD, step: 0.5, page: 5 };
  return (
    <section aria-label="Money" class="settings-section">
      <NumberField
        {...range}
        label="Limit per run (USD)"
        value={settings.value.limitPerRunUsd}
        inputRef={perRun}
        onChange={(limitPerRunUsd) => changeSettings({ limitPerRunUsd })}
      />
      <NumberField
        {...range}
        label="Limit per day (USD)"
        value={settings.value.limitPerDayUsd}
        inputRef={perDay}
        onChange={(limitPerDayUsd) => changeSettings({ limitPerDayUsd })}
      />
      <p class="hint">0 means no limit. Spent today: {sumText(spentToday.value.usd)}</p>
      <Ledger />
    </section>
  );
}

/** Every request line by line, to take away. */
function Ledger() {
  const shown = useSignal<{ readonly sums: LedgerSums; readonly csv: string } | null>(null);
  return (
    <>
      <button type="button" class="button" aria-expanded={shown.value !== null} onClick={() => (shown.value ? (shown.value = null) : exportLedger((sums, csv) => (shown.value = { sums, csv })))}>
        Export ledger
      </button>
      {shown.value && (
        <>
          <p class="hint">{ledgerText(shown.value.sums)}</p>
          {shown.value.sums.count > 0 && <Report text={shown.value.csv} label="Ledger as CSV" button="Copy ledger" />}
        </>
      )}
    </>
  );
}

function ledgerText({ count, paidUsd, foretoldUsd, unsure, unsureUsd }: LedgerSums): string {
  if (count === 0) return 'Nothing was booked in the last 60 days.';
  const told = `${count === 1 ? '1 request' : `${count} requests`} in 60 days: ${formatUsd(paidUsd)} paid, ${formatUsd(foretoldUsd)} foretold.`;
  return unsure === 0 ? told : `${told} ${unsure} more may have been charged, ${formatUsd(unsureUsd)} at most.`;
}

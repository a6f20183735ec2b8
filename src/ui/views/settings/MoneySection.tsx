// What may be spent and what was.
import { useRef } from 'preact/hooks';
import { changeSettings } from '../../actions.ts';
import { settings, spentToday } from '../../store/session.ts';
import { NumberField } from '../parts/NumberField.tsx';
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
    </section>
  );
}

// How many requests may be out at a time.
import { changeSettings } from '../../actions.ts';
import { settings } from '../../store/session.ts';
import { NumberField } from '../parts/NumberField.tsx';

export function PaceSection() {
  return (
    <section aria-label="Pace" class="settings-section">
      <NumberField
        label="Requests at once"
        value={settings.value.requestsAtOnce}
        min={1}
        max={8}
        step={1}
        page={4}
        onChange={(requestsAtOnce) => changeSettings({ requestsAtOnce, paces: {} })}
      />
      <p class="hint">To begin with, for each model: more while Google answers, half when it asks to slow down.</p>
    </section>
  );
}

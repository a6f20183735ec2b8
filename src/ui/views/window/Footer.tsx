// The bottom of the window, always in view: the state of the world in one sentence, and the one button that spends.
import { cancelAll, make } from '../../actions.ts';
import { makeStudio } from '../../studioActions.ts';
import { engine, goLabel } from '../../store/draft.ts';
import { asking } from '../../store/studio.ts';
import { studioGoLabel } from '../../store/studioRun.ts';
import { ChangeLine } from '../prompts/ChangeLine.tsx';
import { isRunning } from '../../store/runs.ts';
import { settings, spentToday, status } from '../../store/session.ts';
import { useScreen } from '../screen.ts';
import { sumText } from '../wording.ts';
import { NOTE_ID, Note } from './Note.tsx';

export function Footer() {
  const { panel } = useScreen();
  const isMaking = panel.value !== 'settings';
  const isInPrompts = panel.value === 'prompts';
  return (
    <footer class="footer">
      {isInPrompts && <ChangeLine />}
      {isMaking && <Note />}
      <div class="status-line">
        <p role="status">{status.value}</p>
        {isRunning.value || asking.value ? <CancelAll /> : <Spent />}
      </div>
      {isMaking && (
        <button type="button" class="button is-primary make" aria-describedby={NOTE_ID} onClick={() => (isInPrompts ? makeStudio() : make())}>
          {isInPrompts ? studioGoLabel.value : goLabel.value}
        </button>
      )}
    </footer>
  );
}

function CancelAll() {
  return (
    <button type="button" class="link" title="Cancel everything that is running" onClick={() => cancelAll()}>
      Cancel
    </button>
  );
}

function Spent() {
  const { limitPerDayUsd } = settings.value;
  const { usd } = spentToday.value;
  if (engine.value === 'offline' && usd === 0) return null;
  const limit = limitPerDayUsd > 0 ? ` of ${sumText(limitPerDayUsd)}` : '';
  return (
    <p class="spent">
      Spent today {sumText(usd)}
      {limit}
    </p>
  );
}

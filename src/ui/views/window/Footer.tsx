// The bottom of the window, always in view: the state of the world in one sentence, and the one button that spends.
import { isAi } from '../../../core/engines.ts';
import { cancelAll, make, pauseQueue, resumeQueue } from '../../actions.ts';
import { studio, styleTab, work } from '../../late.ts';
import { engine, goLabel, recipe } from '../../store/draft.ts';
import { asking } from '../../store/studio.ts';
import { isPaused } from '../../store/lanes.ts';
import { allJobs, isRunning } from '../../store/runs.ts';
import { settings, spentToday, status, stoppable } from '../../store/session.ts';
import { useScreen } from '../screen.ts';
import type { Panel } from '../screen.ts';
import { sumText } from '../wording.ts';
import { NOTE_ID, Note } from './Note.tsx';

export function Footer() {
  const { panel } = useScreen();
  return (
    <footer class="footer">
      <Above panel={panel.value} />
      <div class="status-line">
        <p role="status">{status.value}</p>
        {isRunning.value || asking.value || stoppable.value.length > 0 ? <Stop /> : <Spent />}
      </div>
      <Make panel={panel.value} />
    </footer>
  );
}

function Above({ panel }: { panel: Panel }) {
  if (panel === 'create') return <Note />;
  if (panel === 'settings' || panel === 'history') return null;
  if (panel === 'style') {
    const { StyleNote } = styleTab();
    return <StyleNote />;
  }
  if (panel === 'batch') {
    const { BatchNote } = work();
    return <BatchNote />;
  }
  const { ChangeLine, PromptsNote } = studio();
  return (
    <>
      <ChangeLine />
      <PromptsNote />
    </>
  );
}

function Make({ panel }: { panel: Panel }) {
  if (panel === 'settings' || panel === 'history') return null;
  if (panel === 'prompts') {
    const { MakePrompts } = studio();
    return <MakePrompts describedBy={NOTE_ID} />;
  }
  if (panel === 'batch') {
    const { RunBatch } = work();
    return <RunBatch describedBy={NOTE_ID} />;
  }
  if (panel === 'style') {
    const { ApplyStyle } = styleTab();
    return <ApplyStyle describedBy={NOTE_ID} />;
  }
  const { panel: many } = recipe.value;
  if (many) {
    const { Make: MakeMany } = studio().RECIPE_PANELS[many];
    return <MakeMany describedBy={NOTE_ID} />;
  }
  return (
    <button type="button" class="button is-primary make" aria-describedby={NOTE_ID} onClick={() => make()}>
      {goLabel.value}
    </button>
  );
}

/** Pause is offered while anything waits for its turn. */
function Stop() {
  const waits = allJobs.value.some(({ job }) => job.value.state.at === 'queued');
  return (
    <span class="row">
      {isPaused.value && (
        <button type="button" class="link" onClick={() => resumeQueue()}>
          Resume
        </button>
      )}
      {!isPaused.value && waits && (
        <button type="button" class="link" title="Starts nothing new; what is out goes on" onClick={() => pauseQueue()}>
          Pause
        </button>
      )}
      <button type="button" class="link" title="Cancel everything that is running" onClick={() => cancelAll()}>
        Cancel
      </button>
    </span>
  );
}

function Spent() {
  const { limitPerDayUsd } = settings.value;
  const { usd } = spentToday.value;
  if (!isAi(engine.value) && usd === 0) return null;
  const limit = limitPerDayUsd > 0 ? ` of ${sumText(limitPerDayUsd)}` : '';
  return (
    <p class="spent">
      Spent today {sumText(usd)}
      {limit}
    </p>
  );
}

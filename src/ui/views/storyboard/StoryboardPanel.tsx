// The storyboard as it stands: the sheet, its shots, what does not match, and what can be done about it.
import { isAi } from '../../../core/engines.ts';
import { X } from 'lucide';
import { VariegateError } from '../../../core/errors.ts';
import { imageOf } from '../../../core/job.ts';
import type { Mismatch } from '../../../core/studio/tasks.ts';
import { checkContinuity, closeStoryboard, placeStoryboard, redoShot } from '../../storyboardActions.ts';
import { engine } from '../../store/draft.ts';
import { findJob } from '../../store/runs.ts';
import { continuityPrice, shotPrice, story } from '../../store/storyboard.ts';
import type { Story, Told } from '../../store/storyboard.ts';
import { Icon } from '../parts/Icon.tsx';

export function StoryboardPanel() {
  const now = story.value;
  if (!now) return null;
  const made = now.told.filter(({ jobId }) => jobId !== null).length;
  const isOver = now.doing === '';
  return (
    <section class="card refine" aria-label="Storyboard">
      <div class="card-head">
        <p class="name">{isOver ? now.title : now.doing}</p>
        <span class="facts">{`${made} of ${now.told.length} shots`}</span>
        {isOver && (
          <button type="button" class="icon-button" aria-label="Close the storyboard" title="Close" onClick={() => closeStoryboard()}>
            <Icon of={X} />
          </button>
        )}
      </div>
      {now.stopped && now.stopped.code !== 'CANCELLED' && <p>{sayError(now.stopped)}</p>}
      {now.sheetJobId !== null && (
        <div class="sheet">
          <Small jobId={now.sheetJobId} />
          <span class="facts">People and props</span>
        </div>
      )}
      <ol class="told" aria-label="Shots">
        {now.told.map((told, index) => (
          <ToldItem key={index} told={told} index={index} isOver={isOver} />
        ))}
      </ol>
      {now.mismatches && <Mismatches now={now} mismatches={now.mismatches} />}
      {isOver && made > 0 && (
        <div class="row">
          {made > 1 && (
            <button type="button" class="button" onClick={() => checkContinuity()}>
              {`Check continuity · ${continuityPrice.value}`}
            </button>
          )}
          <button type="button" class="button" onClick={() => placeStoryboard()}>
            {now.told.some(({ nodeId }) => nodeId !== null) ? 'Place once more' : 'Place on canvas'}
          </button>
        </div>
      )}
    </section>
  );
}

function ToldItem({ told, index, isOver }: { told: Told; index: number; isOver: boolean }) {
  return (
    <li>
      <Small jobId={told.jobId} />
      <span class="facts">{told.shot.caption || told.shot.shows}</span>
      {isOver && (
        <button type="button" class="link" aria-label={`Redo shot ${index + 1}`} title={`Another picture of it, ${shotPrice.value}`} onClick={() => redoShot(index, '')}>
          {told.jobId === null ? 'Make' : 'Redo'}
        </button>
      )}
    </li>
  );
}

function Mismatches({ now, mismatches }: { now: Story; mismatches: readonly Mismatch[] }) {
  if (mismatches.length === 0) return <p class="hint">{!isAi(engine.value) ? 'Light and colour measure alike; no AI looked at the pictures.' : 'Nothing was found that does not match.'}</p>;
  return (
    <ul class="mismatches" aria-label="What does not match">
      {mismatches.map(({ what, redo, fix }) => (
        <li key={what}>
          <span>{what}</span>
          {now.doing === '' && (
            <button type="button" class="link" onClick={() => redoShot(redo, fix)}>
              {`Redo ${redo + 1} · ${shotPrice.value}`}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Small({ jobId }: { jobId: string | null }) {
  const state = jobId === null ? undefined : findJob(jobId)?.entry.job.value.state;
  const url = state && imageOf(state)?.thumbnailUrl.value;
  return url ? <img class="edged" src={url} alt="" /> : <span class="told-none" />;
}

function sayError({ code, details }: NonNullable<Story['stopped']>): string {
  const { message, why } = new VariegateError(code, details);
  return `${message} ${why}`;
}

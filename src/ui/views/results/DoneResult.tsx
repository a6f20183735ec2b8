// A picture that arrived: itself, what varies in it, where it lies, what made it and what it cost.
import { formatUsd, onceMoreText } from '../../../core/cost.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { JobState, Placed } from '../../../core/job.ts';
import { imageModel } from '../../../core/model.ts';
import { makeAnew, placeBeside } from '../../resultActions.ts';
import { fits } from '../../store/fits.ts';
import type { MadeImage, Run, RunJob } from '../../store/runs.ts';
import { useScreen } from '../screen.ts';
import { Ratings, Reasons } from './Ratings.tsx';
import { Placeholder } from './Placeholder.tsx';
import { ResultActions } from './ResultActions.tsx';

type Done = Extract<JobState<MadeImage>, { at: 'done' }>;

interface Props {
  readonly run: Run;
  readonly entry: RunJob;
  readonly state: Done;
  readonly captionId: string;
}

export function DoneResult({ run, entry, state, captionId }: Props) {
  const { comparedJobId } = useScreen();
  const { record } = state.image;
  return (
    <>
      <div class="done">
        {/* For the mouse alone: the button "Compare" is the same for everyone. */}
        <div onClick={() => (comparedJobId.value = entry.id)}>
          <Picture image={state.image} ratio={run.ratio} caption={entry.caption} />
        </div>
        <ResultActions run={run} entry={entry} placed={state.placed} captionId={captionId} />
      </div>
      <div class="caption-row">
        <p class="caption" id={captionId}>
          {entry.caption}
        </p>
        <span class="price">{formatUsd(record.costUsd)}</span>
      </div>
      <div class="facts-row">
        <p class="facts">{factsOf(run, entry, state)}</p>
        <Ratings jobId={entry.id} captionId={captionId} />
      </div>
      <Reasons jobId={entry.id} captionId={captionId} />
      {record.isReused && <Reused jobId={entry.id} captionId={captionId} price={onceMoreText(record)} />}
      {state.placeError && <NotPlaced jobId={entry.id} error={state.placeError} />}
    </>
  );
}

export function Picture({ image, ratio, caption }: { image: MadeImage; ratio: number; caption: string }) {
  const style = { aspectRatio: String(ratio) };
  const url = image.thumbnailUrl.value;
  if (url === null) return <Placeholder text="" ratio={ratio} />;
  return <img class="picture edged" src={url} alt={caption} style={style} decoding="async" draggable={false} />;
}

/** It was made before: nothing was sent. */
function Reused({ jobId, captionId, price }: { jobId: string; captionId: string; price: string }) {
  return (
    <p class="facts">
      Reused from this file.{' '}
      <button type="button" class="link" aria-describedby={captionId} onClick={() => makeAnew(jobId)}>
        Make anew · {price}
      </button>
    </p>
  );
}

function NotPlaced({ jobId, error }: { jobId: string; error: NonNullable<Done['placeError']> }) {
  const { message, why } = new VariegateError(error.code, error.details);
  return (
    <div class="not-placed">
      <p>
        {message} {why}
      </p>
      <button type="button" class="link" onClick={() => placeBeside(jobId)}>
        Place beside
      </button>
    </div>
  );
}

function factsOf({ source }: Run, { id, job }: RunJob, { image: { record }, placed }: Done): string {
  // The caption itself says "offline preview".
  const engine = record.isOfflinePreview ? [] : [imageModel(record.model)?.label ?? record.model];
  // Of many layers in one look the caption is the same.
  const target = job.value.request.style && source ? [source.name] : [];
  const facts = [...target, whereOf(placed), ...engine];
  if (record.changes.includes('scaledDown')) facts.push('scaled down to fit Figma');
  // A crop makes a new file in any case; only a change of kind alone is news.
  else if (record.changes.includes('converted') && !record.changes.includes('cropped')) facts.push('converted to PNG');
  const fit = fits.value.get(id);
  if (fit !== undefined) facts.push(`fit ${fit.toFixed(1)}`);
  if (record.alignment === 'aligned') facts.push('aligned to its source');
  if (record.alignment === 'poor') facts.push('too different to align');
  return facts.join(', ');
}

function whereOf(placed: Placed | null): string {
  if (!placed) return 'In results';
  return placed.how === 'replaced' ? 'In the fill' : 'Placed';
}

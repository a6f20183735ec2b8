// One result in any state of its life. Which state shows what is decided here and nowhere else.
import { useId } from 'preact/hooks';
import { cancelJob, moveInQueue } from '../../resultActions.ts';
import type { Run, RunJob } from '../../store/runs.ts';
import { DoneResult, Picture } from './DoneResult.tsx';
import { CancelledResult, FailedResult } from './FailedResult.tsx';
import { useWatched } from './nearness.ts';
import { Held, Placeholder } from './Placeholder.tsx';
import { useSecondsSince } from './useSecondsSince.ts';

interface Props {
  readonly run: Run;
  readonly entry: RunJob;
  readonly style: string;
  /** Told of the element that is drawn. */
  readonly watch: (element: Element) => () => void;
}

export function ResultItem({ run, entry, style, watch }: Props) {
  const captionId = useId();
  const { state } = entry.job.value;
  const ref = useWatched(watch, state.at);
  switch (state.at) {
    case 'queued':
      return (
        <li class="result" style={style} ref={ref}>
          <Placeholder text="Waiting" ratio={run.ratio} isIdle />
          <CaptionRow id={captionId} entry={entry} />
          <Turn captionId={captionId} jobId={entry.id} />
        </li>
      );
    case 'waiting':
      return (
        <li class="result" style={style} ref={ref}>
          <Held wait={state.wait} ratio={run.ratio} />
          <CaptionRow id={captionId} entry={entry} />
        </li>
      );
    case 'running':
      return (
        <li class="result" style={style} ref={ref}>
          <Running entry={entry} ratio={run.ratio} startedMs={state.startedMs} part={state.part} />
          <CaptionRow id={captionId} entry={entry} />
        </li>
      );
    case 'placing':
      return (
        <li class="result" style={style} ref={ref}>
          <Picture image={state.image} ratio={run.ratio} caption={entry.caption} />
          <p class="caption">{entry.caption}</p>
          <p class="facts">Placing</p>
        </li>
      );
    case 'done':
      return (
        <li class="result" style={style} ref={ref}>
          <DoneResult run={run} entry={entry} state={state} captionId={captionId} />
        </li>
      );
    case 'failed':
      return <FailedResult entry={entry} error={state.error} captionId={captionId} itemRef={ref} />;
    case 'cancelled':
      return <CancelledResult entry={entry} maybeCharged={state.maybeCharged} captionId={captionId} itemRef={ref} />;
  }
}

function Running(props: { entry: RunJob; ratio: number; startedMs: number; part: number }) {
  const seconds = useSecondsSince(props.startedMs);
  return <Placeholder text={`${seconds} s`} ratio={props.ratio} part={props.part} />;
}

/** When it has its turn. */
function Turn({ captionId, jobId }: { captionId: string; jobId: string }) {
  return (
    <div class="row">
      <button type="button" class="link is-quiet" aria-describedby={captionId} onClick={() => moveInQueue(jobId, 'front')}>
        To front
      </button>
      <button type="button" class="link is-quiet" aria-describedby={captionId} onClick={() => moveInQueue(jobId, 'back')}>
        To back
      </button>
    </div>
  );
}

function CaptionRow({ id, entry }: { id: string; entry: RunJob }) {
  return (
    <div class="caption-row">
      <p class="caption" id={id}>
        {entry.caption}
      </p>
      <button type="button" class="link" aria-describedby={id} onClick={() => cancelJob(entry.id)}>
        Cancel
      </button>
    </div>
  );
}

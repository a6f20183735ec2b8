// A picture that did not come: what happened, why, and what to do about it. A row, not a hole in the grid.
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { ACTION_LABELS, VariegateError } from '../../../core/errors.ts';
import type { ErrorAction, ErrorData } from '../../../core/errors.ts';
import { openLink, reportText } from '../../actions.ts';
import { discardJob, retryJob } from '../../resultActions.ts';
import type { RunJob } from '../../store/runs.ts';
import { placeOf } from '../errorPlace.ts';
import { Report } from '../parts/Report.tsx';
import { goTo, useScreen } from '../screen.ts';
import type { Screen } from '../screen.ts';

interface FailedProps {
  readonly entry: RunJob;
  readonly error: ErrorData;
  readonly captionId: string;
  readonly itemRef: RefObject<HTMLLIElement | null>;
}

export function FailedResult({ entry, error: data, captionId, itemRef }: FailedProps) {
  const screen = useScreen();
  const isOpen = useSignal(false);
  const error = new VariegateError(data.code, data.details);
  const press = error.action === 'copyReport' ? () => (isOpen.value = true) : pressOf(error.action, data, screen);
  return (
    <li class="result-row" ref={itemRef}>
      <p id={captionId} class="caption">
        {entry.caption}
      </p>
      <p>
        <strong>{error.message}</strong> {error.why}
      </p>
      {isOpen.value && <p class="cause">{causeOf(data)}</p>}
      {isOpen.value && error.action === 'copyReport' && <Report text={reportText()} />}
      <div class="row" role="group" aria-labelledby={captionId}>
        {press && (
          <button type="button" class="link" onClick={press}>
            {ACTION_LABELS[error.action]}
          </button>
        )}
        <RetryAndDiscard entry={entry} />
        <button type="button" class="link is-quiet" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          Details
        </button>
      </div>
    </li>
  );
}

interface CancelledProps {
  readonly entry: RunJob;
  readonly maybeCharged: boolean;
  readonly captionId: string;
  readonly itemRef: RefObject<HTMLLIElement | null>;
}

export function CancelledResult({ entry, maybeCharged, captionId, itemRef }: CancelledProps) {
  return (
    <li class="result-row" ref={itemRef}>
      <p id={captionId} class="caption">
        {entry.caption}
      </p>
      <p>{maybeCharged ? 'Cancelled; may still be charged.' : 'Cancelled; nothing was charged.'}</p>
      <div class="row" role="group" aria-labelledby={captionId}>
        <RetryAndDiscard entry={entry} />
      </div>
    </li>
  );
}

function RetryAndDiscard({ entry }: { entry: RunJob }) {
  return (
    <>
      <button type="button" class="link" onClick={() => retryJob(entry.id)}>
        Retry
      </button>
      <button type="button" class="link" onClick={() => discardJob(entry.id)}>
        Discard
      </button>
    </>
  );
}

/** What the error's own button does here; null when "Retry", "Details" and "Discard" say it all. */
function pressOf(action: ErrorAction, { code }: ErrorData, screen: Screen): (() => void) | null {
  const place = placeOf(action, code);
  if (place) return () => goTo(screen, place);
  return action === 'openBilling' ? () => openLink('billing') : null;
}

function causeOf({ code, details }: ErrorData): string {
  return details.cause ? `${code}: ${details.cause}` : code;
}

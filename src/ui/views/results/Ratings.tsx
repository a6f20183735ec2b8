// Good or bad, and if the designer likes, what of it was meant. Kept with the history; nothing else is done with it unasked.
import { Check, ThumbsDown, ThumbsUp } from 'lucide';
import type { IconNode } from 'lucide';
import { REASONS } from '../../../core/history/entry.ts';
import type { Rating, ReasonId } from '../../../core/history/entry.ts';
import { giveReason, rateResult } from '../../resultActions.ts';
import { entriesOfResults } from '../../store/history.ts';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  readonly jobId: string;
  readonly captionId: string;
}

/** Nothing until the history has the result. */
export function Ratings({ jobId, captionId }: Props) {
  const rating = entriesOfResults.value.get(jobId)?.rating;
  if (rating === undefined) return null;
  const toggle = (label: string, icon: IconNode, value: Rating) => (
    <button type="button" class="icon-button rating" aria-label={label} title={label} aria-describedby={captionId} aria-pressed={rating === value} onClick={() => rateResult(jobId, value)}>
      <Icon of={icon} />
    </button>
  );
  return (
    <span class="ratings">
      {toggle('Good', ThumbsUp, 1)}
      {toggle('Bad', ThumbsDown, -1)}
    </span>
  );
}

const REASON_IDS = Object.keys(REASONS) as readonly ReasonId[];

export function Reasons({ jobId, captionId }: Props) {
  const entry = entriesOfResults.value.get(jobId);
  if (!entry || entry.rating === 0) return null;
  return (
    <div class="chips reasons" role="group" aria-label={entry.rating > 0 ? 'Good is its' : 'Bad is its'} aria-describedby={captionId}>
      {REASON_IDS.map((id) => (
        <label key={id} class="chip">
          <input type="checkbox" checked={(entry.reasons ?? []).includes(id)} onChange={() => giveReason(jobId, id)} />
          <Icon of={Check} />
          <span>{REASONS[id]}</span>
        </label>
      ))}
    </div>
  );
}

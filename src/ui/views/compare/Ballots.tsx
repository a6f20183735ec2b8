// Two pictures of one brief, left and right, without a word of whose they are.
import { imageOf } from '../../../core/job.ts';
import { vote } from '../../compareActions.ts';
import { ballots, comparing } from '../../store/compare.ts';
import type { Ballot } from '../../store/compare.ts';
import { findJob } from '../../store/runs.ts';

export function Ballots() {
  const [ballot] = ballots.value;
  const now = comparing.value;
  if (!ballot || !now) return null;
  const count = ballots.value.length;
  return (
    <div class="ballot" role="group" aria-label="Which is better?">
      <p>{now.briefs[ballot.brief]}</p>
      <div class="ballot-pair">
        <Side ballot={ballot} side={0} />
        <Side ballot={ballot} side={1} />
      </div>
      <div class="row">
        <button type="button" class="button" onClick={() => vote(null)}>
          About the same
        </button>
        <span class="facts">{count === 1 ? 'the last pair' : `${count} pairs left`}</span>
      </div>
    </div>
  );
}

const SIDES = ['Left', 'Right'] as const;

function Side({ ballot, side }: { ballot: Ballot; side: 0 | 1 }) {
  const state = findJob(ballot.jobIds[side])?.entry.job.value.state;
  const url = state && imageOf(state)?.thumbnailUrl.value;
  return (
    <button type="button" class="ballot-side" onClick={() => vote(side)}>
      {url ? <img src={url} alt="" /> : <span class="ballot-none">Discarded</span>}
      <span>{`${SIDES[side]} is better`}</span>
    </button>
  );
}

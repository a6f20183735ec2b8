// The refine loop on screen: how it stands, the scores as a line and as a table, what the judge saw, and the change that waits for a yes.
import { X } from 'lucide';
import { useSignal } from '@preact/signals';
import { formatUsd } from '../../../core/cost.ts';
import { VariegateError } from '../../../core/errors.ts';
import { imageOf } from '../../../core/job.ts';
import { meanOf } from '../../../core/maths.ts';
import { showOnCanvas } from '../../resultActions.ts';
import { closeRefine, takePrompt } from '../../refineActions.ts';
import { sentenceOf } from '../../run/refine/refine.ts';
import { spentByRun } from '../../store/ledger.ts';
import { refining, runIdOf, spentOn } from '../../store/refine.ts';
import type { Refining, RefineRound } from '../../store/refine.ts';
import { findJob } from '../../store/runs.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Icon } from '../parts/Icon.tsx';
import { RubricList } from '../parts/RubricList.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { ScoreChart } from './ScoreChart.tsx';

export function RefinePanel() {
  const now = refining.value;
  if (!now) return null;
  const { end, doing, rules, rounds } = now;
  const usd = spentOn(now);
  return (
    <section class="card refine" aria-label="Refinement">
      <div class="card-head">
        <p class="name">{end ? sentenceOf(end) : doing || 'A change waits for your yes'}</p>
        <span class="facts">{usd === 0 && rules.limitUsd === 0 ? 'free' : `${formatUsd(usd)} of ${formatUsd(rules.limitUsd)}`}</span>
        {end && (
          <button type="button" class="icon-button" aria-label="Close the refinement" title="Close" onClick={() => closeRefine()}>
            <Icon of={X} />
          </button>
        )}
      </div>
      {end?.error && <Why error={end.error} />}
      <ScoreChart refining={now} />
      {rounds.length > 0 && <Rounds refining={now} />}
      <ProposalCard refining={now} />
      <Seen refining={now} />
      {end && end.best !== null && <Ends index={end.best} round={rounds[end.best]} />}
    </section>
  );
}

function Why({ error }: { error: NonNullable<NonNullable<Refining['end']>['error']> }) {
  const { message, why } = new VariegateError(error.code, error.details);
  return <p>{`${message} ${why}`}</p>;
}

function Rounds({ refining: { rounds, end, rules } }: { refining: Refining }) {
  return (
    <table class="refine-table" aria-label="Pictures of the refinement">
      <thead>
        <tr>
          <th scope="col">Picture</th>
          <th scope="col">Score</th>
          <th scope="col">Price</th>
          <th scope="col">What changed</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round, index) => (
          <tr key={round.jobId} data-best={end?.best === index}>
            <th scope="row">
              <Small round={round} />
              {index + 1}
              {end?.best === index ? ', best' : ''}
            </th>
            <td>{scoreText(round)}</td>
            <td>{formatUsd(spentByRun.value[runIdOf(round.jobId)] ?? 0)}</td>
            <td>{`${round.summary}${round.tier === 'final' && rules.hasFinal ? '; last picture' : ''}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Small({ round }: { round: RefineRound }) {
  const state = findJob(round.jobId)?.entry.job.value.state;
  const url = state && imageOf(state)?.thumbnailUrl.value;
  return url ? <img class="edged" src={url} alt="" /> : <span class="refine-none" />;
}

/** "7.4", "7.4 ±0.6" where looks lay apart, "not judged". */
function scoreText({ scores, isUnjudged, isFlattered }: RefineRound): string {
  if (isUnjudged) return 'not judged';
  if (scores.length === 0) return '…';
  const spread = (Math.max(...scores) - Math.min(...scores)) / 2;
  return `${meanOf(scores).toFixed(1)}${spread >= 0.05 ? ` ±${spread.toFixed(1)}` : ''}${isFlattered ? ', full marks for all' : ''}`;
}

/** What was seen in the best picture, or in the newest that was looked at. */
function Seen({ refining: { rounds, end } }: { refining: Refining }) {
  const isOpen = useSignal(false);
  const looked = rounds.flatMap((round, index) => (round.critique ? [{ index, round, critique: round.critique }] : []));
  const shown = looked.find(({ index }) => index === end?.best) ?? looked[looked.length - 1];
  if (!shown) return null;
  const { critique, index, round } = shown;
  return (
    <Disclosure label={`What was seen in picture ${index + 1}`} isOpen={isOpen.value} onToggle={() => (isOpen.value = !isOpen.value)}>
      {critique.sees !== '' && <p>{critique.sees}</p>}
      <RubricList scores={critique.scores} />
      {isContradicting(round) && <p class="hint">Looks at this picture lie more than 3 points apart: trust your own eyes.</p>}
      {round.isFlattered && <p class="hint">The judge praises everything in it: trust your own eyes.</p>}
    </Disclosure>
  );
}

function isContradicting({ scores }: RefineRound): boolean {
  return scores.length > 1 && Math.max(...scores) - Math.min(...scores) > 3;
}

function Ends({ index, round }: { index: number; round: RefineRound | undefined }) {
  const state = round && findJob(round.jobId)?.entry.job.value.state;
  const isPlaced = state?.at === 'done' && state.placed !== null;
  return (
    <div class="row">
      {round && isPlaced && (
        <button type="button" class="button" onClick={() => showOnCanvas(round.jobId)}>
          Show the best on canvas
        </button>
      )}
      <button type="button" class="button" onClick={() => takePrompt(index)}>
        Use its prompt
      </button>
    </div>
  );
}

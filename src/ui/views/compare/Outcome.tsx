// What a comparison found: the table, the figures, what differs and how surely, and what to do with it.
import { useSignal } from '@preact/signals';
import { formatUsd } from '../../../core/cost.ts';
import { sayDifference, seconds } from '../../../core/compare/words.ts';
import { placeReport, ruleFrom, writeRule } from '../../compareActions.ts';
import { work } from '../../late.ts';
import { differences, figures, isOver } from '../../store/compare.ts';
import type { ArmFigures, Comparing, PairDifferences } from '../../store/compare.ts';
import { Report } from '../parts/Report.tsx';
import { Figure } from './Figure.tsx';

export function Outcome({ now }: { now: Comparing }) {
  if (now.trials.length === 0) return null;
  const labels = now.arms.map(({ label }) => label);
  const values = (of: (trial: Comparing['trials'][number]) => number | null) => now.arms.map((_, arm) => now.trials.filter((trial) => trial.arm === arm).flatMap((trial) => of(trial) ?? []));
  return (
    <>
      <Table />
      <Figure name="Latency" labels={labels} values={values(({ latencyMs }) => latencyMs === null ? null : latencyMs / 1000)} say={seconds} />
      <Figure name="Cost" labels={labels} values={values(({ usd }) => usd)} say={formatUsd} />
      <Figure name="Quality" labels={labels} values={values(({ score }) => score)} say={(value) => value.toFixed(1)} top={10} />
      {differences.value.map((pair) => (
        <Pair key={`${pair.a}/${pair.b}`} now={now} pair={pair} />
      ))}
      {isOver.value && <TakeAway now={now} />}
    </>
  );
}

function Table() {
  const hasVotes = figures.value.some(({ votes }) => votes > 0);
  return (
    <table class="refine-table is-figures" aria-label="Model comparison">
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Half within</th>
          <th scope="col">95 % within</th>
          <th scope="col">Price</th>
          <th scope="col">Score</th>
          {hasVotes && <th scope="col">Votes</th>}
        </tr>
      </thead>
      <tbody>
        {figures.value.map((row) => (
          <tr key={row.arm.label}>
            <th scope="row">{row.arm.label}</th>
            <td>{row.p50Ms === null ? 'none' : seconds(row.p50Ms / 1000)}</td>
            <td>{row.p95Ms === null ? 'none' : seconds(row.p95Ms / 1000)}</td>
            <td>{row.meanUsd === null ? 'unknown' : formatUsd(row.meanUsd)}</td>
            <td>{row.score === null ? 'none' : row.score.toFixed(1)}</td>
            {hasVotes && <td>{votesText(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function votesText({ won, votes }: ArmFigures): string {
  return votes === 0 ? 'none' : `${won} of ${votes}`;
}

const MEASURES = { latency: 'Latency', cost: 'Cost', quality: 'Quality', votes: 'Your votes' } as const;

function Pair({ now, pair }: { now: Comparing; pair: PairDifferences }) {
  if (pair.differences.length === 0) return null;
  const rule = isOver.value ? ruleFrom(now.briefs, pair) : null;
  return (
    <div class="pair" role="group" aria-label={`${now.arms[pair.b]?.label ?? ''} against ${now.arms[pair.a]?.label ?? ''}`}>
      <p>
        <strong>{now.arms[pair.b]?.label}</strong>
        {` against ${now.arms[pair.a]?.label ?? ''}`}
      </p>
      <dl class="pair-list">
        {pair.differences.map((each) => (
          <div key={each.measure}>
            <dt>{MEASURES[each.measure]}</dt>
            <dd data-tells={each.tells}>{sayDifference(each)}</dd>
          </div>
        ))}
      </dl>
      {rule && (
        <button type="button" class="link is-left" onClick={() => writeRule(pair)}>
          {`Write a rule: ${now.arms[rule.arm]?.label ?? ''} for such briefs`}
        </button>
      )}
    </div>
  );
}

function TakeAway({ now }: { now: Comparing }) {
  const isShown = useSignal(false);
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={() => placeReport()}>
          Place report on canvas
        </button>
        <button type="button" class="button" aria-expanded={isShown.value} onClick={() => (isShown.value = !isShown.value)}>
          Export as CSV
        </button>
      </div>
      {isShown.value && <Report text={work().comparisonCsv(now.briefs, now.arms, now.trials, now.votes)} label="Comparison as CSV" button="Copy table" />}
    </>
  );
}

// Models and sizes compared on the same briefs: what is compared, how it stands, the votes, and what came of it.
import { isAi } from '../../../core/engines.ts';
import { X } from 'lucide';
import { formatUsd } from '../../../core/cost.ts';
import { VariegateError } from '../../../core/errors.ts';
import { changeCompare, closeComparison, startComparison } from '../../compareActions.ts';
import { MOST_BRIEFS, allArms, armUsd, arms, briefs, compareDraft, compareLabel, compareObstacle, comparing, keyOf, lookUsd } from '../../store/compare.ts';
import type { Comparing } from '../../store/compare.ts';
import { engine } from '../../store/draft.ts';
import { Icon } from '../parts/Icon.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Ballots } from './Ballots.tsx';
import { Outcome } from './Outcome.tsx';

/** `rows` are the words that the rows of the batch give. */
export function CompareModels({ rows }: { readonly rows: readonly string[] }) {
  return (
    <div class="compare-models">
      {comparing.value && <Comparison now={comparing.value} />}
      <Setup rows={rows} />
    </div>
  );
}

function Setup({ rows }: { readonly rows: readonly string[] }) {
  const { text, isJudged, limitUsd } = compareDraft.value;
  const isFree = arms.value.every((arm) => armUsd(arm) === 0);
  return (
    <div class="field-stack" role="group" aria-label="What is compared">
      <label class="field-stack">
        <span>Briefs</span>
        <textarea class="textarea" rows={4} placeholder={'one a line: a quiet harbour at dawn\na poster that says “OPEN LATE”'} value={text} onInput={(event) => changeCompare({ text: event.currentTarget.value })} />
      </label>
      {rows.length > 0 && (
        <button type="button" class="link is-left" onClick={() => changeCompare({ text: rows.slice(0, MOST_BRIEFS).join('\n') })}>
          {`Take the ${Math.min(rows.length, MOST_BRIEFS)} rows above`}
        </button>
      )}
      <Arms />
      <label class="tick">
        <input type="checkbox" checked={isJudged} onChange={() => changeCompare({ isJudged: !isJudged })} />
        <span>{!isAi(engine.value) ? 'Score each picture by measuring it' : `Score each picture, about ${formatUsd(lookUsd.value)}`}</span>
      </label>
      {!isFree && <NumberField label="Spend at most (USD)" value={limitUsd} min={0.05} max={100} step={0.5} page={5} onChange={(next) => changeCompare({ limitUsd: next })} />}
      <button type="button" class="button" aria-describedby="compare-note" onClick={() => startComparison()}>
        {compareLabel.value}
      </button>
      <p class="hint" id="compare-note">
        {compareObstacle.value ?? `Each of the ${briefs.value.length} briefs by each, side by side, with the references of Create. Pictures stay in Results.`}
      </p>
    </div>
  );
}

function Arms() {
  const chosen = arms.value.map(keyOf);
  const toggle = (key: string) => changeCompare({ chosen: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key] });
  return (
    <div class="field-stack" role="group" aria-label="Models to compare">
      <span aria-hidden="true">Models to compare</span>
      {allArms.value.map((arm) => {
        const key = keyOf(arm);
        return (
          <label key={key} class="tick">
            <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
            <span>{arm.label}</span>
            <span class="facts">{formatUsd(armUsd(arm))}</span>
          </label>
        );
      })}
    </div>
  );
}

function Comparison({ now }: { now: Comparing }) {
  const total = now.briefs.length * now.arms.length;
  return (
    <section class="card" aria-label="Comparison">
      <div class="card-head">
        <p class="name">{headOf(now, total)}</p>
        {now.doing === '' && (
          <button type="button" class="icon-button" aria-label="Close the comparison" title="Close" onClick={() => closeComparison()}>
            <Icon of={X} />
          </button>
        )}
      </div>
      {now.stopped && now.stopped.code !== 'CANCELLED' && <p>{sayError(now.stopped)}</p>}
      <Ballots />
      <Outcome now={now} />
    </section>
  );
}

function headOf({ doing, trials, stopped, isCapped, limitUsd }: Comparing, total: number): string {
  if (doing !== '') return `${doing}, ${trials.length} of ${total} pictures`;
  if (isCapped) return `Stopped at ${trials.length} of ${total} pictures: more could pass ${formatUsd(limitUsd)}`;
  return stopped ? `Stopped at ${trials.length} of ${total} pictures` : `${trials.length} pictures compared`;
}

function sayError({ code, details }: NonNullable<Comparing['stopped']>): string {
  const { message, why } = new VariegateError(code, details);
  return `${message} ${why}`;
}

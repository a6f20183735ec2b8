// How well what was made fits the card: the mean, which pictures stand apart, and what can be done about it.
import { addToCard, judgeFits, redoApart } from '../../styleActions.ts';
import type { JudgeAnswer } from '../../../core/studio/tasks.ts';
import { CRITERIA, STYLE_CRITERIA } from '../../../core/studio/judge.ts';
import { fits } from '../../store/fits.ts';
import { apart, chosenCard, priceText, wornNow } from '../../store/style.ts';
import type { Worn } from '../../store/style.ts';
import { judgePrice } from '../../store/stylePrices.ts';

export function Fits() {
  const card = chosenCard.value;
  const all = wornNow.value;
  const known = all.filter(({ jobId }) => fits.value.has(jobId));
  if (!card || known.length === 0) return null;
  const mean = known.reduce((sum, { jobId }) => sum + (fits.value.get(jobId) ?? 0), 0) / known.length;
  const outliers = apart.value;
  return (
    <section class="style-fits" aria-label="Fit with the look">
      <p>
        {`Fit with ${card.name}: ${mean.toFixed(1)} of 10${known.length > 1 ? `, on average of ${known.length}` : ''}.${apartText(outliers.length)}`}
      </p>
      <ul aria-label="Fits">
        {known.map((each) => (
          <FitRow key={each.jobId} each={each} isApart={outliers.includes(each)} />
        ))}
      </ul>
      <div class="row">
        {outliers.length > 0 && (
          <button type="button" class="button" onClick={() => redoApart()}>
            Redo these · {priceText(outliers.length)}
          </button>
        )}
        {judgePrice.value !== null && (
          <button type="button" class="button" onClick={() => judgeFits()}>
            Judge by model · {judgePrice.value}
          </button>
        )}
      </div>
    </section>
  );
}

function FitRow({ each, isApart }: { each: Worn; isApart: boolean }) {
  const judged = each.judged.value;
  return (
    <li class="style-fit" data-apart={isApart}>
      <span class="name">{each.name}</span>
      <span class="facts">
        {(fits.value.get(each.jobId) ?? 0).toFixed(1)}
        {isApart ? ', stands apart' : ''}
      </span>
      <button type="button" class="link" aria-label={`Add ${each.name} to the card`} onClick={() => addToCard(each.jobId)}>
        Add to card
      </button>
      {judged && <p class="hint">{judgedText(judged)}</p>}
    </li>
  );
}

function apartText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' 1 stands apart.' : ` ${count} stand apart.`;
}

/** "Palette 8, line 8, texture 5: softer than the references": the scores, and what was said of the lowest. */
function judgedText(judged: JudgeAnswer['scores']): string {
  const found = STYLE_CRITERIA.flatMap((id) => (judged[id] ? [{ label: CRITERIA[id].label, ...judged[id] }] : []));
  const scores = found.map(({ label, score }) => `${label} ${score}`).join(', ');
  const [lowest] = [...found].sort((a, b) => a.score - b.score);
  return lowest && lowest.reason !== '' ? `${scores}: ${lowest.reason}` : scores;
}

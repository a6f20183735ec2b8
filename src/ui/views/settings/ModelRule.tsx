// The rule that chooses image models, row by row: what it would take now, what was rated, and what a comparison wrote.
import { LEAST_RATINGS, TASKS, TASK_IDS, chooseImageModel, totalOf } from '../../../core/imageTier.ts';
import type { TaskId } from '../../../core/imageTier.ts';
import { IMAGE_MODELS } from '../../../core/model.ts';
import { settings } from '../../store/session.ts';
import { forgetRatings, forgetRule } from '../../tasteActions.ts';

/** Words and pictures that fall into each row. */
const EXAMPLES: Readonly<Record<TaskId, { readonly words: string; readonly pictures: number }>> = {
  lettering: { words: '“A”', pictures: 0 }, manyPictures: { words: '', pictures: 4 }, plain: { words: 'icon', pictures: 0 }, other: { words: '', pictures: 0 },
};

export function ModelRule() {
  const { tierRatings, modelRules, sizeClass } = settings.value;
  const cards = IMAGE_MODELS.filter(({ provider }) => provider === 'gemini');
  return (
    <section aria-label="Model rule" class="settings-section notes">
      <h3>Model “By the rule”</h3>
      <table class="refine-table is-figures is-wrapped" aria-label="Which model the rule takes">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Takes</th>
            <th scope="col">Ratings</th>
          </tr>
        </thead>
        <tbody>
          {TASK_IDS.map((task) => {
            const choice = chooseImageModel(EXAMPLES[task], sizeClass, cards, tierRatings, modelRules);
            const rule = modelRules.find((each) => each.task === task);
            return (
              <tr key={task}>
                <th scope="row">{TASKS[task].says}</th>
                <td>
                  {choice?.card.label ?? 'none'}
                  {rule && (
                    <>
                      {`: ${rule.why}, ${rule.date}. `}
                      <button type="button" class="link" aria-label={`Remove the rule for: ${TASKS[task].says}`} onClick={() => forgetRule(task)}>
                        Remove
                      </button>
                    </>
                  )}
                </td>
                <td>{totalOf(tierRatings, task)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">{`The model whose good pictures are cheapest. Good and Bad move it from ${LEAST_RATINGS} ratings of a kind on.`}</p>
      {Object.keys(tierRatings).length > 0 && (
        <button type="button" class="link is-left" onClick={() => forgetRatings()}>
          Forget what ratings taught
        </button>
      )}
    </section>
  );
}

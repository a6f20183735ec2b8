// Scores by the rubric, each with its reason.
import { RUBRIC, RUBRIC_ORDER } from '../../../core/refine/rubric.ts';
import type { Scores } from '../../../core/refine/rubric.ts';

export function RubricList({ scores }: { readonly scores: Scores }) {
  return (
    <dl class="rubric">
      {RUBRIC_ORDER.flatMap((id) => {
        const judged = scores[id];
        if (!judged) return [];
        return [
          <div key={id} class="part-row">
            <dt>{`${RUBRIC[id].label}, ${judged.score}`}</dt>
            <dd>{judged.reason || 'no reason given'}</dd>
          </div>,
        ];
      })}
    </dl>
  );
}

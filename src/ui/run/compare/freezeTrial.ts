// What every picture of a comparison is made from: the same words, size of frame and references, whatever makes it.
import { nearestShape } from '../../../core/aspect.ts';
import { VariegateError } from '../../../core/errors.ts';
import { imageModel } from '../../../core/model.ts';
import type { ProviderId } from '../../../core/model.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { Comparing } from '../../store/compare.ts';
import { armUsd } from '../../store/compare.ts';
import { draft, engine, sourceSize } from '../../store/draft.ts';
import { settings } from '../../store/session.ts';
import { frozenReferences, frozenSource } from '../freeze.ts';
import type { FrozenRun } from '../freeze.ts';

/** Freezes what is set in Create now; the function freezes one picture. */
export function freezeTrial(): (own: Comparing, brief: number, words: string, arm: number) => FrozenRun {
  const recipe = recipeOf('fromBrief');
  const set = { ...draft.value, recipe: 'fromBrief' as const, exactPrompt: null, count: 1, place: 'keep' as const };
  const provider: ProviderId = engine.value;
  const fixed = { provider, textModel: settings.value.textModel, source: frozenSource(), references: frozenReferences(), target: sourceSize.value };
  return (own, brief, words, arm) => {
    const chosen = own.arms[arm];
    const card = chosen && imageModel(chosen.model);
    if (!card) throw new VariegateError('MODEL_RETIRED', { name: chosen?.model ?? '' });
    const { sizeClass } = chosen;
    return {
      ...fixed,
      id: `${own.id}-${brief + 1}-${arm + 1}`,
      draft: { ...set, brief: words, model: card.id, sizeClass },
      recipe,
      card,
      sizeClass,
      shape: nearestShape(fixed.target, card, sizeClass),
      template: recipe.prompt({ brief: words, closeness: set.closeness, axes: [], references: set.references.map(({ role }) => role), wantsDirections: false }),
      templates: [],
      planWords: null,
      directions: [],
      fields: [],
      layers: [],
      sourcePiece: null,
      eachUsd: armUsd(chosen) ?? 0,
      extrasUsd: 0,
      edits: 0,
      mayReuse: false,
    };
  };
}

// What every picture of a comparison is made from: the same words, size of frame and references, whatever makes it.
import { VariegateError } from '../../../core/errors.ts';
import { imageModel } from '../../../core/model.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { Comparing } from '../../store/compare.ts';
import { sourceSize } from '../../store/draft.ts';
import { frozenReferences } from '../freeze.ts';
import type { FrozenRun } from '../freeze.ts';
import { freezeWords, wordsBase } from '../freezeWords.ts';

/** Freezes what is set in Create now; the function freezes one picture. */
export function freezeTrial(): (own: Comparing, brief: number, words: string, arm: number) => FrozenRun {
  const base = wordsBase();
  const recipe = recipeOf('fromBrief');
  const held = frozenReferences();
  const references = base.draft.references.flatMap(({ id, role }) => held.filter((reference) => reference.id === id).map((reference) => ({ reference, role })));
  const target = sourceSize.value;
  return (own, brief, words, arm) => {
    const chosen = own.arms[arm];
    const card = chosen && imageModel(chosen.model);
    if (!card) throw new VariegateError('MODEL_RETIRED', { name: chosen?.model ?? '' });
    const prompt = recipe.prompt({ brief: words, closeness: base.draft.closeness, axes: [], references: references.map(({ role }) => role), wantsDirections: false });
    return freezeWords({ ...base, card, sizeClass: chosen.sizeClass }, { id: `${own.id}-${brief + 1}-${arm + 1}`, recipe, brief: words, prompt, caption: null, references, target, mayReuse: false });
  };
}

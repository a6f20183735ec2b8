// Recipe "Variants": new versions of what is selected, each in a direction of its own.
import { CLOSENESS_WORDS, DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const variants: Recipe = {
  id: 'variants',
  version: 1,
  label: 'Variants',
  teaches: 'Select a frame, a picture, a sketch or several layers to vary.',
  needs: 'selection',
  sourceRole: 'source',
  briefHint: 'What should change? Leave empty to be surprised.',
  usesCloseness: true,
  alignsFrom: null,
  prompt: (draft) =>
    lines(
      'Image 1 is a source picture from a design. Make one new version of it that fills the whole frame edge to edge.',
      draft.wantsDirections && `Direction for this version: ${DIRECTION_TOKEN}`,
      briefLine('The designer asks:', draft),
      CLOSENESS_WORDS[draft.closeness],
      referenceLines(draft, 1),
      'Words that stand in the source stay spelled exactly as they are.',
    ),
  planTask: (draft, count) =>
    planWords('A designer wants new versions of the attached source picture.', draft, count),
};

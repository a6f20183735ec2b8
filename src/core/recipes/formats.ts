// Recipe "Every format": one approved picture recomposed for the other selected frames. The words for each frame are made in core/formats.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const formats: Recipe = {
  id: 'formats',
  version: 1,
  label: 'Every format',
  teaches: 'Select an approved picture and the frames it should fit: hero, card, story.',
  needs: 'selection',
  sourceRole: null,
  briefHint: 'Anything that matters for every format? It may stay empty.',
  usesCloseness: false,
  alignsFrom: null,
  panel: 'formats',
  prompt: (draft) =>
    lines(
      'Recompose an approved picture for another frame, filling it edge to edge, nothing stretched.',
      draft.wantsDirections && `This version: ${DIRECTION_TOKEN}`,
      briefLine('The designer asks:', draft),
      referenceLines(draft, 0),
    ),
  planTask: (draft, count) => planWords('A designer wants one picture recomposed for other frames.', draft, count),
};

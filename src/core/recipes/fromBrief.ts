// Recipe "From a brief": pictures from words alone, no selection needed.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const fromBrief: Recipe = {
  id: 'fromBrief',
  version: 1,
  label: 'From a brief',
  teaches: 'Write what to make; nothing has to be selected.',
  needs: 'brief',
  sourceRole: null,
  briefHint: 'What should it show? For example: a quiet harbour at dawn, two boats, mist',
  usesCloseness: false,
  alignsFrom: null,
  prompt: (draft) =>
    lines(
      'Make one finished picture that fills the whole frame edge to edge.',
      briefLine('It shows:', draft),
      draft.wantsDirections && `Direction for this picture: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 0),
    ),
  planTask: (draft, count) => planWords('A designer wants pictures made from a written brief.', draft, count),
};

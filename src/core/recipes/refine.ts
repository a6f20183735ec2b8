// Recipe "Refine": a picture from words, looked at, its prompt changed, made again, until it is good enough. The words of each picture are
// the paragraph of its fields.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const refine: Recipe = {
  id: 'refine',
  version: 1,
  label: 'Refine',
  teaches: 'Write what to make; it is looked at and made better until it is good enough.',
  needs: 'brief',
  sourceRole: null,
  briefHint: 'What should it show? It is judged against this.',
  usesCloseness: false,
  alignsFrom: null,
  panel: 'refine',
  prompt: (draft) =>
    lines(
      'Make one finished picture that fills the whole frame edge to edge.',
      briefLine('It shows:', draft),
      draft.wantsDirections && `In detail: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 0),
    ),
  planTask: (draft, count) => planWords('A designer wants pictures made from a written brief.', draft, count),
};

// Recipe "Change one thing": the selection as it is, with one thing in it different.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const changeOne: Recipe = {
  id: 'changeOne',
  version: 1,
  label: 'Change one thing',
  teaches: 'Select a picture and write the one thing that should be different.',
  needs: 'selection',
  sourceRole: 'source',
  briefHint: 'What should be different, and nothing else? For example: the boat is red',
  usesCloseness: false,
  alignsFrom: 1,
  prompt: (draft) =>
    lines(
      'Image 1 is a picture from a design. Change one thing in it and nothing else.',
      briefLine('The change:', draft),
      draft.wantsDirections && `The change in this version: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 1),
      'Everything else stays exactly as it is: every other thing, place, colour, line, light and word, the framing and the size.',
    ),
  planTask: (draft, count) => planWords('A designer wants one thing in the attached picture changed, in ways that differ; all else stays.', draft, count),
};

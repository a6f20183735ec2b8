// Recipe "Restyle": what is selected in another look, its composition kept. The look is in words, in style references, or both.
import { DIRECTION_TOKEN } from '../prompt.ts';
import { LOOK_WORDS, STRUCTURE_WORDS } from '../style/words.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const restyle: Recipe = {
  id: 'restyle',
  version: 1,
  label: 'Restyle',
  teaches: 'Select a frame or a picture to put in another look.',
  needs: 'selection',
  sourceRole: 'source',
  briefHint: 'Which look? For example: gouache on rough paper, no outlines, warm dusk',
  usesCloseness: true,
  alignsFrom: 4,
  prompt: (draft) =>
    lines(
      'Image 1 is a picture from a design. Render the same picture in another look, filling the whole frame edge to edge.',
      STRUCTURE_WORDS[draft.closeness],
      LOOK_WORDS[4],
      draft.wantsDirections && `The look: ${DIRECTION_TOKEN}`,
      briefLine('The look:', draft),
      referenceLines(draft, 1),
      'Words that stand in the source stay spelled exactly as they are.',
    ),
  planTask: (draft, count) =>
    planWords('A designer wants the attached picture in other looks: other media, palettes and light, with its composition kept.', draft, count),
};

// Recipe "Storyboard": a brief told in shots that keep their people, props and light. The words of each picture are made in
// core/storyboard/prompts.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

export const storyboard: Recipe = {
  id: 'storyboard',
  version: 1,
  label: 'Storyboard',
  teaches: 'Write a story; it becomes a shot list, a character sheet and panels with captions.',
  needs: 'brief',
  sourceRole: null,
  briefHint: 'What happens? For example: Mara misses the ferry, finds a rowing boat, and meets the keeper of the light.',
  usesCloseness: false,
  alignsFrom: null,
  panel: 'storyboard',
  prompt: (draft) =>
    lines(
      'Make one finished shot of a story that fills the whole frame edge to edge.',
      briefLine('The story:', draft),
      draft.wantsDirections && `This shot: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 0),
    ),
  planTask: (draft, count) => planWords('A designer wants shots of a story.', draft, count),
};

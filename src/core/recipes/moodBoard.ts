// Recipe "Mood board": pictures and textures of one mood, laid out with their palette and type.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

/** The last ones of a plan are textures. */
export const TEXTURES = 2;

export const moodBoard: Recipe = {
  id: 'moodBoard',
  version: 1,
  label: 'Mood board',
  teaches: 'Write a mood; it becomes pictures, textures, a palette and type on one board.',
  needs: 'brief',
  sourceRole: null,
  briefHint: 'Which mood? For example: a quiet harbour hotel, salt-worn wood, linen, first light',
  usesCloseness: false,
  alignsFrom: null,
  panel: 'moodBoard',
  prompt: (draft) =>
    lines(
      'Make one finished picture for a mood board that fills the whole frame edge to edge, without lettering.',
      briefLine('The mood:', draft),
      draft.wantsDirections && `This picture: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 0),
    ),
  planTask: (draft, count) =>
    planWords(
      `A designer wants a mood board: pictures of one mood that share light and palette and show different things (a place, a detail, a person or a hand, an object). The last ${TEXTURES} are textures: a flat close-up of one material seen straight on, filling the frame, nothing else.`,
      draft,
      count,
    ),
};

// Recipe "Sketch to concept": a finished rendering that keeps the structure of a drawing.
import { DIRECTION_TOKEN } from '../prompt.ts';
import type { Closeness } from '../prompt.ts';
import type { Recipe } from './recipe.ts';
import { briefLine, lines, planWords, referenceLines } from './words.ts';

const STRUCTURE: Readonly<Record<Closeness, string>> = {
  1: 'Keep the idea of the sketch; its lines are a suggestion.',
  2: 'Keep the parts of the sketch and how they hang together; proportions may improve.',
  3: 'Keep the structure of the sketch: the same parts in the same places; tidy its proportions.',
  4: 'Follow the structure of the sketch closely: every part, place and proportion; only smooth the lines.',
  5: 'Follow the sketch line by line: every contour of it is a contour of the result.',
};

export const sketchToConcept: Recipe = {
  id: 'sketchToConcept',
  version: 1,
  label: 'Sketch to concept',
  teaches: 'Select a drawing made of vectors, or a picture of a sketch.',
  needs: 'selection',
  sourceRole: 'sketch',
  briefHint: 'What is it, and what is it made of? For example: a desk lamp, brushed steel and cork',
  usesCloseness: true,
  alignsFrom: null,
  prompt: (draft) =>
    lines(
      'Image 1 is a rough sketch. Render it as one finished concept with real materials, light and depth, no sketch lines left.',
      STRUCTURE[draft.closeness],
      briefLine('It is:', draft),
      draft.wantsDirections && `Direction for this concept: ${DIRECTION_TOKEN}`,
      referenceLines(draft, 1),
    ),
  planTask: (draft, count) =>
    planWords('A designer wants the attached sketch rendered as finished concepts.', draft, count),
};

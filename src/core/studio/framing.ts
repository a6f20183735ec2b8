// What stands before the paragraph of the structured prompt when a picture goes along: what the picture is for. Said in English
// only; a prompt in another language is sent alone with its picture, because our words and the designer's must not mix.
import type { RecipeId } from '../request.ts';

const FRAMES: Readonly<Partial<Record<RecipeId, string>>> = {
  variants: 'Image 1 is a picture from a design. Make one new version of it that fills the whole frame edge to edge. Change it to what follows; keep everything that is not spoken of as it is.',
  sketchToConcept: 'Image 1 is a rough sketch. Render it as one finished concept with real materials, light and depth, no sketch lines left: the same parts in the same places.',
  restyle: 'Image 1 is a picture from a design. Render the same picture in the look of what follows, its composition kept.',
};

/**
 * The words before the paragraph; '' where there are none. `keeps` are what the designer wants of a sketch, in the prompt's own
 * language, and stand in the frame of a sketch alone. `language` is a BCP 47 tag.
 */
export function framing(start: RecipeId, keeps: readonly string[], language: string): string {
  const kept = start === 'sketchToConcept' ? keeps.map(withoutStop).filter((keep) => keep !== '').join('; ') : '';
  if (!/^en\b/.test(language)) return kept === '' ? '' : `${kept}.`;
  return [FRAMES[start] ?? '', kept === '' ? '' : `Keep of the sketch: ${kept}.`].filter((part) => part !== '').join(' ');
}

function withoutStop(text: string): string {
  return text.trim().replace(/[.;]+$/, '');
}

// The exact words for each picture of a storyboard. What stands in them is the designer's and the text model's, cleaned.
import { cleanText } from '../prompt.ts';
import { lines } from '../recipes/words.ts';
import type { Shot } from '../studio/tasks.ts';

export interface StoryWords {
  readonly sheet: string;
  readonly look: string;
}

/** The sheet comes first: every shot is held against it. */
export function sheetPrompt({ sheet, look }: StoryWords): string {
  return lines(
    'Make one character and prop sheet on a plain light ground, edge to edge.',
    `It shows, each once from the front and once from the side, people in full figure, evenly lit, apart from one another: ${cleanText(sheet)}`,
    look.trim() !== '' && `Everything looks like this: ${cleanText(look)}`,
    'No lettering, no labels, no frames.',
  );
}

export interface ShotPlace {
  readonly shot: Shot;
  /** What was found not to match, in words for the picture; '' the first time. */
  readonly fix: string;
  /** Which pictures go along, the sheet first. */
  readonly hasSheet: boolean;
  readonly hasPrevious: boolean;
}

export function shotPrompt({ sheet, look }: StoryWords, { shot, fix, hasSheet, hasPrevious }: ShotPlace): string {
  return lines(
    'Make one finished shot of a story that fills the whole frame edge to edge.',
    hasSheet && 'Image 1 is the character and prop sheet: people and things look exactly as there, but not their poses nor the sheet’s ground.',
    hasPrevious && `Image ${hasSheet ? 2 : 1} is the shot before: the same place, time of day and light, unless this shot says otherwise; another framing.`,
    `The shot: ${cleanText(shot.shows)}`,
    sheet.trim() !== '' && `What never changes: ${cleanText(sheet)}`,
    look.trim() !== '' && `It looks like this: ${cleanText(look)}`,
    fix !== '' && `Above all: ${cleanText(fix)}`,
    'No lettering, captions, speech bubbles or frames in the picture.',
  );
}

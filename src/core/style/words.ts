// A look in words, for a prompt: rules as one sentence each, colours by name and hex, and how far look and structure may go. The steps
// are wording, because no Gemini image model has a strength to set.
import type { Closeness } from '../prompt.ts';
import { cleanText } from '../prompt.ts';
import { RULES, RULE_ORDER } from './card.ts';
import type { RuleId, StyleCard } from './card.ts';

/** How much of the look is taken over: 1 a hint, 5 altogether. */
export type Strength = 1 | 2 | 3 | 4 | 5;

export const LOOK_WORDS: Readonly<Record<Strength, string>> = {
  1: 'Take over only a hint of the look: its colours, lightly; the medium of image 1 stays.',
  2: 'Take over the colours and the light of the look; the medium of image 1 still shows.',
  3: 'Take over the look: its colours, light and texture, and its medium where it suits the subject.',
  4: 'Take over the look fully: medium, line, light, texture and colours.',
  5: 'Make it as if the same hand had made it as the look: medium, line, shape, light, texture and colours, with nothing left of the look of image 1.',
};

/** How closely the result keeps to the picture that is restyled. 5 is what registration counts on. */
export const STRUCTURE_WORDS: Readonly<Record<Closeness, string>> = {
  1: 'Keep the subject of image 1; its composition may be drawn anew.',
  2: 'Keep the subject of image 1 and where its main parts stand; proportions may change to suit the look.',
  3: 'Keep the composition of image 1: the same things in the same places and at the same size; contours may change to suit the look.',
  4: 'Keep the composition of image 1 closely: the same things, places, sizes and contours; only the rendering changes.',
  5: 'Keep every contour of image 1 where it is, to the pixel, with the same framing and crop; nothing is added, moved, removed or resized.',
};

/**
 * How much of the result lies over the original at the end, 0 to 1: what words cannot hold back, opacity can. Our own steps.
 */
export const LOOK_BLEND: Readonly<Record<Strength, number>> = { 1: 0.5, 2: 0.75, 3: 1, 4: 1, 5: 1 };

const COLOURS_SAID = 8;

/** The card's rules and colours, one line each; nothing for what it does not say. Words of the card are data: cleaned, on one line. */
export function lookLines(card: StyleCard): string[] {
  const rules = RULE_ORDER.filter((id) => plain(card.rules[id]) !== '').map((id) => ruleLine(id, plain(card.rules[id])));
  return [...rules, ...colourLine(card)];
}

function ruleLine(id: RuleId, text: string): string {
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  if (id === 'do') return `Always: ${sentence}`;
  // "Avoid" as positive wording needs a model; a plain rule of what to leave out is understood by all of them.
  if (id === 'dont') return `Leave out: ${sentence}`;
  return `${RULES[id].label}: ${sentence}`;
}

function colourLine({ swatches }: StyleCard): string[] {
  if (swatches.length === 0) return [];
  const said = swatches.slice(0, COLOURS_SAID).map(({ hex, name }) => (name === '' ? hex : `${plain(name)} ${hex}`));
  return [`Colours: ${said.join(', ')}; the first ones cover the most.`];
}

function plain(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').replace(/\{/g, '(').replace(/\}/g, ')');
}

/** An area of the picture that text is laid over: parts of 1000 of its width and height, and whether the text is light. */
export interface CalmArea {
  readonly box: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly isLightText: boolean;
}

const AREAS_SAID = 6;

/** What keeps room for text, the largest areas first; '' without any. */
export function calmLine(areas: readonly CalmArea[]): string {
  if (areas.length === 0) return '';
  const sizeOf = ({ box }: CalmArea) => (box.right - box.left) * (box.bottom - box.top);
  const said = [...areas].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, AREAS_SAID).map(({ box, isLightText }) => {
    const percent = (value: number) => Math.round(value / 10);
    return `from ${percent(box.left)} to ${percent(box.right)} % of the width and ${percent(box.top)} to ${percent(box.bottom)} % of the height, ${isLightText ? 'dark' : 'light'} there`;
  });
  return `Text is laid over it later. Keep these areas calm and even, without detail or strong contrast, and draw no lettering: ${said.join('; ')}.`;
}

// An idea's words as fields, by what a clause begins with. Every word goes somewhere, in its order.
import type { FieldId, FieldTexts } from '../fields.ts';
import { cleanText } from '../prompt.ts';

/** A clause that begins so belongs to this field; all else is the subject. */
const OPENERS: readonly (readonly [FieldId, RegExp])[] = [
  ['lighting', /^(?:lit by|at (?:night|dusk|dawn|noon|sunset|sunrise)|in (?:the )?(?:moonlight|sunlight|candlelight)|backlit)\b/i],
  ['palette', /^(?:in (?:shades|tones) of|coloured|colored|monochrome)\b/i],
  ['style', /^(?:as an? (?:\w+ )?(?:photo|photograph|painting|drawing|illustration|poster|rendering|sketch|watercolou?r)|in the style of|in (?:oil|ink|pencil|watercolou?r|gouache))\b/i],
  ['camera', /^(?:seen from|close-up|from (?:above|below|afar)|wide shot|aerial view)\b/i],
  ['avoid', /^(?:no|without)\b/i],
  ['environment', /^(?:in|on|at|inside|outside|near|under|above|behind|beside|over|among|through) /i],
];

/** Before a word that opens a field, and at commas and stops. */
const CLAUSES = /\s*[,;.\n]+\s*|\s+(?=(?:lit by|seen from|in the style of|as an? (?:photo|painting|drawing|illustration|poster)|without|at (?:night|dusk|dawn|noon|sunset|sunrise)|in|inside|on|under|near|beside|behind|among)\b)/i;

/** Texts of fields; empty for an idea without words. */
export function splitIdea(idea: string): FieldTexts {
  const texts: Partial<Record<FieldId, string>> = {};
  for (const clause of cleanText(idea).split(CLAUSES).filter((part) => part.trim() !== '')) {
    const id = texts.subject === undefined ? 'subject' : (OPENERS.find(([, opener]) => opener.test(`${clause} `))?.[0] ?? 'subject');
    texts[id] = texts[id] === undefined ? clause.trim() : `${texts[id] ?? ''}, ${clause.trim()}`;
  }
  return texts;
}

// Words of a text model made fit to be shown, kept and sent again: clean, short, on one line, and without a curly bracket,
// so that none of them can become an alternative or a placeholder.
import type { FieldId, FieldTexts } from '../fields.ts';
import { cleanName } from '../prompt.ts';
import { recordOf } from './json.ts';

/** Most characters of what a model writes. */
export const TEXT_LIMITS = {
  title: 40, field: 1200, reads: 300, keep: 120, altText: 125, objectName: 60, relation: 40, summary: 80,
} as const satisfies Record<string, number>;

// Models that were told to leave a field out write these instead.
const NOTHING = /^[("']*(?:none|null|nothing|n\/a|not specified|unspecified|undefined|-+)[)."']*$/i;

/** One line of at most `limit` characters; '' for what is no text and for words that say "nothing". */
export function modelText(value: unknown, limit: number): string {
  if (typeof value !== 'string') return '';
  const text = withoutBraces(cleanName(value, limit));
  return NOTHING.test(text) ? '' : text;
}

/** Round brackets for curly ones: the length stays. */
export function withoutBraces(text: string): string {
  return text.replace(/\{/g, '(').replace(/\}/g, ')');
}

/** Texts of the fields `asked` that hold any; everything else is left out, field by field. */
export function modelFields(value: unknown, asked: readonly FieldId[]): FieldTexts {
  const record = recordOf(value);
  const texts: Partial<Record<FieldId, string>> = {};
  for (const id of asked) {
    const text = modelText(record?.[id], TEXT_LIMITS.field);
    if (text !== '') texts[id] = text;
  }
  return texts;
}

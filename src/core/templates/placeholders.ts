// Blanks in a template: "{product}". They are filled in before anything is sent; one that is open keeps a prompt from being sent.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldTexts } from '../fields.ts';
import { cleanText } from '../prompt.ts';

/** Letters of any script, digits, spaces, hyphens, underscores. With a bar it is an alternative, `{direction}` is a direction's place. */
const PLACEHOLDER = /\{(?!direction\})([\p{L}\p{N}][\p{L}\p{N}\p{M} _-]{0,39})\}/gu;

export interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** In the order they stand, repeated ones too. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length }));
}

/** Names without repeats, in the order of the fields. */
export function placeholdersOf(fields: FieldTexts): readonly string[] {
  return [...new Set(FIELD_ORDER.flatMap((id) => placeholdersIn(fields[id] ?? '').map(({ name }) => name)))];
}

/** Blanks that have a value are filled in, the others stay. A value can hold no brace, so it becomes no blank and no alternative. */
export function fillPlaceholders(fields: FieldTexts, values: ReadonlyMap<string, string>): FieldTexts {
  const fill = (text: string) => text.replace(PLACEHOLDER, (whole: string, name: string) => plain(values.get(name) ?? '') || whole);
  return Object.fromEntries(FIELD_ORDER.flatMap((id) => (fields[id] === undefined ? [] : [[id, fill(fields[id])]])));
}

function plain(value: string): string {
  return cleanText(value.replace(/[{}|]/g, ' '), 500);
}

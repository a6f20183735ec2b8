// A paragraph that the designer edited, back in its fields. It is compared word by word with the paragraph that the fields give, so
// that every word stays in the field it came from, and no word that was typed is lost.
import { FIELD_ORDER, mapFields } from '../fields.ts';
import type { FieldId, PromptFields } from '../fields.ts';
import { renderPieces } from './render.ts';
import { compareTokens, isWord, tokensOf } from './tokens.ts';

/** A token of the old or the new paragraph, and whose it is; null for words and marks of ours. */
interface Owned {
  readonly token: string;
  readonly field: FieldId | null;
  readonly is: 'same' | 'added' | 'removed';
}

/** Less than this share of the words kept: another text, not an edit. */
const REWRITTEN = 0.25;

/**
 * `fields` are those that the paragraph was rendered from, `language` the tag it was rendered in. Rules, in this order:
 * an unchanged paragraph gives the same fields; a text with less than a quarter of its words kept goes into Subject as it is, and is all there is;
 * kept words stay in their field; added words join the field whose words they replace or stand beside, else the nearest before,
 * else the nearest after, else Subject; removed words leave their field, words of ours are dropped. The sentence of "avoid" says
 * the opposite of its field: untouched, the field stays; touched, the sentence is the designer's own and goes to Quality. Locks and
 * stresses stay: a lock binds models and rules, not the designer.
 */
export function parseParagraph(fields: PromptFields, language: string, edited: string): PromptFields {
  const pieces = renderPieces(fields, language).flatMap(({ text, field }) => tokensOf(text).map((token) => ({ token, field })));
  if (pieces.map(({ token }) => token).join('') === edited) return fields;
  const tokens = compare(pieces, edited);
  if (isRewritten(tokens)) return mapFields((id) => ({ ...fields[id], text: id === 'subject' ? edited.trim() : '' }));
  const homes = homesOf(tokens);
  return withTexts(fields, textsOf(fields, tokens, homes));
}

function compare(pieces: readonly { readonly token: string; readonly field: FieldId | null }[], edited: string): Owned[] {
  let at = 0;
  // Pieces may split where the whole text would not; the edited text is split as a whole, which only matters within a word.
  return compareTokens(pieces.map(({ token }) => token), tokensOf(edited)).flatMap(({ is, tokens }) =>
    tokens.map((token) => ({ token, is, field: is === 'added' ? null : (pieces[at++]?.field ?? null) })),
  );
}

function isRewritten(tokens: readonly Owned[]): boolean {
  const words = tokens.filter(({ token, is }) => is !== 'removed' && isWord(token));
  return words.length > 0 && words.filter(({ is }) => is === 'same').length < words.length * REWRITTEN;
}

/** The field of each token; null for words of ours that were kept, and for what was removed. */
function homesOf(tokens: readonly Owned[]): (FieldId | null)[] {
  return tokens.map((token, at) => {
    if (token.is === 'same') return token.field;
    return token.is === 'removed' ? null : homeOfAdded(tokens, at);
  });
}

function homeOfAdded(tokens: readonly Owned[], at: number): FieldId {
  const run = { from: edgeOf(tokens, at, -1), to: edgeOf(tokens, at, 1) };
  const replaced = tokens.slice(run.from + 1, run.to).find(({ is, field }) => is === 'removed' && field !== null)?.field;
  if (replaced) return replaced;
  return tokens[run.from]?.field ?? tokens[run.to]?.field ?? nearest(tokens, run.from, -1) ?? nearest(tokens, run.to, 1) ?? 'subject';
}

/** Index of the nearest kept token in a direction; −1 or the length where there is none. */
function edgeOf(tokens: readonly Owned[], at: number, step: 1 | -1): number {
  let index = at + step;
  while (index >= 0 && index < tokens.length && tokens[index]?.is !== 'same') index += step;
  return index;
}

function nearest(tokens: readonly Owned[], from: number, step: 1 | -1): FieldId | undefined {
  for (let index = from; index >= 0 && index < tokens.length; index += step) {
    const token = tokens[index];
    if (token?.is === 'same' && token.field) return token.field;
  }
  return undefined;
}

function textsOf(fields: PromptFields, tokens: readonly Owned[], homes: readonly (FieldId | null)[]): Partial<Record<FieldId, string>> {
  const touched = new Set<FieldId>();
  tokens.forEach((token, at) => {
    if (token.is === 'removed' && token.field) touched.add(token.field);
    const home = homes[at];
    if (token.is === 'added' && home) touched.add(home);
  });
  const texts: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) if (touched.has(id)) texts[id] = gather(tokens, homes, id);
  if (texts.avoid === undefined) return texts;
  const quality = [texts.quality ?? fields.quality.text.trim(), texts.avoid].filter((part) => part !== '');
  return { ...texts, quality: quality.join(' '), avoid: '' };
}

/** The tokens of one field in their order. A stop or comma of ours between two of them stays between them. */
function gather(tokens: readonly Owned[], homes: readonly (FieldId | null)[], id: FieldId): string {
  let text = '';
  let between = '';
  tokens.forEach((token, at) => {
    if (token.is === 'removed') return;
    if (homes[at] === id) {
      text += text === '' ? token.token : between + token.token;
      between = '';
    } else if (homes[at] === null && !isWord(token.token)) {
      between += token.token;
    } else {
      between = ' ';
    }
  });
  return text.replace(/\s+/g, ' ').trim();
}

function withTexts(fields: PromptFields, texts: Partial<Record<FieldId, string>>): PromptFields {
  return mapFields((id) => {
    const text = texts[id];
    return text === undefined ? fields[id] : { ...fields[id], text };
  });
}

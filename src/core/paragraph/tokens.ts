// A text as words, spaces and single marks, so that two texts can be compared word by word. The tokens joined are the text.
import { diffArrays } from 'diff';

/** A run of tokens that both texts have, that only the later one has, or only the earlier one. */
export interface TokenRun {
  readonly is: 'same' | 'added' | 'removed';
  readonly tokens: readonly string[];
}

/** Edits beyond which two texts count as different altogether: the comparison grows with words times edits. */
const MOST_EDITS = 1500;

// Scripts without spaces between words are compared letter by letter.
const TOKEN = /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}'’_-])+|[^]/gu;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** True for a token that is a word, not a space or a mark. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/** Runs in order. What begins and ends the same is set aside first; a middle of too many edits is one removal and one addition. */
export function compareTokens(before: readonly string[], after: readonly string[]): TokenRun[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [
    run('same', before.slice(0, start)),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    run('same', before.slice(before.length - end)),
  ].filter(({ tokens }) => tokens.length > 0);
}

function compareMiddle(before: string[], after: string[]): TokenRun[] {
  const parts = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return [run('removed', before), run('added', after)];
  return parts.map((part) => run(part.added ? 'added' : part.removed ? 'removed' : 'same', part.value));
}

function run(is: TokenRun['is'], tokens: readonly string[]): TokenRun {
  return { is, tokens };
}

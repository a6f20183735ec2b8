// What a change did to a text, word by word, for showing it.
import { compareTokens, isWord, tokensOf } from './tokens.ts';

export interface WordChange {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** Fewer words kept than this share of the longer text: two texts, shown one after the other. */
const KEPT = 0.4;

/** In order; what is same or added is `after`, what is same or removed is `before`, each to the letter. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const runs = compareTokens(old, now);
  const kept = runs.flatMap(({ is, tokens }) => (is === 'same' ? tokens.filter(isWord) : [])).length;
  if (kept < KEPT * Math.max(old.filter(isWord).length, now.filter(isWord).length)) return replaced(before, after);
  return runs.map(({ is, tokens }) => ({ is, text: tokens.join('') }));
}

function replaced(before: string, after: string): readonly WordChange[] {
  return [{ text: before, is: 'removed' as const }, { text: after, is: 'added' as const }].filter(({ text }) => text !== '');
}

// What a change did to a text, word by word, for showing it.
import { compareTokens, tokensOf } from './tokens.ts';

export interface WordChange {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** In order; what is same or added is `after`, what is same or removed is `before`, each to the letter. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  return compareTokens(tokensOf(before), tokensOf(after)).map(({ is, tokens }) => ({ is, text: tokens.join('') }));
}

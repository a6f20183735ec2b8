// A prompt as words and phrases with their places, and the small pieces that findings are made of.
import type { CheckCode, CheckFix, Finding } from './finding.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** With the comma or the space that would be left over. */
export function spaced(text: string, { start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const before = /,?\s+$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
  return { start: start - before, end };
}

export function wordsOf(text: string): Word[] {
  let sentence = 0;
  let last = 0;
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)].map((match) => {
    const { start, end } = range(match);
    if (/[.!?\n]/.test(text.slice(last, start))) sentence += 1;
    last = end;
    return { text: match[0].toLowerCase(), start, end, sentence };
  });
}

/** Single words and runs of two or three within a sentence. */
export function phrasesOf(words: readonly Word[]): Word[] {
  return words.flatMap((word, at) =>
    [1, 2, 3].flatMap((length) => {
      const run = words.slice(at, at + length);
      const last = run[run.length - 1];
      if (run.length < length || !last || last.sentence !== word.sentence) return [];
      return [{ ...word, text: run.map((each) => each.text).join(' '), end: last.end }];
    }),
  );
}

export function range(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

export function edit(label: string, { start, end }: { readonly start: number; readonly end: number }, text: string): CheckFix {
  return { is: 'edit', label, edits: [{ start, end, text }] };
}

export function finding(code: CheckCode, message: string, { start, end }: { readonly start: number; readonly end: number }, fixes: readonly CheckFix[], isBlocking = false): Finding {
  return { id: `${code}:${message}`, code, message, start, end, fixes, isBlocking };
}

export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}

// Looks over a prompt before it is sent: at once, on this computer, in time that grows with its length alone. Finds what models
// misread and what a designer may not have meant; mends nothing by itself.
import { placeholdersIn } from '../templates/placeholders.ts';
import { KEEP } from './finding.ts';
import type { CheckFix, Edit, Finding } from './finding.ts';
import { minors } from './minors.ts';
import { named, people } from './people.ts';
import { edit, finding, own, phrasesOf, range, spaced, wordsOf } from './phrases.ts';
import type { Word } from './phrases.ts';
import { AMBIGUOUS, CONTRADICTIONS, JUNK, LIVING_ARTISTS } from './tables.ts';

export interface CheckContext {
  /** Input tokens that the model takes; null where it is not known. */
  readonly maxTokens: number | null;
  /** Pictures to be made. */
  readonly count: number;
}

/** More would not be read. */
const MOST_FINDINGS = 20;
const OPPOSED: ReadonlySet<string> = new Set(CONTRADICTIONS.reduce<string[]>((all, [one, other]) => [...all, ...one, ...other], []));
/** Words around an ambiguous noun that may tell what it is. */
const REACH = 8;

/** In order of position; at most 20. Never throws. */
export function checkPrompt(text: string, context: CheckContext): Finding[] {
  if (text.trim() === '') return [];
  const words = wordsOf(text);
  const phrases = phrasesOf(words);
  const names = named(text, phrases);
  // A noun within a name is no noun: Mickey Mouse.
  const nouns = ambiguous(text, words).filter((noun) => !names.some((name) => noun.start >= name.start && noun.end <= name.end));
  return [
    ...placeholders(text), ...tooLong(text, context), ...nouns, ...soup(text), ...contradictions(text, phrases),
    ...artists(phrases), ...names, ...people(text, words, context.count), ...minors(text, words), ...unquoted(text),
  ].filter(outsideQuotes(text)).sort((a, b) => a.start - b.start).slice(0, MOST_FINDINGS);
}

function placeholders(text: string): Finding[] {
  const open = placeholdersIn(text);
  return open.flatMap((first, index) => {
    const same = open.filter(({ name }) => name === first.name);
    if (open.findIndex(({ name }) => name === first.name) < index) return [];
    const fix: CheckFix = { is: 'edit', label: same.length === 1 ? 'Take it out' : 'Take them out', edits: same.map((at) => ({ ...spaced(text, at), text: '' })) };
    return [finding('PLACEHOLDER', `{${first.name}} is not filled in.`, first, [fix], true)];
  });
}

// About four characters are a token: https://ai.google.dev/gemini-api/docs/tokens, read 2026-11-22; other scripts take more.
function tooLong(text: string, { maxTokens }: CheckContext): Finding[] {
  const most = maxTokens === null ? Infinity : maxTokens * 4;
  if (text.length <= most) return [];
  const end = Math.max(text.lastIndexOf('. ', most) + 1, Math.floor(most / 2));
  return [finding('TOO_LONG', 'The prompt is longer than the model reads.', { start: end, end: text.length }, [edit('Cut the end', { start: end, end: text.length }, '')], true)];
}

function ambiguous(text: string, words: readonly Word[]): Finding[] {
  return words.flatMap((word, at) => {
    const senses = own(AMBIGUOUS, word.text);
    if (!senses) return [];
    const near = new Set(words.slice(Math.max(0, at - REACH), at + REACH + 1).filter((other) => other.sentence === word.sentence).map((other) => other.text));
    if (senses.some(([, told]) => told.split(' ').some((clue) => near.has(clue)))) return [];
    const fixes = senses.map(([say]) => edit(say.charAt(0).toUpperCase() + say.slice(1), word, say));
    return [finding('AMBIGUOUS', `“${text.slice(word.start, word.end)}” can be several things.`, word, [...fixes, KEEP])];
  });
}

/** Junk words of keyword prompts, each with the comma that held it. */
function soup(text: string): Finding[] {
  const found = [...text.matchAll(/[^,.;\n]+/g)].filter((match) => JUNK.has(match[0].trim().toLowerCase()));
  const [first] = found;
  if (!first) return [];
  const edits = found.map((match) => withComma(text, range(match)));
  const names = found.map((match) => match[0].trim()).join(', ');
  const fix: CheckFix = { is: 'edit', label: 'Take them out', edits };
  return [finding('SOUP', `Says nothing to this model: ${names.slice(0, 80)}.`, range(first), [fix, KEEP])];
}

/** The comma before, so that neighbours can go together without their edits meeting; at the very beginning the one behind. */
function withComma(text: string, { start, end }: { readonly start: number; readonly end: number }): Edit {
  if (text[start - 1] === ',') return { start: start - 1, end, text: '' };
  return { start, end, text: '' };
}

function contradictions(text: string, phrases: readonly Word[]): Finding[] {
  // The first place of each phrase that is not denied there: one pass over the text, whatever the tables hold.
  const first = new Map<string, Word>();
  for (const phrase of phrases) if (!first.has(phrase.text) && OPPOSED.has(phrase.text) && !isDenied(text, phrase)) first.set(phrase.text, phrase);
  const earliest = (group: readonly string[]) => group.flatMap((phrase) => first.get(phrase) ?? []).sort((x, y) => x.start - y.start)[0];
  return CONTRADICTIONS.flatMap(([one, other]) => {
    const a = earliest(one);
    const b = earliest(other);
    if (!a || !b) return [];
    const fixes = [edit(`Keep ${a.text}`, spaced(text, b), ''), edit(`Keep ${b.text}`, spaced(text, a), '')];
    return [finding('CONTRADICTION', `“${a.text}” and “${b.text}” do not go together.`, a.start < b.start ? a : b, [...fixes, KEEP])];
  });
}

function artists(phrases: readonly Word[]): Finding[] {
  return phrases.flatMap((phrase) => {
    const instead = own(LIVING_ARTISTS, phrase.text);
    return instead ? [finding('LIVING_ARTIST', 'A living artist is named.', phrase, [edit('Describe the technique instead', phrase, instead), KEEP])] : [];
  });
}

/** A sign that says OPEN: lettering is spelled right far more often in quotation marks. */
function unquoted(text: string): Finding[] {
  return [...text.matchAll(/\b(?:that says|that reads|with the words?|saying|lettered|titled)\s+(?!["“'‘„«])([^\s",.;“][^",.;\n“]{0,60})/gi)].map((match) => {
    const words = (match[1] ?? '').trimEnd();
    const start = (match.index ?? 0) + match[0].length - (match[1] ?? '').length;
    const at = { start, end: start + words.length };
    return finding('TEXT_UNQUOTED', 'Words to be lettered are clearer in quotation marks.', at, [edit(`“${words}”`, at, `“${words}”`), KEEP]);
  });
}

// "no snow", "without fog": then it is no contradiction.
function isDenied(text: string, { start }: Word): boolean {
  return /\b(?:no|not|without|never|free of)\s+(?:any\s+)?$/i.test(text.slice(Math.max(0, start - 20), start));
}

/** Words in quotation marks are to be lettered as they are: nothing in them is mended, but a blank in them must be filled. */
function outsideQuotes(text: string): (found: Finding) => boolean {
  const quotes = [...text.matchAll(/[“"«„][^“”"«»„\n]{1,200}[”"»]/g)].map(range);
  return ({ code, start, end }) => code === 'PLACEHOLDER' || !quotes.some((quote) => start >= quote.start && end <= quote.end);
}

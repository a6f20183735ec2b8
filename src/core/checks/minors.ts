// Children in a prompt beside what no service draws with them. Plain scenes with children are no finding at all.
import { KEEP } from './finding.ts';
import type { CheckFix, Edit, Finding } from './finding.ts';
import { finding, spaced } from './phrases.ts';
import type { Word } from './phrases.ts';

const MINORS: ReadonlySet<string> = set('child children kid kids toddler toddlers baby babies boy boys girl girls teenager teenagers teen teens schoolgirl schoolgirls schoolboy schoolboys minor minors infant infants');
/** Adults in their place: "boy" becomes "man". */
const ADULTS: Readonly<Record<string, string>> = { boy: 'man', boys: 'men', schoolboy: 'man', schoolboys: 'men', girl: 'woman', girls: 'women', schoolgirl: 'woman', schoolgirls: 'women' };
/** Never to be sent beside a child. */
const SEXUAL: ReadonlySet<string> = set('nude naked topless undressed lingerie sexy sensual seductive erotic provocative fetish');
/** Mostly declined beside a child; in the same sentence. */
const HARSH: ReadonlySet<string> = set('bikini swimsuit swimwear underwear gun guns rifle rifles pistol blood bloody wounded dead cigarette cigarettes vodka whisky cocaine heroin drugs drunk beating');
/** What makes a weapon a toy. */
const HARMLESS: ReadonlySet<string> = set('toy water plastic wooden foam');
const ADULT_AGE = 18;

export function minors(text: string, words: readonly Word[]): Finding[] {
  const young = words.filter((word, at) => MINORS.has(word.text) || ageOf(words, at) < ADULT_AGE);
  const [first] = young;
  if (!first) return [];
  const sexual = words.filter((word) => SEXUAL.has(word.text));
  if (sexual.length > 0) {
    return [finding('MINOR', 'Children and sexual wording together are never drawn.', first, [takeOut(text, sexual)], true)];
  }
  const harsh = words.filter((word, at) => HARSH.has(word.text) && !HARMLESS.has(words[at - 1]?.text ?? '') && young.some((each) => each.sentence === word.sentence));
  if (harsh.length === 0) return [];
  const told = harsh.map((word) => `“${text.slice(word.start, word.end)}”`).slice(0, 3).join(', ');
  return [finding('MINOR', `Services decline children with ${told}.`, first, [takeOut(text, harsh), grownUp(young), KEEP])];
}

/** "12 year old", "12-year-old", "aged 12": the age in years, or none. */
function ageOf(words: readonly Word[], at: number): number {
  const word = words[at]?.text ?? '';
  const hyphened = /^(\d{1,3})-years?-olds?$/.exec(word)?.[1];
  if (hyphened) return Number(hyphened);
  if (!/^\d{1,3}$/.test(word)) return Infinity;
  const next = `${words[at + 1]?.text ?? ''} ${words[at + 2]?.text ?? ''}`;
  return /^(?:years? old|year-old\b|years-old\b)/.test(next) || words[at - 1]?.text === 'aged' ? Number(word) : Infinity;
}

function takeOut(text: string, words: readonly Word[]): CheckFix {
  const edits: Edit[] = words.map((word) => ({ ...spaced(text, word), text: '' }));
  return { is: 'edit', label: `Take out ${words.map((word) => `“${word.text}”`).slice(0, 3).join(', ')}`, edits: edits.filter((each, at) => at === 0 || each.start >= (edits[at - 1]?.end ?? 0)) };
}

function grownUp(young: readonly Word[]): CheckFix {
  const edits = young.map(({ text, start, end }) => ({ start, end, text: ADULTS[text] ?? (text.endsWith('s') || text === 'children' ? 'adults' : 'adult') }));
  return { is: 'edit', label: 'Make them adults', edits };
}

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

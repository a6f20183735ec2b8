// People, brands and characters in a prompt: who is named that must not be drawn, and who is drawn without saying who they are.
import { KEEP } from './finding.ts';
import type { CheckFix, Finding } from './finding.ts';
import { BRANDS, CHARACTERS, REAL_PEOPLE } from './names.ts';
import { edit, finding, own } from './phrases.ts';
import type { Word } from './phrases.ts';
import { spreadGroup } from './spread.ts';
import { ATTRIBUTES, PEOPLE } from './tables.ts';

/** Real people, brands and characters: each with words that say what is meant without the name. */
export function named(text: string, phrases: readonly Word[]): Finding[] {
  const found = phrases.flatMap((phrase) => {
    const whole = phrase.text.replace(/’/g, '\'');
    const name = whole.replace(/'s$/, '');
    const at = { start: phrase.start, end: phrase.end - (own(BRANDS, whole) ? 0 : whole.length - name.length) };
    const said = text.slice(at.start, at.end);
    const person = own(REAL_PEOPLE, name);
    if (person) return [finding('REAL_PERSON', `${said} is a real person; the service may decline.`, at, [sayInstead(text, at, person), KEEP])];
    const brand = own(BRANDS, whole) ?? own(BRANDS, name);
    if (brand) return [finding('BRAND', `${said} is a brand; it may be declined or drawn wrong.`, at, [sayInstead(text, at, brand), KEEP])];
    const character = own(CHARACTERS, name);
    return character ? [finding('CHARACTER', `${said} belongs to somebody; the service may decline.`, at, [sayInstead(text, at, character), KEEP])] : [];
  });
  // "super mario" and "mario" in it would be two findings of one name: the longest that covers a place is told.
  return found.filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start));
}

/** With the article that stands before the name: what is said instead brings its own. */
function sayInstead(text: string, { start, end }: Pick<Word, 'start' | 'end'>, instead: string): CheckFix {
  const article = /(?<![\p{L}])(?:an?|the)\s+$/iu.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0;
  const from = /^an? /.test(instead) ? start - article : start;
  return edit(`Say “${instead}”`, { start: from, end }, instead);
}

/** The first people of whom nothing is said, where several pictures are made: models then show one kind. */
export function people(text: string, words: readonly Word[], count: number): Finding[] {
  if (count < 2) return [];
  const found = words.find((word) => PEOPLE.has(word.text) && !isInBraces(text, word) && !words.some((other) => other.sentence === word.sentence && ATTRIBUTES.has(other.text)));
  if (!found) return [];
  return [finding('PEOPLE_UNSTATED', `Nothing says who “${found.text}” ${isSeveral(found.text) ? 'are' : 'is'}; models then show one kind.`, found, [spreadFix(found, count), KEEP])];
}

/** Several people are of varied kinds in each picture; one person is another one in each picture. */
function spreadFix(word: Word, count: number): CheckFix {
  const at = { start: word.end, end: word.end };
  if (isSeveral(word.text)) return edit('Spread ages, skin tones and genders', at, ' of varied ages, skin tones and genders');
  return edit('Spread over the pictures', at, `, ${spreadGroup(count)},`);
}

const GROUPS: ReadonlySet<string> = new Set(['people', 'family', 'couple', 'team']);

function isSeveral(noun: string): boolean {
  return GROUPS.has(noun) || (noun.endsWith('s') && !noun.endsWith('ss'));
}

function isInBraces(text: string, { start }: Word): boolean {
  return text.lastIndexOf('{', start) > text.lastIndexOf('}', start);
}

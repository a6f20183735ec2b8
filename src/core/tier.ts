// Which text model is asked: Flash unless the designer says otherwise, or a row of a table that is shown on screen does.
import { FIELD_ORDER } from './fields.ts';
import type { StudioTask } from './studio/tasks.ts';

export type TierWish = 'flash' | 'pro' | 'rule';
export type TierRole = 'Lite' | 'Flash' | 'Pro';

/** What the rule looks at. */
export interface TierFacts {
  readonly words: number;
  readonly people: number;
  /** Words are to be lettered in the picture. */
  readonly hasText: boolean;
  /** Pictures that are sent along. */
  readonly images: number;
  /** Words of a wish to change something; null where something else is asked. */
  readonly changeWords: number | null;
}

export interface Tier {
  readonly role: TierRole;
  /** For the screen, without a full stop: "Long brief with four people and text: Pro". */
  readonly why: string;
}

/** From how many words on a brief is called long. */
const LONG = 60;

/** Up to how many words a change is small enough for the cheapest model. */
export const SHORT_CHANGE = 3;

type Row = Omit<TierFacts, 'changeWords'>;

/** Pro where every number of a row is reached; the first row that fits gives the reason. Shown on screen as it is. */
export const TIER_RULES: readonly (Row & { readonly says: string })[] = [
  { says: 'A brief of 60 words with three people and text', words: LONG, people: 3, hasText: true, images: 0 },
  { says: 'A brief of 60 words with four people', words: LONG, people: 4, hasText: false, images: 0 },
  { says: 'A brief of 60 words with text', words: LONG, people: 0, hasText: true, images: 0 },
  { says: 'Three people and text', words: 0, people: 3, hasText: true, images: 0 },
  { says: 'A brief of 150 words', words: 150, people: 0, hasText: false, images: 0 },
  { says: 'Four pictures to read together', words: 0, people: 0, hasText: false, images: 4 },
];

export function textTier(facts: TierFacts, wish: TierWish): Tier {
  if (wish === 'pro') return { role: 'Pro', why: 'You chose Pro' };
  if (wish === 'flash') return { role: 'Flash', why: 'You chose Flash' };
  const rule = TIER_RULES.find((row) => reaches(facts, row));
  if (rule) return { role: 'Pro', why: `${reason(facts, rule)}: Pro` };
  const isShort = facts.changeWords !== null && facts.changeWords > 0 && facts.changeWords <= SHORT_CHANGE;
  return isShort ? { role: 'Lite', why: 'A change of a few words: Lite' } : { role: 'Flash', why: 'Nothing here needs Pro: Flash' };
}

/** The facts of a task, from its words and the number of pictures that go with it. */
export function tierFacts(task: StudioTask, images: number): TierFacts {
  const text = wordsOf(task);
  const fields = 'fields' in task ? task.fields : null;
  return {
    words: countOf(text),
    people: countPeople(text),
    hasText: (fields !== null && fields.text.text.trim() !== '') || /["“«„][^"”»“]+["”»“]/.test(text),
    images,
    changeWords: task.is === 'change' ? countOf(task.words) : null,
  };
}

/**
 * How many people some English words speak of: "two women and a child" is 3, "people" without a number 2, at most 99. A
 * hint for the rule and no more: other languages count as nobody.
 */
export function countPeople(text: string): number {
  const words = text.toLowerCase().match(/[a-z'-]+|\d+/g) ?? [];
  const counted = words.reduce((sum, word, at) => sum + peopleOf(word, words.slice(Math.max(0, at - 3), at)), 0);
  return Math.min(99, counted);
}

const NUMBERS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const PERSON = /^(?:person|man|woman|child|(?:boy|girl|kid|toddler|teenager|adult|friend|dancer|worker|chef|cook|athlete|runner|musician|nurse|doctor|farmer|student|teacher)(s?))$/;
const PEOPLE = /^(?:people|persons|men|women|children)$/;
const GROUPS: Readonly<Record<string, number>> = { couple: 2, family: 4, team: 5, crowd: 12 };

// A number stands at most three words before its noun: "four very old men".
function peopleOf(word: string, before: readonly string[]): number {
  const person = PERSON.exec(word);
  if (PEOPLE.test(word) || person?.[1] === 's') return numberIn(before) ?? 2;
  if (person) return 1;
  return Object.keys(GROUPS).includes(word) ? (GROUPS[word] ?? 0) : 0;
}

function numberIn(words: readonly string[]): number | null {
  const numbers = words.map((word) => (/^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word))).filter((number) => number >= 0);
  return numbers[numbers.length - 1] ?? null;
}

function countOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function reaches(facts: TierFacts, row: Row): boolean {
  return facts.words >= row.words && facts.people >= row.people && facts.images >= row.images && (facts.hasText || !row.hasText);
}

// Only what the row asks for is named, with the numbers of this brief: "Long brief with four people and text".
function reason(facts: TierFacts, row: Row): string {
  const parts = [
    ...(row.people > 0 ? [`${inWords(facts.people)} people`] : []),
    ...(row.hasText ? ['text'] : []),
    ...(row.images > 0 ? [`${inWords(facts.images)} pictures`] : []),
  ].join(' and ');
  if (row.words === 0) return `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}`;
  return parts === '' ? 'Very long brief' : `Long brief with ${parts}`;
}

function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function wordsOf(task: StudioTask): string {
  switch (task.is) {
    case 'expand': return [task.idea, ...FIELD_ORDER.map((id) => task.fields[id].text)].join('\n');
    case 'change': return [task.words, ...FIELD_ORDER.map((id) => task.fields[id].text)].join('\n');
    case 'card': return task.words;
    case 'sketch': return task.wish;
    case 'shots': return task.brief;
    // A rubric wants the same judge for all, whatever stands in the rules.
    case 'describe':
    case 'continuity':
    case 'represent':
    case 'critique':
    case 'judge': return '';
  }
}

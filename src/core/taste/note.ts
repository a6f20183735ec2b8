// The taste profile: a note of at most 120 words that says in plain sentences what a designer prefers and avoids. It is tallied from ratings,
// read and changed by the designer, and does one thing: it puts things in order. No prompt ever gets it.
import type { HistoryEntry, ReasonId } from '../history/entry.ts';
import type { FieldId } from '../fields.ts';
import { plainText } from '../plainText.ts';

export const TASTE_WORDS = 120;
/** Ratings below which a phrase says nothing. */
const LEAST = 2;
const PHRASES_EACH = 12;
const LONGEST_PHRASE = 5;
/** Ratings that a phrase is given before it was rated: half of them good. */
const PRIOR = 2;

/** The look of a picture, by the field that says it, and the reasons that speak of it. What it shows is not taste. */
const LOOK_FIELDS = { lighting: 'light', palette: 'colour', style: 'style', camera: 'composition', mood: 'style', quality: 'style' } as const satisfies Partial<Record<FieldId, ReasonId>>;
type LookField = keyof typeof LOOK_FIELDS;
const LOOK_ORDER = Object.keys(LOOK_FIELDS) as readonly LookField[];
const OF_LOOK: readonly ReasonId[] = Object.values(LOOK_FIELDS);

/** From the rated entries; '' where too little was rated to say anything. */
export function tasteFrom(entries: readonly HistoryEntry[]): string {
  const tally = new Map<string, { good: number; bad: number }>();
  const rated = entries.filter(({ rating }) => rating !== 0);
  for (const entry of rated) {
    for (const phrase of phrasesOf(entry)) {
      const counts = tally.get(phrase) ?? { good: 0, bad: 0 };
      tally.set(phrase, entry.rating > 0 ? { ...counts, good: counts.good + 1 } : { ...counts, bad: counts.bad + 1 });
    }
  }
  const usual = (rated.filter(({ rating }) => rating > 0).length + PRIOR / 2) / (rated.length + PRIOR);
  const lifted = [...tally].flatMap(([phrase, { good, bad }]) => (good + bad < LEAST ? [] : [{ phrase, lift: (good + PRIOR * usual) / (good + bad + PRIOR) - usual, count: good + bad }]));
  const strongest = (sign: number) =>
    lifted.filter(({ lift }) => lift * sign > 0.1).sort((a, b) => sign * (b.lift - a.lift) || b.count - a.count || (a.phrase < b.phrase ? -1 : 1)).slice(0, PHRASES_EACH).map(({ phrase }) => phrase);
  const [prefers, avoids] = [strongest(1), strongest(-1)];
  return shortened([...(prefers.length > 0 ? [`Prefers ${prefers.join(', ')}.`] : []), ...(avoids.length > 0 ? [`Avoids ${avoids.join(', ')}.`] : [])].join(' '));
}

/** At most 120 words; what is over is cut off. */
export function shortened(note: string): string {
  const words = note.trim().split(/\s+/);
  return words.length <= TASTE_WORDS ? note.trim() : words.slice(0, TASTE_WORDS).join(' ');
}

export function countWords(note: string): number {
  return note.trim() === '' ? 0 : note.trim().split(/\s+/).length;
}

export interface Taste {
  /** Plain phrases, as `plainText` makes them. */
  readonly prefers: readonly string[];
  readonly avoids: readonly string[];
}

const AGAINST = /^(?:avoids?|dislikes?|hates?|never|no|not|without|less|vermeidet|meidet|nie|kein\w*|ohne)\b/i;
const FOR = /^(?:prefers?|likes?|loves?|always|more|bevorzugt|mag|immer)\b/i;

/** What a note says: each sentence is for its phrases, or against them where it begins with "Avoids", "No", "Never" and the like. */
export function readTaste(note: string): Taste {
  const prefers: string[] = [];
  const avoids: string[] = [];
  for (const sentence of note.split(/[.;\n]+/)) {
    const said = sentence.trim();
    const into = AGAINST.test(said) ? avoids : prefers;
    const rest = said.replace(AGAINST, '').replace(FOR, '');
    into.push(...rest.split(/,|\band\b|\bund\b/).map(plainText).filter((phrase) => phrase !== ''));
  }
  return { prefers, avoids };
}

export interface Matched {
  /** Phrases for it less phrases against it. */
  readonly score: number;
  /** As they stand in the note, plain: what to show. */
  readonly prefers: readonly string[];
  readonly avoids: readonly string[];
}

/** How a text meets a taste. A phrase is met where all its words of three letters and more begin some word of the text. */
export function meets(taste: Taste, text: string): Matched {
  const words = plainText(text).split(' ');
  const isMet = (phrase: string) => phrase.split(' ').filter((word) => word.length > 2).every((word) => words.some((other) => other.startsWith(stem(word))));
  const prefers = taste.prefers.filter(isMet);
  const avoids = taste.avoids.filter(isMet);
  return { score: prefers.length - avoids.length, prefers, avoids };
}

// "greens" meets "green", "lit" meets "lit"; no more grammar than that.
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s)$/, '') : word;
}

function phrasesOf({ record, reasons, caption }: HistoryEntry): Set<string> {
  const meant = new Set(reasons ?? []);
  const isMeant = (reason: ReasonId) => meant.size === 0 || meant.has(reason);
  const { fields } = record;
  const texts = fields
    ? LOOK_ORDER.filter((id) => isMeant(LOOK_FIELDS[id])).map((id) => fields[id].text)
    : meant.size === 0 || [...meant].some((reason) => OF_LOOK.includes(reason)) ? [record.direction?.caption ?? caption] : [];
  const phrases = texts.flatMap((text) => text.split(/[,;.\n]/)).map((phrase) => plainText(phrase)).filter((phrase) => phrase !== '' && phrase.split(' ').length <= LONGEST_PHRASE);
  return new Set(phrases);
}

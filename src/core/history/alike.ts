// Which earlier result asked for nearly the same: the same recipe and inputs, words that are alike. Pure but for its index, which follows
// the history it was last given.
import { createSimilarIndex } from '../similar.ts';
import type { RecipeRecord } from '../provenance.ts';
import type { HistoryEntry } from './entry.ts';

/** From here on words are nearly the same: one word of five changed makes about this. */
export const ALIKE = 0.7;

/** Letters of words that are compared at all: shorter ones are alike by chance. */
export const LEAST_LETTERS = 12;

export interface Wish {
  readonly words: string;
  readonly recipeId: string;
  /** Layers that it starts from; none where it starts from words. */
  readonly sourceIds: readonly string[];
  /** Names of its other pictures. */
  readonly references: readonly string[];
}

export interface AlikeEntry {
  readonly entry: HistoryEntry;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface AlikeFinder {
  /** Takes one in beforehand: a tenth of a millisecond, and a long history has thousands. */
  learn(entry: HistoryEntry): void;
  /** The most alike of those that are offered, the newest of equals; null where none is alike enough. */
  find(entries: readonly HistoryEntry[], wish: Wish, isOffered: (entry: HistoryEntry) => boolean): AlikeEntry | null;
}

export function createAlikeFinder(threshold = ALIKE): AlikeFinder {
  const index = createSimilarIndex(threshold);
  const known = new Map<string, HistoryEntry>();
  let last: readonly HistoryEntry[] = [];
  const learn = (entry: HistoryEntry) => {
    const { id, record } = entry;
    if (!known.has(id)) index.add(id, record.brief === '' ? record.prompt : record.brief);
    known.set(id, entry);
  };
  const follow = (entries: readonly HistoryEntry[]) => {
    if (entries === last) return;
    last = entries;
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of [...known.keys()]) if (!ids.has(id)) (index.remove(id), known.delete(id));
    entries.forEach(learn);
  };
  return {
    learn,
    find(entries, wish, isOffered) {
      follow(entries);
      const found = index.find(wish.words).flatMap(({ id, similarity }) => {
        const entry = known.get(id);
        return entry && isOffered(entry) && asksAlike(entry.record, wish) ? [{ entry, similarity }] : [];
      });
      return found.reduce<AlikeEntry | null>((best, each) => (best && (best.similarity > each.similarity || (best.similarity === each.similarity && best.entry.record.date >= each.entry.record.date)) ? best : each), null);
    },
  };
}

function asksAlike(record: RecipeRecord, { recipeId, sourceIds, references }: Wish): boolean {
  const others = record.inputs.filter(({ role }) => role !== 'source' && role !== 'sketch');
  // Layers that a picture was only placed beside do not count.
  const from = others.length < record.inputs.length ? record.sourceIds : [];
  return record.recipe.id === recipeId && sameOf(from, sourceIds) && sameOf(others.map(({ name }) => name), references);
}

function sameOf(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}

/** "today’s", "yesterday’s", "that of 12 Nov": of a day (ISO) as seen from another, both in the same time zone. */
export function whoseText(day: string, today: string): string {
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  if (days === 0) return 'today’s';
  if (days === 1) return 'yesterday’s';
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `that of ${date} ${MONTHS[month - 1] ?? ''}${today.startsWith(String(year)) ? '' : ` ${year}`}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

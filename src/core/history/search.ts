// Finds results again: by words, colour, model, rating, engine, and whether this file has them. Pure; the order of the entries stays.
import { distance, fromHex, toLab } from '../colour.ts';
import { plainText } from '../plainText.ts';
import type { HistoryEntry } from './entry.ts';

export interface HistoryQuery {
  /** Every word must stand somewhere in the words of the entry. */
  readonly words: string;
  /** A model's id; '' for all. */
  readonly model: string;
  readonly rating: 'any' | 'good' | 'bad' | 'none';
  readonly engine: 'any' | 'ai' | 'offline';
  /** `#rrggbb`; '' for all. */
  readonly colour: string;
  readonly onlyHere: boolean;
}

export const ANY: HistoryQuery = { words: '', model: '', rating: 'any', engine: 'any', colour: '', onlyHere: false };

/** OKLab distance within which a colour counts as the one that is looked for; a tenth is easily told apart, and names are wider. */
const NEAR = 0.12;

/** `here` holds the image hashes that this file has. */
export function searchHistory(entries: readonly HistoryEntry[], query: HistoryQuery, here: ReadonlySet<string>): HistoryEntry[] {
  const words = plainText(query.words).split(' ').filter((word) => word !== '');
  const wanted = /^#[0-9a-f]{6}$/i.test(query.colour) ? toLab(fromHex(query.colour)) : null;
  return entries.filter(
    (entry) =>
      (query.model === '' || entry.record.model === query.model) &&
      (query.rating === 'any' || RATINGS[query.rating] === entry.rating) &&
      (query.engine === 'any' || (query.engine === 'offline') === entry.record.isOfflinePreview) &&
      (!query.onlyHere || (entry.imageHash !== null && here.has(entry.imageHash))) &&
      (!wanted || entry.colours.some((hex) => distance(toLab(fromHex(hex)), wanted) < NEAR)) &&
      words.every((word) => textOf(entry).includes(word)),
  );
}

const RATINGS = { good: 1, bad: -1, none: 0 } as const;

const texts = new WeakMap<HistoryEntry, string>();

/** What is searched of an entry; made once, and kept as long as the entry. */
export function textOf(entry: HistoryEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { record, caption, source } = entry;
  const text = plainText([caption, source, record.brief, record.prompt, record.model, record.style?.code ?? '', record.date.slice(0, 10), ...record.inputs.map(({ name }) => name)].join(' '));
  texts.set(entry, text);
  return text;
}

export interface HistoryRun {
  readonly runId: string;
  readonly entries: readonly HistoryEntry[];
}

/** Entries of one run together, in the order of the newest of each. */
export function groupByRun(entries: readonly HistoryEntry[]): HistoryRun[] {
  const runs = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const own = runs.get(entry.record.runId);
    if (own) own.push(entry);
    else runs.set(entry.record.runId, [entry]);
  }
  return [...runs].map(([runId, own]) => ({ runId, entries: own }));
}

/** What an entry came from, the nearest first; ends at what is no longer kept, and never runs in a circle. */
export function lineage(entry: HistoryEntry, all: readonly HistoryEntry[]): HistoryEntry[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  const line: HistoryEntry[] = [];
  for (let at = entry.parentId; at !== null && !line.some(({ id }) => id === at) && at !== entry.id; ) {
    const parent = byId.get(at);
    if (!parent) break;
    line.push(parent);
    at = parent.parentId;
  }
  return line;
}

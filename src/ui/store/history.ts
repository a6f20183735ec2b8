// The history of this computer as far as it was read, what is looked for in it, and which of it this file has.
import { computed, signal } from '@preact/signals';
import type { HistoryEntry } from '../../core/history/entry.ts';
import { ANY, groupByRun, searchHistory } from '../../core/history/search.ts';
import type { HistoryQuery } from '../../core/history/search.ts';

/** The newest first; null until it was read. */
export const history = signal<readonly HistoryEntry[] | null>(null);

/** Entries of what stands in Results, by the id of its job, as they are now. */
export const entriesOfResults = signal<ReadonlyMap<string, HistoryEntry>>(new Map());

/** What it takes of its room, as last told. */
export const historyBytes = signal(0);

/** Hashes of pictures that this file has. */
export const picturesHere = signal<ReadonlySet<string>>(new Set());

export const historyQuery = signal<HistoryQuery>(ANY);

/** The entry whose whole recipe is shown. */
export const openedId = signal<string | null>(null);

/** URLs of small copies by id; '' where there is none. */
export const historyUrls = signal<ReadonlyMap<string, string>>(new Map());

export const foundHistory = computed(() => searchHistory(history.value ?? [], historyQuery.value, picturesHere.value));

export const foundRuns = computed(() => groupByRun(foundHistory.value));

/** Models that occur, each once. */
export const historyModels = computed(() => [...new Set((history.value ?? []).map(({ record }) => record.model))]);

export function changeQuery(patch: Partial<HistoryQuery>): void {
  historyQuery.value = { ...historyQuery.value, ...patch };
}

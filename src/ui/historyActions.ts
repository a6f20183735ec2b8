// Everything that the tab "History" can do, by name. What they start lives in ui/run/history.
import type { HistoryEntry, Rating } from '../core/history/entry.ts';
import type { HistoryQuery } from '../core/history/search.ts';
import { attempt } from './attempt.ts';
import * as run from './run/history/history.ts';
import { rate } from './run/history/keepResult.ts';
import { auditCsv, historyCsv, listPictures as list } from './run/history/tables.ts';
import type { Audit } from './run/history/tables.ts';
import { effects } from './run/world.ts';
import { putAside } from './store/alike.ts';
import * as store from './store/history.ts';

export function loadHistory(): void {
  attempt(() => run.loadHistory(effects), { retry: loadHistory });
}

export const search = (patch: Partial<HistoryQuery>) => store.changeQuery(patch);

export const showSmall = (id: string) => void run.showSmall(effects, id);
export const hideSmall = (id: string) => run.hideSmall(id);
export const toggleRecipe = (id: string) => run.toggleRecipe(id);

export function rateEntry(entry: HistoryEntry, rating: Rating): void {
  attempt(() => rate(effects, entry, rating), { retry: () => rateEntry(entry, rating) });
}

export function showEntry({ nodeId }: HistoryEntry): void {
  if (nodeId !== null) attempt(async () => void (await effects.client.call('showNode', { nodeId })));
}

export function placeEntry(entry: HistoryEntry): void {
  attempt(() => run.placeEntry(effects, entry), { retry: () => placeEntry(entry) });
}

export function varyEntry(entry: HistoryEntry): void {
  attempt(() => run.varyEntry(effects, entry), { retry: () => varyEntry(entry) });
}

/** What was made before, for looking whether something like it was; a failure is told in History. */
export function lookBack(): void {
  if (store.history.value === null) void run.loadHistory(effects).catch(() => undefined);
}

export const forgetAlike = (id: string) => putAside(id);

export function runAgain(entry: HistoryEntry): void {
  attempt(() => run.runAgain(effects, entry), { retry: () => runAgain(entry) });
}

export function forgetEntry(id: string): void {
  attempt(() => run.forgetEntries(effects, [id]), { retry: () => forgetEntry(id) });
}

/** The designer asked for it: a page is made, or added to. */
export function keepInFile(): void {
  attempt(() => run.keepInFile(effects), { retry: keepInFile });
}

/** Of what is found. */
export const exportHistory = (): string => historyCsv(store.foundHistory.value);

/** Hands what the page or the file holds of ours to `show`. */
export function listPictures(where: 'page' | 'file', show: (audit: Audit, csv: string) => void): void {
  attempt(async () => {
    const audit = await list(effects, where, new AbortController().signal);
    show(audit, auditCsv(audit));
  }, { retry: () => listPictures(where, show) });
}

// What was made, as tables to take away.
import { writeCsv } from '../../../core/csv.ts';
import type { CallOutput } from '../../../core/bridge/contract.ts';
import type { HistoryEntry } from '../../../core/history/entry.ts';
import type { LedgerEntry } from '../../../core/ledger.ts';
import type { Effects } from '../effects.ts';

export type Audit = CallOutput<'listPictures'>;

export function historyCsv(entries: readonly HistoryEntry[]): string {
  const names = ['date', 'source', 'caption', 'model', 'offline', 'price_usd', 'rating', 'prompt', 'style', 'c2pa', 'layer', 'picture', 'request'];
  return writeCsv(names, entries.map(({ record, source, caption, rating, nodeId, imageHash }) => [
    record.date, source, caption, record.model, record.isOfflinePreview ? 'yes' : 'no', record.costUsd, rating === 0 ? '' : rating > 0 ? 'good' : 'bad', record.prompt, record.style?.code ?? '', record.hasC2pa ? 'yes' : 'no', nodeId, imageHash, record.requestKey,
  ]));
}

export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const names = ['date', 'kind', 'model', 'price_usd', 'foretold_usd', 'maybe_charged', 'run'];
  return writeCsv(names, entries.map(({ at, kind, model, usd, estimateUsd, isUnsure, runId }) => [at, kind, model, usd, estimateUsd, isUnsure ? 'yes' : 'no', runId]));
}

export async function listPictures(effects: Effects, where: 'page' | 'file', signal: AbortSignal): Promise<Audit> {
  return effects.client.call('listPictures', { where }, { signal });
}

export function auditCsv({ pictures }: Audit): string {
  const names = ['name', 'page', 'model', 'offline', 'date', 'price_usd', 'c2pa', 'layer', 'prompt'];
  return writeCsv(names, pictures.map(({ name, page, model, isOfflinePreview, date, costUsd, hasC2pa, nodeId, prompt }) => [name, page, model, isOfflinePreview ? 'yes' : 'no', date, costUsd, hasC2pa ? 'yes' : 'no', nodeId, prompt]));
}

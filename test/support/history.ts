// Entries of the history for tests.
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import type { RecipeRecord } from '../../src/core/provenance.ts';

export const SOME_RECORD: RecipeRecord = {
  version: 1, recipe: { id: 'fromBrief', version: 1 }, provider: 'gemini', model: 'gemini-nano-banana-2.1', isOfflinePreview: false, brief: 'a hat', prompt: 'a hat', template: null, direction: null,
  closeness: 3, axes: [], ratio: '1:1', sizeClass: '1K', answeredSize: { width: 1024, height: 1024 }, placedSize: { width: 1024, height: 1024 }, inputs: [], sourceIds: [], usage: null, costUsd: 0.034,
  date: '2026-11-28T09:00:00.000Z', hasC2pa: false, changes: [], runId: 'run-1', requestKey: 'a'.repeat(64),
};

export function someEntry(patch: Partial<HistoryEntry> = {}, record: Partial<RecipeRecord> = {}): HistoryEntry {
  return { version: 1, id: 'one', record: { ...SOME_RECORD, ...record }, caption: 'Warm', source: 'Hero', imageHash: 'hash', nodeId: '1:1', width: 1024, height: 1024, colours: ['#804020'], rating: 0, parentId: null, ...patch };
}

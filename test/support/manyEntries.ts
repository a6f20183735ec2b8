// A long history for measurements.
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import { someEntry } from './history.ts';

export function manyEntries(count: number): HistoryEntry[] {
  return Array.from({ length: count }, (_, at) => someEntry({ id: `entry-${at}`, imageHash: `hash-${at}` }, { brief: at % 3 === 0 ? `a brass lamp, number ${at}` : `a straw hat, number ${at}`, runId: `run-${Math.floor(at / 4)}`, prompt: `A long prompt around number ${at}, in gouache on rough paper, with a soft light from the left.` }));
}

// A batch's parts for tests.
import type { BatchHead, BatchUnit } from '../../src/core/batch/state.ts';

export function someHead(patch: Partial<BatchHead> = {}): BatchHead {
  return {
    version: 1, id: 'batch-1', names: ['place'], template: 'a photo of {place}', into: 'grid', layer: '#hero', source: null, model: 'gemini-nano-banana-2.1', provider: 'gemini', sizeClass: '1K',
    picture: { width: 400, height: 400 }, size: { width: 400, height: 400 }, grid: { pageId: '0:1', x: 0, y: 0, columns: 3, gap: 24 }, count: 1, ...patch,
  };
}

export function someUnit(patch: Partial<BatchUnit> = {}): BatchUnit {
  return { text: 'a photo of Lisbon', rows: [0], cells: ['Lisbon'], nodeId: null, state: 'waiting', error: null, placedId: null, usd: null, ...patch };
}

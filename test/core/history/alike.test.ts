// Words that are nearly those of a result of before.
import { describe, expect, it } from 'vitest';
import { createAlikeFinder, whoseText } from '../../../src/core/history/alike.ts';
import type { Wish } from '../../../src/core/history/alike.ts';
import { someEntry } from '../../support/history.ts';

const wish = (patch: Partial<Wish> = {}): Wish => ({ words: 'a brass lamp on a wooden desk at dusk', recipeId: 'fromBrief', sourceIds: [], references: [], ...patch });
const entry = (id: string, brief: string, record = {}) => someEntry({ id }, { brief, prompt: `long words around ${brief}`, runId: `run of ${id}`, ...record });
const LAMP = entry('lamp', 'a brass lamp on a wooden desk at dawn');

describe('what was made before', () => {
  it('[HY21] is found by nearly the same words, the most alike, the newest of equals', () => {
    const entries = [entry('old', 'a brass lamp on a wooden desk at dusk', { date: '2026-11-01T09:00:00.000Z' }), entry('new', 'A brass lamp on a wooden desk, at dusk', { date: '2026-11-02T09:00:00.000Z' }), LAMP, entry('car', 'a red car')];
    expect(createAlikeFinder().find(entries, wish(), () => true)).toMatchObject({ entry: { id: 'new' }, similarity: 1 });
    const found = createAlikeFinder().find([LAMP, entry('car', 'a red car')], wish(), () => true);
    expect(found?.entry.id).toBe('lamp');
    expect(found?.similarity).toBeGreaterThan(0.75);
    expect(createAlikeFinder().find([LAMP], wish({ words: 'a paper boat' }), () => true)).toBeNull();
  });

  it('[HY22] is of the same recipe, the same layers and the same references, and of no run that is left out', () => {
    const find = (patch: Partial<Wish>, record = {}, without: string[] = []) => createAlikeFinder().find([entry('one', wish().words, record)], wish(patch), ({ record: { runId } }) => !without.includes(runId))?.entry.id ?? null;
    expect([find({}), find({ recipeId: 'variants' }), find({ sourceIds: ['1:2'] }), find({ references: ['cup.png'] }), find({}, {}, ['run of one'])]).toEqual(['one', null, null, null, null]);
    const source = { role: 'source', name: 'Hero', digest: 'd', size: { width: 1, height: 1 } };
    const inputs = [source, { role: 'subject', name: 'cup.png', digest: 'd', size: { width: 1, height: 1 } }];
    expect([find({ sourceIds: ['1:3', '1:2'], references: ['cup.png'] }, { sourceIds: ['1:2', '1:3'], inputs }), find({}, { inputs }), find({}, { sourceIds: ['9:9'] })]).toEqual(['one', null, 'one']);
  });

  it('[HY23] follows the history: what came is found, what went is not', () => {
    const finder = createAlikeFinder();
    const ids = (entries: Parameters<typeof finder.find>[0]) => finder.find(entries, wish(), () => true)?.entry.id ?? null;
    expect([ids([]), ids([LAMP]), ids([]), ids([LAMP, entry('same', wish().words)])]).toEqual([null, 'lamp', null, 'same']);
  });

  it('[HY24] its day is said as people say it', () => {
    expect(['2026-11-29', '2026-11-28', '2026-11-12', '2025-03-01'].map((day) => whoseText(day, '2026-11-29'))).toEqual(['today’s', 'yesterday’s', 'that of 12 Nov', 'that of 1 Mar 2025']);
  });
});

// The history as data: what goes when room runs out, what is found, what came from what.
import { describe, expect, it } from 'vitest';
import { overBudget } from '../../../src/core/history/budget.ts';
import { readEntry } from '../../../src/core/history/entry.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import { ANY, groupByRun, lineage, searchHistory } from '../../../src/core/history/search.ts';
import type { HistoryQuery } from '../../../src/core/history/search.ts';
import { writeCsv } from '../../../src/core/csv.ts';
import { someEntry } from '../../support/history.ts';

const find = (entries: readonly HistoryEntry[], query: Partial<HistoryQuery>, here: readonly string[] = []) => searchHistory(entries, { ...ANY, ...query }, new Set(here)).map(({ id }) => id);

describe('room', () => {
  it('[HY1] the oldest go first, rated ones last, and no more than must', () => {
    const kept = ['a', 'b', 'c', 'd'].map((id) => ({ id, bytes: 10, isRated: id === 'a' }));
    expect([overBudget(kept, 40), overBudget(kept, 25), overBudget(kept, 9)]).toEqual([[], ['b', 'c'], ['b', 'c', 'd', 'a']]);
  });

  it('[HY2] an entry reads back as it was written; damaged ones count as absent', () => {
    const entry = someEntry({ id: 'a' });
    expect(readEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
    for (const bad of [null, 7, {}, { ...entry, version: 2 }, { ...entry, rating: 5 }, { ...entry, record: { ...entry.record, prompt: 7 } }]) expect(readEntry(bad)).toBeNull();
  });
});

describe('search', () => {
  const entries = [
    someEntry({ id: 'lake', caption: 'Café at dusk', colours: ['#20304a'], rating: 1, imageHash: 'x' }, { prompt: 'A lake in gouache', model: 'gemini-3-pro-image' }),
    someEntry({ id: 'sea', caption: 'Sea', colours: ['#c8452f'], rating: -1, imageHash: null }, { prompt: 'A sea in ink', isOfflinePreview: true, model: 'offline' }),
  ];

  it('[HY3] every word must stand somewhere, in whatever case and with or without accents', () => {
    expect([find(entries, { words: 'CAFE gouache' }), find(entries, { words: 'a' }), find(entries, { words: 'gouache ink' })]).toEqual([['lake'], ['lake', 'sea'], []]);
  });

  it('[HY4] by colour, model, rating, engine, and what this file has', () => {
    expect([find(entries, { colour: '#24324c' }), find(entries, { colour: '#00ff00' }), find(entries, { model: 'gemini-3-pro-image' }), find(entries, { rating: 'bad' }), find(entries, { rating: 'none' }), find(entries, { engine: 'offline' }), find(entries, { onlyHere: true }, ['x'])])
      .toEqual([['lake'], [], ['lake'], ['sea'], [], ['sea'], ['lake']]);
  });

  it('[HY5] groups by run in the order of the newest, and follows what came from what without running in circles', () => {
    const all = [someEntry({ id: 'c', parentId: 'b' }, { runId: 'r2' }), someEntry({ id: 'b', parentId: 'a' }, { runId: 'r1' }), someEntry({ id: 'd' }, { runId: 'r2' }), someEntry({ id: 'a', parentId: 'c' }, { runId: 'r1' })];
    expect(groupByRun(all).map(({ runId, entries: own }) => [runId, own.map(({ id }) => id)])).toEqual([['r2', ['c', 'd']], ['r1', ['b', 'a']]]);
    expect(all.slice(0, 1).flatMap((entry) => lineage(entry, all)).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(lineage(someEntry({ id: 'x', parentId: 'gone' }), all)).toEqual([]);
  });
});

describe('a table', () => {
  it('[HY6] quotes what must be, and never lets a spreadsheet run a cell', () => {
    expect(writeCsv(['a', 'b'], [['x,"y"', 'two\nlines'], ['=cmd()', null], ['+1', 2]])).toBe('a,b\n"x,""y""","two\nlines"\n"\'=cmd()",\n"\'+1",2');
  });
});

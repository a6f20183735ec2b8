// Rows out of text, what is made of them, and a batch's state: pure.
import { describe, expect, it } from 'vitest';
import { columnsIn, planBatch } from '../../../src/core/batch/plan.ts';
import { MOST_ROWS, parseRows } from '../../../src/core/batch/rows.ts';
import { countUnits, readBatch } from '../../../src/core/batch/state.ts';
import { someHead, someUnit } from '../../support/batch.ts';


describe('rows', () => {
  it.each([
    ['commas', 'name,place\nLena,Lisbon\nJoão,Porto'],
    ['tabs', 'name\tplace\nLena\tLisbon\nJoão\tPorto'],
    ['semicolons, a BOM and CRLF', '\uFEFFname;place\r\nLena;Lisbon\r\n\r\nJoão;Porto\r\n'],
    ['quotes', '"name","place"\n"Lena","Lisbon"\nJoão,"Porto"'],
  ])('[BA1] of %s are read by their first line', (_name, text) => {
    expect(parseRows(text, [])).toEqual({ names: ['name', 'place'], rows: [['Lena', 'Lisbon'], ['João', 'Porto']], remarks: [] });
  });

  it('[BA2] keeps commas, quotes and line breaks within a quoted cell', () => {
    expect(parseRows('title,line\n"A ""big"" day, out","first\nsecond"', []).rows).toEqual([['A "big" day, out', 'first\nsecond']]);
  });

  it('[BA3] one column is a plain list, unless its first line is asked for by the template', () => {
    expect(parseRows('Lisbon\nPorto', [])).toMatchObject({ names: ['line'], rows: [['Lisbon'], ['Porto']] });
    expect(parseRows('place\nPorto', ['place'])).toMatchObject({ names: ['place'], rows: [['Porto']] });
  });

  it('[BA4] says what is odd: rows of another length, an open quote, names twice, too many rows', () => {
    expect(parseRows('a,b\n1\n1,2,3', []).remarks).toEqual(['2 rows have another number of cells than there are names.']);
    expect(parseRows('a,b\n"open,2\n3,4', []).remarks[0]).toContain('quotation mark');
    expect(parseRows('a,a,,{x}\n1,2,3,4', []).names).toEqual(['a', 'a 2', 'column 3', 'x']);
    const many = parseRows(`n,m\n${'1,2\n'.repeat(MOST_ROWS + 5)}`, []);
    expect([many.rows.length, many.remarks]).toEqual([MOST_ROWS, ['Only the first 50,000 rows are used.']]);
    expect([parseRows('', []), parseRows(' \n \n', [])].map(({ rows }) => rows.length)).toEqual([0, 0]);
  });
});

describe('the plan', () => {
  const table = { names: ['Title', 'place'], rows: [['One', 'Lisbon'], ['Two', 'Porto'], ['Three', 'Lisbon'], ['', '']] };

  it('[BA5] fills columns in whatever case, makes equal words once, and leaves empty rows out', () => {
    expect(planBatch('a photo of {PLACE}', table, false)).toEqual({ units: [{ text: 'a photo of Lisbon', rows: [0, 2] }, { text: 'a photo of Porto', rows: [1] }], merged: 1, empty: 1, missing: [] });
    expect(planBatch('a photo of {place}', table, true).units.map(({ rows }) => rows)).toEqual([[0], [1], [2]]);
  });

  it('[BA6] takes the next alternative for each row, and another for each row of equal cells', () => {
    const rows = Array.from({ length: 4 }, (_, at) => [['Lisbon', 'Porto'][at % 2] ?? '']);
    expect(planBatch('{ink|oil} of {place}', { names: ['place'], rows }, false).units.map(({ text }) => text)).toEqual(['ink of Lisbon', 'oil of Porto', 'oil of Lisbon', 'ink of Porto']);
  });

  it('[BA7] braces in a cell mean nothing; a column that is not there is said', () => {
    const odd = { names: ['a'], rows: [['{a} {x|y} {direction}']] };
    expect(planBatch('see {a}', odd, false).units[0]?.text).toBe('see {a} {x|y} {direction}');
    expect([planBatch('see {b} and {c}', odd, false).missing, columnsIn('{a|b} {c} { c } {d}')]).toEqual([['b', 'c'], ['c', 'd']]);
  });

  it('[BA8] ten thousand rows are planned', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`place ${at}`]);
    expect(planBatch('{a|b|c} of {place}', { names: ['place'], rows }, false).units).toHaveLength(10_000);
  });
});

describe('the state', () => {
  it('[BA10] reads back as it was written; what was out is unsure; damage, or a chunk that is missing, is no batch', () => {
    const units = [someUnit({ state: 'done' }), someUnit({ state: 'sent' }), someUnit({ state: 'waiting' })];
    const head = someHead({ count: 3 });
    expect(readBatch({ head, chunks: [units.slice(0, 2), units.slice(2)] })?.units.map(({ state }) => state)).toEqual(['done', 'unsure', 'waiting']);
    for (const bad of [{ head: null, chunks: [] }, { head, chunks: [units.slice(0, 2)] }, { head: { ...head, version: 2 }, chunks: [units] }, { head, chunks: [null, units] }]) expect(readBatch(bad)).toBeNull();
    expect(countUnits(units)).toEqual({ done: 1, sent: 1, waiting: 1, failed: 0, unsure: 0 });
  });
});

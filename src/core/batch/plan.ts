// From a table and a template to what will be made: each row's own words, equal ones once. Cells are data: braces in them mean nothing.
import { combination, countCombinations } from '../alternatives.ts';
import type { Table } from './rows.ts';

/** One picture to be made, and the rows that it is for. */
export interface Unit {
  readonly text: string;
  /** Indices of rows, at least one. */
  readonly rows: readonly number[];
}

export interface BatchPlan {
  readonly units: readonly Unit[];
  /** Rows that ask for the same picture as an earlier one. */
  readonly merged: number;
  /** Rows that give no words at all. */
  readonly empty: number;
  /** Columns that the template asks for and the table has not. */
  readonly missing: readonly string[];
}

const COLUMN = /\{([^{}|]+)\}/g;

/** The columns that a template names, each once. */
export function columnsIn(template: string): string[] {
  return [...new Set([...template.matchAll(COLUMN)].map(([, name]) => (name ?? '').trim()))];
}

/**
 * `{column}` is the row's cell, whatever its case; `{a|b}` is one of them, the next for each row, and another for each row of equal
 * cells. `keepsApart` makes a picture for every row, equal words or not. Throws nothing; missing columns are left as they stand and listed.
 */
export function planBatch(template: string, { names, rows }: Pick<Table, 'names' | 'rows'>, keepsApart: boolean): BatchPlan {
  const places = new Map(names.map((name, index) => [name.toLowerCase(), index]));
  const combinations = countCombinations(template);
  const units = new Map<string, number[]>();
  // Ten thousand rows are planned at every key that is pressed: a template is taken apart once for each of its combinations.
  const apart = new Map<number, readonly Part[]>();
  const ownOf = (index: number): readonly Part[] => {
    const known = apart.get(index) ?? partsOf(combination(template, index), places);
    apart.set(index, known);
    return known;
  };
  let empty = 0;
  const seen = new Map<string, number>();
  rows.forEach((row, index) => {
    const cells = row.join('\n');
    const before = seen.get(cells) ?? 0;
    seen.set(cells, before + 1);
    const text = filled(ownOf((index + before) % combinations), row).trim();
    if (text === '' || row.every((cell) => cell === '')) {
      empty += 1;
      return;
    }
    const key = keepsApart ? `${index} ${text}` : text;
    const known = units.get(key);
    if (known) known.push(index);
    else units.set(key, [index]);
  });
  const list = [...units].map(([key, of]): Unit => ({ text: keepsApart ? key.slice(key.indexOf(' ') + 1) : key, rows: of }));
  return {
    units: list,
    merged: rows.length - empty - list.length,
    empty,
    missing: columnsIn(template).filter((name) => !places.has(name.toLowerCase())),
  };
}

/** Words as they stand, and after them the cell of a column; -1 for none. */
interface Part {
  readonly words: string;
  readonly column: number;
}

function partsOf(text: string, places: ReadonlyMap<string, number>): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(COLUMN)) {
    const column = places.get((match[1] ?? '').trim().toLowerCase());
    if (column === undefined) continue;
    parts.push({ words: text.slice(from, match.index), column });
    from = match.index + match[0].length;
  }
  return [...parts, { words: text.slice(from), column: -1 }];
}

function filled(parts: readonly Part[], row: readonly string[]): string {
  let text = '';
  for (const { words, column } of parts) text += words + (row[column] ?? '');
  return text;
}

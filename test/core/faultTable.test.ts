// The fault table of docs/SPEC.md, held against the source: no code without its row, its words and its proof.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ACTION_LABELS, ERROR_TABLE } from '../../src/core/errors.ts';

const root = path.resolve(import.meta.dirname, '../..');
const spec = readFileSync(path.join(root, 'docs/SPEC.md'), 'utf8');

interface Row {
  readonly words: string;
  readonly rule: string;
}

/** Rows by code: sentence, action and "again by itself" as they are written, and the rule. */
function tableRows(): Map<string, Row> {
  const cells = spec.split('\n').filter((line) => /^\| [A-Z]+_?[A-Z_]* \|/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.map((row) => [row[1] ?? '', { words: row.slice(3, 6).join(' | '), rule: row[6] ?? '' }]));
}

function testedRules(): ReadonlySet<string> {
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.test.'));
  return new Set(files.flatMap((name) => readFileSync(path.join(root, 'test', name), 'utf8').match(/(?<=\[)[A-Z]{2}\d+(?=\])/g) ?? []));
}

const rows = tableRows();

it.each(Object.entries(ERROR_TABLE))('[FA1] %s is in the table, in the words of the source', (code, entry) => {
  const again = entry.isRetryable ? 'yes' : 'no';
  expect(rows.get(code)?.words).toBe(`${entry.message} ${entry.why} | ${ACTION_LABELS[entry.action]} | ${again}`);
});

it('[FA1] every row is a code and is proved by a test that exists', () => {
  const tested = testedRules();
  expect([...rows.keys()].filter((code) => !(code in ERROR_TABLE))).toEqual([]);
  expect([...rows].filter(([, row]) => !tested.has(row.rule))).toEqual([]);
});

// docs/SPEC.md and the tests, held against each other.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const NUMBER = /[A-Z]{2}\d+/g;

function rules(): string[] {
  const lines = readFileSync(path.join(root, 'docs/SPEC.md'), 'utf8').split('\n').filter((line) => line.startsWith('- **'));
  return lines.flatMap((line) => [...line.matchAll(/\*\*([A-Z]{2}\d+)\*\*/g)].map((match) => match[1] ?? ''));
}

function tested(): Set<string> {
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.test.') || name.endsWith('Contract.ts'));
  const text = files.map((name) => readFileSync(path.join(root, 'test', name), 'utf8')).join('\n');
  return new Set([...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].flatMap((match) => match[0].match(NUMBER) ?? []));
}

it('[AR10] lists every rule once, and every rule and test number has its other half', () => {
  const listed = rules();
  expect(listed).toHaveLength(new Set(listed).size);
  const proved = tested();
  expect([...proved].filter((number) => !listed.includes(number))).toEqual([]);
  expect(listed.filter((number) => !proved.has(number))).toEqual([]);
});

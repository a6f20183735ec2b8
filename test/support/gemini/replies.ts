// Recorded answers for tests: our own small ones, and real ones where a folder of them lies beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Recorded {
  readonly status: number;
  readonly body: unknown;
}

const OWN = new URL('../../fixtures/gemini/', import.meta.url);
const REAL = new URL('../../../../shared/data/gemini-replies/', import.meta.url);

/** What lies at a path inside parsed JSON; undefined where the path ends early. */
export function dig(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(new URL(`${name}.json`, OWN), 'utf8'));
}

/** Null where the real answers are not there: the caller then has nothing to check. */
export function realReply(name: string): Recorded | null {
  const file = fileURLToPath(new URL(`${name}.json`, REAL));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

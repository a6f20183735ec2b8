// Finds the JSON in what a text model wrote: behind chatter, in a code fence, or cut off at its end. Knows no task.
import { Allow, parse } from 'partial-json';

export interface FoundObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** Its last brace is there; otherwise every value that is there is complete and the rest is missing. */
  readonly isWhole: boolean;
}

export interface FoundList {
  /** Complete items. */
  readonly items: readonly unknown[];
  /** What is there of the item after them, complete values only; undefined where nothing has begun. */
  readonly begun: unknown;
}

// A list or an object may end early; a string or a number that may go on is never taken.
const OPEN = Allow.ARR | Allow.OBJ;
const BRACKETS_TRIED = 20;
// What the answers begin with: other brackets stand in the words around them.
const BEGINNINGS = { '{': /\{\s*"/g, '[': /\[\s*\{/g } as const;
// A model that has lost its way opens brackets without end; the parser would take seconds over them.
const TOO_DEEP = /(?:[[{]\s*(?:"[^"\\]*"\s*:\s*)?){32}/;

/** The first object in a text that has one of `keys`; null where there is none. */
export function findObject(text: string, keys: readonly string[]): FoundObject | null {
  for (const rest of tails(text, '{')) {
    const value = recordOf(parsed(rest, OPEN));
    if (value && keys.some((key) => value[key] !== undefined)) return { value, isWhole: parsed(rest, 0) !== undefined };
  }
  return null;
}

/** The list under `key`, or a list of objects that stands alone; null where there is none. */
export function findList(text: string, key: string): FoundList | null {
  const at = text.search(new RegExp(`"${key}"\\s*:\\s*\\[`));
  if (at >= 0) return readList(text.slice(text.indexOf('[', at)));
  for (const rest of tails(text, '[')) {
    const found = readList(rest);
    if (recordOf(found.items[0] ?? found.begun)) return found;
  }
  return null;
}

/** A plain object, or null for everything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return isRecord(value) ? value : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readList(text: string): FoundList {
  const items = listOf(parsed(text, Allow.ARR));
  return { items, begun: listOf(parsed(text, OPEN))[items.length] };
}

// What follows a value is passed over by the parser; what is no JSON at all, or nested without end, is undefined.
function parsed(text: string, allow: number): unknown {
  if (TOO_DEEP.test(text)) return undefined;
  try {
    const value: unknown = parse(text, allow);
    return value;
  } catch {
    return undefined;
  }
}

/** The text from each bracket on that could begin an answer. */
function tails(text: string, bracket: keyof typeof BEGINNINGS): string[] {
  const places = [...text.matchAll(BEGINNINGS[bracket])].slice(0, BRACKETS_TRIED);
  return places.map((place) => text.slice(place.index));
}

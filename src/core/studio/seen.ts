// Things in a picture and how they stand to one another, as a model lists them: boxes are mended or left out. Pure.
import { listOf, recordOf } from './json.ts';
import { TEXT_LIMITS, modelText } from './modelText.ts';
import type { PictureBox, SeenObject, SeenRelation } from './tasks.ts';

const OBJECT_LIMIT = 40;
const EDGE = 1000;

export interface Seen {
  readonly objects: readonly SeenObject[];
  readonly relations: readonly SeenRelation[];
}

/** Objects that have a name and a box; relations only between two of them, counted anew where others were left out. */
export function readSeen(objects: unknown, relations: unknown): Seen {
  const read = listOf(objects).slice(0, OBJECT_LIMIT).map(readObject);
  const places = placesOf(read);
  return {
    objects: read.filter((object): object is SeenObject => object !== null),
    relations: listOf(relations).slice(0, OBJECT_LIMIT * 2).flatMap((value) => readRelation(value, places)),
  };
}

/** Edges in the order top, left, bottom, right within 0 to 1000; null where no area is left. */
export function readBox(value: unknown): PictureBox | null {
  const [a, b, c, d] = edgesOf(value).map(clamped);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box = { top: Math.min(a, c), left: Math.min(b, d), bottom: Math.max(a, c), right: Math.max(b, d) };
  return box.bottom > box.top && box.right > box.left ? box : null;
}

function readObject(value: unknown): SeenObject | null {
  const record = recordOf(value);
  const name = modelText(record?.['name'] ?? record?.['label'], TEXT_LIMITS.objectName);
  const box = readBox(record?.['box'] ?? record?.['box_2d']);
  return name === '' || box === null ? null : { name, box };
}

// Parts of one are what a model writes that measures from 0 to 1.
function edgesOf(value: unknown): readonly number[] {
  const record = recordOf(value);
  const edges = record ? [record['top'], record['left'], record['bottom'], record['right']] : listOf(value).slice(0, 4);
  const numbers = edges.filter((edge): edge is number => typeof edge === 'number' && Number.isFinite(edge));
  if (numbers.length !== 4) return [];
  return numbers.every((edge) => edge >= 0 && edge <= 1) ? numbers.map((edge) => edge * EDGE) : numbers;
}

function clamped(edge: number): number {
  return Math.min(EDGE, Math.max(0, Math.round(edge)));
}

/** Where each object of the model's list stands in ours; null for one that was left out. */
function placesOf(read: readonly (SeenObject | null)[]): readonly (number | null)[] {
  let next = 0;
  return read.map((object) => (object === null ? null : next++));
}

function readRelation(value: unknown, places: readonly (number | null)[]): SeenRelation[] {
  const record = recordOf(value);
  const relation = modelText(record?.['relation'], TEXT_LIMITS.relation);
  const from = placeOf(record?.['from'], places);
  const to = placeOf(record?.['to'], places);
  return relation === '' || from === null || to === null || from === to ? [] : [{ from, relation, to }];
}

function placeOf(value: unknown, places: readonly (number | null)[]): number | null {
  return typeof value === 'number' ? (places[value] ?? null) : null;
}

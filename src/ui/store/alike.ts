// What was made before of nearly the words that are written in Create.
import { computed, signal } from '@preact/signals';
import { LEAST_LETTERS, createAlikeFinder } from '../../core/history/alike.ts';
import type { AlikeEntry } from '../../core/history/alike.ts';
import { draft, ownWords, recipe } from './draft.ts';
import { history, picturesHere } from './history.ts';
import { referenceImages } from './references.ts';
import { runs } from './runs.ts';
import { selection } from './selection.ts';

/** Entries that the designer does not want to be told of. */
const aside = signal<ReadonlySet<string>>(new Set());

export function putAside(id: string): void {
  aside.value = new Set([...aside.value, id]);
}

const finder = createAlikeFinder();

/** Takes an entry in beforehand. */
export const learnAlike = finder.learn;

/** Of pictures that this file has; those of runs that stand in Results are not told of. */
export const alike = computed<AlikeEntry | null>(() => {
  const words = ownWords.value.trim();
  if (history.value === null || words.length < LEAST_LETTERS) return null;
  const names = new Map(referenceImages.value.map(({ id, name }) => [id, name]));
  const here = picturesHere.value;
  const told = aside.value;
  const shown = new Set(runs.value.map(({ id }) => id));
  return finder.find(
    history.value,
    {
      words,
      recipeId: recipe.value.id,
      sourceIds: recipe.value.sourceRole === null ? [] : selection.value.layers.map(({ id }) => id),
      references: draft.value.references.map(({ id }) => names.get(id) ?? ''),
    },
    ({ id, imageHash, record }) => imageHash !== null && here.has(imageHash) && !told.has(id) && !shown.has(record.runId),
  );
});

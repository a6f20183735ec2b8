// How well pictures fit the card that they wear, 0 to 10, by job: for Results, which knows nothing else of cards.
import { signal } from '@preact/signals';

export const fits = signal<ReadonlyMap<string, number>>(new Map());

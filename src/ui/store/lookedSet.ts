// The set of pictures that is looked over for who it shows.
import { signal } from '@preact/signals';
import type { RepresentAnswer } from '../../core/studio/tasks.ts';

export interface LookedSet {
  /** Any job of its run. */
  readonly jobId: string;
  /** Null before it was looked at. */
  readonly answer: RepresentAnswer | null;
  readonly isOffline: boolean;
}

export const lookedSet = signal<LookedSet | null>(null);

export function changeSet(patch: Partial<LookedSet>): void {
  if (lookedSet.value) lookedSet.value = { ...lookedSet.value, ...patch };
}

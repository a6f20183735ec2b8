// The answer of before that the last question got: nothing was sent and nothing paid.
import { computed, signal } from '@preact/signals';
import type { StudioTask } from '../../core/studio/tasks.ts';
import { sourceResult } from './draft.ts';
import { selection } from './selection.ts';

export interface ReusedAnswer {
  readonly task: StudioTask;
  /** When it was given, milliseconds since 1970. */
  readonly atMs: number;
  /** What was selected when it was taken: asking once more would look at that. */
  readonly selected: string;
}

/** What a question about the canvas would look at: layers by id, or a result. */
export const selectedNow = computed(() => sourceResult.value?.jobId ?? selection.value.layers.map(({ id }) => id).join(' '));

/** Null after a question that was sent. */
export const reusedAnswer = signal<ReusedAnswer | null>(null);

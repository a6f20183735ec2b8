// The overnight batch of this file: what is out, what is ready, what was placed.
import { computed, signal } from '@preact/signals';
import type { OvernightBatch } from '../../core/batch/overnight.ts';
import { imageModel } from '../../core/model.ts';

export const overnight = signal<OvernightBatch | null>(null);

/** Grows with every change of a job. */
export const overnightVersion = signal(0);

/** What is being done with it at the moment. */
export const overnightWork = signal<'sending' | 'checking' | 'placing' | 'cancelling' | null>(null);

/** Jobs that were sent and that this key's project does not have. */
export const jobsElsewhere = signal(0);

export const overnightCounts = computed(() => {
  void overnightVersion.value;
  const counts = { all: 0, placed: 0, failed: 0, waiting: 0, out: 0, ready: 0, unsureJobs: 0 };
  for (const { state, rows } of overnight.value?.jobs ?? []) {
    if (state === 'sending') counts.unsureJobs += 1;
    for (const { unit } of rows) {
      counts.all += 1;
      if (unit.state === 'done') counts.placed += 1;
      else if (unit.state === 'failed') counts.failed += 1;
      else if (state === 'planned') counts.waiting += 1;
      else if (state === 'ready') counts.ready += 1;
      else counts.out += 1;
    }
  }
  return counts;
});

/** Of so many rows of the batch that is there; null where the price is unknown. */
export function overnightUsd(rows: number): number | null {
  const head = overnight.value?.head;
  const card = head && imageModel(head.model);
  const each = head && card?.imageUsd[head.sizeClass];
  return each === undefined || !card || card.overnightShare === null ? null : each * card.overnightShare * rows;
}

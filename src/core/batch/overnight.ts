// An overnight batch: rows in jobs small enough to be fetched, kept in the document, so that whoever opens it can place what was made.
// A job bears a name of ours, by which it is found again after a crash between sending it and writing that down.
import { ENTRY_BYTES, utf8Bytes } from '../dataEntry.ts';
import { LIMITS } from '../limits.ts';
import type { SizeClass } from '../model.ts';
import * as z from '../z.ts';
import { headSchema, unitSchema } from './state.ts';
import type { BatchHead, BatchUnit } from './state.ts';

const jobSchema = z.lazy(() =>
  z.object({
    displayName: z.string(),
    /** The service's own; null before it is known. */
    name: z.nullable(z.string()),
    /** 'sending' is on its way: it may be out, and only a look at the service's list says so. 'over' has nothing more to give. */
    state: z.enum(['planned', 'sending', 'out', 'ready', 'over']),
    /** `at` is the row's place in the batch: its cell of the grid. */
    rows: z.array(z.object({ at: z.int(), unit: unitSchema })),
  }),
);
export type Job = z.infer<typeof jobSchema>;

export interface OvernightBatch {
  readonly head: BatchHead;
  /** Replaced one by one. */
  readonly jobs: Job[];
}

/** Bytes of a job's rows at most: one entry of the document holds a job, its names included. */
export const JOB_BYTES = ENTRY_BYTES - 5_000;

const nameStart = (batchId: string) => `variegate/${batchId}/`;

/** How many pictures a job of that size may hold. */
export function mostInJob(sizeClass: SizeClass): number {
  return sizeClass === '4K' ? LIMITS.overnightPictures4K.value : LIMITS.overnightPictures.value;
}

/**
 * Rows in as few jobs as fit, in their order. `from` counts jobs that are there already: names never repeat. Null where one row
 * alone is more than an entry of the document takes.
 */
export function splitIntoJobs(batchId: string, sizeClass: SizeClass, rows: Job['rows'], from = 0): Job[] | null {
  const most = mostInJob(sizeClass);
  const jobs: Job[] = [];
  let left = 0;
  for (const row of rows) {
    const bytes = utf8Bytes(JSON.stringify(row)) + 1;
    if (bytes > JOB_BYTES) return null;
    const last = jobs[jobs.length - 1];
    if (last && last.rows.length < most && bytes <= left) last.rows.push(row);
    else {
      jobs.push({ displayName: `${nameStart(batchId)}${from + jobs.length}`, name: null, state: 'planned', rows: [row] });
      left = JOB_BYTES;
    }
    left -= bytes;
  }
  return jobs;
}

/**
 * Null where the document has none, or its head is damaged; a job that is damaged, or of another batch, is left out. A row that stands in
 * two jobs is of the later: it was sent again when the plugin stopped.
 */
export function readOvernight(stored: { readonly head: unknown; readonly jobs: readonly unknown[] }): OvernightBatch | null {
  const head = z.safeParse(headSchema, stored.head);
  if (!head.success) return null;
  const jobs = stored.jobs.flatMap((job) => {
    const read = z.safeParse(jobSchema, job);
    return read.success && read.data.displayName.startsWith(nameStart(head.data.id)) ? [read.data] : [];
  });
  const jobOf = new Map(jobs.flatMap(({ rows }, index) => rows.map(({ at }) => [at, index] as const)));
  return { head: head.data, jobs: jobs.map((job, index) => ({ ...job, rows: job.rows.filter(({ at }) => jobOf.get(at) === index) })) };
}

/**
 * What the service's list says of a job of ours; nothing where it does not list it. A job that was being sent and is not listed was not;
 * one that was not sent and is listed was sent by a copy of this file, and is not sent again.
 */
export function afterList(job: Job, listed: { readonly name: string; readonly state: 'out' | 'ready' | 'failed' | 'cancelled' | 'expired' } | undefined, isWhole: boolean): Job {
  if (job.state === 'over' || (job.state === 'planned' && !listed)) return job;
  if (!listed) return job.state === 'sending' && isWhole ? { ...job, state: 'planned', rows: job.rows.map((row) => withState(row, 'waiting', null)) } : job;
  const known = { ...job, name: listed.name, rows: job.rows.map((row) => (row.unit.state === 'waiting' ? withState(row, 'sent', null) : row)) };
  switch (listed.state) {
    case 'out': return { ...known, state: 'out' };
    case 'ready': return { ...known, state: 'ready' };
    case 'cancelled': return { ...known, state: 'over', rows: job.rows.map((row) => withState(row, 'failed', 'CANCELLED')) };
    case 'expired': return { ...known, state: 'over', rows: job.rows.map((row) => withState(row, 'failed', 'OVERNIGHT_EXPIRED')) };
    case 'failed': return { ...known, state: 'over', rows: job.rows.map((row) => withState(row, 'failed', 'OVERNIGHT_FAILED')) };
  }
}

/** A row that is done stays so. */
export function withState({ at, unit }: Job['rows'][number], state: BatchUnit['state'], error: string | null): Job['rows'][number] {
  return unit.state === 'done' ? { at, unit } : { at, unit: { ...unit, state, error } };
}

// The runs of this session, newest first, each with its jobs. The reducer of core/job decides; signals only hold.
import { computed, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { isSettled, step } from '../../core/job.ts';
import type { Job, JobEvent, Wait } from '../../core/job.ts';
import type { LaneKind } from '../../core/lane.ts';
import type { InputRole } from '../../core/prompt.ts';
import type { RecipeRecord } from '../../core/provenance.ts';
import type { Draft, RunSource } from '../../core/request.ts';

/**
 * A picture that arrived, and everything known of it. Its bytes, fit for Figma, are a Blob: the browser keeps those outside
 * the window's own memory, so that 500 pictures weigh little more than 50.
 */
export interface MadeImage {
  readonly file: Blob;
  readonly width: number;
  readonly height: number;
  /** URL of a copy, longer side at most 640 px; null until it is drawn, empty when none could be. */
  readonly thumbnailUrl: Signal<string | null>;
  readonly record: RecipeRecord;
}

export interface RunJob {
  readonly id: string;
  readonly caption: string;
  readonly job: Signal<Job<MadeImage>>;
  /** Aborts this picture alone. */
  readonly abort: Signal<AbortController>;
  /** The slot that waits on the canvas; null when the run places nothing. */
  readonly slotId: Signal<string | null>;
}

export interface Run {
  readonly id: string;
  readonly draft: Draft;
  /** Exact prompt with DIRECTION_TOKEN, as it was when Make was pressed. */
  readonly template: string;
  readonly source: RunSource | null;
  /** URL of the source as it was sent, for Compare; null for runs from words. */
  readonly sourceUrl: string | null;
  /** Width over height of every result. */
  readonly ratio: number;
  /** How many edits in a row these pictures are away from a layer. */
  readonly edits: number;
  /** What was sent along, source first: a retry sends the same. */
  readonly inputs: readonly SentImage[];
  /** Where its pictures wait for their turn: what a designer does by hand goes before a batch. */
  readonly line: LaneKind;
  /** True where a picture that the same request made may answer. */
  readonly mayReuse: boolean;
  /** The result that stood in for the selection; null without one. */
  readonly parentId: string | null;
  readonly jobs: readonly RunJob[];
}

export interface SentImage {
  readonly role: InputRole;
  readonly file: Blob;
}

export interface Preparing {
  readonly id: string;
  readonly count: number;
  readonly ratio: number;
  /** What its pictures will cost (USD), as far as the table knows. */
  readonly usd: number;
  /** Why its plan is held back; null when it is not. */
  readonly wait: Signal<Wait | null>;
  readonly abort: AbortController;
}

/** Newest first. */
export const runs = signal<readonly Run[]>([]);

/** A run that reads the selection and plans its directions has no jobs yet; its count is shown as waiting. */
export const preparing = signal<readonly Preparing[]>([]);

export const allJobs = computed(() => runs.value.flatMap((run) => run.jobs));

export const isRunning = computed(
  () => preparing.value.length > 0 || allJobs.value.some((entry) => !isSettled(entry.job.value.state)),
);

/** Applies an event to a job; an event that does not fit changes nothing. */
export function dispatch(entry: RunJob, event: JobEvent<MadeImage>): void {
  entry.job.value = step(entry.job.value, event);
}

export function findJob(jobId: string): { readonly run: Run; readonly entry: RunJob } | null {
  for (const run of runs.value) {
    const entry = run.jobs.find((candidate) => candidate.id === jobId);
    if (entry) return { run, entry };
  }
  return null;
}

/** Takes a job out of the results; a run without jobs goes too. */
export function forgetJob(jobId: string): void {
  runs.value = runs.value
    .map((run) => ({ ...run, jobs: run.jobs.filter((entry) => entry.id !== jobId) }))
    .filter((run) => run.jobs.length > 0);
}

// The tab Batch: what is written into it, what it would make, and the batch that runs or ran.
import { computed, signal } from '@preact/signals';
import { columnsIn, planBatch } from '../../core/batch/plan.ts';
import type { BatchPlan } from '../../core/batch/plan.ts';
import { parseRows } from '../../core/batch/rows.ts';
import type { Table } from '../../core/batch/rows.ts';
import { countUnits } from '../../core/batch/state.ts';
import type { BatchHead, BatchUnit } from '../../core/batch/state.ts';
import { estimateRun, formatUsd } from '../../core/cost.ts';
import type { ImageSize } from '../../core/geometry.ts';
import type { ImageFacts } from '../../core/imageTier.ts';
import type { RecipeRecord } from '../../core/provenance.ts';
import { card, sizeClass } from './draft.ts';
import { overnight } from './overnight.ts';
import { selection } from './selection.ts';

export type Into = BatchHead['into'];

export interface BatchDraft {
  /** As pasted. */
  readonly text: string;
  /** Rows out of layers, or of a large paste, which has no layers; they go before the text. */
  readonly taken: { readonly table: Table; readonly nodeIds: readonly string[] } | null;
  readonly template: string;
  readonly into: Into;
  readonly layer: string;
  /** Wanted at half price, made within a day. */
  readonly isOvernight: boolean;
}

const EMPTY: BatchDraft = { text: '', taken: null, template: '', into: 'grid', layer: '#hero', isOvernight: false };

export const batchDraft = signal<BatchDraft>(EMPTY);

export function changeBatch(patch: Partial<BatchDraft>): void {
  batchDraft.value = { ...batchDraft.value, ...patch };
}

export const table = computed<Table>(() => batchDraft.value.taken?.table ?? parseRows(batchDraft.value.text, columnsIn(batchDraft.value.template)));

/** Copies and layers need a picture each, equal words or not: each has words of its own around it. */
/** As the rule for image models looks at it: one model makes all rows. */
export function batchFacts(): ImageFacts {
  return { words: batchDraft.value.template, pictures: 0 };
}

export const plan = computed<BatchPlan>(() => planBatch(batchDraft.value.template, table.value, batchDraft.value.into !== 'grid'));

/** The batch that is there: running, paused, ended, or found after a restart. */
export interface RunningBatch {
  readonly head: BatchHead;
  /** Replaced one by one; the signal beside it tells that one was. */
  readonly units: BatchUnit[];
  /** Places of units that are in hand, waiting for their turn or out. */
  readonly inHand: Set<number>;
  /** Pictures that are paid for and could not be placed, by the place of their unit: Retry places them and sends nothing. */
  readonly unplaced: Map<number, Unplaced>;
}

export interface Unplaced {
  readonly file: Blob;
  readonly size: ImageSize;
  readonly record: RecipeRecord;
}

export const batch = signal<RunningBatch | null>(null);

/** Grows with every change of a unit. */
export const batchVersion = signal(0);

export const isBatchRunning = signal(false);

/** True from Pause on: what is out is finished, nothing new starts. */
export const isBatchPaused = signal(false);

export const counts = computed(() => {
  void batchVersion.value;
  return countUnits(batch.value?.units ?? []);
});

/** Whether the chosen model works overnight. */
export const canOvernight = computed(() => card.value.overnightShare !== null);

export const isOvernight = computed(() => canOvernight.value && batchDraft.value.isOvernight);

/** What stands in the way of Run, in words; null where nothing does. */
export const batchObstacle = computed<string | null>(() => {
  const { into, template } = batchDraft.value;
  const { missing, units } = plan.value;
  if (isOvernight.value && overnight.value) return 'This file has an overnight batch: place what it made, or discard it first.';
  if (!isOvernight.value && isBatchRunning.value) return 'A batch is running; another can start when it is over.';
  if (!isOvernight.value && counts.value.done < (batch.value?.units.length ?? 0)) return 'The batch above is not finished: go on with it, or discard it first.';
  if (table.value.rows.length === 0) return 'Paste rows, or take them from selected layers.';
  if (template.trim() === '') return 'Write a template, as in: a photo of {name}.';
  if (missing.length > 0) return `There is no column ${missing.map((name) => `{${name}}`).join(', ')}.`;
  if (units.length === 0) return 'No row gives any words.';
  if (into === 'copies' && selection.value.layers.length !== 1) return 'Select the one frame that is to be copied.';
  if (into === 'layers' && (batchDraft.value.taken?.nodeIds.length ?? 0) === 0) return 'Take rows from selected layers first: each row’s picture goes into its own layer.';
  return null;
});

const estimate = computed(() =>
  estimateRun({ card: card.value, sizeClass: sizeClass.value, count: Math.max(1, plan.value.units.length), inputs: 0, planner: null, isoDate: new Date().toISOString().slice(0, 10) }),
);

/** Of the whole batch; null where the price is unknown. */
export const batchUsd = computed(() => {
  const { imagesUsd, extrasUsd } = estimate.value;
  return imagesUsd === null ? null : (imagesUsd + extrasUsd) * (isOvernight.value ? (card.value.overnightShare ?? 1) : 1);
});

/** "Run 40 · about $1.34", "Run 40 overnight · about $0.67". */
export const runLabel = computed(() => {
  const count = plan.value.units.length;
  const usd = batchUsd.value;
  return `Run ${count}${isOvernight.value ? ' overnight' : ''} · ${usd === null || usd < 0.001 ? formatUsd(usd) : `about ${formatUsd(usd)}`}`;
});

/** Of one picture on the canvas: the selected layer's own box for a grid, a square without one. */
export const cellSize = computed(() => {
  const [first] = selection.value.refusal === null ? selection.value.layers : [];
  return first ? { width: first.box.width, height: first.box.height } : { width: 400, height: 400 };
});

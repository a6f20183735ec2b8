// The refine loop as it stands: what was made and how it was judged, what waits for the designer's word, and why it ended.
import { computed, signal } from '@preact/signals';
import type { ErrorData } from '../../core/errors.ts';
import { formatUsd } from '../../core/cost.ts';
import { emptyFields } from '../../core/fields.ts';
import type { FieldTexts, PromptFields } from '../../core/fields.ts';
import type { ImageModelCard, SizeClass } from '../../core/model.ts';
import { worstUsd } from '../../core/refine/loop.ts';
import type { RefinePrices, RefineRules, RefineTier, StopReason } from '../../core/refine/loop.ts';
import type { CritiqueAnswer, CritiqueTask } from '../../core/studio/tasks.ts';
import { modelsOfEngine } from '../catalog.ts';
import { card, draft, engine, sizeClass } from './draft.ts';
import { spentByRun } from './ledger.ts';
import { priceText, taskUsd } from './studioPrices.ts';

export interface RefineDraft {
  /** 1 to 10. */
  readonly target: number;
  /** Pictures at most, 1 to 8. */
  readonly rounds: number;
  /** US dollars for all of it. */
  readonly limitUsd: number;
  /** False where the designer says yes to each change. */
  readonly isAutomatic: boolean;
}

export interface RefineRound {
  readonly tier: RefineTier;
  /** The job that makes its picture; its run has the same id before the slash. */
  readonly jobId: string;
  readonly fields: PromptFields;
  /** What changed, in a few words. */
  readonly summary: string;
  /** 0 to 10, one for each look. */
  readonly scores: readonly number[];
  /** The last look. */
  readonly critique: CritiqueAnswer | null;
  readonly isUnjudged: boolean;
  readonly isProposalUsed: boolean;
  /** Full marks for everything, twice. */
  readonly isFlattered: boolean;
}

export interface Proposal {
  /** The round it goes on from. */
  readonly from: number;
  readonly fields: FieldTexts;
  readonly summary: string;
}

export interface Refining {
  readonly id: string;
  readonly brief: string;
  readonly rules: RefineRules;
  readonly isAutomatic: boolean;
  readonly prices: RefinePrices;
  readonly rounds: readonly RefineRound[];
  /** What is done now: "Making draft 2"; '' when it is over or waits for the designer. */
  readonly doing: string;
  readonly proposal: Proposal | null;
  readonly end: RefineEnd | null;
}

export interface RefineEnd {
  readonly why: StopReason | 'cancelled' | 'kept' | 'failed';
  /** The round that is kept; null where nothing could be made. */
  readonly best: number | null;
  readonly error: ErrorData | null;
}

export const refineDraft = signal<RefineDraft>({ target: 8, rounds: 4, limitUsd: 0.5, isAutomatic: false });

/** The newest loop; null before the first. */
export const refining = signal<Refining | null>(null);

export function changeRefine(patch: Partial<RefineDraft>): void {
  refineDraft.value = { ...refineDraft.value, ...patch };
}

export function changeRound(index: number, patch: Partial<RefineRound>): void {
  const now = refining.value;
  if (now) refining.value = { ...now, rounds: now.rounds.map((round, at) => (at === index ? { ...round, ...patch } : round)) };
}

export function changeRefining(patch: Partial<Refining>): void {
  if (refining.value) refining.value = { ...refining.value, ...patch };
}

/** What the loop has spent (USD): its pictures, and its questions, which are booked under its own id. */
export function spentOn({ id, rounds }: Refining): number {
  const ids = new Set([id, ...rounds.map(({ jobId }) => runIdOf(jobId))]);
  return [...ids].reduce((sum, each) => sum + (spentByRun.value[each] ?? 0), 0);
}

export function runIdOf(jobId: string): string {
  return jobId.slice(0, jobId.lastIndexOf('/'));
}

/** A model and a size. */
export interface Maker {
  readonly card: ImageModelCard;
  readonly sizeClass: SizeClass;
  readonly usd: number | null;
}

/** What makes the last picture: as it is set in Create. */
export const finalMaker = computed<Maker>(() => ({ card: card.value, sizeClass: sizeClass.value, usd: card.value.imageUsd[sizeClass.value] ?? null }));

/** What makes drafts: the cheapest of the engine, where it costs clearly less. */
export const draftMaker = computed<Maker>(() => {
  const final = finalMaker.value;
  const makers = modelsOfEngine(engine.value).flatMap((each) => each.sizes.map((size): Maker => ({ card: each, sizeClass: size, usd: each.imageUsd[size] ?? null })));
  const [cheapest] = makers.filter(({ usd }) => usd !== null).sort((a, b) => (a.usd ?? 0) - (b.usd ?? 0));
  return cheapest && final.usd !== null && (cheapest.usd ?? 0) < CLEARLY_LESS * final.usd ? cheapest : final;
});

/** A draft that saves less than a fifth is made as the last picture would be. */
const CLEARLY_LESS = 0.8;

export const refineRules = computed<RefineRules>(() => {
  const { target, rounds, limitUsd } = refineDraft.value;
  const isFree = finalMaker.value.usd === 0;
  return { target, rounds, limitUsd: isFree ? 0 : limitUsd, hasFinal: draftMaker.value !== finalMaker.value };
});

export const refinePrices = computed<RefinePrices>(() => ({
  draftUsd: draftMaker.value.usd ?? 0,
  finalUsd: finalMaker.value.usd ?? 0,
  judgeUsd: taskUsd(critiqueTask(draft.value.brief, emptyFields(), 0), 1) ?? 0,
}));

/** The most that the loop can spend; null where the price of a picture is unknown. */
export const refineWorst = computed(() => (finalMaker.value.usd === null ? null : worstUsd(refineRules.value, refinePrices.value)));

/** "Make best of 4 · at most $0.30". */
export const refineLabel = computed(() => {
  const worst = refineWorst.value;
  return `Make best of ${refineDraft.value.rounds} · ${worst === null || worst === 0 ? formatUsd(worst) : `at most ${formatUsd(worst)}`}`;
});

export const critiquePrice = computed(() => priceText(critiqueTask('', emptyFields(), 0), 1));

export function critiqueTask(brief: string, fields: PromptFields, references: number, tried: readonly string[] = []): CritiqueTask {
  return { is: 'critique', brief, fields, references, remark: '', tried, language: 'same' };
}

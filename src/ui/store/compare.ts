// The comparison of models: what is to be compared, and what came of it so far.
import { computed, signal } from '@preact/signals';
import { combination, countCombinations } from '../../core/alternatives.ts';
import { differencesOf, figuresOf, pairsOf } from '../../core/compare/compare.ts';
import type { Arm, Difference, Figures, Trial, Vote } from '../../core/compare/compare.ts';
import { formatUsd } from '../../core/cost.ts';
import type { ErrorData } from '../../core/errors.ts';
import { emptyFields } from '../../core/fields.ts';
import { imageModel } from '../../core/model.ts';
import { hashText, randomFrom } from '../../core/pixels/random.ts';
import { modelsOfEngine } from '../catalog.ts';
import { engine } from './draft.ts';
import { critiqueTask } from './refine.ts';
import { taskUsd } from './studioPrices.ts';

export const MOST_BRIEFS = 40;
const MOST_ARMS = 6;

export interface CompareDraft {
  /** One brief a line. */
  readonly text: string;
  /** `${model} ${size}` of those that are compared; null for the first two of the engine. */
  readonly chosen: readonly string[] | null;
  readonly isJudged: boolean;
  readonly limitUsd: number;
}

export const compareDraft = signal<CompareDraft>({ text: '', chosen: null, isJudged: true, limitUsd: 2 });

export function changeCompare(patch: Partial<CompareDraft>): void {
  compareDraft.value = { ...compareDraft.value, ...patch };
}

export interface Comparing {
  readonly id: string;
  readonly briefs: readonly string[];
  readonly arms: readonly Arm[];
  readonly isJudged: boolean;
  /** US dollars for all of it. */
  readonly limitUsd: number;
  readonly trials: readonly (Trial & { readonly jobId: string })[];
  readonly votes: readonly Vote[];
  /** What is done now; '' when it is over. */
  readonly doing: string;
  /** Why it ended before its time; null where it did not. */
  readonly stopped: ErrorData | null;
  /** It ended because more would pass the limit. */
  readonly isCapped: boolean;
}

/** The newest comparison; null before the first. */
export const comparing = signal<Comparing | null>(null);

export function changeComparing(patch: Partial<Comparing>): void {
  if (comparing.value) comparing.value = { ...comparing.value, ...patch };
}

export const keyOf = ({ model, sizeClass }: Arm) => `${model} ${sizeClass}`;

/** Everything of the engine that can be compared: each model at each of its sizes. */
export const allArms = computed<readonly Arm[]>(() =>
  modelsOfEngine(engine.value).flatMap(({ id, label, sizes }) => sizes.map((sizeClass) => ({ model: id, sizeClass, label: sizes.length > 1 ? `${label}, ${sizeClass}` : label }))),
);

export const arms = computed<readonly Arm[]>(() => {
  const { chosen } = compareDraft.value;
  const wanted = chosen && allArms.value.filter((arm) => chosen.includes(keyOf(arm)));
  return wanted && wanted.length > 0 ? wanted : firstTwo(allArms.value);
});

/** Two models at their smallest size, or one model at two sizes. */
function firstTwo(all: readonly Arm[]): readonly Arm[] {
  const smallest = all.filter((arm) => all.find(({ model }) => model === arm.model) === arm);
  return (smallest.length > 1 ? smallest : all).slice(0, 2);
}

/** The lines as they will be asked; alternatives in a line are a brief each. */
export const briefs = computed<readonly string[]>(() => {
  const lines = compareDraft.value.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const all = lines.flatMap((line) => Array.from({ length: Math.min(MOST_BRIEFS, countCombinations(line)) }, (_, index) => combination(line, index)));
  return [...new Set(all)].slice(0, MOST_BRIEFS);
});

export function armUsd(arm: Arm): number | null {
  return imageModel(arm.model)?.imageUsd[arm.sizeClass] ?? null;
}

/** One look of a text model at one picture (USD). */
export const lookUsd = computed(() => taskUsd(critiqueTask('', emptyFields(), 0), 1) ?? 0);

/** The most that the comparison can spend (USD); null where a price is unknown. */
export const compareUsd = computed(() => {
  const each = arms.value.map(armUsd);
  const looks = compareDraft.value.isJudged ? arms.value.length * lookUsd.value : 0;
  return each.some((usd) => usd === null) ? null : briefs.value.length * (looks + each.reduce<number>((sum, usd) => sum + (usd ?? 0), 0));
});

/** "Compare 12 × 2 · at most $1.70". */
export const compareLabel = computed(() => {
  const usd = compareUsd.value;
  return `Compare ${briefs.value.length} × ${arms.value.length} · ${usd === null || usd === 0 ? formatUsd(usd) : `at most ${formatUsd(usd)}`}`;
});

/** What stands in the way, in words; null where nothing does. */
export const compareObstacle = computed<string | null>(() => {
  if (comparing.value?.doing) return 'A comparison is running.';
  if (briefs.value.length < 2) return 'Write at least two briefs, one a line.';
  if (arms.value.length < 2) return 'Tick at least two to compare.';
  if (arms.value.length > MOST_ARMS) return `Tick at most ${MOST_ARMS}: more pairs than that nobody votes on.`;
  const usd = compareUsd.value;
  if (usd === null) return 'A price is unknown, so nothing can be promised: tick others.';
  return usd > compareDraft.value.limitUsd && usd > 0 ? `This can cost ${formatUsd(usd)}, more than the ${formatUsd(compareDraft.value.limitUsd)} you allow.` : null;
});

export interface ArmFigures extends Figures {
  readonly arm: Arm;
  readonly won: number;
  readonly votes: number;
}

export const figures = computed<readonly ArmFigures[]>(() => {
  const now = comparing.value;
  if (!now) return [];
  return now.arms.map((arm, index) => {
    const own = now.votes.filter((vote) => vote.arms.includes(index) && vote.winner !== null);
    return { arm, ...figuresOf(index, now.trials), won: own.filter(({ winner }) => winner === index).length, votes: own.length };
  });
});

export interface PairDifferences {
  readonly a: number;
  readonly b: number;
  readonly differences: readonly Difference[];
}

/** The same numbers each time it is looked at: the dice fall by the id of the comparison. */
export const differences = computed<readonly PairDifferences[]>(() => {
  const now = comparing.value;
  // Thousands of resamples a pair: once, when all of it is there, and with every vote.
  if (!now || now.doing !== '') return [];
  return pairsOf(now.arms.length).map(([a, b]) => ({ a, b, differences: differencesOf([a, b], now.trials, now.votes, randomFrom(hashText(`${now.id}/${a}/${b}`))) }));
});

export interface Ballot {
  readonly brief: number;
  /** Places in the list of arms, left first. */
  readonly arms: readonly [number, number];
  readonly jobIds: readonly [string, string];
}

/** Pairs that are made and not voted on, in an order and with sides that tell nothing of the model. */
export const ballots = computed<readonly Ballot[]>(() => {
  const now = comparing.value;
  if (!now) return [];
  const made = now.trials.filter(({ latencyMs }) => latencyMs !== null);
  const open = now.briefs.flatMap((_, brief) => pairsOf(now.arms.length).flatMap(([a, b]): Ballot[] => {
    const [first, second] = [a, b].map((arm) => made.find((trial) => trial.brief === brief && trial.arm === arm));
    if (!first || !second || now.votes.some((vote) => vote.brief === brief && vote.arms.includes(a) && vote.arms.includes(b))) return [];
    const isTurned = hashText(`${now.id}/${brief}/${a}/${b}`) % 2 === 1;
    return [isTurned ? { brief, arms: [b, a], jobIds: [second.jobId, first.jobId] } : { brief, arms: [a, b], jobIds: [first.jobId, second.jobId] }];
  }));
  return open.sort((x, y) => hashText(`${now.id}/${x.brief}/${x.arms.join()}`) - hashText(`${now.id}/${y.brief}/${y.arms.join()}`));
});

export const isOver = computed(() => comparing.value !== null && comparing.value.doing === '');

// Models and sizes compared on the same briefs: in which order they work, what came of each, and by how much they differ. Pure.
import { meanOf } from '../maths.ts';
import type { SizeClass } from '../model.ts';
import { pairedInterval, percentile, shareInterval } from './intervals.ts';
import type { Interval } from './intervals.ts';

/** What is compared: a model at a size. */
export interface Arm {
  readonly model: string;
  readonly sizeClass: SizeClass;
  readonly label: string;
}

/** One picture; numbers are null where nothing came, or nobody looked. */
export interface Trial {
  /** Places in the lists of briefs and arms. */
  readonly brief: number;
  readonly arm: number;
  /** From the request to the picture (ms). */
  readonly latencyMs: number | null;
  /** What it cost (USD). */
  readonly usd: number | null;
  /** 0 to 10. */
  readonly score: number | null;
}

/** Which of two pictures of a brief the designer liked better, not knowing whose they were. */
export interface Vote {
  readonly brief: number;
  readonly arms: readonly [number, number];
  /** The arm; null for "about the same". */
  readonly winner: number | null;
}

export interface Figures {
  readonly made: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly meanUsd: number | null;
  readonly totalUsd: number;
  readonly score: number | null;
}

export type Measure = 'latency' | 'cost' | 'quality' | 'votes';

/** `b` less `a`, in seconds, US dollars, points, or as the share of votes for `b` less a half. */
export interface Difference {
  readonly measure: Measure;
  /** Pairs, or votes that are not "about the same". */
  readonly count: number;
  readonly interval: Interval | null;
  readonly tells: boolean;
  /** How many more pairs would tell, if they are as those before; null where it tells, or nobody can say. */
  readonly more: number | null;
}

/** Below it not even a sign test where all point one way is under 5 %: 2 · 0.5⁵ = 6.3 %, 2 · 0.5⁶ = 3.1 %. */
export const FEWEST_PAIRS = 6;
const MOST_MORE = 200;

/** The order of the pictures: every brief by every arm before the next brief, each time another arm first. */
export function inTurn(briefs: number, arms: number): { readonly brief: number; readonly arm: number }[] {
  return Array.from({ length: briefs * arms }, (_, index) => {
    const brief = Math.floor(index / arms);
    return { brief, arm: (index + brief) % arms };
  });
}

/** The pairs of arms, the earlier first. */
export function pairsOf(arms: number): (readonly [number, number])[] {
  return Array.from({ length: arms }, (_, a) => Array.from({ length: arms - a - 1 }, (_unused, after) => [a, a + after + 1] as const)).flat();
}

export function figuresOf(arm: number, trials: readonly Trial[]): Figures {
  const own = trials.filter((trial) => trial.arm === arm);
  const times = numbersOf(own, ({ latencyMs }) => latencyMs);
  const prices = numbersOf(own, ({ usd }) => usd);
  const scores = numbersOf(own, ({ score }) => score);
  return {
    made: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    meanUsd: prices.length === 0 ? null : meanOf(prices),
    totalUsd: prices.reduce((sum, usd) => sum + usd, 0),
    score: scores.length === 0 ? null : meanOf(scores),
  };
}

/** By how much arm `b` differs from arm `a`, brief by brief; measures of which there is nothing are left out. */
export function differencesOf([a, b]: readonly [number, number], trials: readonly Trial[], votes: readonly Vote[], random: () => number): Difference[] {
  const paired = (measure: Measure, of: (trial: Trial) => number | null): Difference[] => {
    const differences = pairedBy(a, b, trials, of);
    return differences.length === 0 ? [] : [difference(measure, differences.length, pairedInterval(differences, random))];
  };
  return [
    ...paired('latency', ({ latencyMs }) => latencyMs === null ? null : latencyMs / 1000),
    ...paired('cost', ({ usd }) => usd),
    ...paired('quality', ({ score }) => score),
    ...votesBetween(a, b, votes),
  ];
}

function votesBetween(a: number, b: number, votes: readonly Vote[]): Difference[] {
  const decided = votes.filter(({ arms, winner }) => winner !== null && arms.includes(a) && arms.includes(b));
  const share = shareInterval(decided.filter(({ winner }) => winner === b).length, decided.length);
  const interval = share && { mean: share.mean - 0.5, low: share.low - 0.5, high: share.high - 0.5 };
  return interval ? [difference('votes', decided.length, interval)] : [];
}

function difference(measure: Measure, count: number, interval: Interval | null): Difference {
  const isApart = interval !== null && (interval.low > 0 || interval.high < 0);
  const tells = isApart && count >= FEWEST_PAIRS;
  return { measure, count, interval, tells, more: tells || !interval ? null : moreNeeded(count, interval) };
}

/** An interval narrows with the square root of its pairs. */
function moreNeeded(count: number, { mean, low, high }: Interval): number | null {
  const half = (high - low) / 2;
  const needed = mean === 0 ? Infinity : Math.max(FEWEST_PAIRS, Math.ceil(count * (half / mean) ** 2) + 1);
  return needed - count > MOST_MORE ? null : Math.max(1, needed - count);
}

function pairedBy(a: number, b: number, trials: readonly Trial[], of: (trial: Trial) => number | null): number[] {
  const first = new Map(trials.filter(({ arm }) => arm === a).map((trial) => [trial.brief, of(trial)]));
  return trials.filter(({ arm }) => arm === b).flatMap((trial) => {
    const before = first.get(trial.brief) ?? null;
    const own = of(trial);
    return before === null || own === null ? [] : [own - before];
  });
}

function numbersOf(trials: readonly Trial[], of: (trial: Trial) => number | null): number[] {
  return trials.flatMap((trial) => of(trial) ?? []);
}

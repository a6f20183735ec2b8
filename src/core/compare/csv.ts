// A comparison as a table to take away.
import { writeCsv } from '../csv.ts';
import type { Arm, Trial, Vote } from './compare.ts';

/** A line for each picture. */
export function comparisonCsv(briefs: readonly string[], arms: readonly Arm[], trials: readonly Trial[], votes: readonly Vote[]): string {
  const names = ['brief', 'model', 'size', 'latency_s', 'price_usd', 'score', 'votes_won', 'votes_cast'];
  return writeCsv(names, trials.map(({ brief, arm, latencyMs, usd, score }) => {
    const own = votes.filter((vote) => vote.brief === brief && vote.arms.includes(arm));
    const won = own.filter(({ winner }) => winner === arm).length;
    return [briefs[brief] ?? '', arms[arm]?.model ?? '', arms[arm]?.sizeClass ?? '', latencyMs === null ? null : latencyMs / 1000, usd, score, won, own.length];
  }));
}

// What a comparison says in words.
import { formatUsd } from '../cost.ts';
import type { Difference, Measure } from './compare.ts';

/** "2.4 s", "14 s". */
export function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/** What `b` is against `a`, without a full stop: "1.2 points better (0.4 to 2.0)", "too few to tell; about 9 more briefs would". */
export function sayDifference({ measure, count, interval, tells, more }: Difference): string {
  if (!interval) return 'too few to tell';
  if (!tells && interval.low === 0 && interval.high === 0) return 'no difference';
  if (!tells) return `too few to tell${more === null ? '' : `; about ${more} more ${measure === 'votes' ? 'vote' : 'brief'}${more === 1 ? '' : 's'} would`}`;
  if (measure === 'votes') return `preferred in ${Math.round(100 * (interval.mean + 0.5))} % of ${count} votes (${Math.round(100 * (interval.low + 0.5))} to ${Math.round(100 * (interval.high + 0.5))} %)`;
  const { amount, more: above, less } = SAID[measure];
  const ends = [Math.abs(interval.low), Math.abs(interval.high)];
  return `${amount(Math.abs(interval.mean))} ${interval.mean > 0 ? above : less} (${amount(Math.min(...ends))} to ${amount(Math.max(...ends))})`;
}

interface Said {
  readonly amount: (value: number) => string;
  readonly more: string;
  readonly less: string;
}

const SAID: Readonly<Record<Exclude<Measure, 'votes'>, Said>> = {
  latency: { amount: seconds, more: 'slower', less: 'quicker' },
  cost: { amount: formatUsd, more: 'dearer', less: 'cheaper' },
  quality: { amount: (value) => `${value.toFixed(1)} points`, more: 'better', less: 'worse' },
};

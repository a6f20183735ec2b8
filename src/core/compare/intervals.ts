// How sure a difference is: intervals by the paired bootstrap, and of a share of votes.
import { errorFunction, quantile } from 'simple-statistics';
import { meanOf } from '../maths.ts';

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
/** Two-sided 95 %. */
const TAIL = 0.025;
const Z = 1.959964;

/**
 * The mean of paired differences with its 95 % interval; null of fewer than two. Each resample draws as many pairs, with replacement, as
 * there are; the tails are those of the expanded percentile interval, because plain percentiles are too narrow where pairs are few: Hesterberg,
 * "What Teachers Should Know About the Bootstrap" (2015), section 4.2. `random` gives numbers from 0 up to 1.
 */
export function pairedInterval(differences: readonly number[], random: () => number): Interval | null {
  const count = differences.length;
  if (count < 2) return null;
  const means = Array.from({ length: RESAMPLES }, () => meanOfResample(differences, random));
  const tail = expandedTail(count);
  return { mean: meanOf(differences), low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

/** The share of `wins` among `count` with its 95 % interval, by Wilson (1927); null of none. */
export function shareInterval(wins: number, count: number): Interval | null {
  if (count === 0) return null;
  const share = wins / count;
  const squared = Z ** 2 / count;
  const middle = (share + squared / 2) / (1 + squared);
  const half = (Z * Math.sqrt((share * (1 - share)) / count + squared / (4 * count))) / (1 + squared);
  return { mean: share, low: middle - half, high: middle + half };
}

/** The value below which the part `part` (0 to 1) of all lies; null of none. */
export function percentile(values: readonly number[], part: number): number | null {
  return values.length === 0 ? null : quantile([...values], part);
}

function meanOfResample(values: readonly number[], random: () => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
  return sum / values.length;
}

/** Φ(−t √(n / (n − 1))), with t of n − 1 degrees of freedom. */
function expandedTail(count: number): number {
  const bound = studentT(count - 1) * Math.sqrt(count / (count - 1));
  return (1 - errorFunction(bound / Math.SQRT2)) / 2;
}

/** t at 0.975. Degrees 1 and 2 are exact; from 3 on by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5), right to 0.5 %. */
function studentT(degrees: number): number {
  if (degrees === 1) return 1 / Math.tan(Math.PI * TAIL);
  if (degrees === 2) return (1 - 2 * TAIL) / Math.sqrt(2 * TAIL * (1 - TAIL));
  const terms = [
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
    (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), Z);
}

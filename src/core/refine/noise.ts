// How far two looks of one judge at one picture lie apart, learnt from pictures that were judged more than once.
import { meanOf } from '../maths.ts';

/** Standard deviation of a total before anything was seen twice (points of 10), and how many looks that guess is worth. Our own. */
const PRIOR_SD = 0.5;
const PRIOR_LOOKS = 3;

/** Standard deviation of one judgement (points), from the scores of each picture: pooled variance within pictures, with a prior. */
export function noiseOf(scoresOfEach: readonly (readonly number[])[]): number {
  let squares = PRIOR_LOOKS * PRIOR_SD ** 2;
  let looks = PRIOR_LOOKS;
  for (const scores of scoresOfEach) {
    if (scores.length < 2) continue;
    const mean = meanOf(scores);
    squares += scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    looks += scores.length - 1;
  }
  return Math.sqrt(squares / looks);
}

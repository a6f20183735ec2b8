// How much of the grid a result takes. Knows the ratio and nothing else.

/** Wider results than this take a row of their own. */
const WIDE_RATIO = 2.1;

export function tileStyle(ratio: number): string {
  return ratio > WIDE_RATIO ? 'grid-column: 1 / -1' : '';
}

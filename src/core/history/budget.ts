// What of the history is kept when room runs out: the oldest go first, and what was rated goes last. Pure.

export interface Kept {
  readonly id: string;
  /** Of the entry and its small copy. */
  readonly bytes: number;
  readonly isRated: boolean;
}

/** Bytes of clientStorage for the history; settings, cards and the rest share the other 2 MB of Figma's 5. */
export const HISTORY_BUDGET = 3_000_000;

/** Ids that must go so that the rest fits into `budget` bytes, in the order in which they go; `kept` has the oldest first. */
export function overBudget(kept: readonly Kept[], budget: number): string[] {
  let left = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  const gone: string[] = [];
  for (const each of [...kept.filter(({ isRated }) => !isRated), ...kept.filter(({ isRated }) => isRated)]) {
    if (left <= budget) break;
    gone.push(each.id);
    left -= each.bytes;
  }
  return gone;
}

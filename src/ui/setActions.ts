// The look at who a set of pictures shows.
import { attempt } from './attempt.ts';
import { lookOverSet } from './run/studio/represent.ts';
import { effects } from './run/world.ts';
import { isSetShown } from './store/session.ts';
import { lookedSet } from './store/lookedSet.ts';

/** Shows what it would cost; nothing is asked before the designer says so. */
export function openSet(jobId: string): void {
  lookedSet.value = { jobId, answer: null, isOffline: false };
  isSetShown.value = true;
}

export function lookOver(): void {
  attempt(() => lookOverSet(effects), { retry: lookOver });
}

export const closeSet = () => void (lookedSet.value = null);

// Cancelling and time-outs, told apart: the user's abort is CANCELLED, our own clock is TIMED_OUT.
import { VariegateError, toVariegateError } from '../../core/errors.ts';
import type { Effects } from './effects.ts';

/** Looked at before each effect. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new VariegateError('CANCELLED');
}

/** Runs `work` with a signal that also aborts after `limitMs`; then rejects with TIMED_OUT instead of CANCELLED. */
export async function withTimeLimit<T>(
  effects: Pick<Effects, 'delay'>,
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const clock = new AbortController();
  const pass = () => inner.abort();
  signal.addEventListener('abort', pass);
  let isLate = false;
  void effects.delay(limitMs, clock.signal).then(
    () => {
      isLate = true;
      inner.abort();
    },
    () => undefined,
  );
  try {
    return await work(inner.signal);
  } catch (thrown) {
    if (signal.aborted) throw new VariegateError('CANCELLED');
    if (isLate) throw new VariegateError('TIMED_OUT');
    throw toVariegateError(thrown);
  } finally {
    clock.abort();
    signal.removeEventListener('abort', pass);
  }
}

// When a failed request may go out again by itself: only after overload, three tries in all, with full jitter. Pure: the
// clock and the dice are the caller's. Never decides which failures are retryable: that is a property of their code.

export interface FailedTry {
  /** The code's own property; false for time-outs, aborts, blocks and everything that may have been charged. */
  readonly isRetryable: boolean;
  /** What the service asked for in RetryInfo; undefined where it said nothing. */
  readonly retryAfterMs: number | undefined;
  /** Which try failed: 1 for the first. */
  readonly tries: number;
  /** A batch that nobody watches: more tries, and longer pauses. */
  readonly isPatient?: boolean;
}

export type NextTry =
  | { readonly is: 'never' }
  /** In `delayMs`; the same request, nothing changed. */
  | { readonly is: 'later'; readonly delayMs: number }
  /** The service asks for more patience than anybody watching has: the designer decides. */
  | { readonly is: 'tooLate'; readonly delayMs: number };

export const TRIES = 3;
/** Longest wait that we do by ourselves; our own choice. */
export const PATIENCE_MS = 120_000;
/** The same for a batch: a quota that counts by the minute refuses again and again until it is through. */
export const PATIENT_TRIES = 20;
export const LONG_PATIENCE_MS = 3_600_000;

// Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, read 2026-11-22.
const BASE_MS = 2_000;
const CAP_MS = 30_000;

/**
 * `random` is 0 to 1. What the service asked for is waited in full; the jitter comes on top, so that a pool spreads out: a sixteenth of what
 * was asked at most, for the service knows best when there is room.
 */
export function nextTry({ isRetryable, retryAfterMs = 0, tries, isPatient = false }: FailedTry, random: number): NextTry {
  if (!isRetryable) return { is: 'never' };
  if (retryAfterMs > (isPatient ? LONG_PATIENCE_MS : PATIENCE_MS)) return { is: 'tooLate', delayMs: retryAfterMs };
  if (tries >= (isPatient ? PATIENT_TRIES : TRIES)) return { is: 'never' };
  const jitterMs = Math.round(random * Math.min(CAP_MS, BASE_MS * 2 ** (tries - 1), retryAfterMs > 0 ? retryAfterMs / 16 : CAP_MS));
  return { is: 'later', delayMs: retryAfterMs + jitterMs };
}

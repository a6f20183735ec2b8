// When a request may go out again: by the code's property, the service's wish, the number of tries and the dice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENCE_MS, TRIES, nextTry } from '../../src/core/backoff.ts';
import { ERROR_TABLE } from '../../src/core/errors.ts';

const failed = (patch: object = {}) => ({ isRetryable: true, retryAfterMs: undefined, tries: 1, ...patch });

describe('the next try', () => {
  it('[FA3] only codes of 429 and 5xx are retryable', () => {
    const retryable = Object.entries(ERROR_TABLE).filter(([, row]) => row.isRetryable).map(([code]) => code);
    expect(retryable).toEqual(['RATE_LIMITED', 'SERVICE_OVERLOADED']);
  });

  it('[FA3] comes twice after the first, never after anything else', () => {
    expect([1, 2, 3, 4].map((tries) => nextTry(failed({ tries }), 0.5).is)).toEqual(['later', 'later', 'never', 'never']);
    expect(nextTry(failed({ isRetryable: false, retryAfterMs: 1000 }), 0.5)).toEqual({ is: 'never' });
    expect(TRIES).toBe(3);
  });

  it('[FA4] waits anything between nothing and a bound that doubles', () => {
    expect([0, 0.5, 1].map((dice) => nextTry(failed(), dice))).toEqual([0, 1000, 2000].map((delayMs) => ({ is: 'later', delayMs })));
    expect(nextTry(failed({ tries: 2 }), 1)).toEqual({ is: 'later', delayMs: 4000 });
  });

  it('[FA5] is never sooner than the service asked, and never much later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PATIENCE_MS }), fc.integer({ min: 1, max: TRIES - 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (retryAfterMs, tries, dice) => {
        const next = nextTry(failed({ retryAfterMs, tries }), dice);
        return next.is === 'later' && next.delayMs >= retryAfterMs && next.delayMs <= (retryAfterMs > 0 ? retryAfterMs * 1.0625 + 1 : 30_000);
      }),
    );
  });

  it('[FA6] is left to the designer when the service asks for more than two minutes', () => {
    expect(nextTry(failed({ retryAfterMs: PATIENCE_MS + 1 }), 0.5)).toEqual({ is: 'tooLate', delayMs: PATIENCE_MS + 1 });
    expect(nextTry(failed({ retryAfterMs: PATIENCE_MS + 1, tries: TRIES }), 0.5).is).toBe('tooLate');
  });
});

// Base64, with the browser's own functions and without them.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/ui/providers/shared/base64.ts';

afterEach(() => {
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
  vi.restoreAllMocks();
});

describe('base64', () => {
  it('[GE60] any bytes go there and back', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }));
  });

  it('[GE60] bytes beyond the argument limit of a call are encoded', () => {
    const bytes = new Uint8Array(1_000_003).map((_, index) => index * 7);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  it('[GE60] text that is not base64 gives null', () => {
    expect(fromBase64('not base64!')).toBeNull();
  });

  it('[GE61] the native function is used where there is one', () => {
    const native = vi.fn(() => Uint8Array.of(1, 2));
    Object.defineProperty(Uint8Array, 'fromBase64', { value: native, configurable: true });
    expect([fromBase64('AQI='), native.mock.calls]).toEqual([Uint8Array.of(1, 2), [['AQI=']]]);
  });
});

// Failures of the Gemini API, each under its code.
import { describe, expect, it } from 'vitest';
import { delayMs, mapApiError } from '../../../../src/ui/providers/gemini/apiErrors.ts';
import type { ApiFailure } from '../../../../src/ui/providers/gemini/apiErrors.ts';
import { dig, realReply, recorded } from '../../../support/gemini/replies.ts';

const MODEL = 'gemini-nano-banana-2.1';

function mapped(status: number, error: unknown, patch: Partial<ApiFailure> = {}) {
  const body = typeof error === 'string' ? error : JSON.stringify({ error });
  return mapApiError({ status, body, model: MODEL, wants: 'image', ...patch });
}

function info(reason: string) {
  return { status: 'INVALID_ARGUMENT', details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }] };
}

describe('[GE10] one code for each answer', () => {
  it.each([
    [400, info('API_KEY_INVALID'), 'KEY_INVALID'],
    [400, info('API_KEY_EXPIRED'), 'KEY_INVALID'],
    [400, { status: 'FAILED_PRECONDITION' }, 'BILLING_OFF'],
    [400, { status: 'INVALID_ARGUMENT' }, 'REQUEST_REFUSED'],
    [400, info('SOMETHING_NEW'), 'REQUEST_REFUSED'],
    [401, { status: 'UNAUTHENTICATED' }, 'KEY_INVALID'],
    [402, { status: 'PAYMENT_REQUIRED' }, 'CREDIT_EMPTY'],
    [403, { status: 'PERMISSION_DENIED' }, 'KEY_FORBIDDEN'],
    [403, info('API_KEY_HTTP_REFERRER_BLOCKED'), 'KEY_FORBIDDEN'],
    [403, info('BILLING_DISABLED'), 'BILLING_OFF'],
    [404, { status: 'NOT_FOUND' }, 'MODEL_RETIRED'],
    [413, '<html>too large</html>', 'INPUTS_TOO_LARGE'],
    [429, { status: 'RESOURCE_EXHAUSTED' }, 'RATE_LIMITED'],
    [500, { status: 'INTERNAL' }, 'SERVICE_OVERLOADED'],
    [502, '<html>bad gateway</html>', 'SERVICE_OVERLOADED'],
    [503, { status: 'UNAVAILABLE' }, 'SERVICE_OVERLOADED'],
    [504, { status: 'DEADLINE_EXCEEDED' }, 'SERVICE_OVERLOADED'],
    [418, { status: 'TEAPOT' }, 'UNKNOWN_REASON'],
  ])('[GE10] %i %j is %s', (status, error, code) => {
    expect(mapped(status, error).code).toBe(code);
  });
});

describe('quota', () => {
  const quota = (violation: object) => ({ status: 'RESOURCE_EXHAUSTED', details: [{ violations: [violation] }] });

  it.each([
    [quota({ quotaId: 'GenerateRequestsPerMinute', quotaValue: '0' })],
    [quota({ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' })],
    [quota({ quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests' })],
    [{ status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '0' } }] }],
  ])('[GE11] a limit of 0 on an image model is an unpaid key: %j', (error) => {
    expect(mapped(429, error).code).toBe('UNPAID_KEY');
  });

  it('[GE11] a limit of 0 on a text model is billing', () => {
    expect(mapped(429, quota({ quotaValue: '0' }), { wants: 'text' }).code).toBe('BILLING_OFF');
  });

  it('[GE11] a limit over 0 is a rate, in a free tier too', () => {
    expect(mapped(429, quota({ quotaId: 'PerMinute-FreeTier', quotaValue: '20' })).code).toBe('RATE_LIMITED');
  });

  it('[FA2] a day’s quota is no rate, however short the wait that comes with it', () => {
    const error = { status: 'RESOURCE_EXHAUSTED', details: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel', quotaValue: '250' }] }, { retryDelay: '8s' }] };
    expect(mapped(429, error).code).toBe('QUOTA_DAY');
  });

  it('[GE11] the message alone never decides', () => {
    expect(mapped(429, { status: 'RESOURCE_EXHAUSTED', message: 'limit: 0, API_KEY_INVALID' }).code).toBe('RATE_LIMITED');
  });

  it('[GE12] RetryInfo becomes a wait', () => {
    expect(mapped(429, dig(recorded('rate-limit').body, 'error')).details.retryAfterMs).toBe(34_000);
  });

  it.each([['34s', 34_000], ['0.5s', 500], ['45.578569677s', 45_579], ['0s', 0], ['34', undefined], ['-1s', undefined], ['soon', undefined], [undefined, undefined]])(
    '[GE12] a delay of %s is %s ms', (text, expected) => {
      expect(delayMs(text)).toBe(expected);
    });

  it('[GE12] an overload can say how long, too', () => {
    expect(mapped(503, { status: 'UNAVAILABLE', details: [{ retryDelay: '7s' }] }).details.retryAfterMs).toBe(7000);
  });
});

describe('bodies', () => {
  it('[GE13] a body that is a list with one entry is read', () => {
    const { status, body } = recorded('unpaid-key');
    const error = mapApiError({ status, body: JSON.stringify(body), model: MODEL, wants: 'image' });
    expect([error.code, error.details.retryAfterMs]).toEqual(['UNPAID_KEY', 45_500]);
  });

  it.each(['', '<html>', 'null', '[]', '{"error":"text"}', '{"error":{"details":[null,7,{"violations":"x"}],"status":3}}'])(
    '[GE13] a body of %j still has the code of its status', (body) => {
      expect(mapped(403, body).code).toBe('KEY_FORBIDDEN');
    });

  it('[GE13] one odd detail does not hide the others', () => {
    expect(mapped(400, { details: [null, { reason: 9 }, { reason: 'API_KEY_INVALID' }] }).code).toBe('KEY_INVALID');
  });

  it('[GE14] the cause holds status, reason and message, cleaned', () => {
    const error = mapped(400, { ...info('ODD'), message: 'a\u202Eb\u0000c' });
    expect(error.details.cause).toBe('HTTP 400 INVALID_ARGUMENT ODD: abc');
  });

  it('[GE14] a missing model is named', () => {
    expect(mapped(404, {}).message).toContain(MODEL);
  });

  it('[GE14] an unknown failure is shown by its name', () => {
    expect(mapped(418, { status: 'TEAPOT' }).details.name).toBe('418 TEAPOT');
  });

  it('[GE14] a missing list is no missing model', () => {
    expect(mapped(404, {}, { model: null, wants: 'models' }).code).toBe('UNKNOWN_REASON');
  });
});

describe.each([['bad-key-400', 'KEY_INVALID'], ['quota-429', 'UNPAID_KEY']])('real answer %s', (name, code) => {
  const real = realReply(name);
  it.runIf(real !== null)(`[GE10] is ${code}`, () => {
    if (real) expect(mapApiError({ status: real.status, body: JSON.stringify(real.body), model: MODEL, wants: 'image' }).code).toBe(code);
  });
});

// Every way in which Gemini and the network fail: what the loopback is told to do, and what a designer must get to see.
import type { ErrorCode } from '../../../src/core/errors.ts';
import type { LoopbackScript } from './loopback.mjs';

export interface Fault {
  readonly name: string;
  readonly code: ErrorCode;
  /** What each request gets in turn; later requests are answered well. */
  readonly script: readonly LoopbackScript[];
  /** How far the clock must go before it shows (ms). */
  readonly afterMs?: number;
}

const finish = (finishReason: string, parts: readonly object[] = []): LoopbackScript => ({
  edit: (answer) => ({ ...answer, candidates: [{ content: { parts, role: 'model' }, finishReason, index: 0 }] }),
});
const picture = (data: string): LoopbackScript => finish('STOP', [{ inlineData: { mimeType: 'image/png', data } }]);
const times = (count: number, script: LoopbackScript) => Array.from({ length: count }, () => script);
const row = (name: string, code: ErrorCode, ...script: LoopbackScript[]): Fault => ({ name, code, script });

const MINUTE = 60_000;

export const FAULTS: readonly Fault[] = [
  row('a key that is not valid', 'KEY_INVALID', { status: 400, error: { reason: 'API_KEY_INVALID' } }),
  row('a key that may not', 'KEY_FORBIDDEN', { status: 403, error: { reason: 'API_KEY_HTTP_REFERRER_BLOCKED' } }),
  row('billing that is off', 'BILLING_OFF', { status: 400, error: { status: 'FAILED_PRECONDITION' } }),
  row('credit that is used up', 'CREDIT_EMPTY', { status: 402 }),
  row('a request nobody understands', 'REQUEST_REFUSED', { status: 400, error: { message: 'Cannot read "a brass lamp" at contents[0].' } }),
  row('a payload that is too large', 'INPUTS_TOO_LARGE', { status: 413, body: '<html>Too large</html>' }),
  row('a key without billing', 'UNPAID_KEY', { status: 429, error: { violations: [{ quotaId: 'GenerateRequestsPerDay-FreeTier' }], retryDelay: '45s' } }),
  row('a day’s quota', 'QUOTA_DAY', { status: 429, error: { violations: [{ quotaId: 'GenerateRequestsPerDayPerProject', quotaValue: '250' }], retryDelay: '8s' } }),
  row('a pause of an hour', 'PAUSE_LONG', { status: 429, error: { retryDelay: '3600s' } }),
  { ...row('three times too fast', 'RATE_LIMITED', ...times(3, { status: 429, error: { retryDelay: '20s' } })), afterMs: MINUTE },
  { ...row('overload of both models', 'SERVICE_OVERLOADED', { status: 500 }, { status: 503, body: '<html>busy</html>' }, { status: 504 }, ...times(3, { status: 503 })), afterMs: MINUTE },
  row('two models that are gone', 'MODEL_RETIRED', ...times(2, { status: 404 })),
  row('an HTTP status of its own', 'UNKNOWN_REASON', { status: 418, error: { status: 'TEAPOT' } }),
  row('a blocked prompt', 'PROMPT_BLOCKED', { edit: ({ usageMetadata }) => ({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata }) }),
  row('a blocked picture', 'IMAGE_BLOCKED', finish('IMAGE_SAFETY')),
  row('a picture beside a block', 'IMAGE_BLOCKED', { edit: (answer) => ({ ...answer, candidates: [{ ...candidateOf(answer), finishReason: 'PROHIBITED_CONTENT' }] }) }),
  row('too close to a work', 'IMAGE_RECITATION', finish('IMAGE_RECITATION')),
  row('a refusal in words', 'NO_IMAGE', finish('STOP', [{ text: 'I can only describe this scene.' }])),
  row('no room for the answer', 'TOKENS_EXCEEDED', finish('MAX_TOKENS')),
  row('a reason nobody knows', 'UNKNOWN_REASON', finish('SOMETHING_OF_2028')),
  row('a sign-in page', 'REPLY_MALFORMED', { body: '<html>Sign in to this network</html>' }),
  row('half a JSON', 'REPLY_MALFORMED', { body: '{"candidates":[' }),
  row('nothing in it', 'REPLY_MALFORMED', { body: {} }),
  row('a page called a picture', 'REPLY_MALFORMED', picture(btoa('<html>no picture</html>'))),
  // A browser itself sends again once when a connection that it kept open is closed under it; no page can forbid that.
  row('a connection closed at once', 'OFFLINE', ...times(2, { drop: 'atOnce' })),
  row('a connection closed halfway', 'CONNECTION_LOST', { drop: 'halfway' }),
  { ...row('no answer at all', 'TIMED_OUT', { hang: 'atOnce' }), afterMs: 4 * MINUTE },
  { ...row('half an answer', 'TIMED_OUT', { hang: 'halfway' }), afterMs: 4 * MINUTE },
];

function candidateOf(answer: Readonly<Record<string, unknown>>): object {
  const { candidates } = answer;
  return Array.isArray(candidates) && typeof candidates[0] === 'object' ? candidates[0] : {};
}

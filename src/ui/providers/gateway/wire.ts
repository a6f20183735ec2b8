// One request to a gateway: two headers, the key for one call, and every failure as one of our errors.
import { cleanText } from '../../../core/prompt.ts';
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import type { CallContext } from '../provider.ts';
import { nextTask } from '../shared/nextTask.ts';
import { readStream } from './stream.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Call {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What was asked of, for errors. */
  readonly model: string;
  readonly fetch: Fetch;
}

/** Names the service in errors. */
export const SERVICE = 'The gateway';

/** The answer as JSON, also where it streams although it was not asked to. Rejects with VariegateError and nothing else. */
export async function post({ url, body, model, fetch: send }: Call, context: CallContext): Promise<unknown> {
  const key = usableKey(context.key);
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, signal: context.signal };
  const response = await reach(context.signal, 'OFFLINE', () => send(url, init));
  const text = await reach(context.signal, 'CONNECTION_LOST', () => response.text());
  await nextTask(text.length);
  if (!response.ok) throw failure(response, text.split(key).join('[key]'), model);
  return parsed(text);
}

function usableKey(given: string | null): string {
  const key = given?.trim() ?? '';
  if (key === '') throw new VariegateError('KEY_MISSING', { service: SERVICE });
  if (!/^[\x21-\x7e]+$/.test(key)) throw new VariegateError('KEY_INVALID', { service: SERVICE });
  return key;
}

async function reach<Result>(signal: AbortSignal, code: ErrorCode, effect: () => Promise<Result>): Promise<Result> {
  if (signal.aborted) throw new VariegateError('CANCELLED');
  try {
    return await effect();
  } catch (thrown) {
    if (signal.aborted) throw new VariegateError('CANCELLED');
    throw new VariegateError(code, { service: SERVICE, cause: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function parsed(text: string): unknown {
  const plain = text.trimStart();
  if (plain.startsWith('data:') || plain.startsWith(':')) return readStream(plain);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new VariegateError('REPLY_MALFORMED', { service: SERVICE, cause: plain.startsWith('<') ? 'It answered a web page.' : 'The answer is not a JSON object.' });
}

/** By status and the body's own code, never by the words of a message. */
function failure({ status, headers }: Response, body: string, model: string): VariegateError {
  const { code, message } = readFailure(body);
  const wait = waitMs(headers.get('retry-after'));
  return new VariegateError(codeOf(status, code), {
    service: SERVICE,
    name: status === 404 || code === 'model_not_found' ? model : `${status} ${code}`.trim(),
    cause: cleanText([`HTTP ${status}`, code, message].filter((part) => part !== '').join(' '), 400),
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

function codeOf(status: number, code: string): ErrorCode {
  if (code === 'content_policy_violation' || code === 'content_filter') return 'PROMPT_BLOCKED';
  if (code === 'insufficient_quota') return 'CREDIT_EMPTY';
  if (code === 'model_not_found') return 'MODEL_RETIRED';
  if (code === 'context_length_exceeded') return 'TOKENS_EXCEEDED';
  switch (status) {
    case 400: return 'REQUEST_REFUSED';
    case 401: return 'KEY_INVALID';
    case 402: return 'CREDIT_EMPTY';
    case 403: return 'KEY_FORBIDDEN';
    case 404: return 'MODEL_RETIRED';
    case 413: return 'INPUTS_TOO_LARGE';
    case 429: return 'RATE_LIMITED';
    default: return status >= 500 ? 'SERVICE_OVERLOADED' : 'UNKNOWN_REASON';
  }
}

/** `{error: {code, type, message}}`, or what is like it; a code can be a number. */
function readFailure(body: string): { code: string; message: string } {
  try {
    const value: unknown = JSON.parse(body);
    const error: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'error') : undefined;
    if (typeof error !== 'object' || error === null) return { code: '', message: typeof error === 'string' ? error : '' };
    const of = (name: string) => {
      const part: unknown = Reflect.get(error, name);
      return typeof part === 'string' ? part : '';
    };
    return { code: cleanText(of('code') || of('type'), 60), message: of('message') };
  } catch {
    return { code: '', message: '' };
  }
}

/** Seconds, as most send it; a date is left out. */
function waitMs(header: string | null): number | null {
  const seconds = Number(header ?? '');
  return header === null || header.trim() === '' || !Number.isFinite(seconds) || seconds < 0 ? null : Math.ceil(seconds * 1000);
}

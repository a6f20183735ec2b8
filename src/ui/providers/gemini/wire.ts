// The one place that touches the network: our fetch under the SDK. Sends three headers and no more, holds the key for
// one call, and turns every failure into one of our errors before the SDK can wrap, retry or rename it.
import { VariegateError } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';
import { mapApiError } from './apiErrors.ts';
import type { ApiFailure } from './apiErrors.ts';
import { nextTask } from '../shared/nextTask.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface WireCall extends Pick<ApiFailure, 'model' | 'wants'> {
  readonly fetch: Fetch;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** A fetch for a single call. Rejects with VariegateError and nothing else; abort rejects with CANCELLED. */
export function createWire(call: WireCall): (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const response = await reach(call, 'OFFLINE', () => call.fetch(urlOf(input), sealed(call, init)));
    if (response.ok && isStream(urlOf(input))) return passOn(call, response);
    const text = await reach(call, 'CONNECTION_LOST', () => response.text());
    await nextTask(text.length);
    if (response.ok) return new ReadResponse(text, response, isFile(urlOf(input)));
    const body = text.split(call.key).join('[key]');
    throw mapApiError({ status: response.status, body, model: call.model, wants: call.wants });
  };
}

/** An answer that was read once already; the SDK asks it for JSON and nothing else. A file is its lines. */
class ReadResponse extends Response {
  readonly #value: unknown;
  readonly #characters: number;

  constructor(text: string, { status, headers }: Response, hasLines: boolean) {
    super(null, { status, headers });
    this.#characters = text.length;
    this.#value = hasLines ? { lines: text.split('\n').filter((line) => line.trim() !== '').map(parseReply) } : parseReply(text);
  }

  // Reading the picture out of it is a task of its own, after that of parsing.
  override async json(): Promise<unknown> {
    await nextTask(this.#characters);
    return this.#value;
  }
}

// The body goes on piece by piece; a break in it is one of our errors, which the SDK hands through as it is.
function passOn(call: WireCall, { body, status, headers }: Response): Response {
  if (!body) throw new VariegateError('REPLY_MALFORMED', { cause: 'The answer is empty.' });
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reach(call, 'CONNECTION_LOST', () => reader.read());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(watched, { status, headers });
}

function isFile(url: string): boolean {
  return /\/files\/[^/]+:download\?/.test(url);
}

function isStream(url: string): boolean {
  return url.includes(':streamGenerateContent');
}

// Google's CORS allows these headers and no others; a browser that honours the SDK's User-Agent would fail preflight.
// The key is set here and not in the SDK, so that no client ever holds it.
function sealed(call: WireCall, init: RequestInit): RequestInit {
  const given = new Headers(init.headers);
  const headers: Record<string, string> = { 'content-type': 'application/json', 'x-goog-api-key': call.key };
  const client = given.get('x-goog-api-client');
  if (client !== null) headers['x-goog-api-client'] = client;
  return { method: init.method ?? 'GET', body: init.body ?? null, headers, signal: call.signal };
}

// A browser does not say whether a failed request had left it; once an answer has begun it surely had.
async function reach<Result>(call: WireCall, code: ErrorCode, effect: () => Promise<Result>): Promise<Result> {
  if (call.signal.aborted) throw new VariegateError('CANCELLED');
  try {
    return await effect();
  } catch (thrown) {
    if (call.signal.aborted) throw new VariegateError('CANCELLED');
    throw new VariegateError(code, { cause: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function parseReply(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below: what a parser thinks of it helps nobody.
  }
  throw new VariegateError('REPLY_MALFORMED', { cause: 'The answer is not a JSON object.' });
}

function urlOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : String(input);
}

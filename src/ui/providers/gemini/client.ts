// One SDK client per call, made and forgotten. No retry, no time-out and no key of its own: the queue decides those.
import type { ApiError, GoogleGenAI } from '@google/genai/web';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';
import type { CallContext } from '../provider.ts';
import { mapApiError } from './apiErrors.ts';
import type { ApiFailure } from './apiErrors.ts';
import { createWire } from './wire.ts';
import type { Fetch } from './wire.ts';

/** The SDK's client class. */
export type Sdk = typeof GoogleGenAI;

export interface GeminiEffects {
  /** The SDK, made ready when the first call needs it. */
  readonly sdk: () => Sdk;
  /** Another server that speaks Gemini; Google's when absent. */
  readonly baseUrl?: string;
  readonly fetch?: Fetch;
}

/** Runs one call through a fresh client. Rejects with VariegateError and nothing else. */
export async function withClient<Result>(
  effects: GeminiEffects,
  context: CallContext,
  about: Pick<ApiFailure, 'model' | 'wants'>,
  use: (client: GoogleGenAI) => Promise<Result>,
): Promise<Result> {
  const key = usableKey(context.key);
  const send: Fetch = effects.fetch ?? ((url, init) => fetch(url, init));
  const wire = createWire({ ...about, key, fetch: send, signal: context.signal });
  try {
    return await use(openClient(effects, wire));
  } catch (thrown) {
    throw isApiError(thrown) ? streamFailure(thrown, key, about) : toVariegateError(thrown, 'REPLY_MALFORMED');
  }
}

// By its name and status: the class itself is in the SDK, which is not loaded to look at an error.
function isApiError(thrown: unknown): thrown is ApiError {
  return thrown instanceof Error && thrown.name === 'ApiError' && 'status' in thrown && typeof thrown.status === 'number';
}

// The wire maps HTTP failures itself; what the SDK still finds is an error that came as a piece of a stream, in JSON after
// words of its own.
function streamFailure({ status, message }: ApiError, key: string, about: Pick<ApiFailure, 'model' | 'wants'>): VariegateError {
  const body = message.slice(Math.max(0, message.indexOf('{'))).split(key).join('[key]');
  return mapApiError({ status, body, ...about });
}

function openClient(effects: GeminiEffects, wire: ReturnType<typeof createWire>): GoogleGenAI {
  const baseUrl = effects.baseUrl === undefined ? {} : { baseUrl: effects.baseUrl };
  const Client = effects.sdk();
  return new Client({ apiKey: 'set-by-wire', apiVersion: 'v1beta', httpOptions: { ...baseUrl, fetch: wire } });
}

// Any format is accepted, but a header can carry only these characters: anything else fails before a request.
function usableKey(given: string | null): string {
  const key = given?.trim() ?? '';
  if (key === '') throw new VariegateError('KEY_MISSING');
  if (!/^[\x21-\x7e]+$/.test(key)) throw new VariegateError('KEY_INVALID');
  return key;
}

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

type About = Pick<ApiFailure, 'model' | 'wants'>;
type Wire = ReturnType<typeof createWire>;

const GOOGLE = 'https://generativelanguage.googleapis.com';

/** Runs one call through a fresh client. Rejects with VariegateError and nothing else. */
export function withClient<Result>(effects: GeminiEffects, context: CallContext, about: About, use: (client: GoogleGenAI) => Promise<Result>): Promise<Result> {
  return withWire(effects, context, about, (wire) => use(openClient(effects, wire)));
}

/** Lines of JSON in a file of the service. The SDK's own download throws in a browser. Rejects as withClient does. */
export async function readFileLines(effects: GeminiEffects, context: CallContext, about: About, name: string): Promise<readonly unknown[]> {
  const answer: unknown = await withWire(effects, context, about, async (wire) => (await wire(`${effects.baseUrl ?? GOOGLE}/v1beta/${name}:download?alt=media`)).json());
  return typeof answer === 'object' && answer !== null && 'lines' in answer && Array.isArray(answer.lines) ? answer.lines : [];
}

async function withWire<Result>(effects: GeminiEffects, context: CallContext, about: About, use: (wire: Wire) => Promise<Result>): Promise<Result> {
  const key = usableKey(context.key);
  const send: Fetch = effects.fetch ?? ((url, init) => fetch(url, init));
  try {
    return await use(createWire({ ...about, key, fetch: send, signal: context.signal }));
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
function streamFailure({ status, message }: ApiError, key: string, about: About): VariegateError {
  const body = message.slice(Math.max(0, message.indexOf('{'))).split(key).join('[key]');
  return mapApiError({ status, body, ...about });
}

function openClient(effects: GeminiEffects, wire: Wire): GoogleGenAI {
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

// The provider through the real SDK against the loopback Gemini.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IMAGE_MODELS, TEXT_MODELS, pixelSize } from '../../../../src/core/model.ts';
import type { Provider } from '../../../../src/ui/providers/provider.ts';
import { createGeminiProvider } from '../../../../src/ui/providers/gemini/gemini.ts';
import { sdk } from '../../../support/gemini/sdk.ts';
import { startLoopbackGemini } from '../../../support/gemini/loopback.mjs';
import type { LoopbackGemini, LoopbackScript } from '../../../support/gemini/loopback.mjs';
import { decodePng } from '../../../support/gemini/png.mjs';
import { aContext, aTask, codeOf, input, picture } from '../../../support/gemini/tasks.ts';
import { aRequest } from '../../../support/request.ts';

let gemini: LoopbackGemini;
let provider: Provider;

beforeAll(async () => {
  gemini = await startLoopbackGemini();
  provider = createGeminiProvider({ sdk, baseUrl: gemini.url });
});
afterAll(() => gemini.close());
beforeEach(() => gemini.reset());

const make = (patch = {}, context = aContext(gemini.key)) => provider.make(aRequest(patch), [input()], context);
const makeWith = (...script: LoopbackScript[]) => {
  gemini.next(...script);
  return make();
};

describe('make', () => {
  it.each(IMAGE_MODELS.filter((card) => card.provider === 'gemini').map((card) => [card.id]))('[GE70] %s answers a picture of the asked size', async (model) => {
    const reply = await make({ model });
    expect(decodePng(reply.bytes)).toMatchObject(pixelSize('3:2', '1K'));
  });

  it('[GE70] it says which model answered and what was used', async () => {
    const reply = await make();
    expect(reply).toMatchObject({ model: 'gemini-nano-banana-2.1', usage: { model: 'gemini-nano-banana-2.1', imageTokens: 1120, outputTokens: 60 } });
  });

  it('[GE71] one request per picture, by POST, with the key in one header and nowhere else', async () => {
    await make();
    const [sent] = gemini.requests;
    expect(gemini.requests).toHaveLength(1);
    expect([sent?.method, sent?.path, [...(sent?.query ?? [])]]).toEqual(['POST', '/v1beta/models/gemini-nano-banana-2.1:generateContent', []]);
    expect(sent?.headers['x-goog-api-key']).toBe(gemini.key);
    expect(JSON.stringify({ ...sent, headers: { ...sent?.headers, 'x-goog-api-key': '' } })).not.toContain(gemini.key);
  });

  it('[GE71] no header goes out but the three that Google’s CORS allows', async () => {
    const names: string[] = [];
    const spying = createGeminiProvider({
      sdk,
      baseUrl: gemini.url,
      fetch: (url, init) => {
        names.push(...new Headers(init.headers).keys());
        return fetch(url, init);
      },
    });
    await spying.make(aRequest(), [], aContext(gemini.key));
    expect(names.sort()).toEqual(['content-type', 'x-goog-api-client', 'x-goog-api-key']);
  });

  it('[GE72] the body holds contents and generationConfig, and nothing else', async () => {
    await make();
    expect(gemini.requests[0]?.body).toEqual({
      contents: [{ role: 'user', parts: [{ inlineData: { mimeType: 'image/png', data: Buffer.from(picture()).toString('base64') } }, { text: aRequest().prompt }] }],
      generationConfig: { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '3:2', imageSize: '1K' } },
    });
  });

  it('[GE73] the picture comes from what was sent: other words, other bytes; same request, same bytes', async () => {
    const [a, b, again] = await Promise.all([make(), make({ prompt: 'Something else.' }), make()]);
    expect(Buffer.compare(a.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(a.bytes, b.bytes)).not.toBe(0);
  });
});

describe('plan', () => {
  it.each([1, 4, 8])('[GE74] %i directions are asked once and come back', async (count) => {
    const { directions, usage } = await provider.plan(aTask({ count }), aContext(gemini.key));
    expect(new Set(directions.map((direction) => direction.id)).size).toBe(count);
    expect(usage?.model).toBe('gemini-3.8-flash');
    expect(gemini.requests).toHaveLength(1);
  });

  it('[GE74] a plan that falls short is filled up', async () => {
    gemini.next({ edit: (answer) => ({ ...answer, candidates: [{ content: { parts: [{ text: '{"directions":[{"caption":"A","text":"b","axes":[]}]}' }] } }] }) });
    const { directions } = await provider.plan(aTask({ count: 3 }), aContext(gemini.key));
    expect(directions.map((direction) => direction.caption)).toEqual(['A', 'A 2', 'A 3']);
  });
});

describe('checkKey', () => {
  const ours = [...IMAGE_MODELS, ...TEXT_MODELS].filter((card) => card.provider === 'gemini').map((card) => card.id);

  it('[GE75] lists the models of our table that the key can see', async () => {
    expect((await provider.checkKey(aContext(gemini.key))).usableModels).toEqual(ours);
  });

  it('[GE75] reads every page', async () => {
    const paged = await startLoopbackGemini({ pageLimit: 3, hidden: ['gemini-3-pro-image'] });
    const { usableModels } = await createGeminiProvider({ sdk, baseUrl: paged.url }).checkKey(aContext(paged.key));
    await paged.close();
    expect(usableModels).toEqual(ours.filter((id) => id !== 'gemini-3-pro-image'));
  });

  it('[GE75] a list without end is read for ten pages and no longer', async () => {
    gemini.next(...Array.from({ length: 30 }, () => ({ edit: (page: object) => ({ ...page, nextPageToken: '0' }) })));
    await provider.checkKey(aContext(gemini.key));
    expect(gemini.requests).toHaveLength(10);
  });
});

describe('the key', () => {
  it.each([[null], [''], ['  ']])('[GE76] %j is KEY_MISSING and sends nothing', async (key) => {
    expect([await codeOf(make({}, aContext(key))), gemini.requests.length]).toEqual(['KEY_MISSING', 0]);
  });

  it.each([['clé'], ['two words'], ['line\nbreak']])('[GE76] %j cannot be a header: KEY_INVALID, nothing is sent', async (key) => {
    expect([await codeOf(make({}, aContext(key))), gemini.requests.length]).toEqual(['KEY_INVALID', 0]);
  });

  it.each([['AQ.short'], ['auth_tokens/abc'], ['anything-at-all']])('[GE76] the key %s is sent as it is, and refused by the service', async (key) => {
    expect([await codeOf(make({}, aContext(key))), gemini.requests[0]?.headers['x-goog-api-key']]).toEqual(['KEY_INVALID', key]);
  });

  it('[GE77] a key that the service repeats is not in the error', async () => {
    gemini.next({ status: 400, error: { message: `Invalid API key: ${gemini.key}`, reason: 'API_KEY_INVALID' } });
    const thrown = await make().catch((error: unknown) => error);
    expect(JSON.stringify(Reflect.get(Object(thrown), 'details'))).not.toContain(gemini.key);
  });

  it('[GE77] not even a short key without a known form', async () => {
    gemini.next({ status: 403, error: { message: 'Denied for key1234.' } });
    const thrown = await make({}, aContext('key1234')).catch((error: unknown) => error);
    expect(Reflect.get(Object(thrown), 'details')).toEqual({ cause: 'HTTP 403 PERMISSION_DENIED: Denied for [key].' });
  });
});

describe('failures', () => {
  it.each([
    [{ status: 400 }, 'REQUEST_REFUSED'],
    [{ status: 402 }, 'CREDIT_EMPTY'],
    [{ status: 403 }, 'KEY_FORBIDDEN'],
    [{ status: 404 }, 'MODEL_RETIRED'],
    [{ status: 429, error: { retryDelay: '2s' } }, 'RATE_LIMITED'],
    [{ status: 500 }, 'SERVICE_OVERLOADED'],
    [{ status: 503, body: '<html>busy</html>', headers: { 'content-type': 'text/html' } }, 'SERVICE_OVERLOADED'],
    [{ status: 503, body: '{"error":' }, 'SERVICE_OVERLOADED'],
    [{ body: '<html>sign in</html>' }, 'REPLY_MALFORMED'],
    [{ body: '{"candidates":[' }, 'REPLY_MALFORMED'],
    [{ body: 'null' }, 'REPLY_MALFORMED'],
    [{ body: '[]' }, 'REPLY_MALFORMED'],
    [{ body: { candidates: 'none' } }, 'REPLY_MALFORMED'],
    [{ body: { promptFeedback: { blockReason: 'OTHER' } } }, 'PROMPT_BLOCKED'],
    [{ drop: 'atOnce' }, 'OFFLINE'],
    [{ drop: 'halfway' }, 'CONNECTION_LOST'],
  ] satisfies [LoopbackScript, string][])('[GE78] %j is %s, after one request', async (script, code) => {
    expect([await codeOf(makeWith(script)), gemini.requests.length]).toEqual([code, 1]);
  });

  it('[GE78] a server that is not there is OFFLINE', async () => {
    const nobody = createGeminiProvider({ sdk, baseUrl: 'http://127.0.0.1:1' });
    expect(await codeOf(nobody.make(aRequest(), [], aContext(gemini.key)))).toBe('OFFLINE');
  });

  it('[GE78] a slow answer is waited for', async () => {
    expect((await makeWith({ slowMs: 200 })).bytes.length).toBeGreaterThan(1000);
  });

  it('[GE78] a CONTINUATION is not continued: it would be a second bill', async () => {
    const code = await codeOf(makeWith({ edit: (answer) => ({ candidates: [{ finishReason: 'CONTINUATION' }], continuationToken: 'QQ==', usageMetadata: answer['usageMetadata'] }) }));
    expect([code, gemini.requests.length]).toEqual(['UNKNOWN_REASON', 1]);
  });
});

describe('the bill', () => {
  it.each([
    ['a blocked prompt', (answer: Answer) => ({ promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: answer['usageMetadata'] })],
    ['a blocked picture', (answer: Answer) => ({ ...answer, candidates: [{ finishReason: 'IMAGE_SAFETY' }] })],
    ['no picture', (answer: Answer) => ({ ...answer, candidates: [{ finishReason: 'NO_IMAGE' }] })],
  ])('[FA16] of %s comes with the refusal', async (_, edit) => {
    gemini.next({ edit });
    const thrown = await make().catch((error: unknown) => error);
    expect(Reflect.get(Object(thrown), 'usage')).toMatchObject({ model: 'gemini-nano-banana-2.1', outputTokens: 60 });
  });

  it('[FA16] of a plan that cannot be read comes with it too', async () => {
    gemini.next({ edit: (answer) => ({ ...answer, candidates: [{ content: { parts: [{ text: 'no plan' }] }, finishReason: 'STOP' }] }) });
    const thrown = await provider.plan(aTask(), aContext(gemini.key)).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'REPLY_MALFORMED', usage: { model: 'gemini-3.8-flash' } });
  });

  it('[FA16] of a failure is nothing', async () => {
    gemini.next({ status: 503 });
    expect(await make().catch((error: unknown) => error)).toMatchObject({ code: 'SERVICE_OVERLOADED', usage: null });
  });
});

type Answer = Readonly<Record<string, unknown>>;

describe('abort', () => {
  it('[GE79] before the start sends nothing', async () => {
    expect([await codeOf(make({}, aContext(gemini.key, AbortSignal.abort()))), gemini.requests.length]).toEqual(['CANCELLED', 0]);
  });

  it.each(['atOnce', 'halfway'] as const)('[GE79] while the answer hangs %s is CANCELLED and closes the connection', async (hang) => {
    const stop = new AbortController();
    gemini.next({ hang });
    const work = codeOf(make({}, aContext(gemini.key, stop.signal)));
    await until(() => gemini.requests.length === 1 && gemini.requests[0]?.body !== null);
    stop.abort();
    expect(await work).toBe('CANCELLED');
    await until(() => gemini.requests[0]?.wasAborted === true);
  });

  it('[GE79] of one leaves the others alone', async () => {
    const stop = new AbortController();
    gemini.next({ hang: 'atOnce' });
    const first = codeOf(make({}, aContext(gemini.key, stop.signal)));
    await until(() => gemini.requests.length === 1);
    const second = codeOf(make());
    stop.abort();
    expect([await first, await second]).toEqual(['CANCELLED', 'none']);
  });

  it('[GE79] of one page of models stops the rest', async () => {
    const stop = new AbortController();
    gemini.next({ edit: (page) => { stop.abort(); return { ...page, nextPageToken: '0' }; } });
    expect([await codeOf(provider.checkKey(aContext(gemini.key, stop.signal))), gemini.requests.length]).toEqual(['CANCELLED', 1]);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isTrue()) throw new Error('it never came true');
}

// The gateway: where it may send, what it makes of odd answers, what its test finds, and what it refuses by that.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GATEWAYS, gatewayBase, hostOf } from '../../../../src/core/gateways.ts';
import type { GatewayFound } from '../../../../src/core/gateways.ts';
import { VariegateError } from '../../../../src/core/errors.ts';
import { createGatewayProvider } from '../../../../src/ui/providers/gateway/gateway.ts';
import type { Canary } from '../../../../src/ui/providers/gateway/probe.ts';
import { FOUND, NO_CANARY } from '../../../support/gateway/found.ts';
import { startLoopbackGateway, withImage } from '../../../support/gateway/loopback.mjs';
import type { GatewayScript, LoopbackGateway } from '../../../support/gateway/loopback.mjs';
import { decodePng } from '../../../support/gemini/png.mjs';
import { aContext, aTask, codeOf, input, picture } from '../../../support/gemini/tasks.ts';
import { aRequest } from '../../../support/request.ts';

let gateway: LoopbackGateway;
beforeAll(async () => void (gateway = await startLoopbackGateway()));
afterAll(() => gateway.close());
beforeEach(() => gateway.reset());

const canary: Canary = {
  draw: (_number, colour) => Promise.resolve(picture(64, 64, colour)),
  mainColour: (bytes) => Promise.resolve([...(decodePng(bytes)?.rgb ?? []).slice(0, 3)] as [number, number, number]),
  random: () => 0.5,
};

function provider({ found = FOUND, url = gateway.url, mayLoopback = true, theCanary = NO_CANARY }: { found?: GatewayFound | null; url?: string; mayLoopback?: boolean; theCanary?: Canary } = {}) {
  const set = { url, model: 'google/gemini-3-pro-image' };
  return createGatewayProvider({ set: () => ({ ...set, found: found && { ...set, ...found, url: found.url || url, model: found.model || set.model } }), mayLoopback, canary: theCanary });
}

const request = () => aRequest({ provider: 'gateway', model: 'gateway-image' });
const make = (of = provider(), inputs = [input()]) => of.make(request(), inputs, aContext(gateway.key));
const makeWith = (...scripts: GatewayScript[]) => {
  gateway.next(...scripts);
  return make();
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const message = (content: unknown, more: object = {}) => ({ choices: [{ message: { role: 'assistant', content, ...more }, finish_reason: 'stop' }] });

describe('where it sends', () => {
  it.each([
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
    [' https://openrouter.ai/api/v1/ ', 'https://openrouter.ai/api/v1'],
    ['https://openrouter.ai/api/v1/chat/completions', 'https://openrouter.ai/api/v1'],
    ['https://api.xroute.ai/openai/v1', 'https://api.xroute.ai/openai/v1'],
    ['https://openrouter.ai.evil.example/api/v1', null],
    ['https://evil.example/https://openrouter.ai', null],
    ['https://openrouter.ai@evil.example/api', null],
    ['http://openrouter.ai/api/v1', null],
    ['http://localhost:4000/v1', null],
    ['', null],
  ])('[GW1] "%s" is %s', (url, base) => {
    expect(gatewayBase(url)).toBe(base);
  });

  it('[GW1] this computer only where a build of one’s own allows it', () => {
    expect([gatewayBase('http://localhost:4000/v1', true), gatewayBase('http://localhost.evil.example', true), gatewayBase('http://localhost:99999999', true)]).toEqual(['http://localhost:4000/v1', null, null]);
    expect(GATEWAYS.map(({ baseUrl }) => hostOf(baseUrl))).toEqual(['https://openrouter.ai', 'https://api.xroute.ai']);
  });

  it('[GW1] an address that is not allowed is refused before anything is sent', async () => {
    expect(await codeOf(make(provider({ mayLoopback: false })))).toBe('GATEWAY_URL');
    expect(gateway.requests).toHaveLength(0);
  });

  it('[GW2] one POST with two headers: the model, the inputs as data URLs in their order, the prompt, the ratio', async () => {
    await make();
    const [sent] = gateway.requests;
    expect([sent?.method, sent?.path, sent?.headers['authorization'], sent?.headers['content-type']]).toEqual(['POST', '/chat/completions', `Bearer ${gateway.key}`, 'application/json']);
    expect(sent?.body).toEqual({
      model: 'google/gemini-3-pro-image',
      modalities: ['image', 'text'],
      image_config: { aspect_ratio: '3:2' },
      messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: `data:image/png;base64,${base64(picture())}` } }, { type: 'text', text: request().prompt }] }],
    });
  });
});

describe('where a picture can stand', () => {
  const png = picture(8, 8);
  const url = `data:image/png;base64,${base64(png)}`;
  it.each([
    ['message.images', withImage(png)],
    ['message.images as bare addresses', message('', { images: [{ image_url: url }] })],
    ['parts of message.content', message([{ type: 'text', text: 'Here' }, { type: 'image_url', image_url: { url } }])],
    ['a part with b64_json', message([{ type: 'output_image', b64_json: base64(png) }])],
    ['a data URL in the text', message(`Here it is: ${url} Enjoy.`)],
    ['a picture of markdown', message(`![heron](${url})`)],
    ['data[].b64_json', { data: [{ b64_json: base64(png) }] }],
    ['a stream that nobody asked for', `: OPENROUTER PROCESSING\n\ndata: ${JSON.stringify({ choices: [{ delta: { content: 'Here' } }] })}\n\ndata: ${JSON.stringify({ choices: [{ delta: { images: [{ image_url: { url } }] }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n`],
    ['beside a broken one', message('', { images: [{ image_url: { url: 'data:image/png;base64,bm90IGEgcGljdHVyZQ==' } }, { image_url: { url } }] })],
  ])('[GW3] in %s', async (_where, body) => {
    expect(Buffer.compare((await makeWith({ body })).bytes, png)).toBe(0);
  });

  it.each([
    ['an address instead of data', message('', { images: [{ image_url: { url: 'https://cdn.example/a.png' } }] }), 'REPLY_MALFORMED', /address instead of the picture/],
    ['an address in markdown', message('![x](https://cdn.example/a.png)'), 'REPLY_MALFORMED', /address instead of the picture/],
    ['data[].url', { data: [{ url: 'https://cdn.example/a.png' }] }, 'REPLY_MALFORMED', /address/],
    ['text called a picture', { data: [{ b64_json: base64(Buffer.from('hello, no picture')) }] }, 'REPLY_MALFORMED', /none/],
    ['words alone', message('I cannot draw.'), 'NO_IMAGE', /I cannot draw/],
    ['a filter', { choices: [{ message: { content: '' }, finish_reason: 'content_filter' }] }, 'IMAGE_BLOCKED', /content_filter/],
    ['nothing', {}, 'NO_IMAGE', /it sent nothing/],
  ] as const)('[GW4] %s is refused with the reason', async (_what, body, code, why) => {
    const error: unknown = await makeWith({ body }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VariegateError);
    const { code: found, why: said, details } = error as VariegateError;
    expect(found).toBe(code);
    expect(`${said} ${details.cause ?? ''}`).toMatch(why);
    expect(gateway.requests).toHaveLength(1);
  });
});

describe('its failures', () => {
  it('[GW5] speak of the gateway and lead to Settings, never to Google’s bills', async () => {
    const error: unknown = await makeWith({ status: 402, body: { error: { code: 402, message: 'Insufficient credits' } } }).catch((thrown: unknown) => thrown);
    const { message: said, why, action } = error as VariegateError;
    expect([said, why, action]).toEqual(['The prepaid credit is used up.', 'The gateway asks for a top-up before the next picture.', 'openSettings']);
  });

  it.each([
    [400, { code: 'content_policy_violation' }, 'PROMPT_BLOCKED'], [429, { type: 'insufficient_quota' }, 'CREDIT_EMPTY'], [400, { code: 'model_not_found' }, 'MODEL_RETIRED'], [400, { code: 'context_length_exceeded' }, 'TOKENS_EXCEEDED'], [418, {}, 'UNKNOWN_REASON'],
  ])('[GW5] %i with %j is %s', async (status, error, code) => {
    expect(await codeOf(makeWith({ status, body: { error } }))).toBe(code);
  });

  it('[GW6] Retry-After in seconds is how long to wait; a date is left out', async () => {
    const waits = async (value: string) => (await makeWith({ status: 429, body: {}, headers: { 'retry-after': value } }).catch((thrown: unknown) => thrown as VariegateError)) as VariegateError;
    expect((await waits('7')).details.retryAfterMs).toBe(7000);
    expect((await waits('Wed, 21 Oct 2026 07:28:00 GMT')).details.retryAfterMs).toBeUndefined();
  });

  it('[GW6] one that cannot be reached is OFFLINE', async () => {
    expect(await codeOf(make(provider({ url: 'http://localhost:9' })))).toBe('OFFLINE');
  });
});

describe('its test', () => {
  const test = (scripts: GatewayScript[] = []) => {
    gateway.next(...scripts);
    return provider({ found: null, theCanary: canary }).findOut(aContext(gateway.key));
  };

  it('[GW7] finds what a gateway can do, by a canary that nobody could guess', async () => {
    expect(await test()).toMatchObject({ answers: true, sees: true, makes: true, keepsInputs: true, why: '' });
    expect(gateway.requests).toHaveLength(3);
  });

  it('[GW7] finds that pictures sent along are dropped without a word', async () => {
    const blind = { edit: () => message('I see a lovely picture with the number 12.') };
    const other = { body: withImage(picture(64, 64, [10, 200, 10])) };
    expect(await test([{}, blind, other])).toMatchObject({ answers: true, sees: false, makes: true, keepsInputs: false });
  });

  it('[GW7] finds that no pictures are made, and why', async () => {
    expect(await test([{}, {}, { body: message('I am a text model.') }])).toMatchObject({ answers: true, sees: true, makes: false, keepsInputs: false, why: expect.stringContaining('I am a text model') as string });
  });

  it('[GW7] a model of pictures alone answers no questions and is not asked to look', async () => {
    expect(await test([{ status: 400, body: { error: { message: 'no text output' } } }])).toMatchObject({ answers: false, sees: false, makes: true });
    expect(gateway.requests).toHaveLength(2);
  });

  it('[GW8] a wrong key says nothing of the gateway: it is told as what it is', async () => {
    expect(await codeOf(provider({ found: null, theCanary: canary }).findOut(aContext('sk-wrong')))).toBe('KEY_INVALID');
  });

  it.each([
    ['untested', null, 'GATEWAY_UNTESTED'],
    ['tested at another address', { ...FOUND, url: 'https://openrouter.ai/api/v1' }, 'GATEWAY_UNTESTED'],
    ['tested with another model', { ...FOUND, model: 'other' }, 'GATEWAY_UNTESTED'],
    ['without pictures', { ...FOUND, makes: false, why: 'text only' }, 'GATEWAY_NO_PICTURES'],
    ['that drops inputs', { ...FOUND, keepsInputs: false }, 'GATEWAY_DROPS_INPUTS'],
  ] as const)('[GW9] one %s makes nothing, and nothing is sent', async (_what, found, code) => {
    expect(await codeOf(make(provider({ found })))).toBe(code);
    expect(gateway.requests).toHaveLength(0);
  });

  it('[GW9] one that drops inputs still makes pictures from words, and one that does not see still plans', async () => {
    const limited = provider({ found: { ...FOUND, keepsInputs: false, sees: false } });
    expect((await make(limited, [])).bytes.length).toBeGreaterThan(0);
    expect((await limited.plan(aTask({ source: null, count: 2 }), aContext(gateway.key))).directions).toHaveLength(2);
    expect(await codeOf(limited.plan(aTask({ count: 2 }), aContext(gateway.key)))).toBe('GATEWAY_DROPS_INPUTS');
  });
});

// The loopback Gemini refuses what Google would refuse, so that a green test means something.
import { connect } from 'node:http2';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMAGE_MODELS as CARDS, TEXT_MODELS as TEXT_CARDS, pixelSize } from '../../../../src/core/model.ts';
import { IMAGE_MODELS, TEXT_MODELS, answerSize } from '../../../support/gemini/models.mjs';
import { startLoopbackGemini } from '../../../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../../../support/gemini/loopback.mjs';
import { decodePng, encodePng } from '../../../support/gemini/png.mjs';
import { picture } from '../../../support/gemini/tasks.ts';

let gemini: LoopbackGemini;
beforeAll(async () => { gemini = await startLoopbackGemini(); });
afterAll(() => gemini.close());

const part = { inlineData: { mimeType: 'image/png', data: Buffer.from(picture()).toString('base64') } };
const image = (patch: object = {}, parts: object[] = [{ text: 'A lamp.' }]) => ({
  contents: [{ role: 'user', parts }],
  generationConfig: { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '1:1', imageSize: '1K' }, ...patch },
});

async function post(body: object, { model = 'gemini-nano-banana-2.1', headers = {} } = {}) {
  const response = await fetch(`${gemini.url}/v1beta/models/${model}:generateContent`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-goog-api-key': gemini.key, ...headers },
  });
  const answer = await response.json();
  return { status: response.status, message: answer.error?.message ?? '', answer };
}

describe('[GE90] refusals', () => {
  it.each([
    ['an unknown field at the top', { ...image(), store: true }, 'store'],
    ['a seed', image({ seed: 1 }), 'seed'],
    ['a temperature', image({ temperature: 1 }), 'temperature'],
    ['an unknown image field', image({ imageConfig: { aspectRatio: '1:1', quality: 9 } }), 'quality'],
    ['an unknown part field', image({}, [{ text: 'a', colour: 'red' }]), 'colour'],
    ['a ratio that no model has', image({ imageConfig: { aspectRatio: '7:5' } }), 'aspect_ratio'],
    ['no ratio', image({ imageConfig: {} }), 'aspect_ratio'],
    ['a size in small letters', image({ imageConfig: { aspectRatio: '1:1', imageSize: '1k' } }), 'image_size'],
    ['no picture wanted', image({ responseModalities: ['TEXT'] }), 'response_modalities'],
    ['fifteen references', image({}, Array.from({ length: 15 }, () => part)), '14'],
    ['broken base64', image({}, [{ inlineData: { mimeType: 'image/png', data: 'a%%b' } }]), 'Base64'],
    ['bytes that are not their type', image({}, [{ inlineData: { ...part.inlineData, mimeType: 'image/jpeg' } }]), 'image/jpeg'],
    ['no contents', { generationConfig: image().generationConfig }, 'contents'],
    ['a model’s turn at the end', { ...image(), contents: [{ role: 'model', parts: [{ text: 'a' }] }] }, 'role'],
  ])('[GE90] %s is a 400 that names it', async (_, body, named) => {
    const { status, message } = await post(body);
    expect([status, message.includes(named)]).toEqual([400, true]);
  });

  it('[GE90] a schema keyword that Gemini does not know is a 400', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: 'x' } } };
    const config = { responseMimeType: 'application/json', responseJsonSchema: schema };
    const { status, message } = await post({ contents: image().contents, generationConfig: config }, { model: 'gemini-3.8-flash' });
    expect([status, message]).toEqual([400, expect.stringContaining('pattern')]);
  });

  it('[GE90] a size for a model with one size is a 400', async () => {
    expect((await post(image(), { model: 'gemini-3.1-flash-lite-image' })).status).toBe(400);
  });

  it.each([[{ 'x-goog-api-key': 'wrong' }, 400, 'API_KEY_INVALID'], [{ 'x-server-timeout': '9' }, 400, undefined]])('[GE91] headers %j answer %i', async (headers, status, reason) => {
    const { answer, ...got } = await post(image(), { headers });
    expect([got.status, answer.error.details?.[0].reason]).toEqual([status, reason]);
  });

  it('[GE91] a key in the address is a 400', async () => {
    const response = await fetch(`${gemini.url}/v1beta/models?key=${gemini.key}`, { headers: { 'x-goog-api-key': gemini.key } });
    expect(response.status).toBe(400);
  });

  it('[GE91] a retired model is a 404', async () => {
    expect((await post(image(), { model: 'gemini-2.5-flash-image' })).status).toBe(404);
  });
});

describe('the studio', () => {
  const schema = (patch: object = {}) => ({ type: 'object', properties: { options: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' }, fields: { type: 'object', properties: { subject: { type: 'string' }, mood: { type: 'string' } } } } }, minItems: 2, maxItems: 2 } }, ...patch });
  const text = (responseJsonSchema: object, words = 'Write. <idea>a red boat</idea>') => ({ contents: [{ role: 'user', parts: [{ text: words }] }], generationConfig: { responseMimeType: 'application/json', responseJsonSchema } });
  const ask = (body: object, method = 'generateContent', query = '') =>
    fetch(`${gemini.url}/v1beta/models/gemini-3.8-flash:${method}${query}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-goog-api-key': gemini.key } });

  it.each([
    ['an object without properties', { type: 'object', properties: {} }, 'non-empty'],
    ['a list without items', { type: 'array' }, 'items'],
    ['an empty enum', { type: 'string', enum: [] }, 'enum'],
    ['a type that is none', { type: 'text' }, 'type'],
    ['a required property that is not there', schema({ required: ['answer'] }), 'answer'],
    ['an order of other properties', schema({ propertyOrdering: ['answer'] }), 'answer'],
    ['a keyword deep inside', schema({ anyOf: [{ type: 'string', minLength: 1 }] }), 'minLength'],
  ])('[GS30] a schema with %s is a 400 that names it', async (_name, bad, named) => {
    const response = await ask(text(bad));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(named)]);
  });

  it('[GS31] answers by the schema, in the fields that it names, with the words between the markers', async () => {
    const answer = await (await ask(text(schema()))).json();
    const { options } = JSON.parse(answer.candidates[0].content.parts[0].text);
    expect(options.map((option: { fields: object }) => Object.keys(option.fields))).toEqual([['subject', 'mood'], ['subject', 'mood']]);
    expect(options[0].fields.subject).toBe('a red boat');
  });

  it('[GS32] streams the same answer in events, the count growing, the reason to stop last', async () => {
    const whole = await (await ask(text(schema()))).json();
    const response = await ask(text(schema()), 'streamGenerateContent', '?alt=sse');
    const pieces = (await response.text()).split('\r\n\r\n').filter(Boolean).map((event) => JSON.parse(event.replace(/^data: /, '')));
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(pieces.map((piece) => piece.candidates[0].content.parts[0].text).join('')).toBe(whole.candidates[0].content.parts[0].text);
    expect(pieces.filter((piece) => piece.candidates[0].finishReason).length).toBe(1);
    expect(pieces[pieces.length - 1]).toMatchObject({ candidates: [{ finishReason: 'STOP' }], usageMetadata: whole.usageMetadata });
    expect((await ask(text(schema()), 'streamGenerateContent')).status).toBe(400);
  });
});

describe('CORS', () => {
  it('[GE92] the origin null is echoed and only three headers pass', async () => {
    const response = await fetch(`${gemini.url}/v1beta/models`, {
      method: 'OPTIONS', headers: { origin: 'null', 'access-control-request-headers': 'content-type,x-goog-api-key,user-agent' },
    });
    expect([response.status, response.headers.get('access-control-allow-origin'), response.headers.get('access-control-allow-headers')]).toEqual([
      204, 'null', 'content-type, x-goog-api-key',
    ]);
  });
});

describe('tables', () => {
  const cards = CARDS.filter((card) => card.provider === 'gemini');

  it('[GE93] the loopback and the product know the same models', () => {
    expect([cards.map((card) => card.id), TEXT_CARDS.filter((card) => card.provider === 'gemini').map((card) => card.id)]).toEqual([Object.keys(IMAGE_MODELS), TEXT_MODELS]);
  });

  it.each(cards.map((card) => [card.id, card] as const))('[GE93] the two agree on %s', (id, card) => {
    const own = IMAGE_MODELS[id];
    expect(own).toEqual({ sizes: card.sizes, ratios: card.ratios, references: card.maxReferences, tokens: card.imageTokens });
    for (const ratio of card.ratios === 'any' ? [] : card.ratios) for (const size of card.sizes) expect(answerSize(ratio, size)).toEqual(pixelSize(ratio, size));
  });
});

describe('scripts', () => {
  it('[GE94] a script goes to the first request it is for', async () => {
    gemini.next({ for: 'text', status: 503 }, { status: 402 });
    expect([(await post(image())).status, (await post(image())).status]).toEqual([402, 200]);
    expect((await post({ contents: image().contents }, { model: 'gemini-3.8-flash' })).status).toBe(503);
  });

  it('[GE94] requests in flight are counted', async () => {
    const slow = await startLoopbackGemini({ latencyMs: 400 });
    const ask = () => fetch(`${slow.url}/v1beta/models`, { headers: { 'x-goog-api-key': slow.key } }).then((response) => response.text());
    await Promise.all([ask(), ask(), ask()]);
    await slow.close();
    expect(slow.mostInFlight).toBe(3);
  });
});

describe('PNG', () => {
  it('[GE96] answers by HTTP/2 where it is given a certificate', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const secure = await startLoopbackGemini({ tls: { key, cert } });
  const session = connect(secure.url, { rejectUnauthorized: false });
  const request = session.request({ ':path': '/v1beta/models', 'x-goog-api-key': secure.key });
  const status = await new Promise((resolve, reject) => request.on('response', (headers) => resolve(headers[':status'])).on('error', reject));
  expect([session.alpnProtocol, status]).toEqual(['h2', 200]);
  session.destroy();
  await secure.close();
});

it('[GE95] what is written is read again', () => {
    const rgb = Uint8Array.from({ length: 7 * 5 * 3 }, (_, index) => (index * 37) % 256);
    expect(decodePng(encodePng({ width: 7, height: 5, rgb }))).toEqual({ width: 7, height: 5, rgb: Buffer.from(rgb) });
  });
});

// Gemini's Batch API through the real SDK, against the loopback.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../../src/core/errors.ts';
import { createGeminiProvider } from '../../../../src/ui/providers/gemini/gemini.ts';
import type { Overnight, OvernightOrder } from '../../../../src/ui/providers/provider.ts';
import { startLoopbackGemini } from '../../../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../../../support/gemini/loopback.mjs';
import { decodePng } from '../../../support/gemini/png.mjs';
import { sdk } from '../../../support/gemini/sdk.ts';
import { aContext, codeOf } from '../../../support/gemini/tasks.ts';
import { aRequest } from '../../../support/request.ts';

const MODEL = 'gemini-nano-banana-2.1';

let gemini: LoopbackGemini;
let overnight: Overnight;

beforeAll(async () => {
  gemini = await startLoopbackGemini({ pageLimit: 40 });
  const provider = createGeminiProvider({ sdk, baseUrl: gemini.url });
  if (!provider.overnight) throw new Error('Gemini works overnight');
  overnight = provider.overnight;
});
afterAll(() => gemini.close());
beforeEach(() => {
  gemini.reset();
  gemini.refuseInBatch(() => null);
  gemini.answerBatchesBy('inline');
});

const context = () => aContext(gemini.key);
const order = (patch: Partial<OvernightOrder> = {}): OvernightOrder => ({
  displayName: 'variegate/b/0', model: MODEL,
  requests: ['Lisbon', 'Porto', 'Faro'].map((place, at) => ({ key: `b/${at}`, request: aRequest({ prompt: `a photo of ${place}`, inputs: [] }) })),
  ...patch,
});
const collected = async () => {
  const name = await overnight.submit(order(), context());
  gemini.settleJobs();
  return overnight.collect({ name, model: MODEL }, context());
};

describe('an overnight job', () => {
  it('[OV10] goes out once, under its name, each row with its key, and nothing but what a picture needs', async () => {
    const name = await overnight.submit(order(), context());
    expect([name, gemini.jobs.length, gemini.requests.length]).toEqual(['batches/loop1', 1, 1]);
    expect(gemini.jobs[0]).toMatchObject({ displayName: 'variegate/b/0', model: MODEL, state: 'BATCH_STATE_PENDING' });
    expect(gemini.jobs[0]?.requests.map(({ metadata }) => metadata.key)).toEqual(['b/0', 'b/1', 'b/2']);
    expect(gemini.requests[0]?.headers['x-goog-api-key']).toBe(gemini.key);
  });

  it.each(['inline', 'file'] as const)('[OV11] gives back a picture and its usage for each key, %s', async (by) => {
    gemini.answerBatchesBy(by);
    const answers = await collected();
    expect(answers.map(({ key }) => key)).toEqual(['b/0', 'b/1', 'b/2']);
    for (const { reply } of answers) {
      if (reply instanceof VariegateError) throw reply;
      expect([decodePng(reply.bytes)?.width, reply.usage?.imageTokens, reply.model]).toEqual([1264, 1120, MODEL]);
    }
  });

  it('[OV12] a row that was refused says why and spoils no other', async () => {
    gemini.refuseInBatch((key) => (key === 'b/1' ? { code: 13, message: 'internal' } : key === 'b/2' ? { code: 3, message: 'bad ratio' } : null));
    const answers = await collected();
    expect(answers.map(({ reply }) => (reply instanceof VariegateError ? [reply.code, reply.details.name] : 'a picture'))).toEqual(['a picture', ['OVERNIGHT_FAILED', 'internal'], ['REQUEST_REFUSED', undefined]]);
  });

  it('[OV13] is listed with its state, page by page, without its answers', async () => {
    for (let at = 0; at < 90; at += 1) await overnight.submit(order({ displayName: `variegate/b/${at}` }), context());
    gemini.settleJobs('BATCH_STATE_EXPIRED', 'variegate/b/1');
    gemini.settleJobs('BATCH_STATE_FAILED', 'variegate/b/2');
    gemini.settleJobs('BATCH_STATE_SUCCEEDED', 'variegate/b/3');
    const jobs = await overnight.list(context());
    const byName = new Map(jobs.map((job) => [job.displayName, job.state]));
    expect([jobs.length, jobs[0]?.displayName, ...[0, 1, 2, 3].map((at) => byName.get(`variegate/b/${at}`))]).toEqual([90, 'variegate/b/89', 'out', 'expired', 'failed', 'ready']);
  });

  it('[OV14] can be cancelled; of one that is not there it says so', async () => {
    const name = await overnight.submit(order(), context());
    await overnight.cancel(name, context());
    expect((await overnight.list(context())).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await codeOf(overnight.collect({ name: 'batches/elsewhere', model: MODEL }, context()))).toBe('OVERNIGHT_GONE');
  });

  it('[OV15] meets the same errors as a picture', async () => {
    expect(await codeOf(overnight.submit(order({ model: 'gemini-3-pro-image' }), aContext('wrong')))).toBe('KEY_INVALID');
    gemini.next({ status: 429, error: { retryDelay: '9s' } });
    expect(await codeOf(overnight.submit(order(), context()))).toBe('RATE_LIMITED');
    gemini.next({ for: 'batch', body: '<html>' });
    expect(await codeOf(overnight.list(context()))).toBe('REPLY_MALFORMED');
  });
});

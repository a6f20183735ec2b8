// The contract of providers, kept by Gemini through the real SDK and by a gateway, each against its loopback.
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { createGatewayProvider } from '../../../src/ui/providers/gateway/gateway.ts';
import { createGeminiProvider } from '../../../src/ui/providers/gemini/gemini.ts';
import type { Provider } from '../../../src/ui/providers/provider.ts';
import { startLoopbackGateway } from '../../support/gateway/loopback.mjs';
import type { LoopbackGateway } from '../../support/gateway/loopback.mjs';
import { startLoopbackGemini } from '../../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../../support/gemini/loopback.mjs';
import { sdk } from '../../support/gemini/sdk.ts';
import { keepsTheContract } from '../../support/providerContract.ts';
import { FOUND, NO_CANARY } from '../../support/gateway/found.ts';

describe('Gemini', () => {
  let gemini: LoopbackGemini;
  let provider: Provider;
  beforeAll(async () => {
    gemini = await startLoopbackGemini();
    provider = createGeminiProvider({ sdk, baseUrl: gemini.url });
  });
  afterAll(() => gemini.close());
  beforeEach(() => gemini.reset());
  keepsTheContract({
    provider: () => provider, key: () => gemini.key, image: {}, textModel: 'gemini-3.8-flash',
    sent: () => gemini.requests.map(({ path, body }) => JSON.stringify([path, body])),
    fail: (status) => gemini.next({ status }),
    answer: (body) => gemini.next({ body }),
  });
});

describe('a gateway', () => {
  let gateway: LoopbackGateway;
  let provider: Provider;
  beforeAll(async () => {
    gateway = await startLoopbackGateway();
    const set = { url: gateway.url, model: 'any/model' };
    provider = createGatewayProvider({ set: () => ({ ...set, found: { ...FOUND, ...set } }), mayLoopback: true, canary: NO_CANARY });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.reset());
  keepsTheContract({
    provider: () => provider, key: () => gateway.key, image: { provider: 'gateway', model: 'gateway-image' }, textModel: 'gateway-text',
    sent: () => gateway.requests.map(({ path, body }) => JSON.stringify([path, body])),
    fail: (status) => gateway.next({ status, body: { error: { code: status, message: `Loopback ${status}` } } }),
    answer: (body) => gateway.next({ body }),
  });
});

// Stands in for ui/providers/index in a window without a browser: the test's own engine, or the real Gemini at a loopback.
import { createGeminiProvider } from '../../../src/ui/providers/gemini/gemini.ts';
import type { Providers } from '../../../src/ui/providers/provider.ts';
import { sdk } from '../gemini/sdk.ts';
import type { NodeWorld } from './nodeWindow.ts';

declare const nodeWorld: NodeWorld;

export function createProviders(): Providers {
  const { engine } = nodeWorld;
  const gemini = typeof engine === 'string' ? createGeminiProvider({ sdk, baseUrl: engine }) : engine;
  return { gemini, offline: { ...gemini, id: 'offline', needsKey: false, isRemote: false }, gateway: { ...gemini, id: 'gateway' } };
}

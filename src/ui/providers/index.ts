// The explicit list of providers: a new one is one folder and one line here.
import type { ProviderId } from '../../core/model.ts';
import { createLazyGemini } from './gemini/lazy.ts';
import { createOfflineProvider } from './offline/offline.ts';
import type { OfflinePixels } from './offline/offline.ts';
import type { Provider } from './provider.ts';

export interface ProviderEffects {
  readonly pixels: OfflinePixels;
  /** Origin to send to instead of Google's; loopback only. */
  readonly baseUrl?: string;
}

export function createProviders(effects: ProviderEffects): Readonly<Record<ProviderId, Provider>> {
  return {
    gemini: createLazyGemini(effects.baseUrl === undefined ? {} : { baseUrl: effects.baseUrl }),
    offline: createOfflineProvider(effects.pixels),
  };
}

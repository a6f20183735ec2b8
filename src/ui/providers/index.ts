// The explicit list of providers. Three are made by hand; a new one is one file and one line in MORE.
import { addEngine } from '../../core/engines.ts';
import { addModels } from '../../core/model.ts';
import { createCanary } from './gateway/canary.ts';
import type { GatewaySet } from './gateway/gateway.ts';
import { createLazyGateway } from './gateway/lazy.ts';
import { createLazyGemini } from './gemini/lazy.ts';
import { createOfflineProvider } from './offline/offline.ts';
import type { OfflinePixels } from './offline/offline.ts';
import type { PixelService } from '../images/pixelService.ts';
import type { ProviderEntry } from './entry.ts';
import { placeholders } from './placeholders.ts';
import type { Provider, Providers } from './provider.ts';

/** Order is the order in Settings. */
const MORE: readonly ProviderEntry[] = [placeholders];

export interface ProviderEffects {
  readonly pixels: OfflinePixels & Pick<PixelService, 'palette'>;
  /** Origin to send to instead of Google's; loopback only. */
  readonly baseUrl?: string;
  /** The gateway as it is set now. */
  readonly gateway: () => GatewaySet;
}

export function createProviders(effects: ProviderEffects): Providers {
  const offline: Provider = createOfflineProvider(effects.pixels);
  for (const { facts, imageModels, textModels } of MORE) {
    addEngine(facts);
    addModels(imageModels, textModels);
  }
  return {
    ...Object.fromEntries(MORE.map(({ facts, create }) => [facts.id, create({ offline })])),
    gemini: createLazyGemini(effects.baseUrl === undefined ? {} : { baseUrl: effects.baseUrl }),
    offline,
    gateway: createLazyGateway({ set: effects.gateway, mayLoopback: effects.baseUrl !== undefined, canary: createCanary(effects.pixels) }),
  };
}

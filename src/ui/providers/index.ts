// The explicit list of providers: a new one is one folder and one line here.
import type { ProviderId } from '../../core/model.ts';
import { createCanary } from './gateway/canary.ts';
import type { GatewaySet } from './gateway/gateway.ts';
import { createLazyGateway } from './gateway/lazy.ts';
import { createLazyGemini } from './gemini/lazy.ts';
import { createOfflineProvider } from './offline/offline.ts';
import type { OfflinePixels } from './offline/offline.ts';
import type { PixelService } from '../images/pixelService.ts';
import type { Provider } from './provider.ts';

export interface ProviderEffects {
  readonly pixels: OfflinePixels & Pick<PixelService, 'palette'>;
  /** Origin to send to instead of Google's; loopback only. */
  readonly baseUrl?: string;
  /** The gateway as it is set now. */
  readonly gateway: () => GatewaySet;
}

export function createProviders(effects: ProviderEffects): Readonly<Record<ProviderId, Provider>> {
  return {
    gemini: createLazyGemini(effects.baseUrl === undefined ? {} : { baseUrl: effects.baseUrl }),
    offline: createOfflineProvider(effects.pixels),
    gateway: createLazyGateway({ set: effects.gateway, mayLoopback: effects.baseUrl !== undefined, canary: createCanary(effects.pixels) }),
  };
}

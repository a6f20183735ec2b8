// What runs do to the world, as one value that tests replace: the document, the services, the network's
// state, pixels, clock, dice and counter.
import { VariegateError } from '../../core/errors.ts';
import type { ProviderId } from '../../core/engines.ts';
import type { PluginClient } from '../client.ts';
import type { PixelService } from '../images/pixelService.ts';
import type { Provider, Providers } from '../providers/provider.ts';

export type Pixels = Pick<PixelService, 'prepare' | 'finish' | 'thumbnail' | 'historyThumbnail' | 'sizeOf' | 'palette' | 'jpegCopy' | 'layOnKey' | 'removeKey' | 'layOver' | 'legible' | 'protect'>;

export interface Effects {
  readonly client: PluginClient;
  readonly providers: Providers;
  readonly pixels: Pixels;
  nowMs(): number;
  /** 0 to 1. */
  random(): number;
  isOnline(): boolean;
  /** Resolves when the network is back; rejects on abort. */
  whenOnline(signal: AbortSignal): Promise<void>;
  /** Rejects with the signal's reason on abort. */
  delay(delayMs: number, signal: AbortSignal): Promise<void>;
  /** A new id with a prefix: unique in this session and unlikely to meet those of others. */
  nextId(prefix: string): string;
}

/** Throws MODEL_RETIRED for an engine that is gone, as in a record of another build. */
export function providerOf({ providers }: Pick<Effects, 'providers'>, id: ProviderId): Provider {
  const provider = providers[id];
  if (!provider) throw new VariegateError('MODEL_RETIRED', { name: id });
  return provider;
}

// What runs do to the world, as one value that tests replace: the document, the services, pixels, clock and counter.
import type { ProviderId } from '../../core/model.ts';
import type { PluginClient } from '../client.ts';
import type { PixelService } from '../images/pixelService.ts';
import type { Provider } from '../providers/provider.ts';

export type Pixels = Pick<PixelService, 'prepare' | 'finish' | 'thumbnail'>;

export interface Effects {
  readonly client: PluginClient;
  readonly providers: Readonly<Record<ProviderId, Provider>>;
  readonly pixels: Pixels;
  nowMs(): number;
  /** Rejects with the signal's reason on abort. */
  delay(delayMs: number, signal: AbortSignal): Promise<void>;
  /** A new id with a prefix: unique in this session and unlikely to meet those of others. */
  nextId(prefix: string): string;
}

/** The day of a time as ISO date, in the designer's own time zone: "today" in limits is their day. */
export function dayOf(nowMs: number): string {
  const date = new Date(nowMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}


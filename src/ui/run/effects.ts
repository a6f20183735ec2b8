// What runs do to the world, as one value that tests replace: the document, the services, pixels, clock and counter.
import type { CanvasBox, ImageBox, ImageSize, Size } from '../../core/geometry.ts';
import type { ProviderId } from '../../core/model.ts';
import type { ByteChange } from '../../core/provenance.ts';
import type { PluginClient } from '../client.ts';
import type { Provider } from '../providers/provider.ts';

/** One exported layer, and where it lies on the canvas. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly box: CanvasBox;
}

/** A picture ready to be sent: composed, flattened on white, padded. */
export interface Prepared {
  readonly bytes: Uint8Array;
  readonly size: ImageSize;
  readonly content: ImageBox;
}

/** How an answer comes back to its source's box. */
export interface Crop {
  /** Where the source lay in the padded picture; null for runs from words, which crop to cover `target`. */
  readonly content: ImageBox | null;
  readonly padded: ImageSize;
  readonly target: Size<string>;
}

/** A picture fit for Figma, and what was done to it. */
export interface Finished {
  readonly bytes: Uint8Array;
  readonly size: ImageSize;
  readonly answeredSize: ImageSize;
  readonly hasC2pa: boolean;
  readonly changes: readonly ByteChange[];
}

export interface Pixels {
  prepare(pieces: readonly Piece[], target: ImageSize, signal: AbortSignal): Promise<Prepared>;
  finish(bytes: Uint8Array, crop: Crop, signal: AbortSignal): Promise<Finished>;
  /** URL of a small copy; the caller revokes it when it is a blob: URL. */
  thumbnail(bytes: Uint8Array, longEdge: number, signal: AbortSignal): Promise<string>;
}

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


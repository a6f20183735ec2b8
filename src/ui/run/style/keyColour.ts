// A drawing on nothing, made fit for a service that knows no transparency, and back.
import type { Key } from '../../../core/pixels/key.ts';
import type { Effects } from '../effects.ts';

export interface KeyedDrawing {
  readonly bytes: Uint8Array;
  /** The drawing as it was exported, transparent. */
  readonly sent: Uint8Array;
  readonly key: Key;
  /** What the prompt says of it. */
  readonly says: string;
}

export async function keyed(effects: Effects, bytes: Uint8Array, signal: AbortSignal): Promise<KeyedDrawing> {
  const { bytes: onKey, key } = await effects.pixels.layOnKey(bytes, signal);
  const says = `Image 1 is a drawing on a ground of ${key.name} (${key.hex}). Render the same drawing in another look. The ground stays one even ${key.name}, ${key.hex}, right up to the drawing: no shadow, texture or gradient on it, and nothing of that colour in the drawing.`;
  return { bytes: onKey, sent: bytes, key, says };
}

/** From here on the picture is paid for: nothing cancels it. */
export function unkeyed(effects: Effects, answer: Uint8Array, { sent, key }: KeyedDrawing): Promise<Uint8Array> {
  return effects.pixels.removeKey(answer, sent, key, new AbortController().signal);
}

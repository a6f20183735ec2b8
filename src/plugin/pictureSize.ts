// Reads the size out of the header of the three kinds of picture that Figma takes. It decodes nothing.
import type { ImageSize } from '../core/geometry.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GIF = [0x47, 0x49, 0x46, 0x38];
const JPEG = [0xff, 0xd8, 0xff];
// Start of frame, any coding; C4, C8 and CC are tables.
const NO_FRAME = [0xc4, 0xc8, 0xcc];

/** Null for anything else, and when the header is cut off. */
export function pictureSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG)) return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  if (startsWith(bytes, GIF)) return bytes.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return startsWith(bytes, JPEG) ? jpegSize(view) : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += skip(view, at, marker);
  }
  return null;
}

function skip(view: DataView, at: number, marker: number): number {
  if (marker === 0xff) return 1;
  const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
  return standsAlone ? 2 : 2 + view.getUint16(at + 2);
}

// TEMPORARY by the lead until the pixels helper writes this file: overwrite it.
export interface ImageHeader { readonly kind: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'heic'; readonly width: number; readonly height: number }
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  return bytes.length > 24 && bytes[0] === 0x89 ? { kind: 'png', width: 1, height: 1 } : null;
}

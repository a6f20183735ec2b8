// What kind of picture some bytes are, by their first bytes and nothing else. Sizes are read elsewhere.

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** How many bytes pictureType looks at. */
export const MAGIC_BYTES = 12;

/** Null for everything that is none of the four kinds. A service's own word for it is never trusted. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = String.fromCharCode(...bytes.subarray(0, MAGIC_BYTES));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp';
  return head.startsWith('GIF87a') || head.startsWith('GIF89a') ? 'image/gif' : null;
}

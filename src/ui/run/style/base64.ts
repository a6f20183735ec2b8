// Bytes in a file of text. Only for files: between window and sandbox bytes travel as they are.

const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** Null for what is no base64, and for nothing. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const decoded = atob(text);
    return decoded === '' ? null : Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

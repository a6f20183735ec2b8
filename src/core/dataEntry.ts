// Entries of plugin data, counted before they are written: Figma drops what is too long and shows the designer an error.

/** Under Figma's 100 kB an entry, with room for plugin id and key. */
export const ENTRY_BYTES = 90_000;

export function fitsEntry(text: string): boolean {
  return utf8Bytes(text) < ENTRY_BYTES;
}

/** Length of the text as UTF-8; the sandbox has no TextEncoder. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    // Two surrogates make one character of 4 bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}

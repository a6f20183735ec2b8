// The pixel script as text. A build may deliver it packed, which makes the page's file a good deal smaller.
import { inflate } from './deflate.ts';

/** Marks a packed script; what follows is base64 of the script's UTF-8, deflated without a header (RFC 1951). */
const PACKED = 'deflate-raw;base64,';

/** The script itself, unpacked where the build packed it. */
export async function scriptText(source: string): Promise<string> {
  if (!source.startsWith(PACKED)) return source;
  return inflate(Uint8Array.from(atob(source.slice(PACKED.length)), (letter) => letter.charCodeAt(0)));
}

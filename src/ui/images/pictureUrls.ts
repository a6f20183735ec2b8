// URLs that the page can show small pictures by: blob: where the browser shows those, which keeps them out of the window's
// own memory, else data:. Some builds refuse blob: pictures in a frame without an origin, so it is found out by trying.
import { dataUrl } from './dataUrl.ts';

export interface PictureUrls {
  /** A blob: URL is the caller's to revoke. */
  urlOf(bytes: Uint8Array, type: string): Promise<string>;
}

const PROBE_LIMIT_MS = 2000;

export function createPictureUrls(): PictureUrls {
  let showsBlobs: Promise<boolean> | null = null;
  return {
    async urlOf(bytes, type) {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
      showsBlobs ??= shows(url);
      if (await showsBlobs) return url;
      URL.revokeObjectURL(url);
      return dataUrl(bytes, type);
    },
  };
}

/** True when the page can draw the picture behind the URL. */
function shows(url: string): Promise<boolean> {
  const image = new Image();
  const limit = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PROBE_LIMIT_MS));
  image.src = url;
  return Promise.race([limit, image.decode().then(() => true, () => false)]);
}

// What pixelPage.ts puts on the page.
import type { readImageHeader as readHeader } from '../../../src/core/imageHeader.ts';
import type { planLooks as plan } from '../../../src/core/pixels/planLooks.ts';
import type { decodeImage as decode } from '../../../src/ui/images/decode.ts';
import type { encodeJpeg as jpeg, encodePng as png } from '../../../src/ui/images/encode.ts';
import type { createPixelService as create } from '../../../src/ui/images/pixelService.ts';

declare global {
  const createPixelService: typeof create;
  const decodeImage: typeof decode;
  const encodeJpeg: typeof jpeg;
  const encodePng: typeof png;
  const readImageHeader: typeof readHeader;
  const planLooks: typeof plan;
}

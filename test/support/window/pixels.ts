// Stands in for the browser's codecs in a window without a browser: pictures pass as they are.
import { readImageHeader } from '../../../src/core/imageHeader.ts';
import type { PixelService } from '../../../src/ui/images/pixelService.ts';

export function createPixelService(): Pick<PixelService, 'prepare' | 'finish' | 'thumbnail' | 'historyThumbnail' | 'palette' | 'sizeOf'> {
  return {
    prepare: (pieces, target) =>
      Promise.resolve({ bytes: pieces[0]?.bytes ?? new Uint8Array(1), size: target, content: { x: 0, y: 0, ...target } }),
    finish(bytes) {
      const header = readImageHeader(bytes);
      const size = { width: header?.width ?? 1, height: header?.height ?? 1 };
      return Promise.resolve({ bytes, file: new Blob([new Uint8Array(bytes)]), size, answeredSize: size, hasC2pa: false, changes: [] });
    },
    thumbnail: () => Promise.resolve('data:,'),
    historyThumbnail: () => Promise.resolve(new Uint8Array([255, 216])),
    palette: () => Promise.resolve([{ rgb: [128, 64, 32], share: 1, name: 'brown' }]),
    sizeOf: (bytes) => Promise.resolve(readImageHeader(bytes)),
  };
}

// The picture that shows whether a gateway looks at what it is sent, drawn anew for each test.
import { toHex } from '../../../core/colour.ts';
import { createSurface, toBytes } from '../../images/surface.ts';
import type { PixelService } from '../../images/pixelService.ts';
import type { Canary } from './probe.ts';

const SIDE = 256;

export function createCanary(pixels: Pick<PixelService, 'palette'>): Canary {
  return {
    draw(number, colour) {
      const surface = createSurface({ width: SIDE, height: SIDE });
      const { context } = surface;
      context.fillStyle = toHex(colour);
      context.fillRect(0, 0, SIDE, SIDE);
      context.fillStyle = '#ffffff';
      context.font = 'bold 96px sans-serif';
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(number, SIDE / 2, SIDE / 2);
      return toBytes(surface, 'image/png');
    },
    async mainColour(bytes) {
      const swatches = await pixels.palette([bytes], new AbortController().signal).catch(() => []);
      return swatches[0]?.rgb ?? null;
    },
    random: () => Math.random(),
  };
}

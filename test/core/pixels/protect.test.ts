// "Protect the rest": what an edit did not mean to touch comes back to the byte; what it changed stays, with a soft edge.
import { describe, expect, it } from 'vitest';
import { createPlane } from '../../../src/core/pixels/plane.ts';
import { protectRest } from '../../../src/core/pixels/protect.ts';
import { runToEnd } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';
import { drawn, photo, pixelAt } from './pictures.ts';

const SOURCE = photo(512, 340);

/** The source as a model gives it back: noise all over, and another disc. */
function edited(source: Raster, x: number, y: number, radius: number): Raster {
  return drawn(source.width, source.height, (px, py) => {
    const noise = ((px * 31 + py * 17) % 5) - 2;
    const [r = 0, g = 0, b = 0] = pixelAt(source, px, py);
    return Math.hypot(px - x, py - y) < radius ? [40, 180, 90] : [r + noise, g + noise, b + noise];
  });
}

const protect = (result: Raster) => runToEnd(protectRest(SOURCE, result, null));

/** Pixels that differ from the source at least `far` px from the middle of the edit. */
function differing(picture: Raster, x: number, y: number, far: number): number {
  let count = 0;
  for (let py = 0; py < picture.height; py += 1) {
    for (let px = 0; px < picture.width; px += 1) {
      if (Math.hypot(px - x, py - y) < far) continue;
      const at = (py * picture.width + px) * 4;
      if ([0, 1, 2].some((channel) => picture.data[at + channel] !== SOURCE.data[at + channel])) count += 1;
    }
  }
  return count;
}

describe('protecting the rest', () => {
  it('[PZ1] gives back the source to the byte wherever nothing was meant', () => {
    const { picture } = protect(edited(SOURCE, 150, 200, 50));
    expect(differing(picture, 150, 200, 50 + 30)).toBe(0);
  });

  it('[PZ2] keeps what was changed, and tells how much that is', () => {
    const { picture, changed } = protect(edited(SOURCE, 150, 200, 50));
    expect(pixelAt(picture, 150, 200)).toEqual([40, 180, 90, 255]);
    const disc = (Math.PI * 50 * 50) / (512 * 340);
    expect(changed).toBeGreaterThan(disc * 0.9);
    expect(changed).toBeLessThan(disc * 2);
  });

  it('[PZ3] of noise alone is nothing changed at all', () => {
    const { picture, changed } = protect(edited(SOURCE, -500, -500, 10));
    expect([changed, differing(picture, -500, -500, 0)]).toEqual([0, 0]);
  });

  it('[PZ4] never shows the result outside of the limit', () => {
    const limit = createPlane(512, 340);
    for (let y = 0; y < 340; y += 1) for (let x = 0; x < 150; x += 1) limit.data[y * 512 + x] = 1;
    const { picture } = runToEnd(protectRest(SOURCE, edited(SOURCE, 150, 200, 50), limit));
    expect(pixelAt(picture, 170, 200)).toEqual(pixelAt(SOURCE, 170, 200));
    expect(pixelAt(picture, 130, 200)).toEqual([40, 180, 90, 255]);
  });

  it('[PZ5] refuses pictures of different sizes', () => {
    expect(() => protect(photo(10, 10))).toThrow(RangeError);
  });
});

// Transparency by a key colour: chosen away from the drawing, taken out with clean edges, and known to be missing.
import { describe, expect, it } from 'vitest';
import { fromHex, toLab } from '../../../src/core/colour.ts';
import type { Rgb } from '../../../src/core/colour.ts';
import { flatten } from '../../../src/core/pixels/flatten.ts';
import { KEYS, chooseKey, hasKey, underAlpha, withoutKey } from '../../../src/core/pixels/key.ts';
import { runToEnd } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';
import { drawn, pixelAt } from './pictures.ts';

/** A disc of one colour with a soft edge, on nothing. */
function disc(rgb: Rgb, size = 120): Raster {
  return drawn(size, size, (x, y) => {
    const gap = Math.hypot(x - size / 2, y - size / 2) - size * 0.3;
    return [...rgb, Math.round(255 * Math.min(1, Math.max(0, 1 - gap / 3)))];
  });
}

const COLOURS: readonly Rgb[] = [[0, 200, 80], [240, 20, 190], [20, 60, 230], [250, 230, 40], [20, 20, 20], [250, 250, 250]];

describe('the key', () => {
  it('[KY1] is never near a colour of the drawing', () => {
    for (const rgb of COLOURS) {
      const key = toLab(fromHex(chooseKey(disc(rgb)).hex));
      const own = toLab(rgb);
      expect(Math.hypot(key[0] - own[0], key[1] - own[1], key[2] - own[2])).toBeGreaterThan(0.25);
    }
  });

  it('[KY2] comes out again: the ground clear, the drawing solid in its own colour', () => {
    for (const rgb of COLOURS) {
      const source = disc(rgb);
      const cut = runToEnd(withoutKey(flatten(source, fromHex(chooseKey(source).hex))));
      expect(pixelAt(cut, 2, 2)[3]).toBe(0);
      const [red = 0, green = 0, blue = 0, alpha] = pixelAt(cut, 60, 60);
      expect(alpha).toBe(255);
      expect(Math.max(Math.abs(red - rgb[0]), Math.abs(green - rgb[1]), Math.abs(blue - rgb[2]))).toBeLessThanOrEqual(2);
    }
  });

  it('[KY3] leaves no rim: on any other ground, edges keep the drawing’s own colour', () => {
    const source = disc([200, 60, 40]);
    const key = fromHex(chooseKey(source).hex);
    const cut = runToEnd(withoutKey(flatten(source, key)));
    const onWhite = flatten(cut, [255, 255, 255]);
    const ideal = flatten(source, [255, 255, 255]);
    let worst = 0;
    for (let index = 0; index < ideal.data.length; index += 1) worst = Math.max(worst, Math.abs((ideal.data[index] ?? 0) - (onWhite.data[index] ?? 0)));
    expect(worst).toBeLessThan(40);
    // No pixel leans to the key more than the ideal does.
    const greenest = (raster: Raster) => Math.max(...Array.from({ length: 120 * 120 }, (_, i) => (raster.data[i * 4 + 1] ?? 0) - Math.max(raster.data[i * 4] ?? 0, raster.data[i * 4 + 2] ?? 0)));
    expect(greenest(onWhite)).toBeLessThanOrEqual(greenest(ideal) + 8);
  });

  it('[KY4] that is a little off is still the key; another ground is not', () => {
    const key = fromHex(KEYS[0].hex);
    expect(hasKey(flatten(disc([10, 10, 10]), [20, 200, 60]), key)).toBe(true);
    expect(hasKey(flatten(disc([10, 10, 10]), [240, 235, 220]), key)).toBe(false);
  });

  it('[KY5] that is lost gives the picture the alpha of what was sent', () => {
    const sent = disc([10, 10, 10]);
    const cut = runToEnd(underAlpha(flatten(disc([200, 0, 0]), [240, 235, 220]), sent));
    expect([pixelAt(cut, 2, 2)[3], pixelAt(cut, 60, 60)]).toEqual([0, [200, 0, 0, 255]]);
    expect(() => runToEnd(underAlpha(cut, disc([0, 0, 0], 60)))).toThrow(RangeError);
  });
});

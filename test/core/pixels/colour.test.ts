// Colour spaces, names and palettes.
import { describe, expect, it } from 'vitest';
import { contrast, fromHex, fromLch, hueOf, mixColours, toHex, toLab, toRgb } from '../../../src/core/colour.ts';
import { colourName } from '../../../src/core/pixels/colourName.ts';
import { labOf, rasterOf } from '../../../src/core/pixels/lab.ts';
import { palette } from '../../../src/core/pixels/palette.ts';
import { runToEnd } from '../../../src/core/pixels/raster.ts';
import { difference, drawn, photo } from './pictures.ts';

describe('colour spaces', () => {
  it.each(['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#7f3a91', '#f5c6c2'])('[PX15] %s survives OKLab and back', (hex) => {
    expect(toHex(toRgb(toLab(fromHex(hex))))).toBe(hex);
  });

  it('[PX16] knows the published OKLab values', () => {
    const [lightness, a, b] = toLab([255, 0, 0]);
    expect(lightness).toBeCloseTo(0.628, 3);
    expect(a).toBeCloseTo(0.2249, 3);
    expect(b).toBeCloseTo(0.1258, 3);
  });

  it('[PX17] brings colours that sRGB lacks into it by giving up chroma, not hue', () => {
    const rgb = fromLch(0.7, 0.4, 150);
    expect(rgb.every((channel) => channel >= 0 && channel <= 255)).toBe(true);
    expect(Math.abs(hueOf(toLab(rgb)) - 150)).toBeLessThan(2);
  });

  it('[PX18] measures contrast as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  it('[PX19] mixes evenly and refuses what is no colour', () => {
    expect(toHex(mixColours([0, 0, 0], [0, 0, 0], 0.5))).toBe('#000000');
    expect(() => fromHex('red')).toThrow(RangeError);
  });

  it('[PX20] turns whole pictures to OKLab and back within a step', () => {
    const source = photo(40, 30);
    expect(difference(runToEnd(rasterOf(runToEnd(labOf(source)))), source)).toBeLessThan(0.3);
  });
});

describe('names and palettes', () => {
  it.each([['#ffffff', 'white'], ['#000000', 'black'], ['#d02020', /red/], ['#1f8a9c', /teal|sky/], ['#7a3328', /brown/], ['#ffd23f', /yellow|amber/], ['#808080', 'grey']])(
    '[PX21] %s has a plain name',
    (hex, name) => {
      expect(colourName(fromHex(hex))).toMatch(name);
    },
  );

  it('[PX22] finds the colours of a picture with their shares, largest first', () => {
    const flag = drawn(90, 30, (x) => (x < 45 ? [200, 20, 30] : x < 75 ? [250, 250, 250] : [20, 40, 160]));
    const swatches = palette(flag, 3);
    expect(swatches.map(({ rgb }) => toHex(rgb))).toEqual(['#c8141e', '#fafafa', '#1428a0']);
    expect(swatches[0]?.share).toBeCloseTo(0.5, 1);
    expect(swatches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('[PX23] keeps a small vivid accent and pale panels', () => {
    const page = drawn(200, 100, (x, y) => (x < 6 && y < 6 ? [255, 90, 40] : x > 150 ? [228, 225, 255] : [255, 255, 255]));
    expect(palette(page, 3).map(({ name }) => name).join()).toMatch(/red|orange/);
    expect(palette(page, 3)).toHaveLength(3);
  });

  it('[PX24] gives the same palette for the same picture, and white for a clear one', () => {
    expect(palette(photo(64, 64), 5)).toEqual(palette(photo(64, 64), 5));
    expect(palette(drawn(4, 4, () => [0, 0, 0, 0]), 3)).toMatchObject([{ rgb: [255, 255, 255], share: 1 }]);
  });
});

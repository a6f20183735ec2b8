// What is measured of a picture, on pictures of which it is known: fields, ramps, stripes, mirrored shapes, noise.
import { describe, expect, it } from 'vitest';
import { measurePicture } from '../../../src/core/pixels/measure/measure.ts';
import { createRaster } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];

function picture(width: number, height: number, paint: Paint): Raster {
  const raster = createRaster(width, height);
  for (let i = 0; i < width * height; i += 1) raster.data.set([...paint(i % width, Math.floor(i / width)), 255], i * 4);
  return raster;
}

const WHITE = [255, 255, 255] as const;
const inBox = (x: number, y: number, left: number, top: number, size: number) => x >= left && x < left + size && y >= top && y < top + size;

describe('tones and colours', () => {
  it('[MS1] an even field is one colour without contrast, light side, direction or mass', () => {
    const field = measurePicture(picture(80, 60, () => [20, 120, 130]));
    expect(field.colours).toEqual([{ name: 'teal', share: expect.closeTo(1, 6) }]);
    expect(field).toMatchObject({ contrast: 0, light: 'even', direction: 'none', symmetry: 1, edges: 0, flatness: 1, masses: [] });
  });

  it('[MS2] shares of colours are those of their areas, the largest first', () => {
    const { colours } = measurePicture(picture(100, 100, (x) => (x < 70 ? WHITE : x < 90 ? [200, 40, 30] : [20, 30, 90])));
    expect(colours.map(({ share }) => Math.round(share * 10))).toEqual([7, 2, 1]);
    expect(colours[0]?.name).toBe('white');
  });

  it.each([['left', (x: number) => 255 - 2 * x], ['right', (x: number) => 2 * x], ['top', (_x: number, y: number) => 255 - 2 * y], ['bottom', (_x: number, y: number) => 2 * y]] as const)(
    '[MS3] a ramp is brightest at the %s', (side, level) => {
      expect(measurePicture(picture(120, 120, (x, y) => [level(x, y), level(x, y), level(x, y)])).light).toBe(side);
    });

  it('[MS4] lightness and contrast go from black to white; warm and cool are told apart, grey is neither', () => {
    const half = (one: Paint) => measurePicture(picture(60, 60, one));
    expect(half(() => [0, 0, 0]).lightness).toBeCloseTo(0, 2);
    expect(half(() => WHITE).lightness).toBeCloseTo(1, 2);
    expect(half((x) => (x < 30 ? [0, 0, 0] : WHITE)).contrast).toBeGreaterThan(0.95);
    expect(half(() => [220, 120, 40]).warmth).toBeGreaterThan(0.5);
    expect(half(() => [40, 90, 200]).warmth).toBeLessThan(-0.5);
    expect(half(() => [128, 128, 128]).warmth).toBe(0);
  });
});

describe('form', () => {
  it.each([['horizontal', (_x: number, y: number) => y], ['vertical', (x: number) => x], ['diagonal', (x: number, y: number) => x + y]] as const)('[MS5] stripes run %s', (direction, along) => {
    expect(measurePicture(picture(96, 96, (x, y) => (along(x, y) % 16 < 8 ? [30, 30, 30] : WHITE))).direction).toBe(direction);
  });

  it('[MS6] a mirrored picture is symmetrical, a lopsided one is not', () => {
    const mirrored = measurePicture(picture(100, 100, (x, y) => (inBox(x, y, 20, 40, 20) || inBox(x, y, 60, 40, 20) ? [0, 0, 0] : WHITE)));
    const lopsided = measurePicture(picture(100, 100, (x, y) => (inBox(x, y, 10, 40, 30) ? [0, 0, 0] : WHITE)));
    expect(mirrored.symmetry).toBeGreaterThan(0.95);
    expect(lopsided.symmetry).toBeLessThan(0.5);
  });

  it('[MS7] masses are the regions that differ from the ground, with box, colour and share', () => {
    const { masses } = measurePicture(picture(100, 100, (x, y) => (inBox(x, y, 10, 10, 40) ? [200, 30, 30] : inBox(x, y, 70, 60, 20) ? [20, 40, 160] : WHITE)));
    expect(masses.map(({ box }) => box)).toEqual([{ top: 100, left: 100, bottom: 500, right: 500 }, { top: 600, left: 700, bottom: 800, right: 900 }]);
    expect(masses.map(({ colour, share }) => [colour, share])).toEqual([['vivid red', 0.16], ['deep blue', 0.04]]);
  });

  it('[MS8] where nothing is ground, each colour has its own regions', () => {
    const { masses } = measurePicture(picture(100, 100, (x, y) => (Math.min(x, y, 99 - x, 99 - y) < 3 ? WHITE : x < 50 ? [30, 90, 60] : [180, 140, 80])));
    expect(masses.length).toBeGreaterThanOrEqual(2);
  });

  it('[MS9] noise is busy and not flat; detail is where it is', () => {
    const noise = measurePicture(picture(90, 90, (x, y) => { const level = (x * 7919 + y * 104729 + x * y * 31) % 256; return [level, level, level]; }));
    expect(noise.edges).toBeGreaterThan(0.5);
    expect(noise.flatness).toBeLessThan(0.1);
    const corner = measurePicture(picture(90, 90, (x, y) => (inBox(x, y, 4, 66, 18) && (x + y) % 4 < 2 ? [0, 0, 0] : WHITE)));
    expect(corner.focus).toEqual({ down: 'lower', across: 'left' });
  });

  it('[MS10] pictures of one pixel and of one line are measured all the same', () => {
    for (const [width, height] of [[1, 1], [256, 1], [1, 256], [2, 2]] as const) {
      const measures = measurePicture(picture(width, height, () => [10, 200, 90]));
      expect(Object.values(measures).flat().filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
    }
  });
});

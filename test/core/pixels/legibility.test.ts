// Text on pictures: the worst pixels count, specks do not, and a scrim is no stronger than it must be.
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/core/colour.ts';
import type { Rgb } from '../../../src/core/colour.ts';
import { legibility } from '../../../src/core/pixels/legibility.ts';
import { drawn } from './pictures.ts';

const WHITE: Rgb = [255, 255, 255];
const flat = (rgb: Rgb) => drawn(100, 50, () => rgb);
const area = (rgb: Rgb, least = 4.5) => ({ box: { x: 10, y: 10, width: 80, height: 20 }, rgb, least });

describe('text on a picture', () => {
  it('[LB1] reaches the contrast of its colour on a flat ground', () => {
    const ground: Rgb = [80, 60, 120];
    expect(legibility(flat(ground), [area(WHITE)]).contrast).toBeCloseTo(contrast(WHITE, ground), 5);
  });

  it('[LB2] is as readable as on the worst twentieth of its pixels; single specks do not count', () => {
    const half = drawn(100, 50, (x) => (x < 50 ? [10, 10, 10] : [230, 230, 230]));
    expect(legibility(half, [area(WHITE)]).contrast).toBeLessThan(1.4);
    const specks = drawn(100, 50, (x, y) => ((x * 7 + y * 13) % 50 === 0 ? [250, 250, 250] : [10, 10, 10]));
    expect(legibility(specks, [area(WHITE)]).isEnough).toBe(true);
  });

  it('[LB3] gets the lightest scrim that helps, dark under light text and light under dark', () => {
    const pale = flat([180, 200, 190]);
    const { scrim } = legibility(pale, [area(WHITE)]);
    expect(scrim?.is).toBe('dark');
    const under = [180, 200, 190].map((channel) => channel * (1 - (scrim?.opacity ?? 0))) as unknown as Rgb;
    expect(contrast(WHITE, under)).toBeGreaterThanOrEqual(4.5);
    expect(legibility(flat([60, 60, 60]), [area([0, 0, 0])]).scrim?.is).toBe('light');
  });

  it('[LB4] of both colours on one ground can need a scrim that there is none of', () => {
    expect(legibility(flat([128, 128, 128]), [area(WHITE), area([0, 0, 0])]).scrim).toBeNull();
  });

  it('[LB5] without a text is always readable', () => {
    expect(legibility(flat([0, 0, 0]), [])).toEqual({ contrast: 21, isEnough: true, scrim: null });
  });
});

// Colours of a frame carried to a palette: order and contrast stay, hues go where the palette has some.
import { describe, expect, it } from 'vitest';
import { chromaOf, contrast, fromHex, hueOf, toHex, toLab } from '../../../src/core/colour.ts';
import type { Rgb } from '../../../src/core/colour.ts';
import { planRemap, readable } from '../../../src/core/style/remap.ts';
import type { UsedColour } from '../../../src/core/style/remap.ts';

const used = (...hexes: string[]): UsedColour[] => hexes.map((hex, index) => ({ rgb: fromHex(hex), weight: 100 - index }));
const swatches = (...hexes: string[]) => hexes.map((hex) => ({ hex }));
const WARM = swatches('#2b1a12', '#f6ead2', '#c8452f', '#3f6f63');
const PAGE = used('#ffffff', '#111827', '#6b7280', '#2563eb', '#93c5fd', '#f59e0b', '#10b981');
const lightness = (rgb: Rgb) => toLab(rgb)[0];
/** Degrees from one hue to another, 0 to 180. */
const apart = (a: number, b: number) => Math.abs(((b - a + 540) % 360) - 180);

describe('the palette', () => {
  it('[RM1] greys run from its darkest to its lightest colour, in the order they had', () => {
    const remap = planRemap(PAGE, WARM, 1);
    const greys = ['#000000', '#333333', '#6b7280', '#aaaaaa', '#e5e7eb', '#ffffff'].map((hex) => lightness(remap(fromHex(hex))));
    expect(greys).toEqual([...greys].sort((a, b) => a - b));
    expect(contrast(remap(fromHex('#ffffff')), fromHex('#f6ead2'))).toBeLessThan(1.15);
    expect(contrast(remap(fromHex('#000000')), fromHex('#2b1a12'))).toBeLessThan(1.3);
  });

  it('[RM2] a colour takes a hue of the palette; light and dark of one hue go together', () => {
    const remap = planRemap(PAGE, WARM, 1);
    const hues = WARM.map(({ hex }) => toLab(fromHex(hex))).filter((lab) => chromaOf(lab) > 0.035).map(hueOf);
    const blue = hueOf(toLab(remap(fromHex('#2563eb'))));
    expect(Math.min(...hues.map((hue) => apart(hue, blue)))).toBeLessThan(15);
    expect(apart(blue, hueOf(toLab(remap(fromHex('#93c5fd')))))).toBeLessThan(25);
  });

  it('[RM3] two hues stay two where the palette has two', () => {
    const remap = planRemap(used('#2563eb', '#f59e0b'), swatches('#c8452f', '#3f6f63'), 1);
    expect(apart(hueOf(toLab(remap(fromHex('#2563eb')))), hueOf(toLab(remap(fromHex('#f59e0b')))))).toBeGreaterThan(60);
  });

  it('[RM4] without a hue makes greys of colours', () => {
    const remap = planRemap(PAGE, swatches('#111111', '#eeeeee'), 1);
    expect(Math.max(...PAGE.map(({ rgb }) => chromaOf(toLab(remap(rgb)))))).toBeLessThan(0.03);
  });

  it('[RM5] of pastels still has ink and paper', () => {
    const remap = planRemap(PAGE, swatches('#f3c6d0', '#c6e2f3'), 1);
    expect(contrast(remap(fromHex('#000000')), remap(fromHex('#ffffff')))).toBeGreaterThan(10);
  });

  it('[RM6] an amount of 0, or no palette, changes nothing; half goes half the way', () => {
    const rgb = fromHex('#2563eb');
    expect(planRemap(PAGE, WARM, 0)(rgb)).toEqual(rgb);
    expect(planRemap(PAGE, [], 1)(rgb)).toEqual(rgb);
    const [none, half, whole] = [0, 0.5, 1].map((amount) => toLab(planRemap(PAGE, WARM, amount)(rgb)));
    expect(half?.[1]).toBeCloseTo(((none?.[1] ?? 0) + (whole?.[1] ?? 0)) / 2, 1);
  });

  it('[RM7] the same colours and palette give the same ones, in whatever order they come', () => {
    const one = planRemap(PAGE, WARM, 1);
    const other = planRemap([...PAGE].reverse(), WARM, 1);
    expect(PAGE.map(({ rgb }) => toHex(one(rgb)))).toEqual(PAGE.map(({ rgb }) => toHex(other(rgb))));
  });
});

describe('readable', () => {
  it('[RM8] leaves what reaches the contrast, and moves the rest no further than it must', () => {
    expect(readable([0, 0, 0], [255, 255, 255], 4.5)).toEqual([0, 0, 0]);
    const moved = readable(fromHex('#bb8888'), [255, 255, 255], 4.5);
    expect(contrast(moved, [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(moved, [255, 255, 255])).toBeLessThan(5.2);
  });

  it('[RM8] reaches 4.5 for every text on every ground of a lattice', () => {
    const steps = [0, 85, 170, 255];
    const lattice = steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Rgb => [r, g, b])));
    const least = Math.min(...lattice.flatMap((text) => lattice.map((ground) => contrast(readable(text, ground, 4.5), ground))));
    expect(least).toBeGreaterThanOrEqual(4.5);
  });
});

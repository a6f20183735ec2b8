// How well colours fit a card, and which of many pictures stand apart.
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/core/colour.ts';
import { paletteFit, standApart } from '../../../src/core/style/fit.ts';

const CARD = [{ hex: '#20304a', share: 0.6 }, { hex: '#f2e9d8', share: 0.3 }, { hex: '#c8873a', share: 0.1 }];
const shown = (...colours: readonly (readonly [string, number])[]) => colours.map(([hex, share]) => ({ rgb: fromHex(hex), share }));

describe('the fit of a palette', () => {
  it('[FT1] is 10 for the card’s own colours in any order, and for mixtures of two of them', () => {
    expect(paletteFit(shown(['#f2e9d8', 0.5], ['#20304a', 0.3], ['#c8873a', 0.2]), CARD)).toBeCloseTo(10, 5);
    expect(paletteFit(shown(['#20304a', 0.4], ['#7c7f87', 0.3], ['#f2e9d8', 0.2], ['#c8873a', 0.1]), CARD)).toBeGreaterThan(9);
  });

  it('[FT2] falls with the distance, and more for colours that cover more', () => {
    const little = paletteFit(shown(['#20304a', 0.6], ['#f2e9d8', 0.3], ['#2fbf4a', 0.1]), CARD) ?? 0;
    const much = paletteFit(shown(['#20304a', 0.1], ['#f2e9d8', 0.1], ['#2fbf4a', 0.8]), CARD) ?? 0;
    expect([little > 7.5, much < little - 2, (paletteFit(shown(['#ff00ff', 0.5], ['#00ff00', 0.5]), CARD) ?? 10) < 2]).toEqual([true, true, true]);
  });

  it('[FT3] is unknown where the card names no colour or the picture has none', () => {
    expect([paletteFit(shown(['#20304a', 1]), []), paletteFit([], CARD)]).toEqual([null, null]);
  });
});

describe('what stands apart', () => {
  it('[FT4] is what lies far below the median of four and more', () => {
    expect(standApart([8.2, 8, 8.4, 8.1, 6])).toEqual([false, false, false, false, true]);
    expect(standApart([8.2, 7.9, 8.4, 7.8])).toEqual([false, false, false, false]);
  });

  it('[FT5] is what is poor by itself, however few there are; better than the rest is never apart', () => {
    expect([standApart([3.9]), standApart([]), standApart([4.1, 9]), standApart([5, 5, 5, 5, 9.9])]).toEqual([[true], [], [false, false], [false, false, false, false, false]]);
  });
});

// Alternatives and their combinations, by tables and properties.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_COMBINATIONS, choicesOf, combination, countCombinations, hasAlternatives, spreadCombinations } from '../../src/core/alternatives.ts';

describe('texts', () => {
  it.each([
    ['a car', 1, 'a car'],
    ['a {red|blue} car', 2, 'a red car'],
    ['a {red|blue} {car|bus|van}', 6, 'a red car'],
    ['a {red |} car', 2, 'a red car'],
    ['{direction} and {product}', 1, '{direction} and {product}'],
    ['{a|b', 1, '{a|b'],
    ['a|b', 1, 'a|b'],
    ['{a|{b|c}}', 2, '{a|b}'],
    ['{|}', 2, ''],
  ])('[AL1] %s has %i combinations, the first is "%s"', (text, count, first) => {
    expect(countCombinations(text)).toBe(count);
    expect(combination(text, 0)).toBe(first);
    expect(hasAlternatives(text)).toBe(count > 1);
  });

  it('[AL2] counts no further than a billion', () => {
    expect(countCombinations('{a|b|c|d|e|f|g|h|i|j}'.repeat(30))).toBe(MOST_COMBINATIONS);
  });
});

const word = fc.constantFrom('red', 'blue', 'tall', 'old', 'soft', 'wide');
const alternatives = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });
const texts = fc.array(alternatives, { minLength: 1, maxLength: 4 }).map((slots) => slots.map((choices) => `{${choices.join('|')}}`).join(' and '));

describe('combinations', () => {
  it('[AL3] each index is one choice of words, and no two are the same', () => {
    fc.assert(fc.property(texts, (text) => {
      const all = Array.from({ length: countCombinations(text) }, (_, index) => choicesOf(text, index).join('/'));
      expect(new Set(all).size).toBe(all.length);
    }));
  });

  it('[AL4] a spread takes as many as are wanted, all different, and every alternative as early as it can come', () => {
    fc.assert(fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, wanted) => {
      const spread = spreadCombinations(text, wanted);
      expect(spread).toHaveLength(Math.min(wanted, countCombinations(text)));
      expect(new Set(spread).size).toBe(spread.length);
      const slots = text.split(' and ').map((slot) => slot.split('|').length);
      if (wanted >= Math.max(...slots)) {
        slots.forEach((size, at) => expect(new Set(spread.map((index) => choicesOf(text, index)[at])).size).toBe(size));
      }
    }));
  });
});

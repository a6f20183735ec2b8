// Prompts that are nearly the same: the index finds exactly what a scan finds.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createSimilarIndex, piecesOf, similarity } from '../../src/core/similar.ts';

const WORDS = ['a', 'lake', 'quiet', 'harbour', 'dusk', 'gouache', 'ink', 'boat', 'window', 'rain', 'night', 'paper', 'soft', 'golden', 'light', 'studio'];
function dice(seed: number): () => number {
  let random = seed;
  return () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648;
}

const prompt = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));

describe('similar prompts', () => {
  it('[SI1] the same words are 1, whatever their case, accents and spacing; nothing in common is 0', () => {
    expect([similarity(piecesOf('A café,  at dusk'), piecesOf('a CAFE at dusk')), similarity(piecesOf('lake'), piecesOf('mmm')), similarity(piecesOf(''), piecesOf(' '))]).toEqual([1, 0, 1]);
  });

  it('[SI2] finds among few exactly what a scan of all finds, the most alike first', () => {
    fc.assert(fc.property(fc.array(prompt, { maxLength: 40 }), prompt, fc.constantFrom(0.6, 0.7, 0.8, 1), (texts, asked, threshold) => {
      const index = createSimilarIndex(threshold);
      texts.forEach((text, at) => index.add(`${at}`, text));
      const scanned = texts.map((text, at) => ({ id: `${at}`, similarity: similarity(piecesOf(text), piecesOf(asked)) })).filter((each) => each.similarity >= threshold);
      const found = index.find(asked);
      expect(found.map(({ id }) => id).sort()).toEqual(scanned.map(({ id }) => id).sort());
      expect(found.every((each, at) => at === 0 || (found[at - 1]?.similarity ?? 0) >= each.similarity)).toBe(true);
    }), { numRuns: 200 });
  });

  it('[SI5] finds among many nearly all that a scan finds, and nothing that it does not', () => {
    const random = dice(3);
    const words = () => Array.from({ length: 9 }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '');
    const texts = Array.from({ length: 400 }, words).flatMap((family) => [family, ...[0, 4, 8].map((at) => family.map((word, index) => (index === at ? 'anew' : word)))]).map((each) => each.join(' '));
    const index = createSimilarIndex(0.7);
    texts.forEach((text, at) => index.add(`${at}`, text));
    const sets = texts.map(piecesOf);
    let wanted = 0;
    let found = 0;
    for (const text of texts.slice(0, 400)) {
      const scanned = new Set(sets.flatMap((set, at) => (similarity(set, piecesOf(text)) >= 0.7 ? [`${at}`] : [])));
      const answer = index.find(text);
      expect(answer.every(({ id }) => scanned.has(id))).toBe(true);
      wanted += scanned.size;
      found += answer.length;
    }
    expect(wanted).toBeGreaterThan(1000);
    expect(found / wanted).toBeGreaterThan(0.95);
  });

  it('[SI3] a text that went is not found, and one that changed is found as it is now', () => {
    const index = createSimilarIndex(0.6);
    index.add('a', 'a quiet lake at dusk');
    index.add('b', 'a quiet lake at dusk');
    index.remove('a');
    index.add('b', 'a red car');
    expect([index.find('a quiet lake at dusk'), index.find('a red car').map(({ id }) => id), index.size]).toEqual([[], ['b'], 1]);
  });

  it('[SI4] refuses a threshold that would be no use', () => {
    for (const bad of [0, 0.5, 1.1, NaN]) expect(() => createSimilarIndex(bad)).toThrow(RangeError);
  });
});

// Models compared: order, figures, how sure a difference is, and the words and the table made of it.
import { describe, expect, it } from 'vitest';
import { FEWEST_PAIRS, differencesOf, figuresOf, inTurn, pairsOf } from '../../src/core/compare/compare.ts';
import type { Trial, Vote } from '../../src/core/compare/compare.ts';
import { pairedInterval, percentile, shareInterval } from '../../src/core/compare/intervals.ts';
import { comparisonCsv } from '../../src/core/compare/csv.ts';
import { sayDifference } from '../../src/core/compare/words.ts';
import { randomFrom } from '../../src/core/pixels/random.ts';

const trial = (brief: number, arm: number, patch: Partial<Trial> = {}): Trial => ({ brief, arm, latencyMs: 4000, usd: 0.034, score: 6, ...patch });
const both = (count: number, second: (brief: number) => Partial<Trial>) => Array.from({ length: count }, (_, brief) => [trial(brief, 0), trial(brief, 1, second(brief))]).flat();
const vote = (brief: number, winner: number | null): Vote => ({ brief, arms: [0, 1], winner });

describe('the order', () => {
  it('[CM1] every arm makes a brief before the next brief begins, each time another one first', () => {
    expect(inTurn(3, 2)).toEqual([{ brief: 0, arm: 0 }, { brief: 0, arm: 1 }, { brief: 1, arm: 1 }, { brief: 1, arm: 0 }, { brief: 2, arm: 0 }, { brief: 2, arm: 1 }]);
    expect(inTurn(0, 3)).toEqual([]);
    expect(pairsOf(3)).toEqual([[0, 1], [0, 2], [1, 2]]);
  });
});

describe('figures of an arm', () => {
  it('[CM2] count what was made alone: a picture that failed has neither time nor score, and its price where it had one', () => {
    const trials = [trial(0, 0, { latencyMs: 2000, score: 4 }), trial(1, 0, { latencyMs: 6000, score: null }), trial(2, 0, { latencyMs: null, usd: null, score: null }), trial(0, 1)];
    expect(figuresOf(0, trials)).toEqual({ made: 2, p50Ms: 4000, p95Ms: 5800, meanUsd: 0.034, totalUsd: 0.068, score: 4 });
    expect(figuresOf(2, trials)).toEqual({ made: 0, p50Ms: null, p95Ms: null, meanUsd: null, totalUsd: 0, score: null });
  });

  it('[CM2] percentiles lie among the values that were measured', () => {
    expect([percentile([], 0.5), percentile([3], 0.95), percentile([1, 2, 3, 4], 1)]).toEqual([null, 3, 4]);
  });
});

describe('how sure a difference is', () => {
  it('[CM3] the interval holds the mean, and is wider where pairs are fewer', () => {
    const differences = [1, 2, 0.5, 1.5, 1, 2.5, 0, 1.5];
    const few = pairedInterval(differences, randomFrom(1));
    const many = pairedInterval(Array.from({ length: 6 }, () => differences).flat(), randomFrom(1));
    expect(few?.mean).toBeCloseTo(1.25, 10);
    expect((few?.low ?? 9) < 1.25 && (few?.high ?? 0) > 1.25).toBe(true);
    expect((many?.high ?? 9) - (many?.low ?? 0)).toBeLessThan(0.5 * ((few?.high ?? 0) - (few?.low ?? 0)));
  });

  it('[CM3] is as wide as Student’s for values spread evenly: 20 of them, within a tenth', () => {
    const values = Array.from({ length: 20 }, (_, index) => index);
    const found = pairedInterval(values, randomFrom(7));
    const half = 2.093 * (5.916 / Math.sqrt(20));
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / 2 / half).toBeGreaterThan(0.9);
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / 2 / half).toBeLessThan(1.1);
  });

  it('[CM3] of one pair there is none, and none that differ has no width', () => {
    expect(pairedInterval([1], randomFrom(1))).toBeNull();
    expect(pairedInterval([2, 2, 2], randomFrom(1))).toEqual({ mean: 2, low: 2, high: 2 });
  });

  it('[CM4] the interval of a share is Wilson’s', () => {
    const found = shareInterval(8, 10);
    expect(found?.low).toBeCloseTo(0.4902, 3);
    expect(found?.high).toBeCloseTo(0.9433, 3);
    expect(shareInterval(0, 0)).toBeNull();
  });

  it('[CM5] tells nothing before six pairs, however clear they are', () => {
    const five = differencesOf([0, 1], both(FEWEST_PAIRS - 1, () => ({ score: 9 })), [], randomFrom(1)).find(({ measure }) => measure === 'quality');
    expect([five?.tells, five?.more]).toEqual([false, 1]);
    const six = differencesOf([0, 1], both(FEWEST_PAIRS, () => ({ score: 9 })), [], randomFrom(1)).find(({ measure }) => measure === 'quality');
    expect(six?.tells).toBe(true);
    expect(differencesOf([0, 1], [], Array.from({ length: 5 }, (_, brief) => vote(brief, 1)), randomFrom(1))).toMatchObject([{ measure: 'votes', tells: false }]);
  });

  it('[CM5] tells only where the interval leaves zero out, else about how many more would', () => {
    const scattered = both(8, (brief) => ({ score: brief % 2 === 0 ? 9 : 4 }));
    const quality = differencesOf([0, 1], scattered, [], randomFrom(1)).find(({ measure }) => measure === 'quality');
    expect(quality?.tells).toBe(false);
    expect(quality?.more).toBeGreaterThan(8);
    const equal = differencesOf([0, 1], both(8, (brief) => ({ score: brief % 2 === 0 ? 7 : 5 })), [], randomFrom(1)).find(({ measure }) => measure === 'quality');
    expect(equal?.more).toBeNull();
  });

  it('[CM6] pairs by brief: a brief that only one of them made counts for neither', () => {
    const trials = [...both(6, () => ({ usd: 0.134 })), trial(6, 0, { usd: 9 }), trial(7, 1, { usd: 9 })];
    expect(differencesOf([0, 1], trials, [], randomFrom(1)).find(({ measure }) => measure === 'cost')).toMatchObject({ count: 6, interval: { mean: expect.closeTo(0.1, 6) as number } });
  });

  it('[CM6] "about the same" is no vote for either', () => {
    const votes = [...Array.from({ length: 6 }, (_, brief) => vote(brief, 1)), vote(7, null)];
    expect(differencesOf([0, 1], [], votes, randomFrom(1))).toMatchObject([{ measure: 'votes', count: 6, tells: true }]);
  });
});

describe('in words', () => {
  const tells = { count: 12, tells: true, more: null } as const;
  it.each([
    [{ ...tells, measure: 'quality', interval: { mean: 1.25, low: 0.4, high: 2 } }, '1.3 points better (0.4 points to 2.0 points)'],
    [{ ...tells, measure: 'cost', interval: { mean: -0.1, low: -0.12, high: -0.08 } }, '$0.10 cheaper ($0.080 to $0.12)'],
    [{ ...tells, measure: 'latency', interval: { mean: 12.2, low: 8, high: 16 } }, '12 s slower (8.0 s to 16 s)'],
    [{ ...tells, measure: 'votes', interval: { mean: 0.3, low: 0.05, high: 0.42 } }, 'preferred in 80 % of 12 votes (55 to 92 %)'],
    [{ measure: 'quality', count: 4, tells: false, more: 9, interval: { mean: 1, low: -1, high: 3 } }, 'too few to tell; about 9 more briefs would'],
    [{ measure: 'votes', count: 4, tells: false, more: null, interval: { mean: 0, low: -0.3, high: 0.3 } }, 'too few to tell'],
    [{ measure: 'votes', count: 6, tells: false, more: 1, interval: { mean: 0.3, low: -0.1, high: 0.4 } }, 'too few to tell; about 1 more vote would'],
    [{ measure: 'cost', count: 9, tells: false, more: null, interval: { mean: 0, low: 0, high: 0 } }, 'no difference'],
    [{ measure: 'cost', count: 1, tells: false, more: null, interval: null }, 'too few to tell'],
  ] as const)('[CM7] %j', (difference, words) => {
    expect(sayDifference(difference)).toBe(words);
  });

  it('[CM8] the table has a line for each picture, and runs no formula', () => {
    const csv = comparisonCsv(['=cmd()'], [{ model: 'a', sizeClass: '1K', label: 'A' }, { model: 'b', sizeClass: '2K', label: 'B' }], [trial(0, 0), trial(0, 1, { latencyMs: null, usd: null, score: null })], [vote(0, 0)]);
    expect(csv.split('\n')).toEqual(['brief,model,size,latency_s,price_usd,score,votes_won,votes_cast', '"\'=cmd()",a,1K,4,0.034,6,1,1', '"\'=cmd()",b,2K,,,,0,1']);
  });
});

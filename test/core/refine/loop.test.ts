// What the refine loop does next, and how one number is made of a rubric.
import { describe, expect, it } from 'vitest';
import { nextStep, worstUsd } from '../../../src/core/refine/loop.ts';
import type { RefineRules, SeenRound } from '../../../src/core/refine/loop.ts';
import { meanOf } from '../../../src/core/maths.ts';
import { noiseOf } from '../../../src/core/refine/noise.ts';
import { isFlattering, totalOf } from '../../../src/core/refine/rubric.ts';

const RULES: RefineRules = { target: 8, rounds: 5, limitUsd: 1, hasFinal: true };
const PRICES = { draftUsd: 0.03, finalUsd: 0.13, judgeUsd: 0.002 };
const round = (scores: readonly number[], patch: Partial<SeenRound> = {}): SeenRound => ({ tier: 'draft', scores, isUnjudged: false, isProposalUsed: false, ...patch });
const sure = (score: number, patch: Partial<SeenRound> = {}) => round([score, score, score], patch);
const next = (rounds: readonly SeenRound[], rules: Partial<RefineRules> = {}, spentUsd = 0) => nextStep(rounds, { ...RULES, ...rules }, PRICES, spentUsd);
const judged = (score: number) => ({ score, reason: '' });

describe('the next step', () => {
  it('[RL1] is a draft from the first words, then a look at it', () => {
    expect(next([])).toEqual({ do: 'make', tier: 'draft', from: null });
    expect(next([round([])])).toEqual({ do: 'judge', round: 0 });
  });

  it('[RL2] goes on from the best, not from the last', () => {
    expect(next([sure(6), sure(4)])).toEqual({ do: 'make', tier: 'draft', from: 0 });
  });

  it('[RL3] looks again for another proposal where the best one’s was tried', () => {
    expect(next([sure(6, { isProposalUsed: true }), sure(4)])).toEqual({ do: 'judge', round: 0 });
  });

  it('[RL4] looks again, at most twice, where one more look could decide', () => {
    expect(next([round([7.9])])).toEqual({ do: 'judge', round: 0 });
    expect(next([round([7.9, 7.9, 7.9])])).toMatchObject({ do: 'make' });
    expect(next([round([5])])).toMatchObject({ do: 'make' });
  });

  it('[RL5] makes the last picture of the best words once the target is reached, and then stops with the best of all', () => {
    expect(next([sure(5), sure(9)])).toEqual({ do: 'make', tier: 'final', from: 1 });
    expect(next([sure(5), sure(9), sure(9.8, { tier: 'final' })])).toEqual({ do: 'stop', why: 'target', best: 2 });
    expect(next([sure(5), sure(9), sure(6, { tier: 'final' })])).toEqual({ do: 'stop', why: 'target', best: 1 });
  });

  it('[RL6] ends after two rounds without a gain, or when the rounds are used up, and says which', () => {
    const flat = [sure(6, { isProposalUsed: true }), sure(5), sure(5.5)];
    expect(next(flat)).toEqual({ do: 'make', tier: 'final', from: 0 });
    expect(next([...flat, sure(7, { tier: 'final' })])).toMatchObject({ do: 'stop', why: 'noGain', best: 3 });
    expect(next([sure(3), sure(4), sure(5), sure(6)])).toMatchObject({ do: 'make', tier: 'final', from: 3 });
    expect(next([sure(3), sure(4), sure(5), sure(6), sure(7, { tier: 'final' })])).toEqual({ do: 'stop', why: 'rounds', best: 4 });
  });

  it('[RL7] keeps the price of the last picture back, and stops with the best where even that is too much', () => {
    expect(next([sure(5)], { limitUsd: 0.2 }, 0.06)).toEqual({ do: 'make', tier: 'final', from: 0 });
    expect(next([sure(5)], { limitUsd: 0.1 }, 0.06)).toEqual({ do: 'stop', why: 'money', best: 0 });
    expect(next([], { limitUsd: 0.01 })).toEqual({ do: 'stop', why: 'money', best: null });
    expect(next([round([])], { limitUsd: 0.03 }, 0.03)).toMatchObject({ do: 'stop', why: 'money' });
  });

  it('[RL8] passes over what could not be judged, and stops where nothing could', () => {
    expect(next([round([], { isUnjudged: true })])).toEqual({ do: 'stop', why: 'unjudged', best: null });
    expect(next([sure(6), round([], { isUnjudged: true })])).toEqual({ do: 'make', tier: 'draft', from: 0 });
  });

  it('[RL9] without a cheaper tier every picture is the real one', () => {
    expect(next([], { hasFinal: false })).toEqual({ do: 'make', tier: 'final', from: null });
    expect(next([sure(9, { tier: 'final' })], { hasFinal: false })).toEqual({ do: 'stop', why: 'target', best: 0 });
    expect(next([sure(5, { tier: 'final' })], { hasFinal: false })).toEqual({ do: 'make', tier: 'final', from: 0 });
  });

  it('[RL10] looks again at what is too close to call before it names the best, and not for ever', () => {
    const close = [round([8.4]), round([8.5]), round([8.6], { tier: 'final' })];
    expect(next(close)).toMatchObject({ do: 'judge' });
    let rounds = close;
    let looks = 0;
    for (let step = next(rounds); step.do === 'judge'; step = next(rounds)) {
      const at = step.round;
      rounds = rounds.map((each, index) => (index === at ? { ...each, scores: [...each.scores, 8.5] } : each));
      looks += 1;
    }
    expect(looks).toBeLessThan(50);
    expect(next(rounds)).toMatchObject({ do: 'stop' });
  });

  it('[RL11] the worst price counts every round and look, and is never above the limit', () => {
    expect(worstUsd({ ...RULES, limitUsd: 10 }, PRICES)).toBeCloseTo(4 * 0.03 + 0.13 + (5 * 3 + 2 * 16) * 0.002, 9);
    expect(worstUsd(RULES, { draftUsd: 1, finalUsd: 1, judgeUsd: 0 })).toBe(1);
  });
});

describe('the rubric', () => {
  it('[RL12] gives the weighted mean of what was judged', () => {
    expect(totalOf({ brief: judged(8), composition: judged(6) })).toBeCloseTo((8 * 0.35 + 6 * 0.2) / 0.55, 9);
    expect(totalOf({})).toBeNull();
    expect(totalOf({ safety: judged(9) })).toBeNull();
  });

  it('[RL13] nothing makes up for a picture that must not be shown', () => {
    expect(totalOf({ brief: judged(10), safety: judged(2) })).toBe(2);
    expect(totalOf({ brief: judged(6), safety: judged(7) })).toBeCloseTo(6, 9);
  });

  it('[RL14] full marks for everything say nothing', () => {
    expect(isFlattering({ brief: judged(10), style: judged(10), flaws: judged(10) })).toBe(true);
    expect(isFlattering({ brief: judged(10), style: judged(9), flaws: judged(10) })).toBe(false);
    expect(isFlattering({ brief: judged(10) })).toBe(false);
  });
});

describe('the judge’s noise', () => {
  it('[RL15] is a guess until a picture was judged twice, and then what was seen', () => {
    expect(noiseOf([[7], [5]])).toBeCloseTo(0.5, 9);
    const wide = Array.from({ length: 40 }, () => [5, 9]);
    expect(noiseOf(wide)).toBeCloseTo(Math.sqrt((3 * 0.25 + 40 * 8) / 43), 9);
    expect(noiseOf(Array.from({ length: 40 }, () => [6, 6]))).toBeLessThan(0.2);
    expect(meanOf([4, 6])).toBe(5);
  });
});

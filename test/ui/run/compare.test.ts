// A comparison at work against a world that remembers: what is sent, what it may spend, and what ends it.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { compare } from '../../../src/ui/run/compare/compare.ts';
import { changeCompare, compareUsd, comparing, figures } from '../../../src/ui/store/compare.ts';
import { settings, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;
const BRIEFS = Array.from({ length: 10 }, (_, index) => `brief ${index}`);

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  comparing.value = null;
  settings.value = { ...settings.value, limitPerRunUsd: 0, limitPerDayUsd: 0 };
  changeCompare({ text: BRIEFS.join('\n'), chosen: ['gemini-nano-banana-2.1 1K', 'gemini-3.1-flash-lite-image 1K'], isJudged: false, limitUsd: 5 });
});

const run = (abort = new AbortController()) => compare(world.effects, abort);
const now = () => {
  if (!comparing.value) throw new Error('there is no comparison');
  return comparing.value;
};

describe('a comparison', () => {
  it('[CR1] sends every brief to both, one brief after the other, never answered from the file', async () => {
    await run();
    expect(world.sent).toHaveLength(20);
    expect(world.sent.map(({ brief }) => brief)).toEqual(BRIEFS.flatMap((brief) => [brief, brief]));
    expect(world.calls.some(({ name }) => name === 'findMade')).toBe(false);
    expect(figures.value.map(({ made }) => made)).toEqual([10, 10]);
    expect([now().doing, now().stopped, now().isCapped]).toEqual(['', null, false]);
  });

  it('[CR2] looks at what is spent before every brief: dearer pictures than foretold end it, and it is said', async () => {
    const foretold = compareUsd.value ?? 0;
    changeCompare({ limitUsd: foretold + 0.001 });
    // Twice the picture tokens of the table.
    world.make = ({ model }) => Promise.resolve({ usage: { model, inputTokens: 1000, outputTokens: 0, imageTokens: 2240 } });
    await run();
    expect(now().isCapped).toBe(true);
    expect(world.sent.length).toBeLessThan(20);
    expect(world.sent.length).toBeGreaterThan(4);
    expect(figures.value.reduce((sum, { totalUsd }) => sum + totalUsd, 0)).toBeLessThanOrEqual(foretold + 0.001);
    expect(status.value).toBe('What you allow is spent; what was made is compared');
  });

  it('[CR3] a picture that is refused is one that is missing; a key that is refused ends it after one brief', async () => {
    world.make = ({ brief }) => (brief === 'brief 3' ? Promise.reject(new VariegateError('IMAGE_BLOCKED')) : Promise.resolve({}));
    await run();
    expect(figures.value.map(({ made }) => made)).toEqual([9, 9]);
    world.sent.length = 0;
    world.make = () => Promise.reject(new VariegateError('KEY_INVALID'));
    await run();
    expect(world.sent).toHaveLength(2);
    expect(now().stopped?.code).toBe('KEY_INVALID');
  });

  it('[CR4] a limit per run that the worst would pass stops it before anything is sent', async () => {
    settings.value = { ...settings.value, limitPerRunUsd: 0.1 };
    await expect(run()).rejects.toMatchObject({ code: 'LIMIT_RUN' });
    expect(world.sent).toHaveLength(0);
  });
});

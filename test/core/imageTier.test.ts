// Which image model the rule chooses, why, and how ratings and comparisons move it.
import { describe, expect, it } from 'vitest';
import { LEAST_RATINGS, TASKS, TASK_IDS, chooseImageModel, rerated, shareOfGood, taskOf, totalOf } from '../../src/core/imageTier.ts';
import type { ImageTier, Ratings, TaskId } from '../../src/core/imageTier.ts';
import { IMAGE_MODELS } from '../../src/core/model.ts';

const GEMINI = IMAGE_MODELS.filter(({ provider }) => provider === 'gemini');
const choose = (words: string, ratings: Ratings = {}, pictures = 1) => chooseImageModel({ words, pictures }, '1K', GEMINI, ratings, []);
const rated = (task: TaskId, tier: ImageTier, good: number, bad: number): Ratings => ({ [`${task}/${tier}`]: { good, bad } });

describe('the table', () => {
  it.each([
    ['a heron at dawn', 1, 'Flash', 'Everything else: Flash'],
    ['a poster that says “OPEN LATE”', 1, 'Pro', 'Words lettered in the picture: Pro'],
    ['a typographic poster', 1, 'Pro', 'Words lettered in the picture: Pro'],
    ['the four of them at a table', 5, 'Pro', 'Four or more pictures to hold together: Pro'],
    ['an icon of a heron', 0, 'Lite', 'An icon, a pattern or a plain drawing: Lite'],
    ['', 0, 'Flash', 'Everything else: Flash'],
  ] as const)('[IT1] "%s" with %i pictures: %s', (words, pictures, tier, why) => {
    const choice = choose(words, {}, pictures);
    expect([choice?.card.tier, choice?.why]).toEqual([tier, why]);
  });

  it('[IT1] every row says in words what it is for, and the last one takes everything', () => {
    for (const id of TASK_IDS) expect(TASKS[id].says).toMatch(/^[A-Z][^.]+$/);
    expect(taskOf({ words: '', pictures: 0 })).toBe(TASK_IDS[TASK_IDS.length - 1]);
  });

  it('[IT2] a model that does not make the size, or has no price or no tier, is never chosen', () => {
    expect(chooseImageModel({ words: 'an icon', pictures: 0 }, '4K', GEMINI, {}, [])?.card.tier).toBe('Flash');
    expect(chooseImageModel({ words: 'an icon', pictures: 0 }, '1K', IMAGE_MODELS.filter(({ provider }) => provider === 'offline'), {}, [])).toBeNull();
    expect(chooseImageModel({ words: 'an icon', pictures: 0 }, '1K', GEMINI.map((card) => ({ ...card, imageUsd: {} })), {}, [])).toBeNull();
  });
});

describe('ratings', () => {
  it('[IT3] three clicks overturn nothing, for any task, tier and direction', () => {
    for (const task of TASK_IDS) {
      const words = { lettering: '“A”', manyPictures: '', plain: 'icon', other: '' }[task];
      const pictures = task === 'manyPictures' ? 4 : 1;
      const before = choose(words, {}, pictures)?.card.tier;
      for (const tier of ['Lite', 'Flash', 'Pro'] as const) {
        for (const ratings of [rated(task, tier, 3, 0), rated(task, tier, 0, 3)]) expect(choose(words, ratings, pictures)?.card.tier).toBe(before);
      }
    }
  });

  it('[IT4] many do, and the reason says how many', () => {
    const choice = choose('a heron', rated('other', 'Flash', 1, 14));
    expect([choice?.card.tier, choice?.why]).toEqual(['Lite', 'Everything else: Lite, by 15 ratings']);
    expect(choose('a heron', { ...rated('other', 'Flash', 1, 14), ...rated('other', 'Lite', 0, 12), ...rated('other', 'Pro', 9, 1) })?.card.tier).toBe('Pro');
  });

  it('[IT4] of one kind of task say nothing of another', () => {
    expect(choose('a sign that says "OPEN"', rated('other', 'Pro', 0, 40))?.card.tier).toBe('Pro');
  });

  it('[IT5] the share of good begins at the table’s guess and follows what was rated', () => {
    expect(shareOfGood('other', 'Flash', {})).toBeCloseTo(TASKS.other.good.Flash, 10);
    expect(shareOfGood('other', 'Flash', rated('other', 'Flash', 90, 10))).toBeCloseTo(0.886, 2);
  });

  it('[IT6] a rating that is changed or taken back counts as it stands', () => {
    const once = rerated({}, 'other/Pro', 0, 1);
    expect(once).toEqual(rated('other', 'Pro', 1, 0));
    expect(rerated(once, 'other/Pro', 1, -1)).toEqual(rated('other', 'Pro', 0, 1));
    expect(rerated(once, 'other/Pro', 1, 0)).toEqual(rated('other', 'Pro', 0, 0));
    expect(rerated({}, 'other/Pro', 1, 0)).toEqual(rated('other', 'Pro', 0, 0));
    expect(totalOf(once, 'other')).toBe(1);
    expect(LEAST_RATINGS).toBeGreaterThan(3);
  });

  it('[IT7] models that cost nearly the same by a good picture are told apart by what was liked', () => {
    const ratings = { ...rated('other', 'Flash', 11, 9), ...rated('other', 'Lite', 13, 9) };
    expect(choose('a heron', ratings)?.card.tier).toBe('Lite');
  });
});

describe('a rule that a comparison wrote', () => {
  const rule = { task: 'other', model: 'gemini-3-pro-image', why: '1.3 points better in 12 briefs', date: '2026-11-29' } as const;

  it('[IT8] goes before, and says what was measured', () => {
    const choice = chooseImageModel({ words: 'a heron', pictures: 1 }, '1K', GEMINI, rated('other', 'Flash', 40, 0), [rule]);
    expect([choice?.card.id, choice?.why]).toEqual(['gemini-3-pro-image', 'Everything else: Gemini 3 Pro Image, 1.3 points better in 12 briefs']);
  });

  it('[IT8] is passed over where its model is gone or does not make the size', () => {
    expect(chooseImageModel({ words: 'a heron', pictures: 1 }, '1K', GEMINI, {}, [{ ...rule, model: 'gone' }])?.card.tier).toBe('Flash');
    expect(chooseImageModel({ words: 'a heron', pictures: 1 }, '4K', GEMINI, {}, [{ ...rule, model: 'gemini-3.1-flash-lite-image' }])?.card.tier).toBe('Flash');
  });
});

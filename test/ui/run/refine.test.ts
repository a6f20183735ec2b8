// The refine loop at work against a world that remembers: what is made, what is asked, what is kept, and what is said when it ends.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { emptyFields } from '../../../src/core/fields.ts';
import type { CritiqueAnswer } from '../../../src/core/studio/tasks.ts';
import { decision } from '../../../src/ui/run/refine/decision.ts';
import { refine, sentenceOf } from '../../../src/ui/run/refine/refine.ts';
import { changeDraft, draft } from '../../../src/ui/store/draft.ts';
import { changeRefine, refineDraft, refineLabel, refining, spentOn } from '../../../src/ui/store/refine.ts';
import { findJob } from '../../../src/ui/store/runs.ts';
import { key, settings, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  refining.value = null;
  refineDraft.value = { target: 8, rounds: 4, limitUsd: 5, isAutomatic: true };
  changeDraft({ recipe: 'refine', brief: 'a grey cat on a pier', model: 'gemini-3-pro-image', sizeClass: '1K', place: 'beside' });
});

const looked = (score: number, patch: Partial<CritiqueAnswer> = {}): CritiqueAnswer => ({
  is: 'critique', sees: '', scores: { brief: { score, reason: 'no pier' }, style: { score, reason: '' } }, improve: ['Show the pier'], fields: { environment: `a pier, take ${world.asked.length}` }, summary: `Take ${world.asked.length}`, ...patch,
});
/** Judges the pictures by these scores, in the order of their making; the last one holds for all that follow. */
const judges = (...scores: readonly number[]) => {
  world.answer = ({ task, images }) => {
    if (task.is !== 'critique') throw new Error(task.is);
    const picture = new TextDecoder().decode(images[0]?.bytes);
    const at = Number(/-(\d+)\/0$/.exec(picture)?.[1] ?? 1) - 1;
    return Promise.resolve(looked(scores[Math.min(at, scores.length - 1)] ?? 0));
  };
};
const run = (abort = new AbortController()) => refine(world.effects, abort);
const now = () => refining.value ?? fail();
const placed = () => world.calls.filter(({ name }) => ['fillSlot', 'placeBeside', 'replaceFill', 'reserveSlots'].includes(name)).map(({ name }) => name);
const fail = (): never => {
  throw new Error('there is no loop');
};

describe('a loop', () => {
  it('[RQ1] makes drafts with the cheapest model and the last picture as set, keeps the best and places it alone', async () => {
    judges(4, 6, 9, 9.4);
    await run();
    expect(now().rounds.map(({ tier }) => tier)).toEqual(['draft', 'draft', 'draft', 'final']);
    expect(world.sent.map(({ model }) => model === 'gemini-3-pro-image')).toEqual([false, false, false, true]);
    expect([now().end?.why, now().end?.best]).toEqual(['target', 3]);
    expect(placed()).toEqual(['placeBeside']);
    expect(status.value).toBe('Target reached; the best is picture 4');
  });

  it('[RQ2] changes fields, not free text; a locked one stays; each picture has its fields in its recipe', async () => {
    judges(4, 6, 9, 9.4);
    await run();
    const [first, second] = world.sent;
    expect(first?.fields?.subject.text).toBe('a grey cat on a pier');
    expect(second?.fields?.environment.text).toMatch(/^a pier, take/);
    expect(second?.prompt).toContain(second?.fields?.environment.text);
    expect(second?.recipe.id).toBe('refine');
  });

  it('[RQ3] keeps the best, not the last, and says why it ended', async () => {
    changeDraft({ model: 'gemini-3.1-flash-lite-image' });
    judges(7, 4, 4.2, 4.1);
    await run();
    expect([now().end?.why, now().end?.best, now().rounds.length]).toEqual(['noGain', 0, 3]);
    expect(sentenceOf(now().end ?? fail())).toBe('No gain in two rounds; the best is picture 1');
  });

  it('[RQ4] asks before each change unless told not to; the designer’s wording is made, and “keep” ends it', async () => {
    changeRefine({ isAutomatic: false });
    judges(3, 5, 5);
    const loop = run();
    await expect.poll(() => now().proposal).not.toBeNull();
    refining.value = { ...now(), proposal: { ...(now().proposal ?? fail()), fields: { environment: 'a long wooden pier' } } };
    decision.tell(true);
    await expect.poll(() => now().rounds.length === 2 && now().proposal !== null).toBe(true);
    expect(world.sent[1]?.fields?.environment.text).toBe('a long wooden pier');
    decision.tell(false);
    await loop;
    expect([now().end?.why, now().end?.best, world.sent.length]).toEqual(['kept', 1, 2]);
    expect(placed()).toEqual(['placeBeside']);
  });

  it('[RQ5] one at a time; without words nothing starts', async () => {
    changeRefine({ isAutomatic: false });
    judges(3);
    const abort = new AbortController();
    const first = run(abort);
    await expect.poll(() => now().proposal).not.toBeNull();
    await run();
    expect(status.value).toMatch(/^One refinement at a time/);
    abort.abort();
    await first;
    changeDraft({ brief: '' });
    await expect(run()).rejects.toMatchObject({ code: 'BRIEF_MISSING' });
  });
});

describe('what goes wrong', () => {
  it('[RQ6] a cancel keeps and places the best so far', async () => {
    changeRefine({ isAutomatic: false });
    judges(3, 6);
    const abort = new AbortController();
    const loop = run(abort);
    await expect.poll(() => now().proposal).not.toBeNull();
    abort.abort();
    await loop;
    expect([now().end?.why, now().end?.best, placed()]).toEqual(['cancelled', 0, ['placeBeside']]);
  });

  it('[RQ7] a limit that is reached in the middle keeps the best so far', async () => {
    judges(3, 4, 5, 6);
    settings.value = { ...settings.value, limitPerDayUsd: 6 };
    world.make = () => {
      settings.value = { ...settings.value, limitPerDayUsd: 0.0001 };
      return Promise.resolve({});
    };
    await run();
    expect([now().end?.why, now().end?.error?.code, now().rounds.length]).toEqual(['money', 'LIMIT_DAY', 1]);
  });

  it('[RQ8] a loop whose every picture is blocked ends, and says why', async () => {
    world.make = () => Promise.reject(new VariegateError('IMAGE_BLOCKED'));
    await run();
    expect([now().end, now().rounds.length]).toEqual([{ why: 'unjudged', best: null, error: expect.objectContaining({ code: 'IMAGE_BLOCKED' }) }, 1]);
    expect(status.value).toBe('No picture could be judged; nothing is kept');
    expect(placed()).toEqual([]);
  });

  it('[RQ9] a judge that declines a picture loses that picture alone; out of range is cut', async () => {
    let asked = 0;
    world.answer = () => ((asked += 1) === 2 ? Promise.reject(new VariegateError('ANSWER_DECLINED')) : Promise.resolve(looked(asked === 1 ? 4 : 9)));
    await run();
    expect(now().rounds[1]).toMatchObject({ isUnjudged: true, scores: [] });
    expect(now().end?.why).toBe('target');
  });

  it('[RQ10] a judge that praises everything is asked once more, and it is said', async () => {
    world.answer = () => Promise.resolve(looked(10, { scores: Object.fromEntries(['brief', 'style', 'flaws'].map((id) => [id, { score: 10, reason: '' }])) }));
    await run();
    expect(now().rounds[0]).toMatchObject({ isFlattered: true });
    expect(world.asked.length).toBeLessThan(30);
  });

  it('[RQ11] an error of the service ends it with the best so far', async () => {
    let asked = 0;
    world.answer = () => ((asked += 1) > 2 ? Promise.reject(new VariegateError('KEY_INVALID')) : Promise.resolve(looked(4)));
    await run();
    expect(now().end).toMatchObject({ why: 'failed', best: expect.any(Number), error: { code: 'KEY_INVALID' } });
    expect(placed()).toEqual(['placeBeside']);
  });
});

describe('money', () => {
  it('[RQ12] the button says the most that it can cost, and the loop stays under its limit', async () => {
    changeRefine({ limitUsd: 0.2 });
    expect(refineLabel.value).toBe('Make best of 4 · at most $0.20');
    judges(1, 2, 3, 4, 5);
    await run();
    expect(spentOn(now())).toBeLessThanOrEqual(0.2 + 0.02);
    key.value = { isSet: false, ending: '' };
    expect(refineLabel.value).toBe('Make best of 4 · free');
  });

  it('[RQ13] keeps everything in Results where Create says so', async () => {
    changeDraft({ place: 'keep' });
    judges(9, 9.5);
    await run();
    expect(placed()).toEqual([]);
    expect(findJob(now().rounds[0]?.jobId ?? '')?.entry.job.value.state.at).toBe('done');
    expect([draft.value.place, now().rounds[0]?.fields.action]).toEqual(['keep', emptyFields().action]);
  });
});

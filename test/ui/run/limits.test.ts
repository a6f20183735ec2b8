// Money: limits are fed by what was really used, hold across everything that is out, and are told before Make is pressed.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft, limitWarning } from '../../../src/ui/store/draft.ts';
import { dayOf, spentByRun } from '../../../src/ui/store/ledger.ts';
import { runs } from '../../../src/ui/store/runs.ts';
import { alert, key, settings, spentToday } from '../../../src/ui/store/session.ts';
import { createFakeWorld, hang } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  world.nowMs = Date.now();
  spentToday.value = { day: dayOf(world.nowMs), usd: 0 };
  changeDraft({ exactPrompt: 'A red bicycle.' });
});

const limit = (patch: { limitPerRunUsd?: number; limitPerDayUsd?: number }) => (settings.value = { ...settings.value, ...patch });
const go = (id = 'run-x') => startRun(world.effects, freeze(id));
const codes = () => runs.value.flatMap((run) => run.jobs).flatMap(({ job }) => (job.value.state.at === 'failed' ? [job.value.state.error.code] : []));
const usage = { model: 'gemini-nano-banana-2.1', inputTokens: 1000, outputTokens: 200, imageTokens: 0 };

describe('what was used', () => {
  it.each(['NO_IMAGE', 'IMAGE_BLOCKED', 'PROMPT_BLOCKED', 'TOKENS_EXCEEDED'] as const)('[FA16] %s that was billed is booked by its usage', async (code) => {
    changeDraft({ count: 1 });
    world.make = () => Promise.reject(new VariegateError(code, {}, usage));
    await go();
    const usd = (1000 * 1.5 + 200 * 7.5) / 1e6;
    expect([spentToday.value.usd, spentByRun.value['run-x']]).toEqual([usd, usd]);
  });

  it('[FA16] a failure without a bill books nothing', async () => {
    world.make = () => Promise.reject(new VariegateError('SERVICE_OVERLOADED'));
    limit({ limitPerRunUsd: 1 });
    const run = go();
    await world.pass(60_000);
    await run;
    expect(spentToday.value.usd).toBe(0);
  });

  it('[FA16] the usage of a failure stays out of the job, so that no report repeats it', async () => {
    changeDraft({ count: 1 });
    world.make = () => Promise.reject(new VariegateError('NO_IMAGE', { name: 'no' }, usage));
    await go();
    expect(JSON.stringify(runs.value[0]?.jobs[0]?.job.value.state)).not.toContain('inputTokens');
  });
});

describe('limits', () => {
  it('[FA17] requests of one run that are out together cannot pass the limit per run', async () => {
    changeDraft({ count: 2 });
    limit({ limitPerRunUsd: 0.09 });
    // A first answer that was dearer than the table says leaves room for one more only.
    spentByRun.value = { 'run-x': 0.03 };
    await go();
    expect(world.sent).toHaveLength(1);
    expect(codes()).toEqual(['LIMIT_RUN']);
  });

  it('[FA17] real usage that is dearer than the estimate stops the rest of the run', async () => {
    limit({ limitPerRunUsd: 0.2 });
    world.make = () => Promise.resolve({ usage: { ...usage, imageTokens: 4000 } });
    await go();
    expect([world.sent.length, codes()]).toEqual([2, ['LIMIT_RUN', 'LIMIT_RUN']]);
  });

  it.each([
    [{ limitPerRunUsd: 0.1 }, 'This would pass your limit per run of $0.10.', 'LIMIT_RUN'],
    [{ limitPerDayUsd: 5 }, 'This would pass your limit per day of $5.', 'LIMIT_DAY'],
  ] as const)('[FA18] %j is told before Make is pressed, and pressing says the same', async (patch, sentence, code) => {
    spentToday.value = { ...spentToday.value, usd: 4.95 };
    expect(limitWarning.value).toBeNull();
    limit(patch);
    expect(limitWarning.value).toBe(sentence);
    await go();
    expect([alert.value?.error.code, world.calls]).toEqual([code, []]);
  });

  it('[FA18] counts the pictures of other runs that still wait for their turn', async () => {
    limit({ limitPerDayUsd: 0.2 });
    world.make = (_request, signal) => hang(signal);
    const first = go('run-a');
    await world.pass(10);
    expect(limitWarning.value).toBe('This would pass your limit per day of $0.20.');
    await go('run-b');
    expect([alert.value?.error.code, runs.value.length]).toEqual(['LIMIT_DAY', 1]);
    await world.pass(10 * 60_000);
    await first;
    expect(limitWarning.value).toBeNull();
  });

  it('[FA18] what costs nothing passes no limit', async () => {
    limit({ limitPerRunUsd: 0.01, limitPerDayUsd: 0.01 });
    spentToday.value = { ...spentToday.value, usd: 9 };
    key.value = { isSet: false, ending: '' };
    expect(limitWarning.value).toBeNull();
    await go();
    expect(alert.value).toBeNull();
  });

  it('[FA18] yesterday’s sum is no limit today', () => {
    limit({ limitPerDayUsd: 5 });
    spentToday.value = { day: '2001-01-01', usd: 5 };
    expect(limitWarning.value).toBeNull();
  });

  it('[FA19] inputs too heavy for one request are refused before a slot is reserved or a plan is paid', async () => {
    changeDraft({ exactPrompt: null });
    Object.assign(world.effects.pixels, {
      prepare: (_pieces: unknown, size: { width: number; height: number }) => Promise.resolve({ bytes: new Uint8Array(15_100_000), size, content: { x: 0, y: 0, ...size } }),
    });
    await go();
    expect(alert.value?.error.code).toBe('INPUTS_TOO_LARGE');
    expect(world.calls.map((call) => call.name)).toEqual(['exportNode']);
    expect(spentToday.value.usd).toBe(0);
  });
});

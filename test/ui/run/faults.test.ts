// A run against a service and a network that fail: who waits, who tries again, who never does, and what is said of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { ERROR_TABLE, VariegateError } from '../../../src/core/errors.ts';
import type { ErrorCode } from '../../../src/core/errors.ts';
import type { GenerationRequest } from '../../../src/core/request.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { cancelAllJobs, cancelJob } from '../../../src/ui/run/runJobs.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft } from '../../../src/ui/store/draft.ts';
import { pauses } from '../../../src/ui/store/pauses.ts';
import { preparing, runs } from '../../../src/ui/store/runs.ts';
import { alert, key, settings, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld, hang } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

const MINUTE = 60_000;
let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  changeDraft({ exactPrompt: 'A red bicycle.' });
});

const jobs = () => runs.value.flatMap((run) => run.jobs);
const stateList = () => jobs().map((entry) => entry.job.value.state);
const states = () => stateList().map((state) => state.at);
const go = (count = 1) => {
  changeDraft({ count });
  return startRun(world.effects, freeze('run-x'));
};
const fail = (code: ErrorCode, retryAfterMs?: number) => Promise.reject(new VariegateError(code, retryAfterMs === undefined ? {} : { retryAfterMs }));
const ok = () => Promise.resolve({});

/** Fails the first `times` requests that `matches` lets through. */
function failFirst(times: number, code: ErrorCode, retryAfterMs?: number, matches: (request: GenerationRequest) => boolean = () => true): void {
  let left = times;
  world.make = (request) => (matches(request) && (left -= 1) >= 0 ? fail(code, retryAfterMs) : ok());
}

/** Lets the run work while time passes in steps of a second. */
async function over(run: Promise<void>, ms = 10 * MINUTE): Promise<void> {
  await world.pass(ms);
  await run;
}

describe('back-off', () => {
  const codes = Object.keys(ERROR_TABLE).filter((code): code is ErrorCode => code !== 'MODEL_RETIRED' && code !== 'CANCELLED');

  it.each(codes)('[FA3] %s goes out three times when it is overload, once otherwise', async (code) => {
    changeDraft({ model: 'gemini-3-pro-image' });
    world.make = () => fail(code);
    await over(go());
    const first = world.sent.filter((request) => request.model === 'gemini-3-pro-image');
    expect(first).toHaveLength(code === 'RATE_LIMITED' || code === 'SERVICE_OVERLOADED' ? 3 : 1);
    expect(stateList()).toMatchObject([{ at: 'failed', error: { code } }]);
  });

  it('[FA3] sends the same request again, and takes what comes then', async () => {
    failFirst(2, 'SERVICE_OVERLOADED');
    await over(go());
    expect(states()).toEqual(['done']);
    expect(new Set(world.sent.map((request) => JSON.stringify(request))).size).toBe(1);
  });

  it('[FA5] makes every request of the service wait as long as one was told to', async () => {
    failFirst(1, 'RATE_LIMITED', 34_000, (request) => request.id.endsWith('/0'));
    const run = go(4);
    await world.pass(33_000);
    expect(world.sent.map((request) => request.id)).toEqual(['run-x/0', 'run-x/1']);
    expect(states()).toEqual(['waiting', 'done', 'waiting', 'queued']);
    expect(stateList()[2]).toMatchObject({ wait: { code: 'RATE_LIMITED', untilMs: Date.UTC(2026, 10, 22, 12) + 34_000 } });
    await over(run);
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('[FA5] makes another run wait too, and says so in one sentence', async () => {
    pauses.value = { gemini: { code: 'RATE_LIMITED', untilMs: world.nowMs + 20_000 } };
    const run = go(2);
    await world.pass(19_000);
    expect(world.sent).toEqual([]);
    expect(status.value).toBe('Gemini asks to slow down; 2 pictures wait');
    await over(run);
    expect(status.value).toBe('2 of 2 placed');
  });

  it('[FA6] says when to try again instead of waiting for longer than two minutes', async () => {
    world.make = () => fail('RATE_LIMITED', 2 * 60 * MINUTE);
    await go();
    const then = new Date(world.nowMs + 2 * 60 * MINUTE);
    const time = `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`;
    const [state] = stateList();
    expect(state).toMatchObject({ at: 'failed', error: { code: 'PAUSE_LONG' } });
    expect(state?.at === 'failed' && new VariegateError(state.error.code, state.error.details).why).toMatch(new RegExp(`try again after .*${time}`));
    expect(world.sent).toHaveLength(1);
  });

  it('[FA8] charges nothing for a picture that is cancelled while it waits', async () => {
    world.make = () => fail('RATE_LIMITED', 30_000);
    const run = go(2);
    await world.pass(1000);
    cancelAllJobs();
    await run;
    expect(stateList()).toEqual(Array(2).fill({ at: 'cancelled', maybeCharged: false }));
    expect(status.value).toBe('Cancelled');
    await world.pass(MINUTE);
    expect(world.sent).toHaveLength(2);
  });

  it('[FA8] says "may still be charged" of those that were out, and of no other', async () => {
    world.make = (request, signal) => (request.id.endsWith('/0') ? hang(signal) : fail('RATE_LIMITED', 30_000));
    const run = go(3);
    await world.pass(1000);
    cancelAllJobs();
    await run;
    expect(stateList()).toMatchObject([{ maybeCharged: true }, { maybeCharged: false }, { maybeCharged: false }]);
    expect(status.value).toBe('Cancelled; 1 may still be charged');
  });

  it('[FA9] never sends again after three minutes without an answer', async () => {
    world.make = (_request, signal) => hang(signal);
    await over(go());
    expect(world.sent).toHaveLength(1);
    expect(stateList()).toMatchObject([{ at: 'failed', error: { code: 'TIMED_OUT' } }]);
  });
});

describe('the fallback model', () => {
  const CHOSEN = 'gemini-nano-banana-2.1';
  const NEXT = 'gemini-3.1-flash-lite-image';
  const models = () => world.sent.map((request) => request.model);

  it('[FA10] answers after three overloads, is named, and is written down with the one that was asked', async () => {
    world.make = (request) => (request.model === CHOSEN ? fail('SERVICE_OVERLOADED') : ok());
    await over(go());
    expect(models()).toEqual([CHOSEN, CHOSEN, CHOSEN, NEXT]);
    expect(status.value).toBe('1 of 1 placed; Gemini 3.1 Flash Lite Image answered instead');
    const [state] = stateList();
    expect(state?.at === 'done' && state.image.record).toMatchObject({ model: NEXT, askedModel: CHOSEN });
  });

  it('[FA10] is asked at once when a model is gone, and there is no second hop', async () => {
    world.make = (request) => fail('MODEL_RETIRED').catch((error: VariegateError) => Promise.reject(new VariegateError(error.code, { name: request.model })));
    await over(go());
    expect(models()).toEqual([CHOSEN, NEXT]);
    expect(stateList()).toMatchObject([{ at: 'failed', error: { code: 'MODEL_RETIRED', details: { name: NEXT } } }]);
  });

  it('[FA10] is not asked when the key’s own limit is the reason', async () => {
    world.make = () => fail('RATE_LIMITED');
    await over(go());
    expect(new Set(models())).toEqual(new Set([CHOSEN]));
  });

  it('[FA11] is held to the limits at its own price', async () => {
    changeDraft({ model: NEXT });
    settings.value = { ...settings.value, limitPerRunUsd: 0.07 };
    let asked = 0;
    world.make = (request) => ((asked += 1), request.model === NEXT ? Promise.reject(new VariegateError('MODEL_RETIRED', {}, { model: NEXT, inputTokens: 0, outputTokens: 0, imageTokens: 1300 })) : ok());
    await over(go());
    expect(asked).toBe(1);
    expect(stateList()).toMatchObject([{ at: 'failed', error: { code: 'LIMIT_RUN' } }]);
  });

  it('[FA12] plans too, when the text model is gone', async () => {
    const asked: string[] = [];
    const plan = world.effects.providers.gemini.plan;
    const gone = (task: Parameters<typeof plan>[0], context: Parameters<typeof plan>[1]) => {
      asked.push(task.textModel);
      return asked.length === 1 ? fail('MODEL_RETIRED') : plan(task, context);
    };
    Object.assign(world.effects.providers.gemini, { plan: gone });
    changeDraft({ exactPrompt: null });
    await go(2);
    expect(asked).toEqual(['gemini-3.8-flash', 'gemini-3.6-flash']);
    expect(states()).toEqual(['done', 'done']);
  });

  it('[FA12] a plan waits as a picture does, and shows it', async () => {
    let tries = 0;
    const plan = world.effects.providers.gemini.plan;
    Object.assign(world.effects.providers.gemini, { plan: (...args: Parameters<typeof plan>) => ((tries += 1) === 1 ? fail('RATE_LIMITED', 20_000) : plan(...args)) });
    changeDraft({ exactPrompt: null });
    const run = go(2);
    await world.pass(10_000);
    expect(preparing.value[0]?.wait.value).toMatchObject({ code: 'RATE_LIMITED' });
    await over(run);
    expect(states()).toEqual(['done', 'done']);
  });
});

describe('offline', () => {
  it('[FA13] holds everything back, says it once, and goes on when the network is there', async () => {
    world.setOnline(false);
    const run = go(3);
    await world.pass(5 * MINUTE);
    expect(world.sent).toEqual([]);
    expect(states()).toEqual(['waiting', 'waiting', 'queued']);
    expect(status.value).toBe('Offline; 3 pictures wait');
    world.setOnline(true);
    await run;
    expect(states()).toEqual(['done', 'done', 'done']);
  });

  it('[FA13] can be cancelled, and costs nothing', async () => {
    world.setOnline(false);
    const run = go(2);
    await world.pass(1000);
    const [current] = runs.value;
    const [first] = jobs();
    if (current && first) cancelJob(current, first);
    world.setOnline(true);
    await run;
    expect(stateList()[0]).toEqual({ at: 'cancelled', maybeCharged: false });
    expect(world.sent.map((request) => request.id)).toEqual(['run-x/1']);
  });

  it('[FA14] does not send again what may have reached the service', async () => {
    world.make = (request) => {
      if (!request.id.endsWith('/0')) return ok();
      world.setOnline(false);
      return fail('OFFLINE');
    };
    const run = go(2);
    await world.pass(MINUTE);
    world.setOnline(true);
    await run;
    expect(world.sent.filter((request) => request.id.endsWith('/0'))).toHaveLength(1);
    expect(stateList()[0]).toMatchObject({ at: 'failed', error: { code: 'OFFLINE' } });
  });

  it('[FA15] does not stop the engine that needs no network, not even behind pictures that wait for it', async () => {
    world.setOnline(false);
    const waiting = go(4);
    await world.pass(1000);
    key.value = { isSet: false, ending: '' };
    await startRun(world.effects, freeze('run-y'));
    expect(runs.value[0]?.jobs.map((entry) => entry.job.value.state.at)).toEqual(['done', 'done', 'done', 'done']);
    cancelAllJobs();
    await waiting;
  });

  it('[FA13] while the directions are planned is waited for too', async () => {
    world.setOnline(false);
    changeDraft({ exactPrompt: null });
    const run = go(4);
    await world.pass(1000);
    expect(status.value).toBe('Offline; 4 pictures wait');
    cancelAllJobs();
    await run;
    expect([world.sent, alert.value, status.value]).toEqual([[], null, 'Cancelled']);
  });
});

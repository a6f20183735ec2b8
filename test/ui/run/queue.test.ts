// The queue at work: pause and go on, other turns, cancel while waiting, and what the service teaches about pace.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { keepDraft } from '../../../src/ui/run/keepDraft.ts';
import { cancelAllJobs, cancelJob } from '../../../src/ui/run/runJobs.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft } from '../../../src/ui/store/draft.ts';
import { isPaused, laneOf, learntPaces, moveInLane, pauseLanes, resumeLanes } from '../../../src/ui/store/lanes.ts';
import { allJobs, runs } from '../../../src/ui/store/runs.ts';
import { settings } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;
let answer: (() => void)[];

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  answer = [];
  world.make = () => new Promise((resolve) => answer.push(() => resolve({})));
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const states = () => allJobs.value.map(({ job }) => job.value.state.at);
const sent = () => world.sent.map(({ id }) => id.split('/')[1]).join('');

async function begin(count: number): Promise<Promise<void>> {
  changeDraft({ count, exactPrompt: 'a hat' });
  const run = startRun(world.effects, freeze('run-1'));
  await settle();
  return Promise.resolve().then(() => run);
}

async function answerNext(): Promise<void> {
  answer.shift()?.();
  await settle();
}

describe('the queue', () => {
  it('[QU9] paused, it lets what is out finish and starts nothing; resumed, it goes on', async () => {
    void begin(4);
    await settle();
    await settle();
    pauseLanes();
    await answerNext();
    await answerNext();
    expect([states(), sent()]).toEqual([['done', 'done', 'queued', 'queued'], '01']);
    resumeLanes();
    await settle();
    expect(states().slice(2)).toEqual(['running', 'running']);
  });

  it('[QU10] a picture that waits can be made the next and the last', async () => {
    void begin(6);
    await settle();
    await settle();
    const ids = allJobs.value.map(({ id }) => id);
    expect([moveInLane(ids[5] ?? '', 'front'), moveInLane(ids[2] ?? '', 'back'), moveInLane(ids[0] ?? '', 'back')]).toEqual([true, true, false]);
    for (let index = 0; index < 6; index += 1) await answerNext();
    expect(sent()).toBe('015342');
  });

  it('[QU11] what waits is cancelled at once, also while it is paused, and its slot goes', async () => {
    const run = begin(3);
    await settle();
    await settle();
    pauseLanes();
    const [first] = runs.value;
    const last = first?.jobs[2];
    if (first && last) cancelJob(first, last);
    expect(states()[2]).toBe('cancelled');
    await answerNext();
    await answerNext();
    await (await run);
    expect(world.calls.filter(({ name }) => name === 'releaseSlots').map(({ input }) => input)).toEqual([{ nodeIds: ['slot2'] }]);
    cancelAllJobs();
    expect(isPaused.value).toBe(false);
  });

  it('[QU12] answers raise the number at once, a refusal halves it, and it is remembered for the next start', async () => {
    world.make = () => Promise.resolve({});
    changeDraft({ count: 8, exactPrompt: 'a hat' });
    await startRun(world.effects, freeze('run-1'));
    const { model } = world.sent[0] ?? { model: '' };
    expect(laneOf('gemini', model).limit).toBe(4);
    let refusals = 1;
    world.make = () => (refusals-- > 0 ? Promise.reject(new VariegateError('RATE_LIMITED', { retryAfterMs: 50 })) : Promise.resolve({}));
    changeDraft({ count: 1 });
    const run = startRun(world.effects, freeze('run-2'));
    await settle();
    await world.pass(5000);
    await run;
    expect(learntPaces.value).toEqual({ [`gemini/${model}`]: 2 });
    keepDraft(world.effects);
    expect(settings.value.paces).toEqual({ [`gemini/${model}`]: 2 });
  });

  it('[LN4] what is cancelled on its way is booked as maybe charged, what is paid with what it cost, and the day’s sum knows only the latter', async () => {
    world.make = (_request, signal) => new Promise((resolve, reject) => {
      answer.push(() => resolve({}));
      signal.addEventListener('abort', () => reject(new VariegateError('CANCELLED')));
    });
    void begin(2);
    await settle();
    await settle();
    await answerNext();
    cancelAllJobs();
    await settle();
    const lines = world.calls.flatMap(({ name, input }) => (name === 'addSpend' ? [input as { usd: number; entry: { usd: number | null; isUnsure: boolean; model: string; kind: string } }] : []));
    expect(lines.map(({ usd, entry }) => [usd > 0, entry.usd !== null, entry.isUnsure, entry.kind])).toEqual([[true, true, false, 'picture'], [false, false, true, 'picture']]);
  });

  it('[QU13] another number in Settings is where it begins anew', () => {
    const lane = laneOf('gemini', 'some-model');
    settings.value = { ...settings.value, requestsAtOnce: 6 };
    expect(lane.limit).toBe(6);
    settings.value = { ...settings.value, requestsAtOnce: 2 };
    expect([lane.limit, learntPaces.value]).toEqual([2, {}]);
  });
});

// A whole run against a world that remembers: what is asked of the document and of the service, and in which order.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import * as place from '../../../src/ui/run/place.ts';
import { cancelAllJobs, cancelJob, retryJob } from '../../../src/ui/run/runJobs.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft, goLabel } from '../../../src/ui/store/draft.ts';
import { reservedByRun } from '../../../src/ui/store/ledger.ts';
import { preparing, runs } from '../../../src/ui/store/runs.ts';
import { selection } from '../../../src/ui/store/selection.ts';
import { alert, key, settings, spentToday, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld, hang } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
});

interface Staged {
  readonly ticket: string;
  readonly bytes: Uint8Array;
}

const names = () => world.calls.map((call) => call.name);
const jobs = () => runs.value.flatMap((run) => run.jobs);
const states = () => jobs().map((entry) => entry.job.value.state.at);
const go = () => startRun(world.effects, freeze('run-x'));
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a run', () => {
  it('[RU1] reads, reserves, plans, makes and places, in this order', async () => {
    await go();
    expect(names().filter((name) => !['readKey', 'addSpend', 'findMade', 'saveHistory', 'stagePicture'].includes(name))).toEqual([
      'exportNode', 'reserveSlots', 'fillSlot', 'fillSlot', 'fillSlot', 'fillSlot',
    ]);
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    expect(status.value).toBe('4 of 4 placed');
  });

  it('[RU2] sends one request per picture, each with its own direction in place of the token', async () => {
    await go();
    expect(world.sent).toHaveLength(4);
    expect(world.sent.map((request) => request.prompt).every((prompt, index) => prompt.includes(`go way ${index + 1}`) && !prompt.includes('{direction}'))).toBe(true);
  });

  it('[RU3] plans nothing and sends equal words when the designer took the token out', async () => {
    changeDraft({ exactPrompt: 'A red bicycle.' });
    await go();
    expect(world.sent.map((request) => request.prompt)).toEqual(Array(4).fill('A red bicycle.'));
    expect(new Set(world.sent.map((request) => request.variation)).size).toBe(4);
  });

  it('[RU4] has two requests out at a time, never more', async () => {
    world.make = async () => (await settle(), {});
    await go();
    expect(world.mostAtOnce).toBe(2);
  });

  it('[RU4] has as many out as Settings says', async () => {
    settings.value = { ...settings.value, requestsAtOnce: 5 };
    changeDraft({ count: 8 });
    world.make = async () => (await settle(), {});
    await go();
    expect(world.mostAtOnce).toBe(5);
  });

  it('[RU5] shows each picture as it arrives, while others are still out', async () => {
    world.make = (request, signal) => (request.id.endsWith('/0') ? Promise.resolve({}) : hang(signal));
    const run = go();
    await settle();
    expect(states()).toEqual(['done', 'running', 'running', 'queued']);
    cancelAllJobs();
    await run;
  });

  it('[RU6] looks at the draft and the selection no more once Make is pressed', async () => {
    const frozen = freeze('run-x');
    changeDraft({ brief: 'changed', count: 8, model: 'gemini-3-pro-image' });
    selection.value = { ...selection.value, layers: [], box: null, refusal: { code: 'NOTHING_SELECTED', name: '' } };
    await startRun(world.effects, frozen);
    expect(world.sent).toHaveLength(4);
    expect(world.sent[0]).toMatchObject({ model: 'gemini-nano-banana-2.1', brief: '' });
  });

  it('[RU7] spoils one picture only when one request fails, and releases its slot', async () => {
    world.make = (request) => (request.id.endsWith('/1') ? Promise.reject(new VariegateError('IMAGE_RECITATION')) : Promise.resolve({}));
    await go();
    expect(states()).toEqual(['done', 'failed', 'done', 'done']);
    expect(world.calls.find((call) => call.name === 'releaseSlots')?.input).toEqual({ nodeIds: ['slot1'] });
    expect(status.value).toBe('3 of 4 placed, 1 failed');
  });

  it('[RU8] releases every slot and says why when the plan fails', async () => {
    const { gemini } = world.effects.providers;
    Object.assign(gemini, { plan: () => Promise.reject(new VariegateError('KEY_INVALID')) });
    await go();
    expect(world.calls.find((call) => call.name === 'releaseSlots')?.input).toEqual({ nodeIds: ['slot0', 'slot1', 'slot2', 'slot3'] });
    expect(alert.value?.error.code).toBe('KEY_INVALID');
    expect(preparing.value).toEqual([]);
  });

  it('[RU9] refuses a recipe without what it needs, before anything is asked of anybody', () => {
    selection.value = { ...selection.value, refusal: { code: 'SELECTION_EMPTY', name: 'Hero' } };
    expect(() => freeze('run-x')).toThrow('Hero is empty.');
    changeDraft({ recipe: 'fromBrief', brief: '  ' });
    expect(() => freeze('run-x')).toThrow('There are no words yet.');
  });

  it('[RU10] needs no selection for a brief, and gives the slots the size that is asked for', async () => {
    selection.value = { ...selection.value, layers: [], box: null, refusal: { code: 'NOTHING_SELECTED', name: '' } };
    changeDraft({ recipe: 'fromBrief', brief: 'a harbour' });
    await go();
    expect(names()).not.toContain('exportNode');
    expect(world.calls.find((call) => call.name === 'reserveSlots')?.input).toMatchObject({ source: null, size: { width: 1024, height: 1024 } });
    expect(world.sent[0]).toMatchObject({ inputs: [], content: null });
  });

  it('[RU11] asks the fallback once when a model is gone, and writes down which model answered', async () => {
    world.make = (request) => (request.model === 'gemini-nano-banana-2.1' ? Promise.reject(new VariegateError('MODEL_RETIRED', { name: request.model })) : Promise.resolve({}));
    await go();
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    const state = jobs()[0]?.job.value.state;
    expect(state?.at === 'done' && state.image.record.model).toBe('gemini-3.1-flash-lite-image');
  });
});

describe('cancelling', () => {
  it('[RU12] one picture leaves the others running', async () => {
    world.make = (request, signal) => (request.id.endsWith('/0') ? hang(signal) : settle().then(() => ({})));
    const run = go();
    await settle();
    const [first] = jobs();
    if (runs.value[0] && first) cancelJob(runs.value[0], first);
    await run;
    expect(states()).toEqual(['cancelled', 'done', 'done', 'done']);
    expect(status.value).toBe('3 kept, 1 cancelled; 1 may still be charged');
  });

  it('[RU25] is summed up with every picture counted: kept, failed and cancelled', async () => {
    world.make = (request, signal) => {
      if (request.id.endsWith('/0')) return Promise.resolve({});
      return request.id.endsWith('/1') ? Promise.reject(new VariegateError('IMAGE_RECITATION')) : hang(signal);
    };
    const run = go();
    await settle();
    cancelAllJobs();
    await run;
    expect(status.value).toBe('1 kept, 1 failed, 2 cancelled; 2 may still be charged');
  });

  it('[RU13] all keeps what arrived and releases the rest of the slots', async () => {
    world.make = (request, signal) => (request.id.endsWith('/0') ? Promise.resolve({}) : hang(signal));
    const run = go();
    await settle();
    cancelAllJobs();
    await run;
    expect(states()).toEqual(['done', 'cancelled', 'cancelled', 'cancelled']);
    expect(world.calls.find((call) => call.name === 'releaseSlots')?.input).toEqual({ nodeIds: ['slot1', 'slot2', 'slot3'] });
    expect(status.value).toBe('1 kept, 3 cancelled; 2 may still be charged');
  });

  it('[RU14] while the directions are planned stops before any picture is paid', async () => {
    Object.assign(world.effects.providers.gemini, { plan: (_task: unknown, { signal }: { signal: AbortSignal }) => hang(signal) });
    const run = go();
    await settle();
    cancelAllJobs();
    await run;
    expect(world.sent).toEqual([]);
    expect(alert.value).toBeNull();
    expect(names()).toContain('releaseSlots');
  });

  it('[RU15] can be undone by Retry, which sends the same request', async () => {
    world.make = (request, signal) => (request.id.endsWith('/0') && world.sent.length < 3 ? hang(signal) : Promise.resolve({}));
    const run = go();
    await settle();
    cancelAllJobs();
    await run;
    const first = jobs()[0];
    const [current] = runs.value;
    if (!first || !current) throw new Error('no run');
    world.make = () => Promise.resolve({});
    await retryJob(world.effects, current, first);
    expect(states()[0]).toBe('done');
    expect(names()).toContain('placeBeside');
  });
});

describe('where results go', () => {
  it('[RU16] "Keep in results" asks nothing of the document', async () => {
    changeDraft({ place: 'keep' });
    await go();
    expect(names().some((name) => ['reserveSlots', 'fillSlot', 'placeBeside', 'replaceFill'].includes(name))).toBe(false);
    expect(status.value).toBe('4 of 4 made');
  });

  it('[RU17] "Replace fill" puts the first picture in and keeps the others; Restore takes it out', async () => {
    changeDraft({ place: 'replace' });
    await go();
    expect(names().filter((name) => name === 'replaceFill')).toHaveLength(1);
    const placed = jobs().filter((entry) => {
      const { state } = entry.job.value;
      return state.at === 'done' && state.placed?.how === 'replaced';
    });
    expect(placed).toHaveLength(1);
    if (placed[0]) await place.restoreFill(world.effects, placed[0]);
    expect(world.calls.at(-1)).toEqual({ name: 'restoreFill', input: { nodeId: '1:2' } });
  });

  it('[RU18] a picture whose slot is gone stays in Results with the reason, and can be placed beside', async () => {
    world.refuse.set('fillSlot', new VariegateError('NODE_GONE'));
    await go();
    const [first] = jobs();
    expect(first?.job.value.state).toMatchObject({ at: 'done', placed: null, placeError: { code: 'NODE_GONE' } });
    const [current] = runs.value;
    if (current && first) await place.placeBeside(world.effects, current, first);
    expect(first?.job.value.state).toMatchObject({ placed: { how: 'beside' }, placeError: null });
  });

  it('[RU19] the bytes that go into the document are the bytes that came', async () => {
    await go();
    const staged = new Map(world.calls.flatMap(({ name, input }) => (name === 'stagePicture' ? [[(input as Staged).ticket, (input as Staged).bytes]] : [])));
    const filled = world.calls.flatMap(({ name, input }) => (name === 'fillSlot' ? [staged.get((input as Staged).ticket)] : []));
    expect(filled.map((bytes) => new TextDecoder().decode(bytes)).sort()).toEqual(['picture run-x/0', 'picture run-x/1', 'picture run-x/2', 'picture run-x/3']);
  });
});

describe('bytes that go ahead', () => {
  const tickets = (name: string) => world.calls.flatMap((call) => (call.name === name ? [(call.input as Staged).ticket] : []));

  it('[RU26] each fills its slot by its ticket', async () => {
    await go();
    expect(tickets('fillSlot').sort()).toEqual(tickets('stagePicture').sort());
    expect(new Set(tickets('fillSlot')).size).toBe(4);
    expect(tickets('dropPicture')).toEqual([]);
  });

  it('[RU26] bytes that had to be changed go whole, and what went ahead is dropped', async () => {
    const { finish } = world.effects.pixels;
    world.effects.pixels.finish = async (bytes, crop, signal) => ({ ...(await finish(bytes, crop, signal)), bytes: new Uint8Array([1]), changes: ['converted'] });
    await go();
    expect(tickets('fillSlot')).toEqual([undefined, undefined, undefined, undefined]);
    expect(tickets('dropPicture').sort()).toEqual(tickets('stagePicture').sort());
  });

  it('[RU26] a picture that cannot be read is dropped', async () => {
    const { finish } = world.effects.pixels;
    const isAnswer = (bytes: Uint8Array) => new TextDecoder().decode(bytes).startsWith('picture');
    world.effects.pixels.finish = (bytes, crop, signal) => (isAnswer(bytes) ? Promise.reject(new VariegateError('IMAGE_UNREADABLE')) : finish(bytes, crop, signal));
    await go();
    expect(states()).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(tickets('dropPicture')).toHaveLength(4);
  });

  it('[RU26] nothing goes ahead where nothing is placed', async () => {
    changeDraft({ place: 'keep' });
    await go();
    expect(tickets('stagePicture')).toEqual([]);
  });
});

describe('money', () => {
  it('[RU20] books what the usage says, not what the table guessed', async () => {
    await go();
    const each = (1000 * 1.5 + 1120 * 30) / 1e6;
    const plan = (1000 * 0.75 + 200 * 3.75) / 1e6;
    expect(spentToday.value.usd).toBeCloseTo(4 * each + plan, 9);
    expect(Object.values(reservedByRun.value).every((usd) => Math.abs(usd) < 1e-9)).toBe(true);
  });

  it('[RU21] refuses a run that would pass a limit before anything is sent', async () => {
    settings.value = { ...settings.value, limitPerRunUsd: 0.1 };
    await go();
    expect(world.calls).toEqual([]);
    expect(alert.value?.error.code).toBe('LIMIT_RUN');
  });

  it('[RU22] counts requests that are out: two runs together cannot pass the limit per day', async () => {
    settings.value = { ...settings.value, limitPerDayUsd: 0.16 };
    world.make = async () => (await settle(), {});
    await Promise.all([startRun(world.effects, freeze('run-a')), startRun(world.effects, freeze('run-b'))]);
    expect(spentToday.value.usd).toBeLessThanOrEqual(0.16);
    expect(states().filter((at) => at === 'failed').length + (alert.value ? 1 : 0)).toBeGreaterThan(0);
  });

  it('[RU23] is free and asks for no key with the offline engine', async () => {
    key.value = { isSet: false, ending: '' };
    expect(goLabel.value).toBe('Make 4 · free');
    await go();
    expect(names()).not.toContain('readKey');
    expect(spentToday.value.usd).toBe(0);
    expect(jobs().map((entry) => entry.caption)).toEqual(['Way 1, offline preview', 'Way 2, offline preview', 'Way 3, offline preview', 'Way 4, offline preview']);
  });

  it('[RU24] gives up after three minutes with TIMED_OUT, told apart from a cancel', async () => {
    Object.assign(world.effects, { delay: () => settle() });
    world.make = (_request, signal) => hang(signal);
    await go();
    expect(jobs().map((entry) => entry.job.value.state)).toMatchObject(Array(4).fill({ at: 'failed', error: { code: 'TIMED_OUT' } }));
  });
});

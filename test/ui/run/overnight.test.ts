// An overnight batch from Run to the canvas: sent once, found again, placed, whoever opens the file and whenever the window closes.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { cancelOvernight, checkOvernight, placeOvernight } from '../../../src/ui/run/overnight/collect.ts';
import { forgetOvernight, loadOvernight } from '../../../src/ui/run/overnight/keep.ts';
import { retryOvernight, sendRest, startOvernight } from '../../../src/ui/run/overnight/send.ts';
import { batchObstacle, changeBatch, runLabel } from '../../../src/ui/store/batch.ts';
import { changeDraft } from '../../../src/ui/store/draft.ts';
import { jobsElsewhere, overnight, overnightCounts, overnightWork } from '../../../src/ui/store/overnight.ts';
import { settings, spentToday, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { createFakeOvernight } from '../../support/fakeOvernight.ts';
import type { FakeOvernight } from '../../support/fakeOvernight.ts';
import { killOvernight } from '../../support/kills.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => openWindow());

/** A new window, over the same service and document if given. */
function openWindow(service: FakeOvernight = createFakeOvernight()): void {
  world = createFakeWorld(service);
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
}

const never = () => new AbortController().signal;
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const fill = (count: number) => changeBatch({ text: `place\n${Array.from({ length: count }, (_, at) => `Town ${at}`).join('\n')}`, template: 'a photo of {place}', isOvernight: true });
const start = () => startOvernight(world.effects, never());
const check = () => checkOvernight(world.effects, never());
const place = () => placeOvernight(world.effects, never());
const keys = () => world.overnight.jobs.flatMap(({ order }) => order.requests.map(({ key }) => key));
const callsOf = (name: string) => world.calls.filter((call) => call.name === name).map(({ input }) => input);
const rowsOf = () => (overnight.value?.jobs ?? []).flatMap(({ rows }) => rows.map(({ unit }) => unit));

describe('an overnight batch', () => {
  it('[OV20] costs half, goes out in jobs of twenty, and is in the document before it leaves', async () => {
    fill(45);
    expect([runLabel.value, batchObstacle.value]).toEqual(['Run 45 overnight · about $0.77', null]);
    world.overnight.beforeSubmit = () => expect([world.overnight.document.head !== null, world.overnight.document.jobs.length]).toEqual([true, 3]);
    await start();
    expect([world.overnight.jobs.map(({ order }) => order.requests.length), new Set(keys()).size, world.sent.length]).toEqual([[20, 20, 5], 45, 0]);
    expect([overnightCounts.value.out, status.value]).toEqual([45, 'Overnight: 0 of 45 placed, 45 with Gemini']);
    expect(batchObstacle.value).toBe('This file has an overnight batch: place what it made, or discard it first.');
    expect(spentToday.value.usd).toBeCloseTo(45 * 0.0168, 5);
  });

  it('[OV21] is picked up by whoever opens the file, placed row by row, and told by the ledger at half price', async () => {
    fill(25);
    await start();
    openWindow(world.overnight);
    await loadOvernight(world.effects);
    world.overnight.settle();
    await check();
    expect([overnightCounts.value.ready, status.value]).toEqual([25, '25 overnight pictures are ready: place them in Batch']);
    await place();
    expect([overnightCounts.value.placed, status.value, world.history.size]).toEqual([25, 'Overnight: 25 of 25 placed', 25]);
    expect((callsOf('placeOvernightRow')[4] as { into: unknown; name: string }).into).toEqual({ is: 'cell', pageId: '0:1', box: { x: 1464, y: 984, width: 1440, height: 960 } });
    const lines = callsOf('addSpend').map((input) => (input as { usd: number; entry: { kind: string; usd: number; estimateUsd: number } }));
    expect(lines.map(({ usd, entry }) => [usd, entry.kind, entry.estimateUsd.toFixed(4)])).toEqual([[0, 'overnight', '0.3360'], [0, 'overnight', '0.0840']]);
    // 1000 tokens in and a picture's 1120 out, at half their price.
    expect(lines[0]?.entry.usd).toBeCloseTo(20 * 0.5 * (1000 * 1.5 + 1120 * 30) / 1e6, 6);
    await forgetOvernight(world.effects);
    expect([world.overnight.document.head, batchObstacle.value]).toEqual([null, 'Paste rows, or take them from selected layers.']);
  });

  it('[OV22] a row that was refused says so, and goes out again in a job of its own', async () => {
    fill(22);
    await start();
    world.overnight.refused.set(keys()[3] ?? '', new VariegateError('IMAGE_BLOCKED', { name: 'SAFETY' }));
    world.overnight.settle();
    await check();
    await place();
    expect([overnightCounts.value.placed, overnightCounts.value.failed, rowsOf()[3]]).toMatchObject([21, 1, { error: 'IMAGE_BLOCKED', errorName: 'SAFETY' }]);
    world.overnight.refused.clear();
    await retryOvernight(world.effects, never());
    expect([world.overnight.jobs.length, overnightCounts.value.all, overnightCounts.value.out]).toEqual([3, 22, 1]);
    world.overnight.settle();
    await check();
    await place();
    expect([overnightCounts.value.placed, world.overnight.jobs[2]?.order.displayName]).toEqual([22, `variegate/${overnight.value?.head.id}/2`]);
  });

  it.each([['failed', 'OVERNIGHT_FAILED'], ['expired', 'OVERNIGHT_EXPIRED'], ['cancelled', 'CANCELLED']] as const)('[OV23] a job that %s says why on each of its rows', async (state, code) => {
    fill(3);
    await start();
    world.overnight.settle(state);
    await check();
    expect([overnightCounts.value.failed, ...rowsOf().map(({ error }) => error)]).toEqual([3, code, code, code]);
  });

  it('[OV24] can be cancelled: what is made by then is still placed', async () => {
    fill(25);
    await start();
    const [first] = world.overnight.jobs;
    if (first) first.state = 'ready';
    await cancelOvernight(world.effects, never());
    expect([overnightCounts.value.ready, overnightCounts.value.failed, world.overnight.jobs[1]?.state]).toEqual([20, 5, 'cancelled']);
  });

  it('[OV25] is refused beyond a limit before anything is written, and where a row is too large for the document', async () => {
    fill(40);
    settings.value = { ...settings.value, limitPerRunUsd: 0.5 };
    expect([await codeOf(start()), callsOf('saveOvernightJob')]).toEqual(['LIMIT_RUN', []]);
    settings.value = { ...settings.value, limitPerRunUsd: 0 };
    const names = Array.from({ length: 50 }, (_, at) => `c${at}`);
    changeBatch({ text: `${names.join(',')}\n${names.map(() => 'x'.repeat(2000)).join(',')}`, template: '{c0}' });
    expect([await codeOf(start()), world.overnight.jobs.length]).toEqual(['BATCH_TOO_LARGE', 0]);
  });

  it('[OV26] a job that Gemini refused is not sent, and the rest can be sent later', async () => {
    fill(25);
    let tries = 0;
    world.overnight.beforeSubmit = () => { if ((tries += 1) === 2) throw new VariegateError('CREDIT_EMPTY'); };
    expect(await codeOf(start())).toBe('CREDIT_EMPTY');
    expect([overnightCounts.value.out, overnightCounts.value.waiting, overnightWork.value]).toEqual([20, 5, null]);
    await sendRest(world.effects, never());
    expect([overnightCounts.value.out, new Set(keys()).size, keys().length]).toEqual([25, 25, 25]);
  });

  it('[OV27] a connection that broke after a job arrived sends it no second time', async () => {
    fill(5);
    world.overnight.afterSubmit = () => { throw new VariegateError('CONNECTION_LOST'); };
    expect(await codeOf(start())).toBe('CONNECTION_LOST');
    expect(overnightCounts.value.unsureJobs).toBe(1);
    world.overnight.afterSubmit = () => undefined;
    await sendRest(world.effects, never());
    expect(world.overnight.jobs).toHaveLength(1);
    await check();
    expect([overnightCounts.value.out, overnightCounts.value.unsureJobs, world.overnight.jobs.length]).toEqual([5, 0, 1]);
  });

  it('[OV28] overload after it arrived is tried again, and finds the job by its name', async () => {
    fill(5);
    let tries = 0;
    world.overnight.afterSubmit = () => { if ((tries += 1) === 1) throw new VariegateError('SERVICE_OVERLOADED'); };
    const started = start();
    await world.pass(60_000);
    await started;
    expect([world.overnight.jobs.length, overnightCounts.value.out, tries]).toEqual([1, 5, 1]);
  });

  it('[OV29] while another window places, this one does not; what that one placed is not placed again', async () => {
    fill(3);
    await start();
    world.overnight.settle();
    await check();
    world.overnight.isHandFree = false;
    expect([await codeOf(place()), overnightCounts.value.ready]).toEqual(['OVERNIGHT_ELSEWHERE', 3]);
    world.overnight.isHandFree = true;
    const other = world.overnight.document.jobs[0] as { rows: { unit: { state: string } }[] };
    if (other.rows[1]) other.rows[1].unit.state = 'done';
    await place();
    expect(callsOf('placeBeside')).toEqual([]);
    expect(world.history.size).toBe(2);
  });

  it('[OV30] a picture whose place is gone lies beside; what keeps all out stops, and they stay ready', async () => {
    fill(2);
    await start();
    world.overnight.settle();
    await check();
    world.refuse.set('placeOvernightRow', new VariegateError('READ_ONLY'));
    expect([await codeOf(place()), overnightCounts.value.ready]).toEqual(['READ_ONLY', 2]);
    world.refuse.set('placeOvernightRow', new VariegateError('NODE_GONE'));
    await place();
    const inDocument = world.overnight.document.jobs[0] as { rows: { unit: { state: string } }[] };
    expect([callsOf('placeBeside').length, overnightCounts.value.placed, inDocument.rows.map(({ unit }) => unit.state)]).toEqual([2, 2, ['done', 'done']]);
  });

  it('[OV31] jobs of another project are told, and nothing is lost of them', async () => {
    fill(2);
    await start();
    world.overnight.jobs.length = 0;
    await check();
    expect([jobsElsewhere.value, overnightCounts.value.out]).toEqual([1, 2]);
  });

  it('[OV32] a request that the file has a picture of is placed at once and not sent', async () => {
    fill(3);
    world.effects.client.call = withMade(world, 1);
    await start();
    expect([keys().length, overnightCounts.value.placed, overnightCounts.value.out]).toEqual([2, 1, 2]);
  });

  it('[OV33] the offline engine has no overnight', () => {
    fill(3);
    changeDraft({ model: 'offline-preview-1' });
    settings.value = { ...settings.value, engine: 'offline' };
    expect(runLabel.value).toBe('Run 3 · free');
  });

  it('[OV34] killed at a hundred moments, no row is lost, sent twice or placed twice', async () => {
    const { kills, lost, twice } = await killOvernight(100);
    expect([kills >= 100, lost, twice]).toEqual([true, 0, 0]);
  }, 60_000);
});

/** Answers the first `left` lookups of pictures that were made before with a picture. */
function withMade({ effects }: FakeWorld, left: number): typeof effects.client.call {
  const { call } = effects.client;
  let count = left;
  return (async (name: string, input: never) => {
    if (name !== 'findMade' || (count -= 1) < 0) return call(name as never, input);
    return { found: { bytes: new Uint8Array([1]), imageHash: 'h', model: 'm', answeredSize: { width: 1, height: 1 }, changes: [], hasC2pa: false } };
  }) as typeof effects.client.call;
}

// A batch at work: every row once, its state written before and after, and nothing lost or paid twice whenever the window closes.
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { inflate } from '../../../src/ui/images/deflate.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { retryFailed, runBatch, startBatch } from '../../../src/ui/run/batch/runBatch.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { batch, batchObstacle, changeBatch, counts, isBatchPaused, isBatchRunning, runLabel } from '../../../src/ui/store/batch.ts';
import { changeDraft } from '../../../src/ui/store/draft.ts';
import { settings, spentToday, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { killBatches } from '../../support/kills.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
});

const never = () => new AbortController().signal;
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const callsOf = (name: string) => world.calls.filter((call) => call.name === name).map(({ input }) => input);
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const places = (count: number) => `place\n${Array.from({ length: count }, (_, at) => `Town ${at}`).join('\n')}`;
const fill = (count: number) => changeBatch({ text: places(count), template: 'a photo of {place}' });

describe('a batch', () => {
  it('[BA11] makes one picture a row, in its cell of the grid, each state written before and after', async () => {
    fill(5);
    expect([runLabel.value, batchObstacle.value]).toEqual(['Run 5 · about $0.17', null]);
    await startBatch(world.effects, never());
    expect(world.sent.map(({ prompt }) => prompt)).toEqual(['a photo of Town 0', 'a photo of Town 1', 'a photo of Town 2', 'a photo of Town 3', 'a photo of Town 4']);
    expect(callsOf('placeRow').map((input) => (input as { into: unknown }).into)).toContainEqual({ is: 'cell', pageId: '0:1', box: { x: 1464, y: 984, width: 1440, height: 960 } });
    expect([counts.value.done, status.value]).toEqual([5, '5 of 5 rows made']);
    const chunks = callsOf('saveBatchChunk').map((input) => inflate((input as { bytes: Uint8Array }).bytes));
    const order = (await Promise.all(chunks)).map((text) => (JSON.parse(text) as { state: string }[]).map(({ state }) => state[0]).join(''));
    expect([order[0], order.some((states) => states.startsWith('s')), order[order.length - 1]]).toEqual(['wwwww', true, 'ddddd']);
    expect([...world.history.keys()]).toHaveLength(5);
  });

  it('[BA12] one row’s failure spoils no other, and Retry failed makes it; rows that are done are not sent again', async () => {
    fill(4);
    world.make = ({ prompt }) => (prompt.endsWith('2') ? Promise.reject(new VariegateError('IMAGE_BLOCKED', { name: 'SAFETY' })) : Promise.resolve({}));
    await startBatch(world.effects, never());
    expect([counts.value.done, counts.value.failed, batch.value?.units[2]?.error, status.value]).toEqual([3, 1, 'IMAGE_BLOCKED', '3 of 4 rows made, 1 failed']);
    world.make = () => Promise.resolve({});
    await retryFailed(world.effects, never());
    expect([counts.value.done, world.sent.length]).toEqual([4, 5]);
  });

  it('[BA13] what speaks of the account stops it, and the rows wait', async () => {
    fill(20);
    world.make = () => Promise.reject(new VariegateError('CREDIT_EMPTY'));
    expect(await codeOf(startBatch(world.effects, never()))).toBe('CREDIT_EMPTY');
    expect([world.sent.length <= 2, counts.value.waiting >= 18, isBatchRunning.value]).toEqual([true, true, false]);
    settings.value = { ...settings.value, limitPerRunUsd: 0.1 };
    expect(await codeOf(startBatch(world.effects, never()))).toBe('LIMIT_RUN');
  });

  it('[BA14] paused, nothing new starts; resumed, it goes on where it was', async () => {
    fill(6);
    let made = 0;
    world.make = () => ((made += 1) === 2 && (isBatchPaused.value = true), Promise.resolve({}));
    await startBatch(world.effects, never());
    // What was out is finished, and nothing is unsure.
    expect([counts.value.done, counts.value.waiting, counts.value.unsure]).toEqual([world.sent.length, 6 - world.sent.length, 0]);
    expect(world.sent.length).toBeLessThan(6);
    expect(batchObstacle.value).toBe('The batch above is not finished: go on with it, or discard it first.');
    await runBatch(world.effects, never());
    expect([counts.value.done, world.sent.length, batchObstacle.value]).toEqual([6, 6, null]);
  });

  it('[BA15] a click is answered while a batch of 200 rows runs', async () => {
    fill(200);
    const waiting: (() => void)[] = [];
    world.make = () => new Promise((resolve) => waiting.push(() => resolve({})));
    const abort = new AbortController();
    const running = startBatch(world.effects, abort.signal);
    await expect.poll(() => world.sent.length).toBe(2);
    changeDraft({ recipe: 'fromBrief', brief: 'a hat', exactPrompt: 'a hat', count: 1 });
    const click = startRun(world.effects, freeze('run-1'));
    await expect.poll(() => world.sent.map(({ prompt }) => prompt)).toContain('a hat');
    expect(world.sent.length).toBeLessThan(8);
    abort.abort();
    waiting.forEach((answer) => answer());
    await settle();
    waiting.forEach((answer) => answer());
    await Promise.all([running, click]);
    // What was out came all the same, and is kept.
    expect([counts.value.unsure, counts.value.waiting]).toEqual([0, 198]);
  });

  it('[BA24] a picture that cannot be placed is kept: Retry places it and sends nothing', async () => {
    fill(3);
    world.refuse.set('placeRow', new VariegateError('NODE_GONE'));
    world.refuse.set('placeBeside', new VariegateError('PLACE_FAILED'));
    await startBatch(world.effects, never());
    expect([counts.value.failed, batch.value?.units[0]?.error, world.sent.length]).toEqual([3, 'PLACE_FAILED', 3]);
    world.refuse.clear();
    await retryFailed(world.effects, never());
    expect([counts.value.done, world.sent.length, batch.value?.unplaced.size]).toEqual([3, 3, 0]);
  });

  it('[BA16] killed at a hundred moments, no row is lost and none is paid twice by itself', async () => {
    const { kills, lost, twice } = await killBatches(100);
    expect([kills >= 100, lost, twice]).toEqual([true, 0, 0]);
  }, 60_000);

  it('[BA9] more than can be kept is refused before anything is sent', async () => {
    const noise = () => randomBytes(1400).toString('base64');
    changeBatch({ text: `a,b\n${Array.from({ length: 1000 }, (_, at) => `${noise()}${at},${noise()}`).join('\n')}`, template: '{a}' });
    expect(await codeOf(startBatch(world.effects, never()))).toBe('BATCH_TOO_LARGE');
    expect(world.sent).toEqual([]);
  });

  it('[BA17] rows of layers go into the layer of that name within each, copies get texts by column', async () => {
    changeBatch({ taken: { table: { names: ['Title'], rows: [['One'], ['Two']], remarks: [] }, nodeIds: ['5:1', '5:2'] }, template: 'a poster: {title}', into: 'layers', layer: '#pic' });
    await startBatch(world.effects, never());
    expect(callsOf('placeRow').map((input) => (input as { into: unknown }).into)).toEqual([{ is: 'layer', nodeId: '5:1', layer: '#pic' }, { is: 'layer', nodeId: '5:2', layer: '#pic' }]);
    changeBatch({ into: 'copies' });
    await startBatch(world.effects, never());
    expect((callsOf('placeRow')[2] as { into: unknown }).into).toEqual({ is: 'copy', sourceId: '1:2', layer: '#pic', pageId: '0:1', x: 0, y: 0, texts: { title: 'One' } });
    expect(spentToday.value.usd).toBeGreaterThan(0.1);
    expect(world.sent.every(({ target }) => target.width === 300 && target.height === 200)).toBe(true);
    changeBatch({ layer: '#nothing' });
    const before = world.sent.length;
    expect([await codeOf(startBatch(world.effects, never())), world.sent.length]).toEqual(['NO_FILL', before]);
  });

  it('[BA18] says what stands in the way of a run', () => {
    const said = (patch: Parameters<typeof changeBatch>[0]) => (changeBatch(patch), batchObstacle.value);
    expect([said({ text: '', template: 'x' }), said({ text: places(2), template: ' ' }), said({ template: '{town}' }), said({ template: '{place}', into: 'layers' }), said({ into: 'copies' }), said({ into: 'grid' })]).toEqual([
      'Paste rows, or take them from selected layers.', 'Write a template, as in: a photo of {name}.', 'There is no column {town}.', 'Take rows from selected layers first: each row’s picture goes into its own layer.', null, null,
    ]);
  });
});

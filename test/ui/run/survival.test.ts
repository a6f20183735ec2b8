// What a long batch must outlive: the network, sleep, keys, places that go, files that cannot be written, storages that are full, copies.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import { runBatch, startBatch } from '../../../src/ui/run/batch/runBatch.ts';
import { loadOvernight } from '../../../src/ui/run/overnight/keep.ts';
import { sendRest, startOvernight } from '../../../src/ui/run/overnight/send.ts';
import { batch, changeBatch, counts } from '../../../src/ui/store/batch.ts';
import { overnight, overnightCounts } from '../../../src/ui/store/overnight.ts';
import { spentToday } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { createFakeOvernight } from '../../support/fakeOvernight.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => openWindow());

function openWindow(service = createFakeOvernight()): void {
  world = createFakeWorld(service);
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
}

const HOUR_MS = 3_600_000;
const never = () => new AbortController().signal;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const fill = (count: number, isOvernight = false) => changeBatch({ text: `place\n${Array.from({ length: count }, (_, at) => `Town ${at}`).join('\n')}`, template: 'a photo of {place}', isOvernight });
const callsOf = (name: string) => world.calls.filter((call) => call.name === name).map(({ input }) => input);
const sentOnce = () => new Set(world.sent.map(({ prompt }) => prompt)).size === world.sent.length;

describe('a batch outlives', () => {
  it('[SV1] the network: rows wait while it is away, and each goes out once when it is back', async () => {
    fill(10);
    world.make = () => (world.sent.length === 4 && world.setOnline(false), Promise.resolve({}));
    const running = startBatch(world.effects, never());
    await expect.poll(() => world.isOnline, { interval: 2 }).toBe(false);
    await settle();
    expect(counts.value.done).toBeLessThan(10);
    world.setOnline(true);
    await running;
    expect([counts.value.done, sentOnce()]).toEqual([10, true]);
  });

  it('[SV2] sleep: what was out is not sent again by itself, the rest goes on, and what it costs counts on the day of waking', async () => {
    fill(6);
    world.make = ({ prompt }) => {
      if (!prompt.endsWith('1')) return Promise.resolve({});
      world.nowMs += 30 * HOUR_MS;
      return Promise.reject(new VariegateError('CONNECTION_LOST'));
    };
    await startBatch(world.effects, never());
    expect([counts.value.done, counts.value.failed, batch.value?.units[1]?.error, sentOnce()]).toEqual([5, 1, 'CONNECTION_LOST', true]);
    expect(spentToday.value.day).toBe('2026-11-23');
  });

  it('[SV3] a key that goes: it stops before it sends, and goes on with another', async () => {
    fill(8);
    world.make = () => (world.sent.length === 3 && (world.key = null), Promise.resolve({}));
    expect(await codeOf(startBatch(world.effects, never()))).toBe('KEY_MISSING');
    expect([counts.value.failed, counts.value.done + counts.value.waiting]).toEqual([0, 8]);
    world.key = 'AIzaOther';
    world.make = () => Promise.resolve({});
    await runBatch(world.effects, never());
    expect([counts.value.done, sentOnce()]).toEqual([8, true]);
  });

  it('[SV4] places that go: a picture whose page or layer is gone lies beside, for it is paid for', async () => {
    fill(4);
    world.refuse.set('placeRow', new VariegateError('NODE_GONE'));
    await startBatch(world.effects, never());
    expect([counts.value.done, callsOf('placeBeside').length, world.sent.length]).toEqual([4, 4, 4]);
  });

  it('[SV5] a file that cannot be written: it stops, keeps what was made, and places it when it can, without a request', async () => {
    fill(6);
    world.refuse.set('placeRow', new VariegateError('READ_ONLY'));
    expect(await codeOf(startBatch(world.effects, never()))).toBe('READ_ONLY');
    const made = world.sent.length;
    expect([made <= 2, batch.value?.unplaced.size, counts.value.done]).toEqual([true, made, 0]);
    world.refuse.clear();
    await runBatch(world.effects, never());
    expect([counts.value.waiting, sentOnce()]).toEqual([0, true]);
  });

  it('[SV6] a storage that is full: a row that cannot be written down is not sent', async () => {
    fill(6);
    world.make = () => (world.refuse.set('saveBatchChunk', new VariegateError('STORAGE_FULL')), Promise.resolve({}));
    expect(await codeOf(startBatch(world.effects, never()))).toBe('STORAGE_FULL');
    expect([world.sent.length <= 2, sentOnce()]).toEqual([true, true]);
  });

  it('[SV7] a file that was copied: what one of the two sent overnight, the other does not send again', async () => {
    fill(25, true);
    let tries = 0;
    world.overnight.beforeSubmit = () => {
      if ((tries += 1) === 2) throw new VariegateError('RATE_LIMITED', { retryAfterMs: 7_200_000 });
    };
    expect(await codeOf(startOvernight(world.effects, never()))).toBe('PAUSE_LONG');
    const copy = structuredClone(world.overnight.document);
    await sendRest(world.effects, never()).catch(() => undefined);
    world.nowMs += 3 * HOUR_MS;
    await sendRest(world.effects, never());
    expect(world.overnight.jobs).toHaveLength(2);
    const { overnight: service } = world;
    Object.assign(service.document, copy);
    openWindow(service);
    await loadOvernight(world.effects);
    expect(overnight.value?.jobs.map(({ state }) => state)).toEqual(['out', 'planned']);
    await sendRest(world.effects, never());
    expect([service.jobs.length, overnightCounts.value.out]).toEqual([2, 25]);
  });
});

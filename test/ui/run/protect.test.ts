// "Protect the rest" at work: the picture in Results and on the canvas follows, nothing is sent, and what cannot be protected stays.
import { beforeEach, describe, expect, it } from 'vitest';
import type { VariegateError } from '../../../src/core/errors.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { protectRest } from '../../../src/ui/run/protect.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft } from '../../../src/ui/store/draft.ts';
import { runs } from '../../../src/ui/store/runs.ts';
import type { Run, RunJob } from '../../../src/ui/store/runs.ts';
import { status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);
const imageOf = (entry: RunJob) => (entry.job.value.state.at === 'done' ? entry.job.value.state.image : null);

async function made(patch: Parameters<typeof changeDraft>[0]): Promise<{ run: Run; entry: RunJob }> {
  changeDraft({ count: 1, ...patch });
  await startRun(world.effects, freeze('run-1'));
  const [run] = runs.value;
  const [entry] = run?.jobs ?? [];
  if (!run || !entry) throw new Error('no run');
  return { run, entry };
}

describe('Protect the rest', () => {
  it('[PZ6] takes the place of the picture in Results and on the canvas; the record says so, and nothing is sent', async () => {
    const { run, entry } = await made({ exactPrompt: 'a hat' });
    const before = imageOf(entry);
    await protectRest(world.effects, run, entry);
    expect(imageOf(entry)?.file).not.toBe(before?.file);
    expect(imageOf(entry)?.record.changes).toContain('protected');
    expect(world.calls.filter(({ name }) => name === 'replaceFill').map(({ input }) => input)).toMatchObject([{ nodeId: 'slot0', recipe: { changes: ['protected'] } }]);
    expect([world.sent.length, status.value]).toEqual([1, 'Protected: 14 % changed; the rest is the source’s own']);
  });

  it('[PZ10] lets the result show inside a selected shape alone, and says so', async () => {
    const { run, entry } = await made({ exactPrompt: 'a hat' });
    world.limits = { box: { x: 100, y: 0, width: 600, height: 400 }, shapes: [{ nodeId: '7:7', isOutline: true }] };
    const orders: unknown[] = [];
    world.effects.pixels.protect = (bytes, _sent, { limits }) => {
      orders.push(limits.map(({ box, isOutline }) => ({ box, isOutline })));
      return Promise.resolve({ bytes, file: new Blob([new Uint8Array(bytes)]), changed: 0.7 });
    };
    await protectRest(world.effects, run, entry);
    expect(world.calls.find(({ name }) => name === 'readLimits')?.input).toEqual({ pictures: [['slot0'], ['1:2']] });
    expect(orders).toEqual([[{ box: { x: -100 / 600, y: 0, width: 0.5, height: 0.5 }, isOutline: true }]]);
    expect(status.value).toBe('Protected: 70 % changed, all of it inside the selected shape; the rest is the source’s own');
  });

  it('[PZ7] without a source, or of another picture, it is refused, and the picture stays', async () => {
    const words = await made({ recipe: 'fromBrief', brief: 'a hat', exactPrompt: 'a hat' });
    expect(await codeOf(protectRest(world.effects, words.run, words.entry))).toBe('NOTHING_TO_PROTECT');
    world.effects.pixels.protect = () => Promise.resolve({ bytes: null, file: null, changed: 0.8 });
    const { run, entry } = await made({ recipe: 'variants', exactPrompt: 'a hat' });
    const before = imageOf(entry);
    expect(await codeOf(protectRest(world.effects, run, entry))).toBe('NOTHING_TO_PROTECT');
    expect(imageOf(entry)).toBe(before);
  });
});

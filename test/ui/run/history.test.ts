// The history at work, and requests that were made before: what is kept, found again, reused, and never paid twice.
import { beforeEach, describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import { freeze } from '../../../src/ui/run/freeze.ts';
import { forgetEntries, keepInFile, loadHistory, placeEntry, runAgain, varyEntry } from '../../../src/ui/run/history/history.ts';
import { rate, toggleReason } from '../../../src/ui/run/history/keepResult.ts';
import { makeAnew } from '../../../src/ui/run/makeAnew.ts';
import { startRun } from '../../../src/ui/run/startRun.ts';
import { changeDraft, draft, sourceResult } from '../../../src/ui/store/draft.ts';
import { changeQuery, entriesOfResults, foundHistory, history, picturesHere } from '../../../src/ui/store/history.ts';
import { allJobs, runs } from '../../../src/ui/store/runs.ts';
import { alert, settings, spentToday, status } from '../../../src/ui/store/session.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { someEntry } from '../../support/history.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  world.effects.pixels.sizeOf = () => Promise.resolve({ width: 300, height: 200 });
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const kept = () => [...world.history.values()] as HistoryEntry[];
const callsOf = (name: string) => world.calls.filter((call) => call.name === name).map(({ input }) => input);
const fail = (): never => {
  throw new Error('the history has no entry');
};
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VariegateError) => error.code);

async function make(patch: Parameters<typeof changeDraft>[0] = {}): Promise<void> {
  changeDraft({ count: 1, exactPrompt: 'a hat', ...patch });
  await startRun(world.effects, freeze(world.effects.nextId('run')));
  await settle();
}

/** What the file answers from now on for the request that was sent. */
function remember(): void {
  const [job] = allJobs.value;
  const state = job?.job.value.state;
  if (state?.at === 'done') world.made.set(state.image.record.requestKey, { bytes: new TextEncoder().encode('old'), imageHash: 'hash', model: state.image.record.model, answeredSize: { width: 300, height: 200 }, changes: [], hasC2pa: false });
}

describe('the history', () => {
  it('[HY8] keeps every result that settled with its recipe, colours and place, and what it was made from', async () => {
    await make();
    const [first] = allJobs.value;
    expect(kept()).toMatchObject([{ id: first?.id, imageHash: 'hash', nodeId: 'slot0', source: 'Hero', rating: 0, parentId: null, colours: ['#20304a', '#f2e9d8'], record: { prompt: 'a hat' } }]);
    sourceResult.value = { jobId: first?.id ?? '', caption: 'x', thumbnailUrl: '', width: 300, height: 200 };
    await make({ exactPrompt: 'a red hat' });
    expect(kept().map(({ parentId }) => parentId)).toEqual([null, first?.id]);
  });

  it('[HY9] what failed is not kept; a storage that is full is said once and stops nothing', async () => {
    world.make = () => Promise.reject(new VariegateError('IMAGE_BLOCKED', { name: 'SAFETY' }));
    await make();
    expect(kept()).toEqual([]);
    world.make = () => Promise.resolve({});
    world.refuse.set('saveHistory', new VariegateError('STORAGE_FULL'));
    await make({ exactPrompt: 'b' });
    expect([allJobs.value[0]?.job.value.state.at, alert.value?.error.code]).toEqual(['done', 'STORAGE_FULL']);
  });

  it('[HY30] is written at once; a rating that is given meanwhile, and what was meant, outlive the small copy', async () => {
    let draw: () => void = () => undefined;
    world.effects.pixels.historyThumbnail = (bytes) => new Promise((resolve) => (draw = () => resolve(bytes)));
    await make();
    const entry = () => entriesOfResults.value.get(allJobs.value[0]?.id ?? '') ?? fail();
    expect(kept()).toMatchObject([{ rating: 0, colours: [] }]);
    await rate(world.effects, entry(), -1);
    await toggleReason(world.effects, entry(), 'light');
    await toggleReason(world.effects, entry(), 'flaws');
    await toggleReason(world.effects, entry(), 'light');
    draw();
    await settle();
    expect(kept()).toMatchObject([{ rating: -1, reasons: ['flaws'], colours: ['#20304a', '#f2e9d8'] }]);
    await rate(world.effects, entry(), 1);
    expect(kept()).toMatchObject([{ rating: 1, reasons: [] }]);
    await forgetEntries(world.effects, [entry().id]);
    expect(entriesOfResults.value.size).toBe(0);
  });

  it('[HY10] is read with what this file has, found by words, rated, and taken out', async () => {
    world.history.set('a', someEntry({ id: 'a', caption: 'Lake' }));
    world.history.set('b', someEntry({ id: 'b', caption: 'Sea', imageHash: 'elsewhere' }));
    world.history.set('c', { broken: true });
    await loadHistory(world.effects);
    expect([history.value?.map(({ id }) => id), [...picturesHere.value]]).toEqual([['b', 'a'], ['hash']]);
    changeQuery({ onlyHere: true });
    const [lake] = foundHistory.value;
    if (lake) await rate(world.effects, lake, 1);
    expect([foundHistory.value.map(({ id, rating }) => [id, rating]), kept()[0]?.rating]).toEqual([[['a', 1]], 1]);
    const [rated] = foundHistory.value;
    if (rated) await rate(world.effects, rated, 1);
    expect(foundHistory.value[0]?.rating).toBe(0);
    await forgetEntries(world.effects, ['a']);
    expect([history.value?.map(({ id }) => id), status.value]).toEqual([['b'], 'Taken out of the history; its picture stays']);
  });

  it('[HY7] a picture that this file has goes onto the canvas; one that is gone says so', async () => {
    await placeEntry(world.effects, someEntry());
    expect(callsOf('placeBeside')).toMatchObject([{ size: { width: 1024, height: 1024 }, name: 'Hero · Warm' }]);
    expect([await codeOf(placeEntry(world.effects, someEntry({ imageHash: 'elsewhere' }))), await codeOf(placeEntry(world.effects, someEntry({ imageHash: null })))]).toEqual(['PICTURE_GONE', 'PICTURE_GONE']);
  });

  it('[HY25] “Vary” puts a result on the canvas as the source of variants; the words that are written stay', async () => {
    await make();
    await loadHistory(world.effects);
    changeDraft({ recipe: 'fromBrief', brief: 'a hat with a feather', exactPrompt: null });
    const [entry] = history.value ?? [];
    if (entry) await varyEntry(world.effects, entry);
    expect([draft.value.recipe, draft.value.brief, callsOf('summarise'), callsOf('placeBeside').length]).toEqual(['variants', 'a hat with a feather', [{ nodeIds: ['beside3'] }], 1]);
  });

  it('[HY27] “Keep in this file” puts there what this file has, and says how many', async () => {
    await make();
    await loadHistory(world.effects);
    await keepInFile(world.effects);
    expect([callsOf('keepPictures'), status.value]).toEqual([[{ pictures: [{ hash: 'hash', name: 'Hero · As asked', width: 1264, height: 848 }] }], '1 picture put on the page Variegate results']);
  });

  it('[HY11] “Run again” sends the same words once more and knows what it came from; lost references are said and nothing is sent', async () => {
    await runAgain(world.effects, someEntry({ id: 'old' }, { prompt: 'a blue hat' }));
    await settle();
    expect([world.sent.map(({ prompt }) => prompt), kept().map(({ parentId }) => parentId)]).toEqual([['a blue hat'], ['old']]);
    await runAgain(world.effects, someEntry({}, { inputs: [{ role: 'style', name: 'x', digest: 'd', size: { width: 1, height: 1 } }] }));
    expect([world.sent.length, status.value]).toEqual([1, 'Loaded into Create; its reference must be added again']);
  });
});

describe('the same request again', () => {
  it('[HY12] is answered from the file at no cost, marked as such, and placed like any other', async () => {
    await make();
    remember();
    const before = spentToday.value.usd;
    await make();
    const state = allJobs.value[0]?.job.value.state;
    expect(state).toMatchObject({ at: 'done', placed: { nodeId: 'slot0' }, image: { record: { isReused: true, costUsd: 0, usage: null } } });
    expect([world.sent.length, spentToday.value.usd]).toEqual([1, before]);
  });

  it('[HY13] is made where the file has it no more, or anything of it differs', async () => {
    await make();
    await make();
    expect(world.sent).toHaveLength(2);
    remember();
    await make({ exactPrompt: 'a hat!' });
    await make({ exactPrompt: 'a hat', closeness: 3, sizeClass: '2K' });
    expect(world.sent).toHaveLength(4);
  });

  it('[HY14] “Make anew” asks the service all the same, as a run of its own, within the limits', async () => {
    await make();
    remember();
    const [run] = runs.value;
    const [entry] = run?.jobs ?? [];
    if (run && entry) await makeAnew(world.effects, run, entry);
    expect([world.sent.length, runs.value.length, callsOf('placeBeside').length]).toEqual([2, 2, 1]);
    settings.value = { ...settings.value, limitPerRunUsd: 0.001 };
    expect(run && entry ? await codeOf(makeAnew(world.effects, run, entry)) : '').toBe('LIMIT_RUN');
  });
});

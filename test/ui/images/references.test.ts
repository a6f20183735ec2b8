// Files as references: what is read of them, what is kept, and in which words they are refused. On the fake world.
import { beforeEach, describe, expect, it } from 'vitest';
import { ERROR_TABLE, VariegateError } from '../../../src/core/errors.ts';
import { LIMITS } from '../../../src/core/limits.ts';
import { addReference } from '../../../src/ui/run/addReference.ts';
import { draft } from '../../../src/ui/store/draft.ts';
import { referenceImages } from '../../../src/ui/store/references.ts';
import { createFakeWorld } from '../../support/fakeEffects.ts';
import type { FakeWorld } from '../../support/fakeEffects.ts';
import { oddJpeg, oddPng } from '../../support/oddPictures.ts';
import { resetStores } from '../../support/resetStores.ts';

let world: FakeWorld;

beforeEach(() => {
  world = createFakeWorld();
  resetStores();
  referenceImages.value = [];
});

const file = (bytes: Uint8Array, name = 'mood.png') => new File([Uint8Array.from(bytes)], name);
const add = (...files: readonly File[]) => addReference(world.effects, { from: 'files', files });
const refusal = (work: Promise<unknown>) => work.then(() => null, (thrown: unknown) => (thrown instanceof VariegateError ? thrown : null));

/** A world whose pixels answer `prepare` with a small picture, or refuse. */
function withPixels(prepare: () => Promise<Uint8Array>): void {
  const pixels = { ...world.effects.pixels, prepare: async () => ({ bytes: await prepare(), size: { width: 2, height: 2 }, content: { x: 0, y: 0, width: 2, height: 2 } }) };
  Object.assign(world, { effects: { ...world.effects, pixels } });
}

describe('a file as a reference', () => {
  it('[OI9] is kept as it is when it is small', async () => {
    const bytes = oddPng({ width: 300, height: 200 });
    await add(file(bytes));
    expect(Buffer.from(referenceImages.value[0]?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it.each([
    ['of 20,000 px', oddJpeg({ width: 20_000, height: 40 })],
    ['of 5 MB', oddPng({ width: 30, height: 20, ballast: 5_000_000 })],
  ])('[OI9] %s is kept only as small as it is sent', async (_name, bytes) => {
    const small = oddPng({ width: 2, height: 2 });
    withPixels(() => Promise.resolve(small));
    await add(file(bytes));
    expect(referenceImages.value.map((each) => each.bytes)).toEqual([small]);
  });

  it('[OI10] over 60 MB is refused before it is read', async () => {
    const heavy = { name: 'scan.png', size: LIMITS.referenceFile.value + 1, arrayBuffer: () => Promise.reject(new Error('was read')) } as unknown as File;
    expect(await refusal(add(heavy))).toMatchObject({ code: 'REFERENCE_TOO_LARGE', message: 'scan.png is too large to add.' });
  });

  it('[OI10] that is no picture is refused by its name, and no run is offered for it', async () => {
    const error = await refusal(add(file(Buffer.from('I am a letter'), 'letter.png')));
    expect(error).toMatchObject({ code: 'REFERENCE_UNREADABLE', message: 'letter.png could not be added.', action: 'dismiss' });
    expect(draft.value.references).toEqual([]);
  });

  it.each([['IMAGE_UNREADABLE', 'REFERENCE_UNREADABLE'], ['IMAGE_TOO_HEAVY', 'REFERENCE_TOO_LARGE'], ['CANCELLED', 'CANCELLED']] as const)(
    '[OI10] that pixels refuse as %s is %s', async (thrown, code) => {
      withPixels(() => Promise.reject(new VariegateError(thrown)));
      expect(await refusal(add(file(oddJpeg({ width: 9000, height: 9 }))))).toMatchObject({ code });
    });

  it('[OI10] refusals of a reference never offer to make anything', () => {
    expect([ERROR_TABLE.REFERENCE_UNREADABLE.action, ERROR_TABLE.REFERENCE_TOO_LARGE.action]).toEqual(['dismiss', 'dismiss']);
  });

  it('[OI11] beyond the limit is not even read', async () => {
    const six = Array.from({ length: LIMITS.references.value }, () => file(oddPng({ width: 3, height: 3 })));
    const unread = { name: 'seventh.png', size: 1, arrayBuffer: () => Promise.reject(new Error('was read')) } as unknown as File;
    await add(...six, unread);
    expect(referenceImages.value).toHaveLength(LIMITS.references.value);
  });
});

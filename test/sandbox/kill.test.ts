// Window and sandbox are torn down at 50 seeded moments of a run, and started again over the same document and storage.
import { beforeAll, describe, expect, it } from 'vitest';
import { killedRun, usesOfARun } from './killed.ts';
import type { Facts, Manner } from './killed.ts';

const LIMIT_MS = 120_000;

async function killMany(moments: number, manner: Manner): Promise<Facts[]> {
  const uses = await usesOfARun(manner.place);
  const all: Facts[] = [];
  for (let seed = 1; seed <= moments; seed++) all.push(await killedRun(seed, uses, manner));
  return all;
}

describe('killed while pictures go beside the source', () => {
  let all: Facts[] = [];

  beforeAll(async () => {
    all = await killMany(50, { place: 'beside', within: 'turn' });
  }, LIMIT_MS);

  it('[KI1] no slot waits after the next start', () => {
    expect(all.filter(({ waitingNow }) => waitingNow.length > 0)).toEqual([]);
    // The moments reach from before the slots to after the last picture.
    const reached = [all.some((each) => each.waitingThen === 4), all.some((each) => each.waitingThen > 0 && each.waitingThen < 4), all.some((each) => each.results > 2)];
    expect(reached).toEqual([true, true, true]);
  });

  it('[KI2] every layer that stayed is a whole result with a recipe that parses', () => {
    expect(all.filter(({ halfMade }) => halfMade.length > 0)).toEqual([]);
  });

  it('[KI3] a result’s bytes are those that its request was answered with', () => {
    expect(all.filter(({ wrongBytes }) => wrongBytes.length > 0)).toEqual([]);
  });

  it('[KI4] the source is what it was, byte for byte', () => {
    expect(all.filter(({ sourceIsSame }) => !sourceIsSame)).toEqual([]);
  });

  it('[KI5] undo goes back to the document of before', () => {
    expect(all.filter(({ leftByUndo }) => leftByUndo.length > 0)).toEqual([]);
  });

  it('[KI6] everything stored parses, and the key is there', () => {
    expect(all.filter(({ damaged }) => damaged.length > 0)).toEqual([]);
  });

  it('[KI7] the day’s sum is never less than what was booked', () => {
    expect(all.filter(({ bookedUsd, storedUsd }) => storedUsd + 1e-9 < bookedUsd)).toEqual([]);
    expect(all.some(({ bookedUsd }) => bookedUsd > 0)).toBe(true);
  });

  it('[KI8] the next start makes pictures again, and nothing was thrown', () => {
    expect(all.filter(({ worksAgain, errors }) => !worksAgain || errors.length > 0)).toEqual([]);
  });
});

describe('killed otherwise', () => {
  it('[KI9] a crash between two writes leaves nothing half made that the next start does not remove', async () => {
    const all = await killMany(20, { place: 'beside', within: 'call' });
    expect(all.filter((each) => each.waitingNow.length + each.halfMade.length + each.wrongBytes.length + each.leftByUndo.length > 0)).toEqual([]);
  }, LIMIT_MS);

  it('[KI10] a layer whose fill is replaced has the fill of before or the new one with a way back', async () => {
    const all = await killMany(15, { place: 'replace', within: 'turn' });
    expect(all.filter((each) => !each.sourceIsSame && !each.canRestore)).toEqual([]);
    expect(all.filter((each) => each.wrongBytes.length + each.leftByUndo.length + each.errors.length > 0)).toEqual([]);
    expect([all.some((each) => each.sourceIsSame), all.some((each) => each.canRestore)]).toEqual([true, true]);
  }, LIMIT_MS);
});

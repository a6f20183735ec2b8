// What the window holds, as built: pictures are kept once and let go when they are discarded; copies on screen are small.
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StagePage } from '../../playground/stage.mjs';
import { finished, start } from './steps.ts';
import { SOON, frameOf } from './window.ts';

const LIMIT_MS = 120_000;
const HERO = 'Hero / Desktop';
/** Less than any picture of these runs, more than what else comes and goes. */
const PICTURE_BYTES = 300_000;

let stage: Stage;
const open: StagePage[] = [];

beforeAll(async () => {
  stage = await createStage();
}, LIMIT_MS);
afterAll(() => stage.close());
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function openPage(): Promise<StagePage> {
  const opened = await stage.open();
  open.push(opened);
  return opened;
}

const results = ({ plugin }: StagePage) => plugin.getByRole('list', { name: 'Results' }).getByRole('listitem');

describe('what is held', () => {
  it('[MM1] [MM6] holds no picture that arrived in its own memory, and lets its URL go when it is discarded, the source’s with the last', async () => {
    const opened = await openPage();
    const frame = await frameOf(opened);
    await frame.evaluate(countUrls);
    await opened.select(HERO);
    await opened.plugin.locator('.selection-thumbnail img').waitFor();
    const unused = await heldUrls(frame);
    const before = await heldBytes(opened, frame);
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    await expect.poll(() => heldBytes(opened, frame), SOON).toBeLessThan(before + PICTURE_BYTES);
    // Two small copies, and the source for Compare.
    await expect.poll(() => heldUrls(frame), SOON).toBe(unused + 3);
    await discardFirst(opened);
    await expect.poll(() => heldUrls(frame), SOON).toBe(unused + 2);
    await discardFirst(opened);
    await expect.poll(() => heldUrls(frame), SOON).toBe(unused);
  }, LIMIT_MS);
});

describe('with two results', () => {
  it('[MM2] [MM3] keeps the copies on screen small, and lets go of the whole picture when Compare is left', async () => {
    const opened = await openPage();
    const frame = await frameOf(opened);
    await frame.evaluate(countUrls);
    await opened.select(HERO);
    await start(opened, { count: 2 });
    await finished(opened, '2 of 2 placed');
    const sizes = () => frame.evaluate(() => [...document.images].map((image) => Math.max(image.naturalWidth, image.naturalHeight)));
    await expect.poll(sizes, SOON).toHaveLength(3);
    expect(Math.max(...(await sizes()))).toBeLessThanOrEqual(640);

    const held = () => heldUrls(frame);
    const before = await held();
    await results(opened).first().getByRole('button', { name: 'Compare' }).press('Enter');
    await opened.plugin.getByRole('dialog', { name: 'Compare' }).waitFor();
    await opened.page.keyboard.press('ArrowRight');
    await expect.poll(held, SOON).toBe(before + 1);
    await opened.page.keyboard.press('Escape');
    await expect.poll(held, SOON).toBe(before);
  }, LIMIT_MS);
});

async function discardFirst(opened: StagePage): Promise<void> {
  const before = await results(opened).count();
  await results(opened).first().getByRole('button', { name: 'More actions' }).press('Enter');
  await opened.plugin.locator('.menu-item', { hasText: 'Discard' }).press('Enter');
  await expect.poll(() => results(opened).count(), SOON).toBe(before - 1);
}

/** Bytes of all arrays that the window's page still holds after its garbage was collected. */
async function heldBytes({ page }: StagePage, frame: Frame): Promise<number> {
  const session = await page.context().newCDPSession(frame);
  await session.send('HeapProfiler.collectGarbage');
  const { backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return backingStorageSize;
}

/** blob: URLs that were made since `countUrls` and not revoked. */
const heldUrls = (frame: Frame) => frame.evaluate(() => (Reflect.get(globalThis, 'urls') as Set<string>).size);

/** Runs in the window. */
function countUrls(): void {
  const urls = new Set<string>();
  Reflect.set(globalThis, 'urls', urls);
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL(blob);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeObjectURL(url);
  };
}

// The plugin by keyboard alone, as built: from the first start to pictures on the canvas, and on to what is done with them.
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StagePage } from '../../playground/stage.mjs';
import { finished, madeLayers } from './steps.ts';
import { SOON, frameOf, readFocus, walkTo } from './window.ts';

const LIMIT_MS = 120_000;
const SOURCE = 'Photo';

let stage: Stage;
const open: StagePage[] = [];

beforeAll(async () => {
  stage = await createStage();
}, LIMIT_MS);
afterAll(() => stage.close());
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe('by keyboard alone', () => {
  it('[AX1] leads from the first start to placed pictures, and on to Compare, Replace fill, Restore and Discard', async () => {
    const opened = await openWindow();
    const frame = await frameOf(opened);
    const { keyboard } = opened.page;
    const hashOf = async () => (await opened.layers()).find((layer) => layer.name === SOURCE)?.imageHashes[0];
    await opened.select(SOURCE);
    const before = await opened.layers();
    const old = await hashOf();

    await walkTo(opened, frame, 'Got it');
    await keyboard.press('Enter');
    await opened.plugin.getByRole('button', { name: 'Got it' }).waitFor({ state: 'hidden' });

    await walkTo(opened, frame, 'Brief');
    await keyboard.type('A rainy evening');
    await walkTo(opened, frame, 'Style');
    await keyboard.press('Space');
    await walkTo(opened, frame, 'Variants');
    await keyboard.press('Home');
    await keyboard.press('ArrowUp');
    await walkTo(opened, frame, 'Closeness');
    await keyboard.press('ArrowRight');
    await walkTo(opened, frame, /^Make 2/);
    await keyboard.press('Enter');
    await finished(opened, '2 of 2 placed');
    expect(madeLayers(before, await opened.layers())).toHaveLength(2);

    await walkTo(opened, frame, 'Compare', 'Shift+Tab');
    await keyboard.press('Enter');
    await compareByKeyboard(opened, frame);
    expect((await frame.evaluate(readFocus)).name).toBe('Compare');

    await walkTo(opened, frame, 'More actions');
    await chooseFromMenu(opened, frame, 'Replace fill');
    await expect.poll(hashOf, SOON).not.toBe(old);
    await walkTo(opened, frame, 'Restore', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(hashOf, SOON).toBe(old);

    await walkTo(opened, frame, 'More actions');
    await chooseFromMenu(opened, frame, 'Discard');
    await expect.poll(() => opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem').count(), SOON).toBe(1);
    await expect.poll(() => frame.evaluate(() => document.activeElement?.closest('[aria-label="Results"]') !== null), SOON).toBe(true);
    expect(opened.problems).toEqual([]);
  }, LIMIT_MS);

  it('[AX2] stops at every control in the order in which it is read', async () => {
    const opened = await openWindow();
    const frame = await frameOf(opened);
    await opened.select(SOURCE);
    const order = await walkTo(opened, frame, 'Resize window');
    expect(order.map((name) => name.replace(/^Make .*/, 'Make').replace(/^Offline preview.*/, 'Model line'))).toEqual([
      'Create', 'Settings', 'Got it', 'What I see', 'Variants', 'Brief', 'Style', 'Colour', 'Lighting', 'Composition', 'Mood', 'Variants',
      'Closeness', 'Add reference', 'Model line', 'Prompt that will be sent', 'Add a Gemini key', 'Make', 'Resize window',
    ]);
    const back = await walkTo(opened, frame, 'Create', 'Shift+Tab');
    expect(back.slice(0, -1)).toEqual(order.slice(1, -1).reverse());
  }, LIMIT_MS);

  it('[AX3] opens what is folded, reaches Settings and comes back to where it left', async () => {
    const opened = await openWindow();
    const frame = await frameOf(opened);
    const { keyboard } = opened.page;
    await opened.select(SOURCE);
    await walkTo(opened, frame, /^Offline preview/);
    await keyboard.press('Enter');
    await walkTo(opened, frame, 'Beside the selection');
    await keyboard.press('ArrowDown');
    await opened.plugin.getByText('into the fill').waitFor();
    await walkTo(opened, frame, 'Prompt that will be sent');
    await keyboard.press('Space');
    await walkTo(opened, frame, 'Exact prompt');
    await walkTo(opened, frame, 'Settings', 'Shift+Tab');
    await keyboard.press('Enter');
    await walkTo(opened, frame, 'Limit per day (USD)');
    await walkTo(opened, frame, 'Back', 'Shift+Tab');
    await keyboard.press('Enter');
    expect((await frame.evaluate(readFocus)).name).toBe('Settings');
  }, LIMIT_MS);
});

/** A page whose window has the focus, as Figma gives it to a plugin that was started. */
async function openWindow(): Promise<StagePage> {
  const opened = await stage.open();
  open.push(opened);
  await opened.page.locator('iframe.plugin-frame').focus();
  return opened;
}

async function chooseFromMenu(opened: StagePage, frame: Frame, name: string): Promise<void> {
  await opened.page.keyboard.press('Enter');
  await opened.plugin.locator('.menu:popover-open .menu-item:focus').waitFor();
  await walkTo(opened, frame, name, 'ArrowDown', 9);
  await opened.page.keyboard.press('Enter');
}

/** Split, hold for the original, another result, Escape. */
async function compareByKeyboard(opened: StagePage, frame: Frame): Promise<void> {
  const { keyboard } = opened.page;
  const dialog = opened.plugin.getByRole('dialog', { name: 'Compare' });
  const split = () => dialog.locator('.split').evaluate((element) => element.getAttribute('style'));
  await dialog.waitFor();
  const apart = await split();
  await keyboard.down('Space');
  await expect.poll(split, SOON).toContain('--split: 100%');
  await keyboard.up('Space');
  await expect.poll(split, SOON).toBe(apart);
  await keyboard.press('ArrowRight');
  await dialog.getByText(/of 2$/).waitFor();
  await walkTo(opened, frame, 'Split');
  await keyboard.press('ArrowLeft');
  await expect.poll(split, SOON).not.toBe(apart);
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

// The plugin's window as a frame of its own: to look into it, to make it another size, and to walk it by keyboard.
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import type { StagePage } from '../../playground/stage.mjs';

/** How long a poll goes on: long enough for a busy machine. */
export const SOON = { timeout: 20_000 };

export async function frameOf({ page }: StagePage): Promise<Frame> {
  const element = await page.waitForSelector('iframe.plugin-frame');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the plugin has no window');
  return frame;
}

/** Makes the window this size (CSS px), smaller than the plugin itself would. */
export async function resize({ page }: StagePage, width: number, height: number): Promise<void> {
  await page.evaluate((size) => {
    const { plugin } = (globalThis as unknown as { playground: { workspace: { plugin: { value: object } } } }).playground.workspace;
    plugin.value = { ...plugin.value, ...size };
  }, { width, height });
  const frame = await page.waitForSelector('iframe.plugin-frame');
  await expect.poll(async () => (await frame.boundingBox())?.width, SOON).toBe(width);
}

/** What has the focus, as it is called, and what speaks against it being seen ('' when nothing does). */
export interface Focus {
  readonly name: string;
  readonly fault: string;
}

/** Presses a key until the focus is on the control of this name; answers what it passed. Every stop must be seen. */
export async function walkTo(opened: StagePage, frame: Frame, name: string | RegExp, key = 'Tab', most = 60): Promise<string[]> {
  const passed: string[] = [];
  for (let press = 0; press < most; press += 1) {
    await opened.page.keyboard.press(key);
    const focus = await frame.evaluate(readFocus);
    expect(focus.fault, `focus on "${focus.name}" after ${passed.join(', ')}`).toBe('');
    passed.push(focus.name);
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return passed;
  }
  throw new Error(`"${String(name)}" was not reached; passed ${passed.join(', ')}`);
}

/** Runs in the window. */
export function readFocus(): Focus {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { name: '', fault: 'nothing has the focus' };
  const labels = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement || focused instanceof HTMLSelectElement ? focused.labels : null;
  const name = (focused.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused.textContent).trim();
  const label = focused.closest('label');
  // Real inputs lie unseen over what is drawn for them; that shows the focus then.
  const drawn = [focused, label, focused.nextElementSibling, label?.querySelector('.recipe-picture')].filter((each) => each instanceof HTMLElement);
  const isSeen = (each: Element): boolean => Number(getComputedStyle(each).opacity) > 0 && (each.parentElement === null || isSeen(each.parentElement));
  const rings = drawn.filter((each) => getComputedStyle(each).outlineStyle === 'solid' && isSeen(each));
  const thumb = focused.classList.contains('split-slider') ? getComputedStyle(document.querySelector('.split-handle') ?? focused, '::after').outlineStyle : 'none';
  if (rings.length === 0 && thumb !== 'solid') return { name, fault: 'no focus ring' };
  const box = (rings[0] ?? focused).getBoundingClientRect();
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) return { name, fault: 'outside the window' };
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const isOpen = hit !== null && (drawn.some((each) => each.contains(hit)) || hit.contains(focused));
  return { name, fault: isOpen ? '' : `covered by ${hit?.className ?? 'nothing'}` };
}

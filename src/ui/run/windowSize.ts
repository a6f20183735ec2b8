// The size of the window: applied at once, remembered when the dragging has stopped.
import { settings } from '../store/session.ts';
import type { Effects } from './effects.ts';

const REST_MS = 400;

/** Smallest window the views are made for, and the largest that settings keep (screen px). */
const LEAST = { width: 320, height: 400 };
const MOST = { width: 2000, height: 2000 };

export async function resizeTo(effects: Effects, wanted: { readonly width: number; readonly height: number }): Promise<void> {
  const windowSize = { width: held('width', wanted.width), height: held('height', wanted.height) };
  settings.value = { ...settings.value, windowSize };
  await effects.client.call('resizeWindow', windowSize);
  await effects.delay(REST_MS, new AbortController().signal);
  if (settings.value.windowSize !== windowSize) return;
  await effects.client.call('saveSettings', { settings: settings.value });
}

function held(side: 'width' | 'height', wanted: number): number {
  return Math.round(Math.min(MOST[side], Math.max(LEAST[side], wanted)));
}

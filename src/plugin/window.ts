// The plugin's window: shown with the size of last time, resized by the handle in the UI. The UI saves the size with its settings.
import type { Settings } from '../core/settings.ts';

const LEAST = { width: 320, height: 400 };
const MOST = 2000;

export function showWindow(settings: Settings): void {
  figma.showUI(__html__, { themeColors: true, title: 'Variegate', ...settings.windowSize });
}

export function resizeWindow(size: { readonly width: number; readonly height: number }): Record<string, never> {
  figma.ui.resize(within(size.width, LEAST.width), within(size.height, LEAST.height));
  return {};
}

function within(length: number, least: number): number {
  return Math.round(Math.min(MOST, Math.max(least, length)));
}

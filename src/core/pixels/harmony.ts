// Five colours around one hue, for words that no table knows. Same parts as a mood: darkest to lightest, third the loudest.
import { fromLch } from '../colour.ts';
import type { Rgb } from '../colour.ts';

/** `hue` in degrees of OKLCh. The loud colour lies a third of the way across the wheel, as complements clash less so. */
export function harmonyOf(hue: number): Rgb[] {
  return [
    fromLch(0.24, 0.06, hue),
    fromLch(0.44, 0.1, hue),
    fromLch(0.68, 0.17, hue + 128),
    fromLch(0.83, 0.09, hue + 40),
    fromLch(0.965, 0.02, hue + 75),
  ].map(([red, green, blue]): Rgb => [Math.round(red), Math.round(green), Math.round(blue)]);
}

/** The same for a hue that was asked for by name: that hue is the loud one, the rest recede around it. */
export function harmonyAround(hue: number): Rgb[] {
  return [
    fromLch(0.24, 0.06, hue + 20),
    fromLch(0.43, 0.11, hue + 12),
    fromLch(0.64, 0.19, hue),
    fromLch(0.83, 0.09, hue - 22),
    fromLch(0.965, 0.022, hue - 40),
  ].map(([red, green, blue]): Rgb => [Math.round(red), Math.round(green), Math.round(blue)]);
}

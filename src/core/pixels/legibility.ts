// Whether a text can be read on a picture: its real colour against the pixels that lie under it, the worst of them counted, and how dark
// or light a scrim must be where it cannot. Contrast is that of WCAG 2.2 (core/colour).
import { contrast } from '../colour.ts';
import type { Rgb } from '../colour.ts';
import type { ImageBox } from '../geometry.ts';
import { mix } from '../maths.ts';
import type { Raster } from './raster.ts';

/** The part of the pixels that may be worse than what is told: single specks do not make a line hard to read. */
const WORST = 0.05;
/** Opacities of a scrim that are tried; above the last a picture is hardly one any more. */
const OPACITIES = [0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75] as const;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

export interface TextArea {
  /** Whole px of the picture, inside it. */
  readonly box: ImageBox;
  readonly rgb: Rgb;
  /** Contrast that it should reach: 4.5, or 3 for large text. */
  readonly least: number;
}

export interface Legibility {
  /** The lowest contrast of all areas, 1 to 21. */
  readonly contrast: number;
  readonly isEnough: boolean;
  /** What laid over the whole picture makes every area readable; null where nothing does or nothing is needed. */
  readonly scrim: Scrim | null;
}

export interface Scrim {
  readonly is: 'dark' | 'light';
  /** 0 to 1. */
  readonly opacity: number;
}

/** Of an opaque picture. Without an area everything can be read. */
export function legibility(picture: Raster, areas: readonly TextArea[]): Legibility {
  const reached = areas.map((area) => worstContrast(picture, area, null));
  const isEnough = areas.every((area, index) => (reached[index] ?? 0) >= area.least);
  return { contrast: Math.min(21, ...reached), isEnough, scrim: isEnough ? null : scrimFor(picture, areas) };
}

function scrimFor(picture: Raster, areas: readonly TextArea[]): Scrim | null {
  for (const opacity of OPACITIES) {
    for (const is of ['dark', 'light'] as const) {
      const scrim = { is, opacity };
      if (areas.every((area) => worstContrast(picture, area, scrim) >= area.least)) return scrim;
    }
  }
  return null;
}

function worstContrast({ width, data }: Raster, { box, rgb }: TextArea, scrim: Scrim | null): number {
  const over = scrim?.is === 'light' ? WHITE : BLACK;
  const part = scrim?.opacity ?? 0;
  const step = Math.max(1, Math.floor(Math.sqrt((box.width * box.height) / 2000)));
  const found: number[] = [];
  for (let y = box.y; y < box.y + box.height; y += step) {
    for (let x = box.x; x < box.x + box.width; x += step) {
      const at = (y * width + x) * 4;
      const under: Rgb = [mix(data[at] ?? 0, over[0], part), mix(data[at + 1] ?? 0, over[1], part), mix(data[at + 2] ?? 0, over[2], part)];
      found.push(contrast(rgb, under));
    }
  }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length * WORST)] ?? 21;
}

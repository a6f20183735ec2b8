// Plain English names for colours, as a designer would say them to a colleague.
import { chromaOf, hueOf, toLab } from '../colour.ts';
import type { Rgb } from '../colour.ts';

/** Hues of OKLCh in degrees, up to which each name holds. */
const HUES: readonly (readonly [upTo: number, name: string])[] = [
  [12, 'rose'],
  [38, 'red'],
  [62, 'orange'],
  [88, 'amber'],
  [112, 'yellow'],
  [130, 'lime'],
  [158, 'green'],
  [182, 'mint'],
  [208, 'teal'],
  [240, 'sky blue'],
  [275, 'blue'],
  [300, 'violet'],
  [328, 'purple'],
  [350, 'magenta'],
  [360, 'rose'],
];

/** A name such as "deep teal", "pale rose", "off-white". Lower case. */
export function colourName(rgb: Rgb): string {
  const lab = toLab(rgb);
  const [lightness] = lab;
  const chroma = chromaOf(lab);
  if (lightness < 0.2) return chroma < 0.03 ? 'black' : `near-black ${hueName(hueOf(lab))}`;
  if (chroma < 0.02) return greyName(lightness);
  const hue = hueOf(lab);
  if (hue > 30 && hue < 95 && chroma < 0.11 && lightness < 0.62) return lightness < 0.4 ? 'dark brown' : 'brown';
  if (hue > 55 && hue < 115 && chroma < 0.07) return lightness > 0.85 ? 'cream' : 'sand';
  return `${toneName(lightness, chroma)}${hueName(hue)}`;
}

function greyName(lightness: number): string {
  if (lightness > 0.985) return 'white';
  if (lightness > 0.93) return 'off-white';
  if (lightness > 0.75) return 'light grey';
  return lightness > 0.45 ? 'grey' : 'charcoal';
}

function hueName(hue: number): string {
  return HUES.find(([upTo]) => hue <= upTo)?.[1] ?? 'rose';
}

function toneName(lightness: number, chroma: number): string {
  if (lightness > 0.85 && chroma < 0.1) return 'pale ';
  if (lightness < 0.42) return 'deep ';
  if (chroma < 0.06) return 'muted ';
  return chroma > 0.17 ? 'vivid ' : '';
}

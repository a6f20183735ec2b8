// What can be said of a picture without understanding it: colours, tones, where light and detail lie, what stands out. Every threshold
// is our own, tried on the pictures of the sample document; a description made of them says that it was measured.
import { chromaOf, hueOf } from '../../colour.ts';
import { labOf } from '../lab.ts';
import type { LabPicture } from '../lab.ts';
import { labClusters, palette } from '../palette.ts';
import { percentiles } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { runToEnd } from '../raster.ts';
import type { Raster } from '../raster.ts';
import { measureEdges } from './edges.ts';
import type { Edges } from './edges.ts';
import { findMasses } from './masses.ts';
import type { Mass } from './masses.ts';

export interface NamedColour {
  /** Plain English, such as "deep teal". */
  readonly name: string;
  /** 0 to 1; all together 1. */
  readonly share: number;
}

export interface PictureMeasures extends Edges {
  /** At most six, the largest first, no name twice. */
  readonly colours: readonly NamedColour[];
  /** Mean OKLab lightness, 0 black to 1 white. */
  readonly lightness: number;
  /** From the 10th to the 90th percentile of lightness, 0 to 1. */
  readonly contrast: number;
  /** Mean OKLCh chroma: below 0.03 next to grey, above 0.12 vivid. */
  readonly chroma: number;
  /** −1 all cool to 1 all warm, weighted by chroma; 0 where there is hardly any colour. */
  readonly warmth: number;
  /** The side that is clearly brighter than the one across. */
  readonly light: 'left' | 'right' | 'top' | 'bottom' | 'even';
  /** How alike left and right are, mirrored: 1 the same, 0 not at all. */
  readonly symmetry: number;
  /** What stands out from the ground, the largest first; at most six. */
  readonly masses: readonly Mass[];
}

const COLOURS = 6;
/** Difference of lightness between two halves of the picture that reads as light from one side. */
const SIDE = 0.06;

/** Of an opaque picture; meant for at most 256 px a side, where it takes some 20 ms. */
export function measurePicture(source: Raster): PictureMeasures {
  const lab = runToEnd(labOf(source));
  const [low = 0, high = 0] = percentiles(lab.lightness, [0.1, 0.9]);
  const { chroma, warmth } = colourfulness(lab);
  return {
    ...measureEdges(lab.lightness),
    colours: namedColours(source),
    lightness: meanOf(lab.lightness),
    contrast: high - low,
    chroma,
    warmth,
    light: brighterSide(lab.lightness),
    symmetry: symmetryOf(lab.lightness),
    masses: findMasses(lab, labClusters(source, COLOURS).map((cluster) => cluster.lab)),
  };
}

function namedColours(source: Raster): NamedColour[] {
  const shares = new Map<string, number>();
  for (const { name, share } of palette(source, COLOURS)) shares.set(name, (shares.get(name) ?? 0) + share);
  return [...shares].map(([name, share]) => ({ name, share })).sort((a, b) => b.share - a.share);
}

function meanOf({ data }: Plane): number {
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}

// Warm are the hues from red to yellow-green, cool those from green to violet: the cosine of the hue about 60° of OKLCh.
function colourfulness({ lightness, a, b }: LabPicture): { readonly chroma: number; readonly warmth: number } {
  let chroma = 0;
  let warm = 0;
  for (let i = 0; i < lightness.data.length; i += 1) {
    const lab = [lightness.data[i] ?? 0, a.data[i] ?? 0, b.data[i] ?? 0] as const;
    const own = chromaOf(lab);
    chroma += own;
    warm += own * Math.cos(((hueOf(lab) - 60) * Math.PI) / 180);
  }
  const mean = chroma / lightness.data.length;
  return { chroma: mean, warmth: mean < 0.01 ? 0 : warm / chroma };
}

function brighterSide(plane: Plane): PictureMeasures['light'] {
  const across = halfDifference(plane, (x) => x / plane.width);
  const down = halfDifference(plane, (_x, y) => y / plane.height);
  if (Math.max(Math.abs(across), Math.abs(down)) < SIDE) return 'even';
  if (Math.abs(across) >= Math.abs(down)) return across > 0 ? 'left' : 'right';
  return down > 0 ? 'top' : 'bottom';
}

/** Mean of the first third minus mean of the last third along a direction. */
function halfDifference({ width, data }: Plane, along: (x: number, y: number) => number): number {
  const sums = { first: 0, firstCount: 0, last: 0, lastCount: 0 };
  for (let i = 0; i < data.length; i += 1) {
    const part = along(i % width, Math.floor(i / width));
    if (part < 1 / 3) { sums.first += data[i] ?? 0; sums.firstCount += 1; }
    if (part >= 2 / 3) { sums.last += data[i] ?? 0; sums.lastCount += 1; }
  }
  return sums.first / Math.max(1, sums.firstCount) - sums.last / Math.max(1, sums.lastCount);
}

/** 1 minus the mean difference of mirrored pixels over the mean difference to the whole picture's mean. */
function symmetryOf({ width, height, data }: Plane): number {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  let mirrored = 0;
  let spread = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x] ?? 0;
      mirrored += Math.abs(value - (data[y * width + (width - 1 - x)] ?? 0));
      spread += Math.abs(value - mean);
    }
  }
  return spread < 1e-6 * data.length ? 1 : Math.max(0, 1 - mirrored / (2 * spread));
}

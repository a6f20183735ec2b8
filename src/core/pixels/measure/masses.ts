// What stands out from the ground of a picture: connected regions, by the nearest of its own few colours.
import type { Lab } from '../../colour.ts';
import { toRgb } from '../../colour.ts';
import { colourName } from '../colourName.ts';
import type { LabPicture } from '../lab.ts';
import { nearestOf } from '../palette.ts';

export interface Mass {
  /** Edges, 0 to 1000 of the picture's height or width. */
  readonly box: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  /** Name of the colour that most of it has. */
  readonly colour: string;
  /** Part of the picture, 0 to 1. */
  readonly share: number;
}

const MOST = 6;
/** A region smaller than this share of the picture is a detail. */
const LEAST = 0.008;
/** When what is not ground covers more than this in one piece, there is no ground: then each colour has its own regions. */
const NO_GROUND = 0.6;

export function findMasses(picture: LabPicture, centres: readonly Lab[]): Mass[] {
  const { width, height } = picture.lightness;
  const labels = labelsOf(picture, centres);
  const ground = groundOf(labels, width, height);
  const apart = regions(labels, width, height, (a) => a !== ground, (a, b) => a !== ground && b !== ground);
  const isGroundless = apart.some((region) => region.pixels > NO_GROUND * labels.length);
  const found = isGroundless ? regions(labels, width, height, () => true, (a, b) => a === b) : apart;
  return found
    .filter((region) => region.pixels >= LEAST * labels.length)
    .sort((a, b) => b.pixels - a.pixels)
    .slice(0, MOST)
    .map((region) => massOf(region, width, height, centres));
}

function labelsOf({ lightness, a, b }: LabPicture, centres: readonly Lab[]): Uint8Array {
  return Uint8Array.from(lightness.data, (value, i) => nearestOf([value, a.data[i] ?? 0, b.data[i] ?? 0], centres));
}

/** The commonest colour along the border. */
function groundOf(labels: Uint8Array, width: number, height: number): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < labels.length; i += 1) {
    const x = i % width;
    const y = Math.floor(i / width);
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
    counts.set(labels[i] ?? 0, (counts.get(labels[i] ?? 0) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

interface Region {
  pixels: number;
  top: number;
  left: number;
  bottom: number;
  right: number;
  readonly counts: Map<number, number>;
}

/** Regions of 4-neighbours that belong together, found by filling; each pixel is visited once. */
function regions(labels: Uint8Array, width: number, height: number, starts: (label: number) => boolean, joins: (a: number, b: number) => boolean): Region[] {
  const seen = new Uint8Array(labels.length);
  const waiting: number[] = [];
  const found: Region[] = [];
  for (let start = 0; start < labels.length; start += 1) {
    if (seen[start] || !starts(labels[start] ?? 0)) continue;
    const region: Region = { pixels: 0, top: height, left: width, bottom: 0, right: 0, counts: new Map() };
    seen[start] = 1;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      grow(region, at, width, labels[at] ?? 0);
      for (const next of neighbours(at, width, labels.length)) {
        if (seen[next] || !joins(labels[at] ?? 0, labels[next] ?? 0)) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    found.push(region);
  }
  return found;
}

function grow(region: Region, at: number, width: number, label: number): void {
  const x = at % width;
  const y = Math.floor(at / width);
  region.pixels += 1;
  region.top = Math.min(region.top, y);
  region.left = Math.min(region.left, x);
  region.bottom = Math.max(region.bottom, y + 1);
  region.right = Math.max(region.right, x + 1);
  region.counts.set(label, (region.counts.get(label) ?? 0) + 1);
}

function neighbours(at: number, width: number, pixels: number): number[] {
  const x = at % width;
  return [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width].filter((next) => next >= 0 && next < pixels);
}

function massOf(region: Region, width: number, height: number, centres: readonly Lab[]): Mass {
  const [label] = [...region.counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  const [red, green, blue] = toRgb(centres[label] ?? [1, 0, 0]);
  const part = (value: number, length: number) => Math.round((value / length) * 1000);
  return {
    box: { top: part(region.top, height), left: part(region.left, width), bottom: part(region.bottom, height), right: part(region.right, width) },
    colour: colourName([Math.round(red), Math.round(green), Math.round(blue)]),
    share: region.pixels / (width * height),
  };
}

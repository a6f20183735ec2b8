// The areas that the lines of a drawing enclose, and what is known of each.
import type { Plane } from '../plane.ts';
import type { Sliced } from '../raster.ts';

export interface Region {
  /** Pixels. */
  readonly area: number;
  /** Centre, in parts of the picture from its top left. */
  readonly x: number;
  readonly y: number;
  readonly touchesBorder: boolean;
}

export interface Regions {
  /** For every pixel the index of its region; lines belong to the nearest one. */
  readonly labels: Int32Array;
  readonly list: readonly Region[];
}

const UNKNOWN = -1;

/**
 * Floods the gaps between lines. `lines` is 1 on a line and 0 beside it; `gap` (px) is how wide a break in a line may
 * be and still close. Areas under `least` pixels go to a neighbour.
 */
export function* regionsOf(lines: Plane, gap: number, least: number): Sliced<Regions> {
  const { width, height } = lines;
  const walls = thickened(lines, gap);
  const labels = new Int32Array(width * height).fill(UNKNOWN);
  const queue = new Int32Array(width * height);
  const list: Region[] = [];
  for (let start = 0; start < labels.length; start++) {
    if (walls[start] === 1 || labels[start] !== UNKNOWN) continue;
    if (list.length % 8 === 0) yield 0.5 * (start / labels.length);
    const region = flood(start, list.length, walls, labels, queue, width);
    if (region.area >= least) list.push(region);
    else for (let i = 0; i < region.area; i++) walls[queue[i] ?? 0] = 1;
    if (region.area < least) for (let i = 0; i < region.area; i++) labels[queue[i] ?? 0] = UNKNOWN;
  }
  yield 0.5;
  spread(labels, queue, width);
  return { labels, list };
}

function thickened({ width, height, data }: Plane, gap: number): Uint8Array {
  const walls = new Uint8Array(width * height);
  const reach = Math.max(0, Math.round(gap / 2));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) < 0.5) continue;
      for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
        walls.fill(1, row * width + Math.max(0, x - reach), row * width + Math.min(width - 1, x + reach) + 1);
      }
    }
  }
  return walls;
}

function flood(start: number, label: number, walls: Uint8Array, labels: Int32Array, queue: Int32Array, width: number): Region {
  let tail = 1;
  let sumX = 0;
  let sumY = 0;
  let touchesBorder = false;
  const height = labels.length / width;
  queue[0] = start;
  labels[start] = label;
  for (let head = 0; head < tail; head++) {
    const at = queue[head] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    sumX += x;
    sumY += y;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) touchesBorder = true;
    for (let side = 0; side < 4; side++) {
      const next = neighbour(at, x, width, side);
      if (next < 0 || next >= labels.length || walls[next] === 1 || labels[next] !== UNKNOWN) continue;
      labels[next] = label;
      queue[tail++] = next;
    }
  }
  return { area: tail, x: sumX / tail / width, y: sumY / tail / height, touchesBorder };
}

/** Lets every region grow evenly over what is still unknown. */
function spread(labels: Int32Array, queue: Int32Array, width: number): void {
  let tail = 0;
  for (let at = 0; at < labels.length; at++) if (labels[at] !== UNKNOWN) queue[tail++] = at;
  for (let head = 0; head < tail; head++) {
    const at = queue[head] ?? 0;
    const x = at % width;
    for (let side = 0; side < 4; side++) {
      const next = neighbour(at, x, width, side);
      if (next < 0 || next >= labels.length || labels[next] !== UNKNOWN) continue;
      labels[next] = labels[at] ?? 0;
      queue[tail++] = next;
    }
  }
}

/** The pixel left, right, above or below; negative or beyond the end where there is none. */
function neighbour(at: number, x: number, width: number, side: number): number {
  if (side === 0) return x > 0 ? at - 1 : -1;
  if (side === 1) return x < width - 1 ? at + 1 : -1;
  return side === 2 ? at - width : at + width;
}

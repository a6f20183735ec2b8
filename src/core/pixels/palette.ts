// The few colours that carry a picture, by k-means in OKLab; the same picture always gives the same ones.
import { toLab, toRgb } from '../colour.ts';
import type { Lab, Rgb } from '../colour.ts';
import { colourName } from './colourName.ts';
import { runToEnd } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';

export interface Swatch {
  readonly rgb: Rgb;
  /** Part of the picture that this colour stands for, 0 to 1; all of a palette's sum to 1. */
  readonly share: number;
  /** Plain English, such as "deep teal". */
  readonly name: string;
}

interface Cluster {
  readonly lab: Lab;
  readonly share: number;
}

const SAMPLES = 2400;
const ROUNDS = 6;

/** Up to `count` (1 to 16) swatches, largest share first. Transparent pixels do not count; none at all gives white. */
export function palette(source: Raster, count: number): Swatch[] {
  return labClusters(source, count).map(({ lab, share }) => {
    const rgb = roundRgb(toRgb(lab));
    return { rgb, share, name: colourName(rgb) };
  });
}

/** As `palette`, as OKLab centres, largest share first. */
export function labClusters(source: Raster, count: number): Cluster[] {
  return runToEnd(labClustersSliced(source, count));
}

/** As `labClusters`, in slices. */
export function* labClustersSliced(source: Raster, count: number): Sliced<Cluster[]> {
  const points = samplesOf(source);
  yield 0.1;
  if (points.length === 0) return [{ lab: [1, 0, 0], share: 1 }];
  let centres = firstCentres(points, count);
  for (let round = 0; round < ROUNDS; round++) {
    yield 0.4 + (0.5 * round) / ROUNDS;
    centres = movedCentres(points, centres);
  }
  const shares = centres.map(() => 0);
  for (const point of points) {
    const nearest = nearestOf(point, centres);
    shares[nearest] = (shares[nearest] ?? 0) + 1 / points.length;
  }
  return centres
    .map((lab, i) => ({ lab, share: shares[i] ?? 0 }))
    .filter((cluster) => cluster.share > 0)
    .sort((a, b) => b.share - a.share);
}

/** Index of the centre nearest to a colour. */
export function nearestOf(point: Lab, centres: readonly Lab[]): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < centres.length; i++) {
    const gap = squareDistance(point, centres[i] ?? point);
    if (gap >= least) continue;
    best = i;
    least = gap;
  }
  return best;
}

/** About SAMPLES pixels on a lattice whose stride is no divisor of the width, so that it does not follow columns. */
function samplesOf({ width, height, data }: Raster): Lab[] {
  const pixels = width * height;
  let stride = Math.max(1, Math.floor(pixels / SAMPLES));
  while (stride > 1 && width % stride === 0) stride++;
  const points: Lab[] = [];
  for (let i = Math.floor(stride / 2); i < pixels; i += stride) {
    if ((data[i * 4 + 3] ?? 0) < 128) continue;
    points.push(toLab([data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0]));
  }
  return points;
}

/** The commonest colour first, then always the one that is both common and far from all so far: pale panels and small accents both count. */
function firstCentres(points: readonly Lab[], count: number): Lab[] {
  const bins = binsOf(points);
  const centres: Lab[] = [];
  while (centres.length < Math.min(count, bins.length)) {
    let best = bins[0];
    for (const bin of bins) if (best === undefined || scoreOf(bin) > scoreOf(best)) best = bin;
    if (best === undefined) break;
    const { lab } = best;
    centres.push(lab);
    for (const bin of bins) bin.gap = Math.min(bin.gap, Math.sqrt(squareDistance(bin.lab, lab)));
  }
  return centres;
}

interface Bin {
  readonly lab: Lab;
  count: number;
  /** Distance to the nearest centre chosen so far. */
  gap: number;
}

function scoreOf({ count, gap }: Bin): number {
  return count ** 0.4 * gap;
}

/** The points gathered in cells of about a just clear difference; a cell is known by its first point. */
function binsOf(points: readonly Lab[]): Bin[] {
  const bins = new Map<string, Bin>();
  for (const lab of points) {
    const key = lab.map((value) => Math.round(value * 40)).join();
    const bin = bins.get(key);
    if (bin) bin.count++;
    else bins.set(key, { lab, count: 1, gap: 0.3 });
  }
  return [...bins.values()];
}

function movedCentres(points: readonly Lab[], centres: readonly Lab[]): Lab[] {
  const sums = centres.map((): [number, number, number, number] => [0, 0, 0, 0]);
  for (const point of points) {
    const sum = sums[nearestOf(point, centres)];
    if (sum === undefined) continue;
    sum[0] += point[0];
    sum[1] += point[1];
    sum[2] += point[2];
    sum[3] += 1;
  }
  return centres.map((centre, i) => {
    const [lightness, a, b, members] = sums[i] ?? [0, 0, 0, 0];
    return members === 0 ? centre : [lightness / members, a / members, b / members];
  });
}

function squareDistance(a: Lab, b: Lab): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function roundRgb([red, green, blue]: Rgb): Rgb {
  return [Math.round(red), Math.round(green), Math.round(blue)];
}

// Sampling patterns of the painting filter: an ellipse along the form, cut into eight sectors. Numbers only.
import type { Sliced } from '../raster.ts';

export const ANGLES = 16;
export const STRETCHES = 3;
export const SECTORS = 8;

/** The samples of one ellipse, ordered by sector: offsets into a padded picture and their weights. */
export interface Kernel {
  readonly offsets: Int32Array;
  readonly weights: Float32Array;
  /** Where each sector's samples begin; one more entry than sectors. */
  readonly starts: Int32Array;
}

/** Kernels for every angle (rows) and stretch (columns), for pictures that are `stride` px wide, padding included. */
export function* brushKernels(radius: number, stride: number): Sliced<Kernel[]> {
  const kernels: Kernel[] = [];
  for (let angle = 0; angle < ANGLES; angle++) {
    yield angle / ANGLES;
    for (let stretch = 0; stretch < STRETCHES; stretch++) {
      kernels.push(kernelOf((angle * Math.PI) / ANGLES, radius, 1 + stretch * 0.45, stride));
    }
  }
  return kernels;
}

/** How far a kernel reaches at most, in px: the padding that it needs. */
export function reachOf(radius: number): number {
  return Math.ceil(radius * (1 + (STRETCHES - 1) * 0.45)) + 1;
}

function kernelOf(angle: number, radius: number, stretch: number, stride: number): Kernel {
  const sectors = Array.from({ length: SECTORS }, (): { offset: number; weight: number }[] => []);
  const reach = Math.ceil(radius * stretch);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const along = (dx * Math.cos(angle) + dy * Math.sin(angle)) / (radius * stretch);
      const across = ((dy * Math.cos(angle) - dx * Math.sin(angle)) * stretch) / radius;
      const distance = Math.hypot(along, across);
      if (distance <= 1) spread(sectors, dy * stride + dx, along, across, Math.exp(-2 * distance * distance));
    }
  }
  return packed(sectors);
}

/** A sample counts for the two sectors nearest to its direction; the centre counts for all. */
function spread(sectors: { offset: number; weight: number }[][], offset: number, along: number, across: number, weight: number): void {
  if (along === 0 && across === 0) return sectors.forEach((sector) => sector.push({ offset, weight: weight / SECTORS }));
  const place = ((Math.atan2(across, along) / (2 * Math.PI) + 1) * SECTORS) % SECTORS;
  const near = Math.floor(place);
  sectors[near % SECTORS]?.push({ offset, weight: weight * (1 - (place - near)) });
  sectors[(near + 1) % SECTORS]?.push({ offset, weight: weight * (place - near) });
}

function packed(sectors: readonly (readonly { offset: number; weight: number }[])[]): Kernel {
  const samples = sectors.map((sector) => sector.filter(({ weight }) => weight > 0.01));
  const starts = new Int32Array(SECTORS + 1);
  samples.forEach((sector, i) => (starts[i + 1] = (starts[i] ?? 0) + sector.length));
  const all = samples.flat();
  return {
    offsets: Int32Array.from(all, ({ offset }) => offset),
    weights: Float32Array.from(all, ({ weight }) => weight),
    starts,
  };
}

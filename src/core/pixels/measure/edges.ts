// Where a picture has edges, which way they run, and how much of it is flat: gradients of lightness by central differences.
import type { Plane } from '../plane.ts';

export interface Edges {
  /** Share of pixels on a clear edge, 0 to 1: below 0.05 calm, above 0.2 busy. */
  readonly edges: number;
  /** Share of pixels without any gradient, 0 to 1: photographs have few, flat graphics many. */
  readonly flatness: number;
  /** The way most edges run; none where they run every way. */
  readonly direction: 'horizontal' | 'vertical' | 'diagonal' | 'none';
  /** Where the detail has its centre. */
  readonly focus: { readonly down: 'upper' | 'middle' | 'lower'; readonly across: 'left' | 'centre' | 'right' };
}

/** Difference of lightness between neighbours that is an edge, and below which a pixel is flat. */
const CLEAR = 0.06;
const FLAT = 0.004;
/** Share of all edge strength that one direction must have. */
const DOMINANT = 0.45;

export function measureEdges({ width, height, data }: Plane): Edges {
  const found = { clear: 0, flat: 0, strength: 0, down: 0, across: 0 };
  const ways = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const dx = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const dy = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      const strength = Math.hypot(dx, dy);
      if (strength < FLAT) found.flat += 1;
      if (strength < CLEAR) continue;
      found.clear += 1;
      found.strength += strength;
      found.down += strength * y;
      found.across += strength * x;
      const way = wayOf(dx, dy);
      ways[way] = (ways[way] ?? 0) + strength;
    }
  }
  const pixels = Math.max(1, (width - 2) * (height - 2));
  return {
    edges: found.clear / pixels,
    flatness: found.flat / pixels,
    direction: directionOf(ways, found.strength),
    focus: {
      down: third(found.strength > 0 ? found.down / found.strength / height : 0.5, ['upper', 'middle', 'lower']),
      across: third(found.strength > 0 ? found.across / found.strength / width : 0.5, ['left', 'centre', 'right']),
    },
  };
}

/** 0 a horizontal edge (its gradient runs up or down), 1 and 3 diagonals, 2 a vertical edge. */
function wayOf(dx: number, dy: number): number {
  const turn = Math.atan2(dx, dy) / (Math.PI / 4);
  return ((Math.round(turn) % 4) + 4) % 4;
}

function directionOf(ways: readonly number[], strength: number): Edges['direction'] {
  if (strength === 0) return 'none';
  const [horizontal = 0, rising = 0, vertical = 0, falling = 0] = ways.map((way) => way / strength);
  if (horizontal > DOMINANT && horizontal > vertical) return 'horizontal';
  if (vertical > DOMINANT) return 'vertical';
  return rising + falling > 2 * DOMINANT * 0.8 ? 'diagonal' : 'none';
}

/** Thirds, the middle one a little narrower: what sits near the middle seldom sits exactly there, but a clear offset should tell. */
function third<T>(part: number, [first, middle, last]: readonly [T, T, T]): T {
  if (part < 0.4) return first;
  return part > 0.6 ? last : middle;
}

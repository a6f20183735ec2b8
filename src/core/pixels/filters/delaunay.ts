// Triangles over points such that none is needlessly thin (Delaunay, by the method of Bowyer and Watson, 1981).
import type { Sliced } from '../raster.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Three indices into the list of points. */
export type Triangle = readonly [number, number, number];

interface Circle {
  readonly corners: Triangle;
  readonly x: number;
  readonly y: number;
  readonly squareRadius: number;
}

/** Triangulates the points' hull; points that coincide are skipped. Points lie within 0 to `extent` in x and y. */
export function* triangulate(points: readonly Point[], extent: number): Sliced<Triangle[]> {
  const count = points.length;
  const all = [...points, { x: -20 * extent, y: -20 * extent }, { x: 40 * extent, y: -20 * extent }, { x: extent / 2, y: 40 * extent }];
  // By x: a triangle whose circle lies left of the newest point can never change again and leaves the open list.
  const order = points.map((_, i) => i).sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0) || (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
  const closed: Triangle[] = [];
  let open = [circleOf([count, count + 1, count + 2], all)];
  for (const [step, index] of order.entries()) {
    const point = all[index];
    if (point) open = insert(point, index, open, closed, all);
    if (step % 40 === 39) yield step / count;
  }
  return [...closed, ...open.map(({ corners }) => corners)].filter((corners) => corners.every((corner) => corner < count));
}

function insert(point: Point, index: number, open: readonly Circle[], closed: Triangle[], all: readonly Point[]): Circle[] {
  const kept: Circle[] = [];
  const edges = new Map<string, readonly [number, number]>();
  for (const circle of open) {
    const dx = point.x - circle.x;
    if (dx > 0 && dx * dx > circle.squareRadius) closed.push(circle.corners);
    else if (dx * dx + (point.y - circle.y) ** 2 > circle.squareRadius) kept.push(circle);
    else toggleEdges(edges, circle.corners);
  }
  for (const [from, to] of edges.values()) kept.push(circleOf([from, to, index], all));
  return kept;
}

/** Edges that two removed triangles share cancel out; what stays is the outline of the hole. */
function toggleEdges(edges: Map<string, readonly [number, number]>, [a, b, c]: Triangle): void {
  for (const [from, to] of [[a, b], [b, c], [c, a]] as const) {
    const key = from < to ? `${from},${to}` : `${to},${from}`;
    if (!edges.delete(key)) edges.set(key, [from, to]);
  }
}

function circleOf(corners: Triangle, points: readonly Point[]): Circle {
  const [a, b, c] = [points[corners[0]] ?? ORIGIN, points[corners[1]] ?? ORIGIN, points[corners[2]] ?? ORIGIN];
  const abX = b.x - a.x;
  const abY = b.y - a.y;
  const acX = c.x - a.x;
  const acY = c.y - a.y;
  const twice = 2 * (abX * acY - abY * acX);
  if (Math.abs(twice) < 1e-9) return { corners, x: a.x, y: a.y, squareRadius: Infinity };
  const ab = abX * abX + abY * abY;
  const ac = acX * acX + acY * acY;
  const x = (acY * ab - abY * ac) / twice;
  const y = (abX * ac - acX * ab) / twice;
  return { corners, x: a.x + x, y: a.y + y, squareRadius: x * x + y * y };
}

const ORIGIN: Point = { x: 0, y: 0 };

// Where nodes lie on the page: corners, boxes, containment. Reads the scene graph, never writes to it.
import { getWorldMatrix, type SceneGraph, type SceneNode } from '@open-pencil/scene-graph';
import type { CanvasBox } from '../../../src/core/geometry.ts';
import type { Point } from './camera.ts';

/** The node's four corners in canvas units, clockwise from its own top left. */
export function cornersOf(graph: SceneGraph, node: SceneNode): readonly [Point, Point, Point, Point] {
  const [a, b, c, d, e, f] = getWorldMatrix(node, graph);
  const at = (x: number, y: number): Point => ({ x: (a ?? 1) * x + (b ?? 0) * y + (c ?? 0), y: (d ?? 0) * x + (e ?? 1) * y + (f ?? 0) });
  return [at(0, 0), at(node.width, 0), at(node.width, node.height), at(0, node.height)];
}

/** The axis-aligned box around a node. */
export function boxOf(graph: SceneGraph, node: SceneNode): CanvasBox {
  const corners = cornersOf(graph, node);
  const x = Math.min(...corners.map((corner) => corner.x));
  const y = Math.min(...corners.map((corner) => corner.y));
  return { x, y, width: Math.max(...corners.map((corner) => corner.x)) - x, height: Math.max(...corners.map((corner) => corner.y)) - y };
}

/** True when the point lies in the node's own rectangle, turned as the node is, with `slack` canvas units to spare. */
export function contains(graph: SceneGraph, node: SceneNode, point: Point, slack = 0): boolean {
  const [origin, right, , down] = cornersOf(graph, node);
  return within(point, origin, right, node.width, slack) && within(point, origin, down, node.height, slack);
}

function within(point: Point, origin: Point, end: Point, length: number, slack: number): boolean {
  const side = Math.hypot(end.x - origin.x, end.y - origin.y);
  if (side === 0) return slack > 0;
  const along = ((point.x - origin.x) * (end.x - origin.x) + (point.y - origin.y) * (end.y - origin.y)) / side;
  return along >= -slack && along <= length + slack;
}

// Between the two geometries: open-pencil turns a node about its centre, clockwise; Figma's x and y are where the node's own top left corner
// comes to lie, and its rotation counts counter-clockwise. Nothing here writes to a node.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';

export interface Point { readonly x: number; readonly y: number }
export interface Box extends Point { readonly width: number; readonly height: number }
type Placed = Pick<SceneNode, 'type' | 'x' | 'y' | 'width' | 'height' | 'rotation' | 'flipX' | 'flipY'>;
/** Row-major 3 × 3, as open-pencil has it. */
type Matrix3 = readonly number[];

const at = (matrix: Matrix3, index: number): number => matrix[index] ?? 0;

export function mapPoint(matrix: Matrix3, { x, y }: Point): Point {
  return { x: at(matrix, 0) * x + at(matrix, 1) * y + at(matrix, 2), y: at(matrix, 3) * x + at(matrix, 4) * y + at(matrix, 5) };
}

/** Figma's 2 × 3 transform of a 3 × 3 matrix. */
export function toTransform(matrix: Matrix3): [[number, number, number], [number, number, number]] {
  return [[at(matrix, 0), at(matrix, 1), at(matrix, 2)], [at(matrix, 3), at(matrix, 4), at(matrix, 5)]];
}

/** From a node's own coordinates to its parent's. The renderer turns lines about their start, everything else about the centre. */
export function localMatrix(node: Placed): Matrix3 {
  const angle = (node.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [sx, sy] = [node.flipX ? -1 : 1, node.flipY ? -1 : 1];
  const [cx, cy] = [node.width / 2, node.height / 2];
  const [px, py] = node.type === 'LINE' ? [0, 0] : [cx, cy];
  const turnedX = px - cos * px + sin * py - cx;
  const turnedY = py - sin * px - cos * py - cy;
  return [sx * cos, -sx * sin, node.x + cx + sx * turnedX, sy * sin, sy * cos, node.y + cy + sy * turnedY, 0, 0, 1];
}

export function worldMatrix(graph: SceneGraph, node: SceneNode): Matrix3 {
  const parent = parentOf(graph, node);
  const local = localMatrix(node);
  return !parent || parent.type === 'CANVAS' ? local : multiply(worldMatrix(graph, parent), local);
}

function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const cell = (row: number, column: number): number => at(a, row) * at(b, column) + at(a, row + 1) * at(b, column + 3) + at(a, row + 2) * at(b, column + 6);
  return [cell(0, 0), cell(0, 1), cell(0, 2), cell(3, 0), cell(3, 1), cell(3, 2), 0, 0, 1];
}

/** Where the node's own origin lies in its parent: Figma's x and y when the parent is no group. */
export function cornerOf(node: Placed): Point {
  return mapPoint(localMatrix(node), { x: 0, y: 0 });
}

/** The open-pencil x and y that bring the node's own origin to `corner` of its parent. */
export function xyForCorner(node: Placed, corner: Point): Point {
  const atZero = cornerOf({ ...node, x: 0, y: 0 });
  return { x: corner.x - atZero.x, y: corner.y - atZero.y };
}

/** The upright box around a box of a node's own coordinates, after `matrix`. */
export function boxAfter(matrix: Matrix3, box: Box): Box {
  const corners = [
    { x: box.x, y: box.y }, { x: box.x + box.width, y: box.y },
    { x: box.x, y: box.y + box.height }, { x: box.x + box.width, y: box.y + box.height },
  ].map((corner) => mapPoint(matrix, corner));
  return boxOfPoints(corners);
}

export function boxOfPoints(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

export function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxOfPoints(boxes.flatMap((box) => [box, { x: box.x + box.width, y: box.y + box.height }]));
}

/** Figma's absoluteBoundingBox. */
export function absoluteBox(graph: SceneGraph, node: SceneNode): Box {
  return boxAfter(worldMatrix(graph, node), { x: 0, y: 0, width: node.width, height: node.height });
}

/** The chain of groups between a node and the frame, section or page that Figma measures it from, innermost first. */
export function groupsAbove(graph: SceneGraph, node: SceneNode): SceneNode[] {
  const groups: SceneNode[] = [];
  for (let parent = parentOf(graph, node); parent && isGroupLike(parent); parent = parentOf(graph, parent)) groups.push(parent);
  return groups;
}

export function parentOf(graph: SceneGraph, node: SceneNode): SceneNode | undefined {
  return node.parentId === null ? undefined : graph.getNode(node.parentId);
}

/** Groups and boolean operations have no box of their own: they are as large as what is in them, and vanish when empty. */
export function isGroupLike(node: SceneNode): boolean {
  return node.type === 'GROUP' || node.type === 'BOOLEAN_OPERATION';
}

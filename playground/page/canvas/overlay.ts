// What lies over the drawing: frame names, hover, selection with its size badge, the marquee. A plain 2D canvas, redrawn whole.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { union, type CanvasBox } from '../../../src/core/geometry.ts';
import { toScreen, type Camera, type Point } from './camera.ts';
import { boxOf, cornersOf } from './shapes.ts';

export interface OverlayState {
  readonly graph: SceneGraph;
  readonly pageId: string;
  readonly camera: Camera;
  readonly selection: readonly string[];
  readonly hovered: string | null;
  readonly marquee: CanvasBox | null;
  readonly colours: OverlayColours;
}

export interface OverlayColours {
  readonly accent: string;
  readonly component: string;
  readonly name: string;
  readonly onAccent: string;
}

const LABEL = '500 11px Inter, system-ui, sans-serif';
const LABEL_GAP = 6;
// Sections have colours of their own, light or dark: a grey that reads on both.
const NAME_IN_SECTION = '#8a8a8a';
const BADGE = { height: 18, padding: 6, gap: 6, radius: 4 };

export function drawOverlay(context: CanvasRenderingContext2D, pixelRatio: number, state: OverlayState): void {
  const { graph, camera, colours } = state;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, camera.width, camera.height);
  context.font = LABEL;
  const selected = state.selection.flatMap((id) => graph.getNode(id) ?? []);
  for (const node of namedNodes(graph, state.pageId)) drawName(context, state, node, state.selection.includes(node.id) || state.hovered === node.id);
  const hovered = state.hovered && !state.selection.includes(state.hovered) ? graph.getNode(state.hovered) : undefined;
  if (hovered) outline(context, state, hovered, 2);
  for (const node of selected) outline(context, state, node, 1);
  if (selected.length > 1) groupOutline(context, camera, union(selected.map((node) => boxOf(graph, node))), colours.accent);
  if (selected.length > 0) drawBadge(context, state, selected);
  if (state.marquee) drawMarquee(context, camera, state.marquee, colours.accent);
}

/** Top-level frames, components and sections carry their name; so do frames directly in a section. */
export function namedNodes(graph: SceneGraph, pageId: string): readonly SceneNode[] {
  return graph.getChildren(pageId).flatMap((node) => {
    if (!node.visible) return [];
    if (node.type === 'SECTION') return [node, ...graph.getChildren(node.id).filter((child) => child.visible && isNamed(child))];
    return isNamed(node) ? [node] : [];
  });
}

const isNamed = (node: SceneNode): boolean => ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'].includes(node.type);
const isComponentLike = (node: SceneNode): boolean => ['COMPONENT', 'COMPONENT_SET', 'INSTANCE'].includes(node.type);

function drawName(context: CanvasRenderingContext2D, state: OverlayState, node: SceneNode, isActive: boolean): void {
  const [origin, right] = cornersOf(state.graph, node).map((corner) => toScreen(state.camera, corner)) as [Point, Point]; // four corners
  const room = Math.hypot(right.x - origin.x, right.y - origin.y);
  if (room < 24) return;
  context.save();
  context.translate(origin.x, origin.y);
  context.rotate(Math.atan2(right.y - origin.y, right.x - origin.x));
  context.fillStyle = isComponentLike(node) ? state.colours.component : isActive ? state.colours.accent : state.graph.getNode(node.parentId ?? '')?.type === 'SECTION' ? NAME_IN_SECTION : state.colours.name;
  context.fillText(shortened(context, node.name, room), 0, -LABEL_GAP);
  context.restore();
}

/** No name over a frame is longer; a measure of every shorter one would take seconds for a name of thousands of letters. */
const MOST_LETTERS = 300;

function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  const letters = [...text.slice(0, MOST_LETTERS)];
  if (text.length <= MOST_LETTERS && context.measureText(text).width <= room) return text;
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}

function outline(context: CanvasRenderingContext2D, state: OverlayState, node: SceneNode, width: number): void {
  context.strokeStyle = isComponentLike(node) ? state.colours.component : state.colours.accent;
  context.lineWidth = width;
  const corners = cornersOf(state.graph, node).map((corner) => toScreen(state.camera, corner));
  const isUpright = Math.abs((corners[0]?.y ?? 0) - (corners[1]?.y ?? 0)) < 0.01;
  context.beginPath();
  // Upright edges fall on whole pixels, so that one pixel stays one pixel.
  for (const { x, y } of corners) context.lineTo(isUpright ? Math.round(x) + 0.5 : x, isUpright ? Math.round(y) + 0.5 : y);
  context.closePath();
  context.stroke();
}

function groupOutline(context: CanvasRenderingContext2D, camera: Camera, box: CanvasBox, colour: string): void {
  const [from, to] = [toScreen(camera, box), toScreen(camera, { x: box.x + box.width, y: box.y + box.height })];
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.strokeRect(Math.round(from.x) + 0.5, Math.round(from.y) + 0.5, Math.round(to.x - from.x), Math.round(to.y - from.y));
}

function drawBadge(context: CanvasRenderingContext2D, state: OverlayState, nodes: readonly SceneNode[]): void {
  const { graph, camera, colours } = state;
  const box = union(nodes.map((node) => boxOf(graph, node)));
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const text = `${size(only?.width ?? box.width)} × ${size(only?.height ?? box.height)}`;
  const foot = toScreen(camera, { x: box.x + box.width / 2, y: box.y + box.height });
  const width = Math.ceil(context.measureText(text).width) + 2 * BADGE.padding;
  const [left, top] = [Math.round(foot.x - width / 2), Math.round(foot.y + BADGE.gap)];
  context.fillStyle = only && isComponentLike(only) ? colours.component : colours.accent;
  context.beginPath();
  context.roundRect(left, top, width, BADGE.height, BADGE.radius);
  context.fill();
  context.fillStyle = colours.onAccent;
  context.fillText(text, left + BADGE.padding, top + 13);
}

const size = (length: number): string => String(Math.round(length * 100) / 100);

function drawMarquee(context: CanvasRenderingContext2D, camera: Camera, box: CanvasBox, colour: string): void {
  const from = toScreen(camera, box);
  context.fillStyle = colour;
  context.globalAlpha = 0.1;
  context.fillRect(from.x, from.y, box.width * camera.zoom, box.height * camera.zoom);
  context.globalAlpha = 1;
  groupOutline(context, camera, box, colour);
}

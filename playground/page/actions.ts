// What a person can do to the open file and the camera: one function an action, for pointer, keyboard, menus and tests alike.
import { union, type CanvasBox } from '../../src/core/geometry.ts';
import type { HostDocument } from '../host/document.ts';
import { moveBy, redo, remove, rename, select, setLocked, setVisible, switchPage, undo } from '../host/edits.ts';
import { fitted, noInsets, zoomedAt, type Camera, type Insets } from './canvas/camera.ts';
import { boxOf } from './canvas/shapes.ts';
import type { Workspace } from './workspace.ts';

/** The width of a plugin's window that has not opened yet. */
const EXPECTED_WINDOW = 360;

export function lookFrom(workspace: Workspace, camera: Camera): void {
  workspace.file.peek().setViewport({ center: camera.center, zoom: camera.zoom, width: camera.width, height: camera.height }, 'user');
}

export function zoomTo(workspace: Workspace, zoom: number): void {
  const camera = workspace.file.peek().viewport;
  lookFrom(workspace, zoomedAt(camera, { x: camera.width / 2, y: camera.height / 2 }, zoom));
}

/** Shows everything on the page, beside the plugin's window. */
export function zoomToFit(workspace: Workspace): void {
  const file = workspace.file.peek();
  const page = file.graph.getNode(file.currentPageId);
  show(workspace, page?.childIds ?? []);
}

export function zoomToSelection(workspace: Workspace): void {
  show(workspace, workspace.file.peek().selection(), 4);
}

function show(workspace: Workspace, ids: readonly string[], maxZoom = 1): void {
  const file = workspace.file.peek();
  const boxes = boxesOf(file, ids);
  if (boxes.length > 0) lookFrom(workspace, fitted(file.viewport, union(boxes), windowInsets(workspace), maxZoom));
}

function boxesOf(file: HostDocument, ids: readonly string[]): CanvasBox[] {
  return ids.flatMap((id) => {
    const node = file.graph.getNode(id);
    return node?.visible ? [boxOf(file.graph, node)] : [];
  });
}

/** The plugin's window opens at the right: a fit leaves room for it where the stage is wide enough. */
function windowInsets(workspace: Workspace): Insets {
  const window = workspace.plugin.peek();
  const covered = window ? (window.isVisible ? window.width : 0) : workspace.pluginState.peek() === 'starting' ? EXPECTED_WINDOW : 0;
  const { width } = workspace.file.peek().viewport;
  return covered > 0 && width > 900 ? { ...noInsets, right: covered + 16, top: 16 } : { ...noInsets, top: 16 };
}

export function selectLayers(workspace: Workspace, ids: readonly string[]): void {
  select(workspace.file.peek(), ids);
}

/** Adds a layer to the selection, or takes it out. */
export function toggleLayer(workspace: Workspace, id: string): void {
  const file = workspace.file.peek();
  const current = file.selection();
  select(file, current.includes(id) ? current.filter((other) => other !== id) : [...current, id]);
}

export function selectSiblings(workspace: Workspace): void {
  const file = workspace.file.peek();
  const first = file.graph.getNode(file.selection()[0] ?? '');
  const parent = file.graph.getNode(first?.parentId ?? file.currentPageId);
  select(file, (parent?.childIds ?? []).filter((id) => !file.graph.getNode(id)?.locked));
}

export function selectParents(workspace: Workspace): void {
  const file = workspace.file.peek();
  const parents = file.selection().map((id) => file.graph.getNode(id)?.parentId ?? '');
  select(file, parents.filter((id) => file.graph.getNode(id)?.type !== 'CANVAS'));
}

export function selectChildren(workspace: Workspace): void {
  const file = workspace.file.peek();
  const children = file.selection().flatMap((id) => file.graph.getNode(id)?.childIds ?? []);
  if (children.length > 0) select(file, children);
}

export function nudge(workspace: Workspace, dx: number, dy: number): void {
  const file = workspace.file.peek();
  const free = file.selection().filter((id) => !file.graph.getNode(id)?.locked);
  if (free.length > 0) moveBy(file, free, dx, dy);
}

export function deleteSelection(workspace: Workspace): void {
  const file = workspace.file.peek();
  const free = file.selection().filter((id) => !file.graph.getNode(id)?.locked);
  if (free.length > 0) remove(file, free);
}

export function undoEdit(workspace: Workspace): void {
  undo(workspace.file.peek());
}

export function redoEdit(workspace: Workspace): void {
  redo(workspace.file.peek());
}

export function toggleLocked(workspace: Workspace, id: string): void {
  const file = workspace.file.peek();
  setLocked(file, [id], !file.graph.getNode(id)?.locked);
}

export function toggleVisible(workspace: Workspace, id: string): void {
  const file = workspace.file.peek();
  setVisible(file, [id], !file.graph.getNode(id)?.visible);
}

export function renameLayer(workspace: Workspace, id: string, name: string): void {
  if (name.trim() !== '') rename(workspace.file.peek(), id, name.trim());
}

export function openPage(workspace: Workspace, pageId: string): void {
  switchPage(workspace.file.peek(), pageId);
  zoomToFit(workspace);
}

// What lies under the pointer, in the open file: the chain of nodes there, and the one that a click would mean.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { Workspace } from '../workspace.ts';
import { toCanvas, type Point } from './camera.ts';
import { nameAt } from './names.ts';
import { chainAt, clicked } from './pick.ts';

/** Screen pixels beside a thin layer that still count as on it. */
const PICK_SLACK = 4;

/** `at` is in screen pixels of the stage. With `deepest` (Ctrl or Cmd held) the innermost node. */
export function hit(workspace: Workspace, at: Point, deepest: boolean): SceneNode | undefined {
  const file = workspace.file.peek();
  const named = nameAt(file.graph, file.currentPageId, file.viewport, at);
  if (named) return named;
  const chain = chainUnder(workspace, at);
  return deepest ? chain.at(-1) : clicked(file.graph, chain, file.selection());
}

export function chainUnder(workspace: Workspace, at: Point): readonly SceneNode[] {
  const file = workspace.file.peek();
  return chainAt(file.graph, file.currentPageId, toCanvas(file.viewport, at), PICK_SLACK / file.viewport.zoom);
}

// What an edit changed, as before and after of every node it touched, and the undo stack of such steps. It never looks at what a change means.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';

interface Change { readonly before: SceneNode | undefined; after: SceneNode | undefined }
export type Step = Map<string, Change>;

const copy = (node: SceneNode | undefined): SceneNode | undefined => node && { ...node, childIds: [...node.childIds] };

/** Remembers a node as it is now, once a step; call it before the node is written. */
export function remember(graph: SceneGraph, step: Step, id: string): void {
  if (!step.has(id)) step.set(id, { before: copy(graph.getNode(id)), after: undefined });
}

/** Takes the state after the write; nodes that came and went within the step, or stayed as they were, are dropped. */
export function seal(graph: SceneGraph, step: Step): void {
  for (const [id, change] of step) {
    change.after = copy(graph.getNode(id));
    if (isSame(change.before, change.after)) step.delete(id);
  }
}

function isSame(before: SceneNode | undefined, after: SceneNode | undefined): boolean {
  if (!before || !after) return before === after;
  const keys = Object.keys(after) as (keyof SceneNode)[]; // the interface lists every own key
  return keys.every((key) => (key === 'childIds' ? before.childIds.join() === after.childIds.join() : isEqual(before[key], after[key])));
}

// Lists and records are replaced as a whole when they are written: an equal one is no change.
function isEqual(before: unknown, after: unknown): boolean {
  return before === after || (typeof before === 'object' && typeof after === 'object' && JSON.stringify(before) === JSON.stringify(after));
}

export function mergeInto(target: Step, later: Step): void {
  for (const [id, change] of later) {
    const before = target.has(id) ? target.get(id)?.before : change.before;
    if (!before && !change.after) target.delete(id);
    else target.set(id, { before, after: change.after });
  }
}

export function restore(graph: SceneGraph, step: Step, side: 'before' | 'after'): void {
  for (const [id, change] of step) {
    const node = copy(change[side]);
    if (node) graph.nodes.set(id, node);
    else graph.nodes.delete(id);
  }
  graph.clearAbsPosCache();
  announce(graph, step, side);
}

// Renderers that listen to the graph drop their cached pictures only when told.
function announce(graph: SceneGraph, step: Step, side: 'before' | 'after'): void {
  for (const [id, change] of step) {
    const [was, is] = side === 'before' ? [change.after, change.before] : [change.before, change.after];
    const node = graph.getNode(id);
    if (!is) graph.emitter.emit('node:deleted', id);
    else if (!was && node) graph.emitter.emit('node:created', node);
    else graph.emitter.emit('node:updated', id, {});
  }
}

export function reversed(step: Step): Step {
  return new Map([...step].map(([id, change]) => [id, { before: change.after, after: change.before }]));
}

/** Undo as Figma has it: a person's edit is a step; a plugin's edits gather in one open step until it is committed. */
export interface History { readonly done: Step[]; readonly undone: Step[]; open: Step }

export const emptyHistory = (): History => ({ done: [], undone: [], open: new Map() });

export function record(history: History, step: Step, isOwnStep: boolean): void {
  if (step.size === 0) return;
  history.undone.length = 0;
  if (isOwnStep) {
    commit(history);
    history.done.push(step);
  } else mergeInto(history.open, step);
}

export function commit(history: History): void {
  if (history.open.size > 0) history.done.push(history.open);
  history.open = new Map();
}

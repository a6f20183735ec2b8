// The canvas's keyboard: which keys do what. A table and its matching; the actions are elsewhere.
import {
  deleteSelection, nudge, redoEdit, selectChildren, selectLayers, selectParents, selectSiblings, undoEdit, zoomTo, zoomToFit, zoomToSelection,
} from '../actions.ts';
import type { Workspace } from '../workspace.ts';

interface Shortcut {
  /** `KeyboardEvent.code`, so that Shift+1 is Shift+1 on every layout. */
  readonly code: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly run: (workspace: Workspace) => void;
}

const zoomOf = (workspace: Workspace): number => workspace.file.peek().viewport.zoom;

const arrows: readonly Shortcut[] = ([['ArrowLeft', -1, 0], ['ArrowRight', 1, 0], ['ArrowUp', 0, -1], ['ArrowDown', 0, 1]] as const).flatMap(([code, x, y]) => [
  { code, run: (workspace: Workspace) => nudge(workspace, x, y) },
  { code, shift: true, run: (workspace: Workspace) => nudge(workspace, x * 10, y * 10) },
]);

export const shortcuts: readonly Shortcut[] = [
  ...arrows,
  { code: 'KeyZ', mod: true, run: undoEdit },
  { code: 'KeyZ', mod: true, shift: true, run: redoEdit },
  { code: 'KeyY', mod: true, run: redoEdit },
  { code: 'KeyA', mod: true, run: selectSiblings },
  { code: 'Digit0', mod: true, run: (workspace) => zoomTo(workspace, 1) },
  { code: 'Digit0', shift: true, run: (workspace) => zoomTo(workspace, 1) },
  { code: 'Digit1', shift: true, run: zoomToFit },
  { code: 'Digit2', shift: true, run: zoomToSelection },
  { code: 'Equal', mod: true, run: (workspace) => zoomTo(workspace, zoomOf(workspace) * 1.5) },
  { code: 'Minus', mod: true, run: (workspace) => zoomTo(workspace, zoomOf(workspace) / 1.5) },
  { code: 'Equal', run: (workspace) => zoomTo(workspace, zoomOf(workspace) * 1.5) },
  { code: 'Minus', run: (workspace) => zoomTo(workspace, zoomOf(workspace) / 1.5) },
  { code: 'Delete', run: deleteSelection },
  { code: 'Backspace', run: deleteSelection },
  { code: 'Enter', run: selectChildren },
  { code: 'Enter', shift: true, run: selectParents },
  { code: 'Escape', run: (workspace) => selectLayers(workspace, []) },
];

/** Runs the shortcut of an event; true when there was one. */
export function runShortcut(workspace: Workspace, event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey;
  const found = shortcuts.find(({ code, mod: wantsMod = false, shift = false }) => code === event.code && wantsMod === mod && shift === event.shiftKey);
  if (!found || event.altKey) return false;
  found.run(workspace);
  return true;
}

/** True while a person types: the canvas then leaves the keys alone. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

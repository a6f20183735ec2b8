// The gestures of a pressed pointer: pan, select and drag, marquee. Each says what to do while it lasts, and at its end.
import type { CanvasBox } from '../../../src/core/geometry.ts';
import { lookFrom, selectLayers, toggleLayer } from '../actions.ts';
import type { Workspace } from '../workspace.ts';
import { panned, toCanvas, type Point } from './camera.ts';
import { startDrag, type Drag } from './drag.ts';
import { enclosed } from './pick.ts';
import { chainUnder, hit } from './underPointer.ts';

export interface Gesture {
  move(at: Point, event: PointerEvent): void;
  end(at: Point, event: PointerEvent): void;
  cancel(): void;
}

const DRAG_STARTS_AT = 3;

export function panGesture(workspace: Workspace, start: Point): Gesture {
  let last = start;
  return {
    move(at) {
      lookFrom(workspace, panned(workspace.file.peek().viewport, at.x - last.x, at.y - last.y));
      last = at;
    },
    end() {},
    cancel() {},
  };
}

/** Selects what is under the pointer, then drags it; on the empty canvas it is a marquee. */
export function selectGesture(workspace: Workspace, start: Point, event: PointerEvent, repaint: () => void): Gesture {
  const node = hit(workspace, start, event.ctrlKey || event.metaKey);
  if (!node) return marqueeGesture(workspace, start, event.shiftKey);
  const choose = (): void => (event.shiftKey ? toggleLayer(workspace, node.id) : selectLayers(workspace, [node.id]));
  // What is selected already moves as it is; only a click without a move chooses anew.
  const holdsSelection = touchesSelection(workspace, start, node.id);
  if (!holdsSelection) choose();
  return dragGesture(workspace, start, repaint, () => { if (holdsSelection) choose(); });
}

function touchesSelection(workspace: Workspace, start: Point, hitId: string): boolean {
  const file = workspace.file.peek();
  const selection = file.selection();
  return selection.includes(hitId) || chainUnder(workspace, start).some((node) => selection.includes(node.id));
}

function dragGesture(workspace: Workspace, start: Point, repaint: () => void, click: () => void): Gesture {
  const file = workspace.file.peek();
  let drag: Drag | null = null;
  const way = (at: Point, straight: boolean): Point => {
    const [dx, dy] = [Math.round((at.x - start.x) / file.viewport.zoom), Math.round((at.y - start.y) / file.viewport.zoom)];
    if (!straight) return { x: dx, y: dy };
    return Math.abs(dx) > Math.abs(dy) ? { x: dx, y: 0 } : { x: 0, y: dy };
  };
  return {
    move(at, event) {
      if (!drag && Math.hypot(at.x - start.x, at.y - start.y) < DRAG_STARTS_AT) return;
      drag ??= startDrag(file, file.selection());
      const { x, y } = way(at, event.shiftKey);
      drag.show(x, y);
      repaint();
    },
    end(at, event) {
      const { x, y } = way(at, event.shiftKey);
      if (drag) drag.drop(x, y);
      else click();
    },
    cancel() {
      drag?.cancel();
      repaint();
    },
  };
}

function marqueeGesture(workspace: Workspace, start: Point, adds: boolean): Gesture {
  const before = adds ? workspace.file.peek().selection() : [];
  if (!adds) selectLayers(workspace, []);
  return {
    move(at) {
      const file = workspace.file.peek();
      const marquee = boxBetween(toCanvas(file.viewport, start), toCanvas(file.viewport, at));
      workspace.marquee.value = marquee;
      selectLayers(workspace, [...before, ...enclosed(file.graph, file.currentPageId, marquee)]);
    },
    end() { workspace.marquee.value = null; },
    cancel() { workspace.marquee.value = null; },
  };
}

function boxBetween(a: Point, b: Point): CanvasBox {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

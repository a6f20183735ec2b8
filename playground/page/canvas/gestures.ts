// Turns the stage's pointer and wheel events into gestures and camera moves. One gesture at a time; what it does is in gestureKinds.ts.
import { lookFrom, selectLayers } from '../actions.ts';
import type { Workspace } from '../workspace.ts';
import { panned, zoomedAt, type Camera, type Point } from './camera.ts';
import { panGesture, selectGesture, type Gesture } from './gestureKinds.ts';
import { deeper } from './pick.ts';
import { chainUnder, hit } from './underPointer.ts';

/** Listens on the stage until the answer is called. `repaint` asks for a frame while a drag is shown. */
export function listenToPointer(stage: HTMLElement, workspace: Workspace, isHandHeld: () => boolean, repaint: () => void): () => void {
  let gesture: Gesture | null = null;
  const at = (event: MouseEvent): Point => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const stop = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, listener: (event: HTMLElementEventMap[Name]) => void): void =>
    stage.addEventListener(name, listener, { signal: stop.signal, passive: false });

  on('pointerdown', (event) => {
    if (gesture || event.button === 2) return;
    stage.setPointerCapture(event.pointerId);
    const start = at(event);
    gesture = event.button === 1 || isHandHeld() ? panGesture(workspace, start) : selectGesture(workspace, start, event, repaint);
  });
  on('pointermove', (event) => {
    if (gesture) gesture.move(at(event), event);
    else workspace.hovered.value = isHandHeld() ? null : (hit(workspace, at(event), event.ctrlKey || event.metaKey)?.id ?? null);
  });
  on('pointerup', (event) => {
    gesture?.end(at(event), event);
    gesture = null;
  });
  on('pointercancel', () => {
    gesture?.cancel();
    gesture = null;
  });
  on('pointerleave', () => { workspace.hovered.value = null; });
  on('dblclick', (event) => goDeeper(workspace, at(event)));
  on('wheel', (event) => {
    event.preventDefault();
    lookFrom(workspace, afterWheel(workspace, at(event), event));
  });
  return () => stop.abort();
}

function goDeeper(workspace: Workspace, at: Point): void {
  const file = workspace.file.peek();
  const node = deeper(chainUnder(workspace, at), file.selection());
  if (node) selectLayers(workspace, [node.id]);
}

// Browsers report a pinch as a wheel with Ctrl held.
function afterWheel(workspace: Workspace, at: Point, event: WheelEvent): Camera {
  const camera = workspace.file.peek().viewport;
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  if (event.ctrlKey || event.metaKey) {
    const speed = Math.abs(event.deltaY * unit) < 40 ? 0.01 : 0.0025;
    return zoomedAt(camera, at, camera.zoom * Math.exp(-event.deltaY * unit * speed));
  }
  const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
  return panned(camera, -dx * unit, -dy * unit);
}

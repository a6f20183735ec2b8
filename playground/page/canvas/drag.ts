// Moving layers by hand: they follow the pointer as a preview, and the one edit is made when it is let go.
import type { SceneGraph } from '@open-pencil/scene-graph';
import type { HostDocument } from '../../host/document.ts';
import type { Point } from './camera.ts';

export interface Drag {
  /** Shows the layers moved by so many canvas units since the start. */
  show(dx: number, dy: number): void;
  /** Puts the preview back and makes the edit. */
  drop(dx: number, dy: number): void;
  cancel(): void;
}

export function startDrag(document: HostDocument, ids: readonly string[]): Drag {
  const starts = ids.flatMap((id) => {
    const node = document.graph.getNode(id);
    return node && !node.locked ? [{ id, x: node.x, y: node.y }] : [];
  });
  const restore = (): void => {
    for (const { id, x, y } of starts) document.graph.updateNodePositionPreview(id, x, y);
  };
  return {
    show(dx, dy) {
      for (const { id, x, y } of starts) {
        const moved = inParent(document.graph, id, { x: dx, y: dy });
        document.graph.updateNodePositionPreview(id, x + moved.x, y + moved.y);
      }
    },
    drop(dx, dy) {
      restore();
      if (dx === 0 && dy === 0) return;
      // Not edits.moveBy: layers with differently turned parents move by different numbers, in one step.
      document.edit('user', (edit) => starts.forEach(({ id, x, y }) => {
        const moved = inParent(document.graph, id, { x: dx, y: dy });
        edit.update(id, { x: x + moved.x, y: y + moved.y });
      }));
    },
    cancel: restore,
  };
}

/** A way on the page as the node's parent sees it: parents may be turned. */
function inParent(graph: SceneGraph, id: string, way: Point): Point {
  let turn = 0;
  for (let node = graph.getNode(graph.getNode(id)?.parentId ?? ''); node && node.type !== 'CANVAS'; node = graph.getNode(node.parentId ?? '')) turn += node.rotation;
  const angle = (-turn * Math.PI) / 180;
  return { x: way.x * Math.cos(angle) - way.y * Math.sin(angle), y: way.x * Math.sin(angle) + way.y * Math.cos(angle) };
}

// The event of something dropped on the canvas, in Figma's shape.
import { parentOf } from './geometry.ts';
import { nodeRef, Ref } from './figma/crossing.ts';
import type { Session } from './figma/session.ts';
import type { DropInput } from './options.ts';

/** `node` is the page when the target is locked or cannot hold children. */
export function dropEvent(session: Session, { x, y, nodeId, items = [], files = [], dropMetadata }: DropInput): Record<string, unknown> {
  const { graph, currentPageId } = session.document;
  const wanted = graph.getNode(nodeId ?? currentPageId);
  const target = wanted && !wanted.locked && graph.isContainer(wanted.id) ? wanted : graph.getNode(currentPageId);
  const origin = target && target.type !== 'CANVAS' && parentOf(graph, target) ? graph.getAbsolutePosition(target.id) : { x: 0, y: 0 };
  const dropped = files.map((file) => {
    const id = String(session.files.size + 1);
    session.files.set(id, file);
    return new Ref('file', id);
  });
  return { node: nodeRef(target?.id ?? currentPageId), x: x - origin.x, y: y - origin.y, absoluteX: x, absoluteY: y, items, files: dropped, dropMetadata };
}

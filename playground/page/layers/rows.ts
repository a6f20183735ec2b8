// The layers panel as a flat list of rows, topmost layer first: pure over the scene graph.
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: SceneNode['type'];
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  readonly isLocked: boolean;
  readonly isVisible: boolean;
  /** Hidden or locked because an ancestor is. */
  readonly isDimmed: boolean;
  readonly hasPicture: boolean;
  readonly isAutoLayout: boolean;
}

/** Every row that shows while the layers of `open` are unfolded. */
export function rowsOf(graph: SceneGraph, pageId: string, open: ReadonlySet<string>): readonly Row[] {
  return childRows(graph, pageId, open, 0, false);
}

function childRows(graph: SceneGraph, parentId: string, open: ReadonlySet<string>, depth: number, isDimmed: boolean): readonly Row[] {
  return [...graph.getChildren(parentId)].reverse().filter((node) => !node.internalOnly).flatMap((node) => {
    const row = rowOf(node, depth, open.has(node.id), isDimmed || !node.visible);
    return row.isOpen ? [row, ...childRows(graph, node.id, open, depth + 1, row.isDimmed)] : [row];
  });
}

function rowOf(node: SceneNode, depth: number, isOpen: boolean, isDimmed: boolean): Row {
  const hasChildren = node.childIds.length > 0;
  return {
    id: node.id,
    name: node.name,
    type: node.type,
    depth,
    hasChildren,
    isOpen: isOpen && hasChildren,
    isLocked: node.locked,
    isVisible: node.visible,
    isDimmed,
    hasPicture: node.fills.some((fill) => fill.type === 'IMAGE' && fill.visible),
    isAutoLayout: node.layoutMode !== 'NONE',
  };
}

/** The ancestors of a node below its page, so that a selected layer can be unfolded into view. */
export function ancestorsOf(graph: SceneGraph, id: string): readonly string[] {
  const ids: string[] = [];
  for (let node = graph.getNode(graph.getNode(id)?.parentId ?? ''); node && node.type !== 'CANVAS'; node = graph.getNode(node.parentId ?? '')) ids.push(node.id);
  return ids;
}

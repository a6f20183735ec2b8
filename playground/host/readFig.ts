// Reads .fig bytes into a scene graph and puts right what the reader of open-pencil 0.14.0 gets wrong. It makes no document.
import { importNodeChanges } from '@open-pencil/core/kiwi';
import { parseFigBuffer } from '@open-pencil/fig';
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';

// Not its parseFigFile: in a browser that first looks for a worker script which no bundle has.
export function readFig(bytes: Uint8Array): SceneGraph {
  const { nodeChanges, blobs, images } = parseFigBuffer(bytes.slice().buffer);
  const graph = importNodeChanges(nodeChanges, blobs, new Map(images), { populate: 'all' });
  for (const node of graph.getAllNodes()) Object.assign(node, repairs(node));
  return graph;
}

function repairs(node: SceneNode): Partial<SceneNode> {
  // The file leaves a count out when it is the default, which is 3 for polygons; the reader assumes 5.
  if (node.type === 'POLYGON' && !hasCount(node)) return { pointCount: 3 };
  // A line has no inside or outside; the renderer draws nothing for them.
  if (node.type === 'LINE') return { strokes: node.strokes.map((stroke) => ({ ...stroke, align: 'CENTER' })) };
  return {};
}

function hasCount(node: SceneNode): boolean {
  return typeof node.source.fig.rawNodeFields['count'] === 'number';
}

// What the playground's tests share: the sample document in memory, and layers by name.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { HostDocument } from '../../playground/host/document.ts';
import { readSampleDocument } from '../../playground/sample/read.ts';

export const sample = (): Promise<HostDocument> => readSampleDocument();

/** The one layer of that name on that page. Throws when there is none. */
export function layerNamed(document: HostDocument, name: string, pageName = 'Landing'): SceneNode {
  const page = document.pages().find((candidate) => candidate.name === pageName);
  const found = [...document.graph.getAllNodes()].find((node) => node.name === name && document.pageOf(node.id) === page?.id);
  if (!found) throw new Error(`No layer “${name}” on page “${pageName}”.`);
  return found;
}

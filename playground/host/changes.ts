// Says what a step changed in Figma's words (NodeChange of the typings). It holds no document and writes nothing.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { Step } from './history.ts';

export type HostChange =
  | { readonly type: 'CREATE' | 'DELETE'; readonly id: string; readonly pageId: string | null }
  | { readonly type: 'PROPERTY_CHANGE'; readonly id: string; readonly pageId: string | null; readonly properties: readonly string[] };

const FIGMA_NAMES: Partial<Record<keyof SceneNode, string>> = {
  text: 'characters', parentId: 'parent', horizontalConstraint: 'constraints', verticalConstraint: 'constraints', pluginRelaunchData: 'relaunchData',
  fontFamily: 'fontName', fontWeight: 'fontName', italic: 'fontName', primaryAxisSizing: 'primaryAxisSizingMode', counterAxisSizing: 'counterAxisSizingMode',
};
// The reader's own bookkeeping, which Figma does not have.
const SILENT: ReadonlySet<string> = new Set(['source', 'childIds', 'textPicture', 'figmaDerivedTextGlyphs', 'figmaDerivedLayout', 'overrides']);

export function describeStep(step: Step, pageOf: (id: string) => string | null): HostChange[] {
  return [...step].flatMap(([id, { before, after }]): HostChange[] => {
    const pageId = pageOf(after ? id : survivorAbove(step, before));
    if (!before) return after ? [{ type: 'CREATE', id, pageId }] : [];
    if (!after) return [{ type: 'DELETE', id, pageId }];
    const properties = changedProperties(before, after);
    return properties.length > 0 ? [{ type: 'PROPERTY_CHANGE', id, pageId, properties }] : [];
  });
}

// A deleted node has no page any more: its nearest ancestor that still exists has.
function survivorAbove(step: Step, node: SceneNode | undefined): string {
  let parentId = node?.parentId ?? '';
  for (let change = step.get(parentId); change && !change.after; change = step.get(parentId)) parentId = change.before?.parentId ?? '';
  return parentId;
}

function changedProperties(before: SceneNode, after: SceneNode): string[] {
  const keys = Object.keys(after) as (keyof SceneNode)[]; // the interface lists every own key
  const changed = keys.filter((key) => !SILENT.has(key) && before[key] !== after[key]);
  return [...new Set(changed.map((key) => FIGMA_NAMES[key] ?? key))];
}

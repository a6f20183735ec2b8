// Annotations of a layer: checked as they are set, answered as copies. They lie with the layer's plugin data, under an owner that no
// plugin has, so that undo, copies and removal take them along.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { NodeMembers } from './member.ts';
import { write } from './session.ts';
import type { FigmaType } from './types.ts';
import { invalid, isRecord, typeName } from './values.ts';

/** https://developers.figma.com/docs/plugins/api/Annotation, read 2026-11-27. */
const TAKES: ReadonlySet<FigmaType> = new Set<FigmaType>([
  'COMPONENT', 'COMPONENT_SET', 'ELLIPSE', 'FRAME', 'INSTANCE', 'LINE', 'POLYGON', 'RECTANGLE', 'STAR', 'TEXT', 'VECTOR',
]);
const KEYS: ReadonlySet<string> = new Set(['label', 'labelMarkdown', 'properties', 'categoryId']);
const OWNER = '\u0000host';
const KEY = 'annotations';

function stored(node: SceneNode): unknown[] {
  const entry = node.pluginData.find((each) => each.pluginId === OWNER && each.key === KEY);
  const parsed: unknown = entry ? JSON.parse(entry.value) : [];
  return Array.isArray(parsed) ? parsed : [];
}

/** Figma answers a label in both forms, whichever was set. */
function answered(annotation: unknown): unknown {
  if (!isRecord(annotation)) return annotation;
  const words = annotation['label'] ?? annotation['labelMarkdown'];
  return words === undefined ? annotation : { ...annotation, label: words, labelMarkdown: words };
}

function checked(value: unknown): unknown {
  if (!isRecord(value)) return invalid(KEY, `Expected object, received ${typeName(value)}`);
  const unknown = Object.keys(value).find((key) => !KEYS.has(key));
  if (unknown !== undefined) invalid(KEY, `Unrecognized key(s) in object: '${unknown}'`);
  if (value['label'] !== undefined && value['labelMarkdown'] !== undefined) invalid(KEY, 'Cannot set both label and labelMarkdown');
  for (const key of ['label', 'labelMarkdown', 'categoryId']) {
    if (value[key] !== undefined && typeof value[key] !== 'string') invalid(KEY, `Expected string, received ${typeName(value[key])} at ${key}`);
  }
  return value;
}

export const annotationMembers = {
  annotations: {
    on: (type) => TAKES.has(type),
    get: ({ node }) => stored(node).map(answered),
    set: ({ session, node }, value) => {
      if (!Array.isArray(value)) invalid(KEY, `Expected array, received ${typeName(value)}`);
      const entry = { pluginId: OWNER, key: KEY, value: JSON.stringify(value.map(checked)) };
      const others = node.pluginData.filter((each) => each.pluginId !== OWNER || each.key !== KEY);
      write(session, (edit) => edit.update(node.id, { pluginData: value.length === 0 ? others : [...others, entry] }));
    },
  },
} as const satisfies NodeMembers;

// The plainest member: a property that is one field of open-pencil's node, checked when it is written.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { NodeMember } from './member.ts';
import { write } from './session.ts';
import type { FigmaType } from './types.ts';

export interface FieldOptions { readonly notInInstance?: boolean }

export function field<Key extends keyof SceneNode>(
  on: (type: FigmaType) => boolean, key: Key, parse: (property: string, value: unknown) => SceneNode[Key], options: FieldOptions = {},
): NodeMember {
  return {
    ...options, on,
    get: ({ node }) => node[key],
    set: ({ session, node }, value) => write(session, (edit) => edit.update(node.id, { [key]: parse(key, value) })),
  };
}

// What one member of the plugin API is, and what it may ask for. The tables of members are in the files beside this one.
import type { SceneNode } from '@open-pencil/scene-graph';
import type { Session } from './session.ts';
import type { FigmaType } from './types.ts';

export interface At { readonly session: Session; readonly node: SceneNode; readonly type: FigmaType }

/** `writes` members throw in a read-only file; a `set` always does, unless it is `alwaysAllowed`. */
interface Guard { readonly writes?: boolean; readonly alwaysAllowed?: boolean }
export interface NodeMember extends Guard {
  readonly on: (type: FigmaType) => boolean;
  readonly get?: (at: At) => unknown;
  readonly set?: (at: At, value: unknown) => void;
  readonly call?: (at: At, args: readonly unknown[]) => unknown;
  /** Not overridable on a layer inside an instance. */
  readonly notInInstance?: boolean;
}
export type NodeMembers = Readonly<Record<string, NodeMember>>;

export interface ApiMember extends Guard {
  readonly get?: (session: Session) => unknown;
  readonly set?: (session: Session, value: unknown) => void;
  readonly call?: (session: Session, args: readonly unknown[]) => unknown;
}
/** By part: 'figma', 'figma.ui' … then by name. */
export type ApiMembers = Readonly<Record<string, ApiMember>>;

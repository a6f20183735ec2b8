// Answers what the sandbox asks: has, get, set, call on a live object. Everything that is true of all members is here: missing ones, removed nodes,
// read-only files, layers in instances. What a member does is in the tables.
import { apiMembers } from './api.ts';
import { handleMembers } from './handles.ts';
import { dataMembers } from './data.ts';
import { annotationMembers } from './annotations.ts';
import { layoutMembers } from './layout.ts';
import { lookMembers } from './look.ts';
import type { ApiMember, At, NodeMember } from './member.ts';
import type { Ref } from './crossing.ts';
import { pageMembers } from './page.ts';
import { isReadOnly, type Session } from './session.ts';
import { textMembers } from './text.ts';
import { isInsideInstance, treeMembers } from './tree.ts';
import { figmaType } from './types.ts';
import { fail } from './values.ts';

export type Operation = 'has' | 'get' | 'set' | 'call';

const NODE_MEMBERS: Readonly<Record<string, NodeMember>> = { ...treeMembers, ...layoutMembers, ...lookMembers, ...textMembers, ...dataMembers, ...annotationMembers, ...pageMembers };
/** Answered when a member that is a method is read. */
export const METHOD: unique symbol = Symbol('method');
const READ_ONLY = 'Cannot write to internal and read-only nodes';

export function answer(session: Session, operation: Operation, ref: Ref, member: string, value: unknown): unknown {
  switch (ref.kind) {
    case 'node': return answerNode(session, operation, ref.id, member, value);
    case 'api': return answerPart(session, operation, ref.id, member, value, apiMembers[ref.id] ?? {});
    case 'image': case 'file': case 'notice': case 'callback': return answerPart(session, operation, ref.kind, member, value, handleMembers(session, ref));
  }
}

function answerPart(session: Session, operation: Operation, part: string, name: string, value: unknown, members: Readonly<Record<string, ApiMember>>): unknown {
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (operation === 'has') return member !== undefined;
  if (!member) throw new Error(`${part}.${name} is not in the playground host`);
  if (member.writes === true && operation === 'call' && isReadOnly(session)) fail(name, READ_ONLY);
  switch (operation) {
    case 'get': return member.call ? METHOD : member.get?.(session);
    case 'set': return member.set ? member.set(session, value) : notWritable(part, name);
    case 'call': return member.call?.(session, value as readonly unknown[]);
  }
}

function notWritable(object: string, name: string): never {
  throw new TypeError(`Cannot assign to read only property '${name}' of ${object}`);
}

function answerNode(session: Session, operation: Operation, id: string, name: string, value: unknown): unknown {
  const node = session.document.graph.getNode(id);
  if (!node || node.internalOnly) return answerRemoved(session, operation, id, name);
  const at: At = { session, node, type: id === session.document.graph.rootId ? 'DOCUMENT' : figmaType(node.type) };
  session.seenTypes.set(id, at.type);
  const member = Object.hasOwn(NODE_MEMBERS, name) ? NODE_MEMBERS[name] : undefined;
  if (!member || !member.on(at.type)) return answerMissing(operation, at, name);
  if (operation === 'set' || operation === 'call') refuseWrite(operation, at, member, name);
  switch (operation) {
    case 'has': return true;
    case 'get': return member.call ? METHOD : member.get?.(at);
    case 'set': return member.set ? member.set(at, value) : notWritable('node', name);
    case 'call': return member.call?.(at, value as readonly unknown[]);
  }
}

function answerRemoved(session: Session, operation: Operation, id: string, name: string): unknown {
  if (operation === 'get' && name === 'removed') return true;
  if (operation === 'get' && name === 'id') return id;
  if (operation === 'get' && name === 'type' && session.seenTypes.has(id)) return session.seenTypes.get(id);
  const member = operation === 'get' || operation === 'set' ? `${operation}_${name}` : name;
  return fail(member, `The node with id "${id}" does not exist`);
}

function answerMissing(operation: Operation, at: At, name: string): unknown {
  if (operation === 'has') return false;
  if (operation === 'set') throw new TypeError(`Cannot add property ${name}, object is not extensible`);
  throw new TypeError(`in get_${name}: node.${name}: no such property '${name}' on ${at.type} node`);
}

function refuseWrite(operation: 'set' | 'call', at: At, member: NodeMember, name: string): void {
  const isWrite = operation === 'set' ? member.set !== undefined && member.alwaysAllowed !== true : member.writes === true;
  if (!isWrite) return;
  const label = operation === 'set' ? `set_${name}` : name;
  if (isReadOnly(at.session)) fail(label, READ_ONLY);
  if (member.notInInstance === true && isInsideInstance(at.session, at.node)) fail(label, 'This property cannot be overriden on an instance');
}



// Members that store text in a node: plugin data, shared plugin data, relaunch buttons. Allowed in a read-only file too, as in Figma.
import { byteLength } from './bytes.ts';
import type { At, NodeMembers } from './member.ts';
import { write } from './session.ts';
import { isAny } from './types.ts';
import { fail, isRecord, stringArg } from './values.ts';

/** Owner, key and value together (developers.figma.com/docs/plugins/api/properties/nodes-setplugindata). */
const ENTRY_LIMIT_BYTES = 100_000;
const DESCRIPTION_LIMIT = 1000;

function setData({ session, node }: At, member: string, owner: string, key: unknown, value: unknown): void {
  const entry = { pluginId: owner, key: stringArg(member, key, 'key'), value: stringArg(member, value, 'value') };
  const size = byteLength(owner) + byteLength(entry.key) + byteLength(entry.value);
  if (size > ENTRY_LIMIT_BYTES) fail(member, `The pluginData entry is ${size} bytes, more than the limit of 100 kB`);
  const others = node.pluginData.filter((old) => old.pluginId !== owner || old.key !== entry.key);
  write(session, (edit) => edit.update(node.id, { pluginData: entry.value === '' ? others : [...others, entry] }));
}

const getData = ({ node }: At, owner: string, key: unknown): string => node.pluginData.find((entry) => entry.pluginId === owner && entry.key === key)?.value ?? '';
const keysOf = ({ node }: At, owner: string): string[] => node.pluginData.filter((entry) => entry.pluginId === owner).map((entry) => entry.key);

function shared(member: string, namespace: unknown): string {
  const name = stringArg(member, namespace, 'namespace');
  if (!/^[A-Za-z0-9_.]{3,}$/.test(name)) fail(member, 'The namespace must be at least 3 alphanumeric characters');
  return `shared:${name}`;
}

function setRelaunch({ session, node }: At, [data]: readonly unknown[]): void {
  if (!isRecord(data)) fail('setRelaunchData', 'Expected object');
  const commands = session.options.relaunchCommands ?? [];
  const entries = Object.entries(data).map(([command, description]) => {
    if (!commands.includes(command)) fail('setRelaunchData', `The command "${command}" is not in the relaunchButtons of the manifest`);
    const message = stringArg('setRelaunchData', description, 'description');
    if (message.length > DESCRIPTION_LIMIT) fail('setRelaunchData', `The description is longer than ${DESCRIPTION_LIMIT} characters`);
    return { pluginId: session.pluginId, command, message, isDeleted: false };
  });
  const others = node.pluginRelaunchData.filter((entry) => entry.pluginId !== session.pluginId);
  write(session, (edit) => edit.update(node.id, { pluginRelaunchData: [...others, ...entries] }));
}

function getRelaunch({ session, node }: At): Record<string, string> {
  const own = node.pluginRelaunchData.filter((entry) => entry.pluginId === session.pluginId && !entry.isDeleted);
  return Object.fromEntries(own.map((entry) => [entry.command, entry.message]));
}

export const dataMembers = {
  setPluginData: { on: isAny, call: (at, [key, value]) => setData(at, 'setPluginData', at.session.pluginId, key, value) },
  getPluginData: { on: isAny, call: (at, [key]) => getData(at, at.session.pluginId, key) },
  getPluginDataKeys: { on: isAny, call: (at) => keysOf(at, at.session.pluginId) },
  setSharedPluginData: { on: isAny, call: (at, [namespace, key, value]) => setData(at, 'setSharedPluginData', shared('setSharedPluginData', namespace), key, value) },
  getSharedPluginData: { on: isAny, call: (at, [namespace, key]) => getData(at, shared('getSharedPluginData', namespace), key) },
  getSharedPluginDataKeys: { on: isAny, call: (at, [namespace]) => keysOf(at, shared('getSharedPluginDataKeys', namespace)) },
  setRelaunchData: { on: isAny, call: setRelaunch },
  getRelaunchData: { on: isAny, call: getRelaunch },
} as const satisfies NodeMembers;

// figma.clientStorage: 5 MB a plugin, counted as Figma counts: key plus JSON, byte arrays raw.
import { byteLength } from './bytes.ts';
import type { ApiMembers } from './member.ts';
import { fail, isRecord, stringArg } from './values.ts';

/** developers.figma.com/docs/plugins/api/figma-clientStorage */
const LIMIT_BYTES = 5 * 1024 * 1024;

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Date) fail('setAsync', 'A Date cannot be stored');
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + sizeOf(member) + 1, 2);
  if (isRecord(value)) return Object.entries(value).reduce((sum, [key, member]) => sum + byteLength(JSON.stringify(key)) + sizeOf(member) + 2, 2);
  return byteLength(JSON.stringify(value) ?? '');
}

async function setAsync(storage: Map<string, unknown>, key: string, value: unknown): Promise<void> {
  const others = [...storage].filter(([other]) => other !== key);
  const total = [...others, [key, value] as const].reduce((sum, [name, stored]) => sum + byteLength(name) + sizeOf(stored), 0);
  if (total > LIMIT_BYTES) fail('setAsync', `The quota of ${LIMIT_BYTES} bytes has been exceeded`);
  storage.set(key, value);
}

export const storageMembers = {
  getAsync: { call: async ({ storage }, [key]) => storage.get(stringArg('getAsync', key, 'key')) },
  setAsync: { call: async ({ storage }, [key, value]) => setAsync(storage, stringArg('setAsync', key, 'key'), value) },
  deleteAsync: { call: async ({ storage }, [key]) => void storage.delete(stringArg('deleteAsync', key, 'key')) },
  keysAsync: { call: async ({ storage }) => [...storage.keys()] },
} as const satisfies ApiMembers;

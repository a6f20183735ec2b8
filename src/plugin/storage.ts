// What this computer remembers, in figma.clientStorage. docs/storage.md lists every key. Stored data is never trusted.
import { VariegateError, toVariegateError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { readSettings } from '../core/settings.ts';
import type { Settings } from '../core/settings.ts';

export type StorageKey = 'settings' | 'key' | 'gatewayKey' | 'spend' | 'installation' | 'templates' | 'cards' | `cardPicture:${string}` | `ledger:${string}` | 'made' | 'answers' | 'batch' | `batch:${number}` | 'historyIndex' | `history:${string}` | `historyThumb:${string}`;

/** Never fails: without its storage the plugin starts with the defaults. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await load('settings').catch(() => undefined));
}

export async function saveSettings(settings: Settings): Promise<void> {
  await save('settings', settings);
}

/** Fails with STORAGE_FAILED. */
export async function load(key: StorageKey): Promise<unknown> {
  try {
    return await figma.clientStorage.getAsync(key);
  } catch (thrown) {
    throw toVariegateError(thrown, 'STORAGE_FAILED');
  }
}

/** Fails with STORAGE_FULL or STORAGE_FAILED; the cause never holds the value. */
export async function save(key: StorageKey, value: unknown): Promise<void> {
  try {
    await figma.clientStorage.setAsync(key, value);
  } catch {
    throw new VariegateError((await isNearlyFull(key, value)) ? 'STORAGE_FULL' : 'STORAGE_FAILED');
  }
}

export async function forget(key: StorageKey): Promise<void> {
  try {
    await figma.clientStorage.deleteAsync(key);
  } catch (thrown) {
    throw toVariegateError(thrown, 'STORAGE_FAILED');
  }
}

/** A random name for this computer's plugin; a fresh one each time while it cannot be stored. */
export async function installationId(): Promise<string> {
  const stored = await load('installation').catch(() => null);
  if (typeof stored === 'string' && stored !== '') return stored;
  const made = randomName();
  await save('installation', made).catch(() => undefined);
  return made;
}

/** Enough to tell computers and starts apart; not a secret. */
export function randomName(): string {
  return Math.random().toString(36).slice(2, 12) + Date.now().toString(36);
}

/** A write that is refused when this share of the room is taken is refused for lack of room. */
const NEARLY_FULL = 0.8;

// Figma's rejection carries only a message, so the room is counted; roughly, for an exact count of megabytes would hold Figma up.
async function isNearlyFull(key: StorageKey, value: unknown): Promise<boolean> {
  try {
    const keys = (await figma.clientStorage.keysAsync()).filter((other) => other !== key);
    const stored = await Promise.all(keys.map((other) => figma.clientStorage.getAsync(other)));
    const used = [value, ...stored].reduce<number>((sum, one) => sum + sizeOf(one), 0);
    return used > NEARLY_FULL * LIMITS.clientStorage.value;
  } catch {
    return false;
  }
}

function sizeOf(value: unknown): number {
  let bytes = 0;
  const text = JSON.stringify(value, (_key, member: unknown) => {
    if (!ArrayBuffer.isView(member)) return member;
    bytes += member.byteLength;
    return 0;
  });
  return bytes + (text ?? '').length;
}

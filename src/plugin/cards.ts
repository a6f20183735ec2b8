// Style cards and their reference pictures, kept on this computer. What they mean is core/style; here they are read and written.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { forget, load, save } from './storage.ts';
import type { StorageKey } from './storage.ts';

const PREFIX = 'cardPicture:';

/** What is stored, unread: the window checks it. Without its storage the plugin has no cards. */
export async function readCards(): Promise<CallOutput<'readCards'>> {
  return { stored: (await load('cards').catch(() => null)) ?? null };
}

/** Fails with STORAGE_FULL or STORAGE_FAILED; what was stored before stays then. Pictures that no card names any more are let go. */
export async function saveCards({ stored }: CallInput<'saveCards'>): Promise<Record<string, never>> {
  await save('cards', stored);
  const named = new Set(stored.cards.flatMap((card) => card.pictures.map(({ digest }) => keyOf(digest))));
  const keys = await figma.clientStorage.keysAsync().catch(() => []);
  for (const key of keys) if (isPictureKey(key) && !named.has(key)) await forget(key).catch(() => undefined);
  return {};
}

/** Before the card that names it. Fails with STORAGE_FULL or STORAGE_FAILED. */
export async function saveCardPicture({ digest, bytes }: CallInput<'saveCardPicture'>): Promise<Record<string, never>> {
  await save(keyOf(digest), bytes);
  return {};
}

/** Null when it is not there: a card with a broken reference is a card all the same. */
export async function readCardPicture({ digest }: CallInput<'readCardPicture'>): Promise<CallOutput<'readCardPicture'>> {
  const stored = await load(keyOf(digest)).catch(() => null);
  return { bytes: isBytes(stored) ? stored : null };
}

function keyOf(digest: string): StorageKey {
  return `${PREFIX}${digest}` as const;
}

function isPictureKey(key: string): key is StorageKey {
  return key.startsWith(PREFIX);
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

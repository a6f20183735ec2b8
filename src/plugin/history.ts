// Every result with its recipe and a small copy, on this computer, under a budget: the oldest go first, those that were rated last.
import type { CallInput, CallOutput } from '../core/bridge/contract.ts';
import { HISTORY_BUDGET, overBudget } from '../core/history/budget.ts';
import type { Kept } from '../core/history/budget.ts';
import * as z from '../core/z.ts';
import { forget, load, save } from './storage.ts';
import type { StorageKey } from './storage.ts';

const indexSchema = z.object({ version: z.literal(1), kept: z.array(z.object({ id: z.string(), bytes: z.number(), isRated: z.boolean() })) });

const entryKey = (id: string): StorageKey => `history:${id}`;
const thumbKey = (id: string): StorageKey => `historyThumb:${id}`;

/** A result, or a change of one that is there. Answers what had to go for it. Fails with STORAGE_FULL or STORAGE_FAILED. */
export async function saveHistory({ entry, thumbnail }: CallInput<'saveHistory'>): Promise<CallOutput<'saveHistory'>> {
  const { id } = entry;
  const before = await readIndex();
  const own = before.find((each) => each.id === id);
  const size = JSON.stringify(entry).length + (thumbnail?.length ?? 0);
  const item: Kept = { id, bytes: thumbnail || !own ? size : own.bytes, isRated: (entry.rating ?? 0) !== 0 };
  const kept = own ? before.map((each) => (each.id === id ? item : each)) : [...before, item];
  const gone = overBudget(kept, HISTORY_BUDGET).filter((each) => each !== id);
  for (const each of gone) await drop(each);
  if (thumbnail) await save(thumbKey(id), thumbnail);
  await save(entryKey(id), entry);
  const left = kept.filter((each) => !gone.includes(each.id));
  await writeIndex(left);
  return { gone, usedBytes: left.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** The newest first, unread: core/history reads each. Null where this file has not the picture. */
export async function readHistory({ from, count }: CallInput<'readHistory'>): Promise<CallOutput<'readHistory'>> {
  const kept = [...(await readIndex().catch(() => []))].reverse();
  const stored = await Promise.all(kept.slice(from, from + count).map(({ id }) => load(entryKey(id)).catch(() => null)));
  const entries = stored.filter((entry) => entry !== null && entry !== undefined);
  return { entries, usedBytes: kept.reduce((sum, { bytes }) => sum + bytes, 0), isEnd: from + count >= kept.length };
}

export async function readHistoryThumb({ id }: CallInput<'readHistoryThumb'>): Promise<CallOutput<'readHistoryThumb'>> {
  const stored = await load(thumbKey(id)).catch(() => null);
  return { bytes: isBytes(stored) ? stored : null };
}

/** Of all where `ids` is null. */
export async function forgetHistory({ ids }: CallInput<'forgetHistory'>): Promise<Record<string, never>> {
  const kept = await readIndex();
  const going = ids === null ? kept.map(({ id }) => id) : ids;
  for (const id of going) await drop(id);
  await writeIndex(kept.filter(({ id }) => !going.includes(id)));
  return {};
}

/** Which of these pictures this file has. */
export function arePicturesHere({ hashes }: CallInput<'arePicturesHere'>): CallOutput<'arePicturesHere'> {
  return { here: hashes.map((hash) => figma.getImageByHash(hash) !== null) };
}

/** The bytes of a picture of this file; null where it has none of that hash. */
export async function readPicture({ hash }: CallInput<'readPicture'>): Promise<CallOutput<'readPicture'>> {
  const image = figma.getImageByHash(hash);
  return { bytes: image ? await image.getBytesAsync().catch(() => null) : null };
}

async function drop(id: string): Promise<void> {
  await forget(entryKey(id)).catch(() => undefined);
  await forget(thumbKey(id)).catch(() => undefined);
}

async function readIndex(): Promise<readonly Kept[]> {
  const stored = z.safeParse(indexSchema, await load('historyIndex'));
  return stored.success ? stored.data.kept : [];
}

async function writeIndex(kept: readonly Kept[]): Promise<void> {
  await save('historyIndex', { version: 1, kept: kept.map((each) => ({ ...each })) });
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

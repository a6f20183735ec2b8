// The ledger on this computer: a list for each day, the last sixty days.
import type { CallOutput } from '../core/bridge/contract.ts';
import { ledgerEntrySchema } from '../core/ledger.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import * as z from '../core/z.ts';
import { forget, load, save } from './storage.ts';
import type { StorageKey } from './storage.ts';

const PREFIX = 'ledger:';
type DayKey = Extract<StorageKey, `ledger:${string}`>;
const DAYS = 60;
/** Lines of one day that are kept, the newest; some 180 bytes each. */
const MOST_A_DAY = 3000;

const keyOf = (day: string): DayKey => `${PREFIX}${day}` as const;

/** Calls must come one after the other. A line that cannot be written is lost, and the day's sum is not: that one is told. */
export async function addLine(day: string, entry: LedgerEntry): Promise<void> {
  const lines = [...(await linesOf(keyOf(day))), entry].slice(-MOST_A_DAY);
  await save(keyOf(day), lines).catch(() => undefined);
  if (lines.length > 1) return;
  for (const old of (await days()).slice(0, -DAYS)) await forget(old).catch(() => undefined);
}

/** The oldest first. */
export async function readLedger(): Promise<CallOutput<'readLedger'>> {
  const lists = await Promise.all((await days()).map(linesOf));
  return { entries: lists.flat() };
}

async function linesOf(key: DayKey): Promise<LedgerEntry[]> {
  const stored = z.safeParse(z.array(ledgerEntrySchema), await load(key).catch(() => null));
  return stored.success ? stored.data : [];
}

async function days(): Promise<DayKey[]> {
  const keys: readonly string[] = await figma.clientStorage.keysAsync().catch(() => []);
  return keys.filter((key): key is DayKey => key.startsWith(PREFIX)).sort();
}

// What the pictures of a day cost. One day is kept; calls must come one after the other, or a sum is lost.
import * as z from '../core/z.ts';
import type { Spend } from '../core/bridge/contract.ts';
import { load, save } from './storage.ts';

// Sums without a version are of the first builds, and the same.
const schema = z.object({ version: z.optional(z.literal(1)), day: z.string(), usd: z.number().check(z.minimum(0)) });

/** Nothing spent when what is stored is of another day, or damaged. */
export async function spentOn(day: string): Promise<Spend> {
  const stored = z.safeParse(schema, await load('spend'));
  return { day, usd: stored.success && stored.data.day === day ? stored.data.usd : 0 };
}

/** Books sums of one start of the plugin. What could not be written counts with the next sum: a full storage must not widen a limit. */
export function createSpendBook(): (spend: Spend) => Promise<Spend> {
  let unwritten: Spend = { day: '', usd: 0 };
  return async ({ day, usd }) => {
    const open = { day, usd: usd + (unwritten.day === day ? unwritten.usd : 0) };
    unwritten = open;
    const after = { day, usd: (await spentOn(day)).usd + open.usd };
    await save('spend', { version: 1, ...after });
    unwritten = { day, usd: 0 };
    return after;
  };
}

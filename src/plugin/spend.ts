// What the pictures of a day cost. One day is kept; calls must come one after the other, or a sum is lost.
import * as z from 'zod/mini';
import type { Spend } from '../core/bridge/contract.ts';
import { load, save } from './storage.ts';

const schema = z.object({ day: z.string(), usd: z.number().check(z.minimum(0)) });

/** Nothing spent when what is stored is of another day, or damaged. */
export async function spentOn(day: string): Promise<Spend> {
  const stored = z.safeParse(schema, await load('spend'));
  return stored.success && stored.data.day === day ? stored.data : { day, usd: 0 };
}

export async function addSpend({ day, usd }: Spend): Promise<Spend> {
  const before = await spentOn(day);
  const after = { day, usd: before.usd + usd };
  await save('spend', after);
  return after;
}

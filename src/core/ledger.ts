// What each request cost, line by line: by what the service counted, beside what the table had foretold. Pure.
import * as z from './z.ts';

export const ledgerEntrySchema = z.lazy(() =>
  z.object({
    /** When it was booked, ISO 8601 in UTC. */
    at: z.string(),
    kind: z.enum(['picture', 'question', 'overnight']),
    model: z.string(),
    runId: z.string(),
    /** By the usage; null where the service told none. */
    usd: z.nullable(z.number()),
    /** What the table had foretold. */
    estimateUsd: z.number(),
    /** Stopped after it was sent, without a word of what it cost: it may be on the bill. */
    isUnsure: z.boolean(),
  }),
);
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export interface LedgerSums {
  readonly count: number;
  /** Of requests whose cost is known, and what was foretold for the same ones. */
  readonly paidUsd: number;
  readonly foretoldUsd: number;
  /** Requests that may have been charged, and what they may have cost. */
  readonly unsure: number;
  readonly unsureUsd: number;
}

export function sumLedger(entries: readonly LedgerEntry[]): LedgerSums {
  const known = entries.filter(({ usd }) => usd !== null);
  const unsure = entries.filter(({ isUnsure }) => isUnsure);
  const sum = (list: readonly LedgerEntry[], of: (entry: LedgerEntry) => number) => list.reduce((total, entry) => total + of(entry), 0);
  return {
    count: entries.length,
    paidUsd: sum(known, ({ usd }) => usd ?? 0),
    foretoldUsd: sum(known, ({ estimateUsd }) => estimateUsd),
    unsure: unsure.length,
    unsureUsd: sum(unsure, ({ estimateUsd }) => estimateUsd),
  };
}

// Sums of the ledger: what was paid, what was foretold, and what may be on the bill.
import { describe, expect, it } from 'vitest';
import { sumLedger } from '../../src/core/ledger.ts';
import type { LedgerEntry } from '../../src/core/ledger.ts';

const entry = (patch: Partial<LedgerEntry>): LedgerEntry => ({ at: '', kind: 'picture', model: 'm', runId: 'r', usd: 0.03, estimateUsd: 0.04, isUnsure: false, ...patch });

describe('the ledger', () => {
  it('[LN3] sums what is known beside what was foretold for the same, and what is unsure apart', () => {
    const sums = sumLedger([entry({}), entry({ usd: 0.05 }), entry({ usd: null, isUnsure: true }), entry({ usd: null })]);
    expect({ ...sums, paidUsd: sums.paidUsd.toFixed(3), foretoldUsd: sums.foretoldUsd.toFixed(3) }).toEqual({ count: 4, paidUsd: '0.080', foretoldUsd: '0.080', unsure: 1, unsureUsd: 0.04 });
    expect(sumLedger([])).toEqual({ count: 0, paidUsd: 0, foretoldUsd: 0, unsure: 0, unsureUsd: 0 });
  });
});

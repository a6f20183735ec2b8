// The one function that sends anything to a service. It holds the limits, fetches the key, and books what was used.
import type { Usage } from '../../core/cost.ts';
import { usageUsd } from '../../core/cost.ts';
import { VariegateError, toVariegateError } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { LedgerEntry } from '../../core/ledger.ts';
import { LIMITS } from '../../core/limits.ts';
import type { CallContext, Provider } from '../providers/provider.ts';
import { addRunSpend, dayOf, limitPassed, reserve } from '../store/ledger.ts';
import { spentToday } from '../store/session.ts';
import { throwIfCancelled, withTimeLimit } from './cancel.ts';
import type { Effects } from './effects.ts';
import { tellUnsaved } from './unsaved.ts';

export interface Order<Reply> {
  readonly provider: Provider;
  readonly runId: string;
  /** What it will cost at most, as far as the table knows (USD). */
  readonly estimateUsd: number;
  /** What is asked of whom, for the ledger. */
  readonly what?: { readonly kind: LedgerEntry['kind']; readonly model: string };
  readonly signal: AbortSignal;
  readonly onProgress?: (part: number) => void;
  /** Told right before the request leaves: from then on it may be charged. */
  readonly onSent?: () => void;
  call(context: CallContext): Promise<Reply>;
}

export interface Sent<Reply> {
  readonly reply: Reply;
  /** What it cost by its usage; null when no price is known. */
  readonly costUsd: number | null;
}

/**
 * Rejects with LIMIT_RUN or LIMIT_DAY before anything is sent, with KEY_MISSING, or with the provider's own error. What a
 * failed answer was billed for is booked too.
 */
export async function send<Reply extends { readonly usage: Usage | null }>(
  effects: Effects,
  order: Order<Reply>,
): Promise<Sent<Reply>> {
  throwIfCancelled(order.signal);
  let isOut = false;
  const limit = limitPassed(order.runId, order.estimateUsd, dayOf(effects.nowMs()));
  if (limit) throw new VariegateError(limit);
  const release = reserve(order.runId, order.estimateUsd);
  try {
    const key = order.provider.needsKey ? await readKey(effects, order) : null;
    throwIfCancelled(order.signal);
    order.onSent?.();
    isOut = true;
    const reply = await withTimeLimit(effects, LIMITS.requestTime.value, order.signal, (signal) =>
      order.call({ signal, key, ...(order.onProgress ? { onProgress: order.onProgress } : {}) }),
    );
    return { reply, costUsd: book(effects, order, reply.usage) };
  } catch (thrown) {
    const { usage, code } = toVariegateError(thrown);
    if (usage) book(effects, order, usage);
    else if (isOut && UNTOLD.includes(code)) bookUnsure(effects, order);
    throw thrown;
  } finally {
    release();
  }
}

async function readKey<Reply>(effects: Effects, { provider, signal }: Order<Reply>): Promise<string> {
  const { key } = await effects.client.call('readKey', provider.id === 'gateway' ? { of: 'gateway' } : {}, { signal });
  if (key === null) throw new VariegateError('KEY_MISSING', provider.id === 'gateway' ? { service: 'The gateway' } : {});
  return key;
}

/** Ends of a request that say nothing of its cost, although the service may have done the work. */
const UNTOLD: readonly ErrorCode[] = ['CANCELLED', 'TIMED_OUT', 'CONNECTION_LOST'];

/** Told apart from what is paid: no sum grows by it, and the ledger says so. */
function bookUnsure<Reply>(effects: Effects, order: Order<Reply>): void {
  if (!order.provider.needsKey || order.estimateUsd === 0) return;
  const day = dayOf(effects.nowMs());
  void effects.client.call('addSpend', { day, usd: 0, entry: line(effects, order, null, null, true) }).catch(tellUnsaved);
}

function line<Reply>(effects: Effects, { runId, estimateUsd, what }: Order<Reply>, usage: Usage | null, usd: number | null, isUnsure: boolean): LedgerEntry {
  return { at: new Date(effects.nowMs()).toISOString(), kind: what?.kind ?? 'picture', model: usage?.model ?? what?.model ?? '', runId, usd, estimateUsd, isUnsure };
}

// Counted here at once, so that no request slips past a limit; written without waiting, so that no picture waits for it.
function book<Reply>(effects: Effects, order: Order<Reply>, usage: Usage | null): number | null {
  if (!order.provider.needsKey) return 0;
  const day = dayOf(effects.nowMs());
  const costUsd = usage ? usageUsd(usage, day) : null;
  const booked = costUsd ?? order.estimateUsd;
  addRunSpend(order.runId, booked);
  if (booked === 0) return costUsd;
  const before = spentToday.value.day === day ? spentToday.value.usd : 0;
  spentToday.value = { day, usd: before + booked };
  void effects.client.call('addSpend', { day, usd: booked, entry: line(effects, order, usage, costUsd, false) }).then(
    // Another window may have spent as well; answers of calls that overtake each other never lower the sum.
    (spend) => spend.day === spentToday.value.day && (spentToday.value = { day: spend.day, usd: Math.max(spend.usd, spentToday.value.usd) }),
    tellUnsaved,
  );
  return costUsd;
}

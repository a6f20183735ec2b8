// The one function that sends anything to a service. It holds the limits, fetches the key, and books what was used.
import type { Usage } from '../../core/cost.ts';
import { usageUsd } from '../../core/cost.ts';
import { VariegateError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import type { CallContext, Provider } from '../providers/provider.ts';
import { addRunSpend, reserve, reservedUsd, spentByRun } from '../store/ledger.ts';
import { settings, spentToday } from '../store/session.ts';
import { throwIfCancelled, withTimeLimit } from './cancel.ts';
import { dayOf } from './effects.ts';
import type { Effects } from './effects.ts';

export interface Order<Reply> {
  readonly provider: Provider;
  readonly runId: string;
  /** What it will cost at most, as far as the table knows (USD). */
  readonly estimateUsd: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (part: number) => void;
  call(context: CallContext): Promise<Reply>;
}

export interface Sent<Reply> {
  readonly reply: Reply;
  /** What it cost by its usage; null when no price is known. */
  readonly costUsd: number | null;
}

/** Rejects with LIMIT_RUN or LIMIT_DAY before anything is sent, with KEY_MISSING, or with the provider's own error. */
export async function send<Reply extends { readonly usage: Usage | null }>(
  effects: Effects,
  order: Order<Reply>,
): Promise<Sent<Reply>> {
  throwIfCancelled(order.signal);
  checkLimits(effects, order.runId, order.estimateUsd);
  const release = reserve(order.estimateUsd);
  try {
    const key = order.provider.needsKey ? await readKey(effects, order.signal) : null;
    const reply = await withTimeLimit(effects, LIMITS.requestTime.value, order.signal, (signal) =>
      order.call({ signal, key, ...(order.onProgress ? { onProgress: order.onProgress } : {}) }),
    );
    return { reply, costUsd: await book(effects, order, reply.usage) };
  } finally {
    release();
  }
}

/** Refuses what would pass a limit, counting requests that are still out. A limit of 0 is none. */
export function checkLimits(effects: Pick<Effects, 'nowMs'>, runId: string, usd: number): void {
  if (usd === 0) return;
  const { limitPerRunUsd, limitPerDayUsd } = settings.value;
  const today = spentToday.value.day === dayOf(effects.nowMs()) ? spentToday.value.usd : 0;
  const run = spentByRun.value[runId] ?? 0;
  if (limitPerRunUsd > 0 && run + usd > limitPerRunUsd) throw new VariegateError('LIMIT_RUN');
  if (limitPerDayUsd > 0 && today + reservedUsd.value + usd > limitPerDayUsd) throw new VariegateError('LIMIT_DAY');
}

async function readKey(effects: Effects, signal: AbortSignal): Promise<string> {
  const { key } = await effects.client.call('readKey', {}, { signal });
  if (key === null) throw new VariegateError('KEY_MISSING');
  return key;
}

async function book<Reply>(effects: Effects, order: Order<Reply>, usage: Usage | null): Promise<number | null> {
  if (!order.provider.needsKey) return 0;
  const day = dayOf(effects.nowMs());
  const costUsd = usage ? usageUsd(usage, day) : null;
  const booked = costUsd ?? order.estimateUsd;
  addRunSpend(order.runId, booked);
  if (booked > 0) {
    // The sum is for the limits of later runs: a picture that was paid for must not be lost because it was not written.
    await effects.client.call('addSpend', { day, usd: booked }).then(
      (spend) => (spentToday.value = spend),
      () => (spentToday.value = { day, usd: spentToday.value.usd + booked }),
    );
  }
  return costUsd;
}

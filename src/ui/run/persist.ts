// Sends until there is an answer or no sense in trying: waits while offline, while the service asks to, and between tries.
// Never sends again what may have been charged: a property of the error's code.
import { nextTry } from '../../core/backoff.ts';
import type { Usage } from '../../core/cost.ts';
import { VariegateError, toVariegateError } from '../../core/errors.ts';
import type { Wait } from '../../core/job.ts';
import type { Lane } from '../../core/lane.ts';
import { dayOf } from '../store/ledger.ts';
import { pause, pauses } from '../store/pauses.ts';
import { throwIfCancelled } from './cancel.ts';
import type { Effects } from './effects.ts';
import { send } from './send.ts';
import type { Order, Sent } from './send.ts';

export interface PatientOrder<Reply> extends Order<Reply> {
  /** Told whenever the request is held back, before it goes out. */
  readonly onWait: (wait: Wait) => void;
  /** True for a batch: see core/backoff. */
  readonly isPatient?: boolean;
  /** The line that it came out of: taught by how the service answers. */
  readonly lane?: Pick<Lane, 'answered' | 'refused'>;
}

/** Rejects like `send`; PAUSE_LONG instead of a wait that nobody would watch. */
export async function persist<Reply extends { readonly usage: Usage | null }>(
  effects: Effects,
  order: PatientOrder<Reply>,
): Promise<Sent<Reply>> {
  let own: Wait | null = null;
  for (let tries = 1; ; tries += 1) {
    if (order.provider.isRemote) await untilClear(effects, order, own);
    const sentMs = effects.nowMs();
    try {
      const sent = await send(effects, order);
      if (order.provider.isRemote) order.lane?.answered();
      return sent;
    } catch (thrown) {
      const error = toVariegateError(thrown);
      if (error.code === 'RATE_LIMITED') order.lane?.refused(sentMs, effects.nowMs());
      own = waitAfter(effects, order, error, tries);
    }
  }
}

/** What to wait for before the next try; throws where there is none. A wait that the service asked for holds for all. */
function waitAfter(effects: Effects, order: Pick<PatientOrder<unknown>, 'provider' | 'isPatient'>, error: VariegateError, tries: number): Wait {
  const { isRetryable, code, details } = error;
  const next = nextTry({ isRetryable, retryAfterMs: details.retryAfterMs, tries, isPatient: order.isPatient ?? false }, effects.random());
  const nowMs = effects.nowMs();
  switch (next.is) {
    case 'never':
      throw error;
    case 'tooLate':
      throw new VariegateError('PAUSE_LONG', { ...details, name: clockTime(nowMs, nowMs + next.delayMs) });
    case 'later':
      if (details.retryAfterMs !== undefined) pause(order.provider.id, { code, untilMs: nowMs + details.retryAfterMs, ...ofService(details) });
      return { code, untilMs: nowMs + next.delayMs, ...ofService(details) };
  }
}

function ofService({ service }: VariegateError['details']): Pick<Wait, 'service'> {
  return service === undefined ? {} : { service };
}

async function untilClear<Reply>(effects: Effects, order: PatientOrder<Reply>, own: Wait | null): Promise<void> {
  for (let wait = nextWait(effects, order, own); wait; wait = nextWait(effects, order, own)) {
    throwIfCancelled(order.signal);
    order.onWait(wait);
    await over(effects, wait, order.signal).catch(() => undefined);
  }
  throwIfCancelled(order.signal);
}

function over(effects: Effects, { untilMs }: Wait, signal: AbortSignal): Promise<void> {
  return untilMs === null ? effects.whenOnline(signal) : effects.delay(untilMs - effects.nowMs(), signal);
}

function nextWait(effects: Effects, order: Pick<Order<unknown>, 'provider'>, own: Wait | null): Wait | null {
  if (!effects.isOnline()) return { code: 'OFFLINE', untilMs: null };
  const nowMs = effects.nowMs();
  const ahead = [own, pauses.value[order.provider.id] ?? null].filter((wait) => wait !== null && (wait.untilMs ?? 0) > nowMs);
  return ahead.reduce((last, wait) => ((wait?.untilMs ?? 0) > (last?.untilMs ?? 0) ? wait : last), null);
}

/** "14:05", rounded up to the minute; with its date when that is another day. */
function clockTime(nowMs: number, thenMs: number): string {
  const then = new Date(Math.ceil(thenMs / 60_000) * 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const day = dayOf(then.getTime());
  return day === dayOf(nowMs) ? time : `${day}, ${time}`;
}

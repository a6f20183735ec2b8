// The lines in which requests wait, one for each provider. They live as long as the window.
import pLimit from 'p-limit';
import type { ProviderId } from '../../core/model.ts';

const pools = new Map<ProviderId, ReturnType<typeof pLimit>>();

/** The provider's line, letting `atOnce` (1 to 8) through at a time from now on. */
export function poolOf(provider: ProviderId, atOnce: number): ReturnType<typeof pLimit> {
  const pool = pools.get(provider) ?? pLimit(atOnce);
  pool.concurrency = atOnce;
  pools.set(provider, pool);
  return pool;
}

// Runs what a view started; what goes wrong becomes the alert, with what its "Try again" does.
import { toErrorData, toVariegateError } from '../core/errors.ts';
import { alert, stoppable } from './store/session.ts';

export interface Attempted {
  readonly jobId?: string | null;
  readonly retry?: () => void;
}

export function attempt(work: () => Promise<unknown> | void, { jobId = null, retry }: Attempted = {}): void {
  void (async () => work())().catch((thrown: unknown) => {
    const error = toVariegateError(thrown);
    if (error.code !== 'CANCELLED') alert.value = { error: toErrorData(error), jobId, ...(retry ? { retry } : {}) };
  });
}

/** Work that Cancel stops. */
export async function stoppably(work: (signal: AbortSignal, abort: AbortController) => Promise<void>): Promise<void> {
  const abort = new AbortController();
  stoppable.value = [...stoppable.value, abort];
  await work(abort.signal, abort).finally(() => (stoppable.value = stoppable.value.filter((each) => each !== abort)));
}

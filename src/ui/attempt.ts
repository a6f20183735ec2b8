// Runs what a view started; what goes wrong becomes the alert, with what its "Try again" does.
import { toErrorData, toVariegateError } from '../core/errors.ts';
import { alert } from './store/session.ts';

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

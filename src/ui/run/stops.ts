// Failures that the next picture would meet as well: what makes one picture after the other ends with them.
import type { ErrorCode } from '../../core/errors.ts';
import { VariegateError } from '../../core/errors.ts';
import { imageOf } from '../../core/job.ts';
import { findJob } from '../store/runs.ts';
import type { MadeImage } from '../store/runs.ts';

const STOPS: readonly ErrorCode[] = [
  'CANCELLED', 'LIMIT_RUN', 'LIMIT_DAY', 'KEY_MISSING', 'KEY_INVALID', 'KEY_FORBIDDEN', 'CREDIT_EMPTY', 'UNPAID_KEY', 'BILLING_OFF', 'QUOTA_DAY', 'PAUSE_LONG', 'MODEL_RETIRED', 'GATEWAY_URL', 'GATEWAY_UNTESTED',
  'GATEWAY_NO_PICTURES', 'GATEWAY_DROPS_INPUTS',
];

/** Null where nothing was made, or it was discarded. */
export function pictureOf(jobId: string | null): MadeImage | null {
  const state = jobId === null ? undefined : findJob(jobId)?.entry.job.value.state;
  return state ? imageOf(state) : null;
}

/** Why the one picture of a run is missing; a run that never came to it was cancelled, or told its reason itself. */
export function failureOf(runId: string): VariegateError {
  const state = findJob(`${runId}/0`)?.entry.job.value.state;
  return state?.at === 'failed' ? new VariegateError(state.error.code, state.error.details) : new VariegateError('CANCELLED');
}

/** The picture of a run of one; null where this one alone failed. Throws what would stop every picture. */
export function pictureOrStop(runId: string): MadeImage | null {
  const image = pictureOf(`${runId}/0`);
  if (image) return image;
  const error = failureOf(runId);
  if (STOPS.includes(error.code)) throw error;
  return null;
}

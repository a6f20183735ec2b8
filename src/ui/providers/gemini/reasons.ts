// Why an answered call brought nothing, by Google's own names for it. A name that is not in the table is shown as it is.
import type { ErrorCode } from '../../../core/errors.ts';
import { VariegateError } from '../../../core/errors.ts';

// Names of FinishReason: https://ai.google.dev/api/generate-content#FinishReason, read 2026-11-22.
const FINISH_CODES = {
  SAFETY: 'IMAGE_BLOCKED',
  PROHIBITED_CONTENT: 'IMAGE_BLOCKED',
  BLOCKLIST: 'IMAGE_BLOCKED',
  SPII: 'IMAGE_BLOCKED',
  IMAGE_SAFETY: 'IMAGE_BLOCKED',
  IMAGE_PROHIBITED_CONTENT: 'IMAGE_BLOCKED',
  RECITATION: 'IMAGE_RECITATION',
  IMAGE_RECITATION: 'IMAGE_RECITATION',
  NO_IMAGE: 'NO_IMAGE',
  IMAGE_OTHER: 'NO_IMAGE',
  OTHER: 'NO_IMAGE',
  STOP: 'NO_IMAGE',
  FINISH_REASON_UNSPECIFIED: 'NO_IMAGE',
  MAX_TOKENS: 'TOKENS_EXCEEDED',
} as const satisfies Record<string, ErrorCode>;

/** True for the reasons that forbid using whatever the answer holds. */
export function isBlocked(finishReason: string): boolean {
  return finishCode(finishReason) === 'IMAGE_BLOCKED';
}

/**
 * The error of an answer without a picture. `said` is the text that came instead: the service's own explanation, and
 * data like everything it writes.
 */
export function finishError(finishReason: string, said: string, cause: string): VariegateError {
  const code = finishCode(finishReason);
  const isExplained = code === 'NO_IMAGE' && said !== '';
  return new VariegateError(code, { name: isExplained ? said : finishReason, ...(cause === '' ? {} : { cause }) });
}

/** The error of a prompt that was refused before anything was made. */
export function blockError(blockReason: string): VariegateError {
  return new VariegateError('PROMPT_BLOCKED', { name: blockReason });
}

function finishCode(finishReason: string): ErrorCode {
  const known: Readonly<Record<string, ErrorCode>> = FINISH_CODES;
  return Object.hasOwn(known, finishReason) ? (known[finishReason] ?? 'UNKNOWN_REASON') : 'UNKNOWN_REASON';
}

// Failures inside the pixel script: a code and a cause, without the sentences, which stay in the page's bundle.
import type { ErrorCode } from '../../core/errors.ts';

const FAULT_CODES = ['IMAGE_UNREADABLE', 'IMAGE_TOO_HEAVY', 'CANCELLED'] as const satisfies readonly ErrorCode[];

export type FaultCode = (typeof FAULT_CODES)[number];

export class PixelFault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, cause = '') {
    super(cause);
    this.code = code;
  }
}

/** Anything thrown as a fault; what is no fault of ours means that the picture could not be worked on. */
export function toFault(thrown: unknown): PixelFault {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new PixelFault(codeOf(thrown) ?? 'IMAGE_UNREADABLE', cause);
}

// By its code and not by its class: the page and the script that it runs have a copy of the class each.
function codeOf(thrown: unknown): FaultCode | undefined {
  const code: unknown = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return FAULT_CODES.find((known) => known === code);
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PixelFault('CANCELLED');
}

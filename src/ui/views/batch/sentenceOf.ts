// What went wrong with a row, in the words of the error table.
import { ERROR_TABLE } from '../../../core/errors.ts';
import type { ErrorCode } from '../../../core/errors.ts';

export function sentenceOf(code: string | null, name: string): string {
  const entry = code !== null && code in ERROR_TABLE ? ERROR_TABLE[code as ErrorCode] : null;
  return entry ? `${entry.message} ${entry.why}`.replace(/\{name\}/g, () => name) : 'It failed.';
}

// Says that something could not be remembered: once for each reason, because the work goes on and would say it again and again.
import { toErrorData, toVariegateError } from '../../core/errors.ts';
import { alert, unsavedTold } from '../store/session.ts';

export function tellUnsaved(thrown: unknown): void {
  const error = toErrorData(toVariegateError(thrown));
  if (unsavedTold.value.includes(error.code)) return;
  unsavedTold.value = [...unsavedTold.value, error.code];
  alert.value = { error, jobId: null };
}

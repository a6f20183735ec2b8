// Questions of the prompt studio without a model: the seam where measures of the picture and the grammar of ideas come in.
import { VariegateError } from '../../../core/errors.ts';
import type { StudioTask } from '../../../core/studio/tasks.ts';
import type { AskReply, Question } from '../provider.ts';
import type { OfflinePixels } from './offline.ts';

/** Rejects with REPLY_MALFORMED until the rules are wired in. */
export function askOffline<Task extends StudioTask>(
  _question: Question<Task>,
  _pixels: OfflinePixels,
  _signal: AbortSignal,
): Promise<AskReply<Task>> {
  return Promise.reject(new VariegateError('REPLY_MALFORMED', { cause: 'not built yet' }));
}

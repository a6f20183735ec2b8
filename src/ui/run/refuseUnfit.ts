// Words that must not be sent as they are: an open placeholder, more than the model reads, what no service draws.
import { checkPrompt } from '../../core/checks/checkPrompt.ts';
import { VariegateError } from '../../core/errors.ts';
import { card } from '../store/draft.ts';

/** Throws PROMPT_STOPPED with what was found. */
export function refuseUnfit(words: string): void {
  const stop = checkPrompt(words, { maxTokens: card.value.inputTokens, count: 1 }).find((finding) => finding.isBlocking);
  if (stop) throw new VariegateError('PROMPT_STOPPED', { name: stop.message });
}

// What an answer used, from the service's own count. The bill starts here, so a picture without details counts in full.
import * as z from '../../../core/z.ts';
import type { Usage } from '../../../core/cost.ts';
import { VariegateError, toVariegateError } from '../../../core/errors.ts';

const usageSchema = z.lazy(() => {
  const count = z.catch(z.optional(z.number().check(z.minimum(0))), undefined);
  const part = z.object({ modality: z.catch(z.optional(z.string()), undefined), tokenCount: count });
  return z.object({
    promptTokenCount: count,
    toolUsePromptTokenCount: count,
    candidatesTokenCount: count,
    thoughtsTokenCount: count,
    candidatesTokensDetails: z.catch(z.optional(z.array(part)), undefined),
  });
});

type Counted = z.infer<typeof usageSchema>;

/**
 * `usageMetadata` of an answer as our Usage, under the model that was asked for; null when nothing was counted.
 * `hasPicture` says that the answer holds one: without details by modality its tokens are then taken as picture tokens.
 */
export function readUsage(usageMetadata: unknown, model: string, hasPicture: boolean): Usage | null {
  const parsed = z.safeParse(usageSchema, usageMetadata);
  if (!parsed.success) return null;
  const counted = parsed.data;
  const answer = counted.candidatesTokenCount ?? 0;
  const imageTokens = pictureTokens(counted, hasPicture);
  return {
    model,
    inputTokens: (counted.promptTokenCount ?? 0) + (counted.toolUsePromptTokenCount ?? 0),
    outputTokens: Math.max(0, answer - imageTokens) + (counted.thoughtsTokenCount ?? 0),
    imageTokens,
  };
}

/** A failure with what was counted for it: a refusal that Google counted tokens for is on the bill like an answer. */
export function withUsage(thrown: unknown, usage: Usage | null): VariegateError {
  const { code, details } = toVariegateError(thrown, 'REPLY_MALFORMED');
  return new VariegateError(code, details, usage);
}

function pictureTokens(counted: Counted, hasPicture: boolean): number {
  const details = counted.candidatesTokensDetails;
  if (details === undefined) return hasPicture ? (counted.candidatesTokenCount ?? 0) : 0;
  return details
    .filter((entry) => entry.modality === 'IMAGE')
    .reduce((sum, entry) => sum + (entry.tokenCount ?? 0), 0);
}

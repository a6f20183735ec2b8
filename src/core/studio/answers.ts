// What text models answered, by the question: the same question is answered from here. A bounded list of the models' own words; whoever
// takes one reads it as strictly as a fresh answer.
import { canonical } from '../cacheKey.ts';
import { digestText } from '../digest.ts';
import * as z from '../z.ts';
import type { StudioTask } from './tasks.ts';

export const ANSWER_LIMITS = {
  /** Answers that are kept, the newest. */
  count: 120,
  /** UTF-16 units of one; eight long options are about 12,000. */
  each: 24_000,
  /** UTF-16 units of all together, a twelfth of clientStorage. */
  all: 400_000,
} as const;

const answer = z.object({ key: z.string(), atMs: z.number(), text: z.string() });
const schema = z.object({ version: z.literal(1), answers: z.array(answer) });

/** `text` is what the model wrote; `atMs` when, since 1970. */
export type KeptAnswer = z.infer<typeof answer>;

/** 64 hex digits; equal for equal questions to the same model, whatever the dice of rules. `digests` are those of the pictures, in order. */
export function answerKey(task: StudioTask, textModel: string, digests: readonly string[]): string {
  return digestText(canonical({ task: { ...task, seed: undefined }, textModel, digests }));
}

/** The oldest first; what cannot be read counts as absent. */
export function readAnswers(stored: unknown): readonly KeptAnswer[] {
  const read = z.safeParse(schema, stored);
  return read.success ? read.data.answers : [];
}

/** With one more, in place of an older one to the same question; the oldest go where it gets too much. One that is too long is not kept. */
export function withAnswer(kept: readonly KeptAnswer[], added: KeptAnswer): readonly KeptAnswer[] {
  const others = kept.filter(({ key }) => key !== added.key);
  if (added.text.length > ANSWER_LIMITS.each) return others;
  const all = [...others, added].slice(-ANSWER_LIMITS.count);
  let over = all.reduce((sum, { text }) => sum + text.length, 0) - ANSWER_LIMITS.all;
  return all.filter(({ text }) => over <= 0 || ((over -= text.length), false));
}

// What a generateContent answer holds: one picture, or the text of a plan, or the reason why not. Pure.
import * as z from '../../../core/z.ts';
import { VariegateError } from '../../../core/errors.ts';
import { cleanText } from '../../../core/prompt.ts';
import { fromBase64 } from '../shared/base64.ts';
import { MAGIC_BYTES, pictureType } from '../shared/mimeType.ts';
import { blockError, finishError, isBlocked } from './reasons.ts';

// Schemas are made when they are first needed: see core/settings.
// A part of another shape is passed over: it must not cost the picture beside it.
const makePart = () =>
  z.catch(
    z.object({
      text: z.nullish(z.string()),
      thought: z.nullish(z.boolean()),
      inlineData: z.nullish(z.object({ data: z.nullish(z.string()) })),
    }),
    {},
  );
const makeCandidate = () =>
  z.object({
    content: z.nullish(z.object({ parts: z.nullish(z.array(makePart())) })),
    finishReason: z.nullish(z.string()),
    finishMessage: z.nullish(z.string()),
  });
const replySchema = z.lazy(() =>
  z.object({
    candidates: z.nullish(z.array(makeCandidate())),
    promptFeedback: z.nullish(z.object({ blockReason: z.nullish(z.string()) })),
  }),
);

type Part = z.infer<ReturnType<typeof makePart>>;

interface Answer {
  /** Thoughts left out: they can hold interim pictures. */
  readonly parts: readonly Part[];
  readonly finishReason: string;
  readonly finishMessage: string;
}

const REASON_LIMIT = 120;

/**
 * The first picture that is no thought and is one by its first bytes, as it was sent. Throws VariegateError: the reason
 * that the service gave, NO_IMAGE with its text, or REPLY_MALFORMED where what it calls a picture is none.
 */
export function readImageReply(response: unknown): Uint8Array {
  const answer = readAnswer(response);
  const pictures = answer.parts.flatMap((entry) => entry.inlineData?.data ?? []);
  const found = isBlocked(answer.finishReason) ? undefined : pictures.find(looksLikePicture);
  const bytes = found === undefined ? null : fromBase64(found);
  if (bytes) return bytes;
  if (pictures.length > 0 && !isBlocked(answer.finishReason)) throw malformed('What was sent as a picture is none.');
  throw finishError(answer.finishReason, textOf(answer, REASON_LIMIT), answer.finishMessage);
}

/** The text of an answer, thoughts left out. Throws VariegateError like readImageReply; blocks count as the prompt's. */
export function readTextReply(response: unknown): string {
  const answer = readAnswer(response);
  if (isBlocked(answer.finishReason)) throw blockError(answer.finishReason);
  const text = textOf(answer);
  if (answer.finishReason === 'STOP' && text !== '') return text;
  if (answer.finishReason === 'STOP') throw malformed('The answer holds no text.');
  throw finishError(answer.finishReason, '', answer.finishMessage);
}

/** What one piece of a streamed answer adds; '' for what it does not say. */
export interface TextPiece {
  /** As it was sent: a piece may begin or end inside a word. */
  readonly text: string;
  readonly finishReason: string;
  readonly finishMessage: string;
  readonly blockReason: string;
}

/** One piece, thoughts left out; a piece without a candidate adds nothing. Throws REPLY_MALFORMED for every other shape. */
export function readTextPiece(response: unknown): TextPiece {
  const parsed = z.safeParse(replySchema, response);
  if (!parsed.success) throw malformed(parsed.error.message);
  const first = parsed.data.candidates?.[0];
  return {
    text: (first?.content?.parts ?? []).filter((entry) => entry.thought !== true).map((entry) => entry.text ?? '').join(''),
    finishReason: cleanText(first?.finishReason ?? '', REASON_LIMIT),
    finishMessage: cleanText(first?.finishMessage ?? '', 400),
    blockReason: cleanText(parsed.data.promptFeedback?.blockReason ?? '', REASON_LIMIT),
  };
}

function readAnswer(response: unknown): Answer {
  const parsed = z.safeParse(replySchema, response);
  if (!parsed.success) throw malformed(parsed.error.message);
  const first = parsed.data.candidates?.[0];
  const blockReason = parsed.data.promptFeedback?.blockReason;
  if (blockReason && !first?.content) throw blockError(cleanText(blockReason, REASON_LIMIT));
  if (!first) throw malformed('The answer holds no candidate.');
  return {
    parts: (first.content?.parts ?? []).filter((entry) => entry.thought !== true),
    finishReason: cleanText(first.finishReason ?? 'STOP', REASON_LIMIT),
    finishMessage: cleanText(first.finishMessage ?? '', 400),
  };
}

// Looks at the first characters only: a thing that is no picture is never decoded whole.
function looksLikePicture(base64: string): boolean {
  const head = fromBase64(base64.slice(0, (MAGIC_BYTES / 3) * 4));
  return head !== null && pictureType(head) !== null;
}

function textOf(answer: Answer, limit?: number): string {
  return cleanText(answer.parts.map((entry) => entry.text ?? '').join(''), limit);
}

function malformed(cause: string): VariegateError {
  return new VariegateError('REPLY_MALFORMED', { cause });
}

// What an OpenAI-compatible answer holds: a text, or one picture in any of the places where gateways put it. Pure.
import type { Usage } from '../../../core/cost.ts';
import { VariegateError } from '../../../core/errors.ts';
import { cleanText } from '../../../core/prompt.ts';
import * as z from '../../../core/z.ts';
import { fromBase64 } from '../shared/base64.ts';
import { pictureType } from '../shared/mimeType.ts';
import { SERVICE } from './wire.ts';

const REASON_LIMIT = 120;

// Shapes: https://openrouter.ai/docs/guides/overview/multimodal/image-generation.md and
// https://docs.litellm.ai/docs/completion/image_generation_chat.md, read 2026-11-29. What is of another shape is passed over.
const replySchema = z.lazy(() => {
  const image = z.catch(z.object({ image_url: z.catch(z.optional(z.union([z.string(), z.object({ url: z.string() })])), undefined) }), {});
  const part = z.catch(z.object({ type: z.optional(z.string()), text: z.optional(z.string()), image_url: z.catch(z.optional(z.union([z.string(), z.object({ url: z.string() })])), undefined), b64_json: z.optional(z.string()) }), {});
  const message = z.object({
    content: z.catch(z.nullish(z.union([z.string(), z.array(part)])), null),
    images: z.catch(z.nullish(z.array(image)), null),
    refusal: z.catch(z.nullish(z.string()), null),
  });
  return z.object({
    choices: z.catch(z.nullish(z.array(z.object({ message: z.optional(message), finish_reason: z.catch(z.nullish(z.string()), null) }))), null),
    data: z.catch(z.nullish(z.array(z.object({ b64_json: z.catch(z.nullish(z.string()), null), url: z.catch(z.nullish(z.string()), null) }))), null),
    usage: z.catch(z.nullish(z.object({ prompt_tokens: z.optional(z.number()), completion_tokens: z.optional(z.number()) })), null),
  });
});

type Reply = z.infer<typeof replySchema>;

/** The text of an answer. Throws REPLY_MALFORMED, ANSWER_DECLINED or TOKENS_EXCEEDED. */
export function readText(value: unknown): string {
  const reply = read(value);
  const choice = reply.choices?.[0];
  if (isBlocked(choice?.finish_reason) || choice?.message?.refusal) throw new VariegateError('ANSWER_DECLINED', { service: SERVICE, name: saidBy(reply) || 'content_filter' });
  const text = saidBy(reply, Infinity);
  if (text !== '') return text;
  if (choice?.finish_reason === 'length') throw new VariegateError('TOKENS_EXCEEDED', { service: SERVICE });
  throw malformed('The answer holds no text.');
}

/**
 * The first picture: in `message.images`, in the parts of `message.content`, in a data URL within its text, or in `data`. An address of
 * the web is refused: no other host may be asked. Throws the reason where there is none.
 */
export function readPicture(value: unknown): Uint8Array {
  const reply = read(value);
  const found = candidates(reply);
  for (const each of found) {
    const bytes = bytesOf(each);
    if (bytes && pictureType(bytes)) return bytes;
  }
  if (found.some((each) => /^https?:/i.test(each))) throw malformed('It answered an address instead of the picture; only the picture itself is taken.');
  if (found.length > 0) throw malformed('What was sent as a picture is none.');
  const reason = reply.choices?.[0]?.finish_reason;
  if (isBlocked(reason)) throw new VariegateError('IMAGE_BLOCKED', { service: SERVICE, name: reason ?? '' });
  throw new VariegateError('NO_IMAGE', { service: SERVICE, name: saidBy(reply) || 'it sent nothing' });
}

/** Null when nothing was counted. Prices are not known, so all counts as text. */
export function readUsage(value: unknown, model: string): Usage | null {
  const { usage } = read(value);
  return usage ? { model, inputTokens: usage.prompt_tokens ?? 0, outputTokens: usage.completion_tokens ?? 0, imageTokens: 0 } : null;
}

function read(value: unknown): Reply {
  const parsed = z.safeParse(replySchema, value);
  if (!parsed.success) throw malformed(parsed.error.message);
  return parsed.data;
}

function candidates({ choices, data }: Reply): string[] {
  const message = choices?.[0]?.message;
  const parts = Array.isArray(message?.content) ? message.content : [];
  const text = typeof message?.content === 'string' ? message.content : '';
  return [
    ...(message?.images ?? []).flatMap(({ image_url: url }) => urlOf(url)),
    ...parts.flatMap(({ image_url: url, b64_json: base64 }) => [...urlOf(url), ...(base64 ? [base64] : [])]),
    ...(/data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/.exec(text) ?? []),
    ...[...text.matchAll(/!\[[^\]]*\]\((https?:[^)\s]+)\)/g)].map((match) => match[1] ?? ''),
    ...(data ?? []).flatMap(({ b64_json: base64, url }) => [...(base64 ? [base64] : []), ...(url ? [url] : [])]),
  ];
}

function urlOf(url: string | { readonly url: string } | undefined): string[] {
  return url === undefined ? [] : [typeof url === 'string' ? url : url.url];
}

function bytesOf(text: string): Uint8Array | null {
  if (/^https?:/i.test(text)) return null;
  return fromBase64(text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text);
}

function saidBy({ choices }: Reply, limit = REASON_LIMIT): string {
  const message = choices?.[0]?.message;
  const parts = Array.isArray(message?.content) ? message.content.map(({ text }) => text ?? '').join('') : (message?.content ?? '');
  const said = parts || (message?.refusal ?? '');
  return limit === Infinity ? said : cleanText(said, limit);
}

function isBlocked(reason: string | null | undefined): boolean {
  return reason === 'content_filter' || reason === 'safety';
}

function malformed(cause: string): VariegateError {
  return new VariegateError('REPLY_MALFORMED', { service: SERVICE, cause });
}

// The plan of a run as structured output: the schema that is sent, and the reading of what came back. Pure.
import * as z from '../../../core/z.ts';
import { VariegateError, shorten } from '../../../core/errors.ts';
import { AXIS_ORDER, cleanText } from '../../../core/prompt.ts';
import type { Axis, Direction } from '../../../core/prompt.ts';

const CAPTION_LIMIT = 40;
const TEXT_LIMIT = 800;

const directionSchema = z.lazy(() =>
  z.object({
    caption: z.catch(z.string(), ''),
    text: z.string(),
    axes: z.catch(z.array(z.string()), []),
  }),
);

/**
 * JSON schema of a plan of `count` directions. Written by hand: z.toJSONSchema would add 22 kB to the bundle
 * (zod/mini, measured 2026-11-22), and Gemini knows only some of the keywords.
 */
export function directionsSchema(count: number): Record<string, unknown> {
  return {
    type: 'object',
    properties: { directions: { type: 'array', minItems: count, maxItems: count, items: directionItem() } },
    required: ['directions'],
  };
}

/**
 * Exactly `count` directions from the text of a plan. Too many are cut; too few are used again in turn, numbered; a
 * caption that repeats is numbered too. Throws REPLY_MALFORMED when not one direction can be read.
 */
export function readDirections(text: string, count: number): Direction[] {
  const planned = listOf(parseJson(withoutFence(text))).flatMap(readDirection);
  if (planned.length === 0) throw new VariegateError('REPLY_MALFORMED', { cause: 'The plan holds no direction.' });
  const seen = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const next = planned[index % planned.length];
    if (!next) throw new RangeError('no direction');
    const times = (seen.get(next.caption) ?? 0) + 1;
    seen.set(next.caption, times);
    return { ...next, id: `d${index + 1}`, caption: numbered(next.caption, times) };
  });
}

function directionItem(): Record<string, unknown> {
  return {
    type: 'object',
    properties: {
      caption: { type: 'string', description: '2 to 5 words in sentence case' },
      text: { type: 'string', description: 'One or two sentences for an image model' },
      axes: { type: 'array', items: { type: 'string', enum: [...AXIS_ORDER] } },
    },
    required: ['caption', 'text', 'axes'],
    propertyOrdering: ['caption', 'text', 'axes'],
  };
}

function readDirection(value: unknown): Omit<Direction, 'id'>[] {
  const parsed = z.safeParse(directionSchema, value);
  if (!parsed.success) return [];
  const text = oneLine(parsed.data.text, TEXT_LIMIT);
  const caption = oneLine(parsed.data.caption, CAPTION_LIMIT) || shorten(text, CAPTION_LIMIT);
  return text === '' ? [] : [{ caption, text, axes: axesOf(parsed.data.axes) }];
}

function axesOf(names: readonly string[]): Axis[] {
  return AXIS_ORDER.filter((axis) => names.includes(axis));
}

function numbered(caption: string, times: number): string {
  if (times === 1) return caption;
  const suffix = ` ${times}`;
  return `${shorten(caption, CAPTION_LIMIT - suffix.length)}${suffix}`;
}

function oneLine(text: string, limit: number): string {
  return shorten(cleanText(text).replace(/\s+/g, ' '), limit);
}

// Models set code fences even where a schema forbids them.
function withoutFence(text: string): string {
  return /^\s*```\w*\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'directions') : undefined;
  return Array.isArray(list) ? list : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

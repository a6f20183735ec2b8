// One key for equal requests: a digest of everything that determines the picture, and of nothing else.
import { digestText } from './digest.ts';
import type { GenerationRequest } from './request.ts';

/** 64 hex digits; equal for requests that ask for the same picture, whatever their run, names or key order. */
export function cacheKey(request: GenerationRequest): string {
  return digestText(canonical(determining(request)));
}

/** JSON with the keys of every object sorted and undefined members left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

function determining(request: GenerationRequest): unknown {
  return {
    provider: request.provider,
    model: request.model,
    prompt: request.prompt,
    inputs: request.inputs.map((input) => ({ role: input.role, digest: input.digest })),
    ratio: request.ratio,
    sizeClass: request.sizeClass,
    size: request.size,
    content: request.content,
    target: request.target,
    params: request.direction?.params,
    variation: request.variation,
  };
}

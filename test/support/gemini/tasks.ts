// What tests hand to a provider: inputs, tasks and a context.
import type { CallContext, InputImage, PlanTask } from '../../../src/ui/providers/provider.ts';
import { encodePng } from './png.mjs';

/** A PNG of one colour (0 to 255 a channel). */
export function picture(width = 24, height = 16, colour: readonly number[] = [200, 120, 40]): Uint8Array {
  const rgb = new Uint8Array(width * height * 3).map((_, index) => colour[index % 3] ?? 0);
  return Uint8Array.from(encodePng({ width, height, rgb }));
}

export function input(role: InputImage['role'] = 'source', bytes: Uint8Array = picture()): InputImage {
  return { role, bytes };
}

export function aTask(patch: Partial<PlanTask> = {}): PlanTask {
  return {
    recipe: 'variants',
    words: 'Plan 4 directions that differ clearly from one another.',
    brief: 'a rainy evening',
    axes: ['colour', 'lighting'],
    closeness: 3,
    count: 4,
    textModel: 'gemini-3.8-flash',
    source: input(),
    seed: 1,
    ...patch,
  };
}

export function aContext(key: string | null, signal: AbortSignal = new AbortController().signal): CallContext {
  return { key, signal };
}

/** The code of the error that something rejects with; "none" when it does not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'none', (thrown: unknown) => String(Reflect.get(Object(thrown), 'code') ?? thrown));
}

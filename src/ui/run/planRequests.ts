// From a frozen run, its inputs and its directions to one request per picture. Pure.
import { isAi } from '../../core/engines.ts';
import type { Direction } from '../../core/prompt.ts';
import { fillDirection } from '../../core/prompt.ts';
import type { GenerationRequest } from '../../core/request.ts';
import type { FrozenRun } from './freeze.ts';
import type { Inputs } from './readSource.ts';

/** As many requests as the draft asks for; the direction of each is its own, or null where all get the same words. */
export function planRequests(run: FrozenRun, inputs: Inputs, directions: readonly Direction[]): GenerationRequest[] {
  return Array.from({ length: run.draft.count }, (_, index) => {
    const direction = directions[index] ?? null;
    return {
      id: `${run.id}/${index}`,
      runId: run.id,
      recipe: { id: run.recipe.id, version: run.recipe.version },
      provider: run.provider,
      model: run.card.id,
      prompt: fillDirection(run.templates[index] ?? run.template, direction),
      brief: run.draft.brief,
      direction,
      closeness: run.draft.closeness,
      inputs: inputs.facts,
      ratio: run.shape.ratio,
      sizeClass: run.sizeClass,
      size: run.shape.size,
      content: inputs.content,
      target: { width: run.target.width, height: run.target.height },
      variation: direction === null ? index : sameBefore(run, directions, index),
      ...(run.style ? { style: run.style } : {}),
      ...(run.fields[index] ? { fields: run.fields[index] } : {}),
    };
  });
}

/** Equal words are told apart, so that they are not one picture twice. */
function sameBefore(run: FrozenRun, directions: readonly Direction[], index: number): number {
  const wordsAt = (at: number) => `${run.templates[at] ?? ''}\n${directions[at]?.text ?? ''}`;
  return Array.from({ length: index }, (_, at) => at).filter((at) => wordsAt(at) === wordsAt(index)).length;
}

/** What is shown under a picture and named on its layer; says when no AI is at work. */
export function captionOf(request: GenerationRequest): string {
  const words = request.direction?.caption ?? (request.variation === 0 ? 'As asked' : `As asked, ${request.variation + 1}`);
  return !isAi(request.provider) ? `${words}, offline preview` : words;
}

// Our requests in the words of the Gemini API. Pure; sends nothing that the API does not need.
import type { GenerateContentParameters, Part } from '@google/genai/web';
import { nearestShape } from '../../../core/aspect.ts';
import { VariegateError } from '../../../core/errors.ts';
import { imageModel } from '../../../core/model.ts';
import type { ImageModelCard } from '../../../core/model.ts';
import type { GenerationRequest } from '../../../core/request.ts';
import type { InputImage, PlanTask } from '../provider.ts';
import { toBase64 } from '../shared/base64.ts';
import { directionsSchema } from '../shared/directions.ts';
import { pictureType } from '../shared/mimeType.ts';

/** One picture, edited or made: the inputs in their order, then exactly the prompt. */
export function imageParameters(request: GenerationRequest, inputs: readonly InputImage[]): GenerateContentParameters {
  const card = imageModel(request.model);
  if (!card) throw new VariegateError('MODEL_RETIRED', { name: request.model });
  return {
    model: card.id,
    contents: [{ role: 'user', parts: [...inputs.map(imagePart), { text: request.prompt }] }],
    config: {
      automaticContinuation: false,
      responseModalities: ['IMAGE'],
      imageConfig: { aspectRatio: ratioOf(request, card), ...sizeOf(request, card) },
    },
  };
}

/** One plan: the source to look at when there is one, then the task. */
export function planParameters(task: PlanTask): GenerateContentParameters {
  const source = task.source === null ? [] : [imagePart(task.source)];
  return textParameters(task.textModel, [...source, { text: task.words }], directionsSchema(task.count));
}

export function textParameters(model: string, parts: readonly Part[], schema: Record<string, unknown>): GenerateContentParameters {
  return {
    model,
    contents: [{ role: 'user', parts: [...parts] }],
    config: { automaticContinuation: false, responseMimeType: 'application/json', responseJsonSchema: schema },
  };
}

export function imagePart(input: InputImage): Part {
  const mimeType = pictureType(input.bytes);
  if (mimeType === null) throw new VariegateError('IMAGE_UNREADABLE', { cause: `An input (${input.role}) is no picture.` });
  return { inlineData: { mimeType, data: toBase64(input.bytes) } };
}

// Without a ratio the service picks one of its own, and the answer could not be laid over the source.
function ratioOf(request: GenerationRequest, card: ImageModelCard): string {
  return request.ratio ?? nearestShape(request.size, card, request.sizeClass).ratio ?? '1:1';
}

// A model with one size is not asked for it: the field came with the models that have several.
function sizeOf(request: GenerationRequest, card: ImageModelCard): { imageSize?: string } {
  return card.sizes.length > 1 ? { imageSize: request.sizeClass } : {};
}

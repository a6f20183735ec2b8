// A question of the prompt studio in the words of the Gemini API. Pure.
import type { GenerateContentParameters } from '@google/genai/web';
import { studioSchema } from '../../../core/studio/schemas.ts';
import { studioWords } from '../../../core/studio/words.ts';
import type { Question } from '../provider.ts';
import { imagePart, textParameters } from './requests.ts';

/** One question of the studio: what it looks at, then the task. */
export function askParameters({ task, images, textModel, isRepair }: Question): GenerateContentParameters {
  return textParameters(textModel, [...images.map(imagePart), { text: studioWords(task, isRepair) }], studioSchema(task));
}

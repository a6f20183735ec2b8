// The offline preview: no AI, no network, no key. Directions and prompts come from rules, descriptions from
// measuring, pictures from filters and composed scenes.
import type { Look } from '../../../core/pixels/look.ts';
import type { LookTask } from '../../../core/pixels/lookParts.ts';
import type { Direction } from '../../../core/prompt.ts';
import type { GenerationRequest } from '../../../core/request.ts';
import type { PixelService } from '../../images/pixelService.ts';
import type { InputImage, PlanTask, Provider } from '../provider.ts';

export type OfflinePixels = Pick<PixelService, 'planLooks' | 'draw' | 'answer'>;

export function createOfflineProvider(pixels: OfflinePixels): Provider {
  return {
    id: 'offline',
    needsKey: false,
    isRemote: false,
    inlineBytes: null,
    async plan(task, { signal }) {
      const looks = await pixels.planLooks(lookTask(task), signal);
      return { directions: looks.map(directionOf), usage: null };
    },
    async make(request, inputs, { signal, onProgress }) {
      const look = await lookOf(pixels, request, signal);
      const options = onProgress ? { signal, onProgress } : { signal };
      return { bytes: await pixels.draw(look, sourceOf(inputs), request.size, options), usage: null, model: request.model };
    },
    async ask({ task, images }, { signal }) {
      return { answer: await pixels.answer(task, images[0]?.bytes ?? null, signal), usage: null, model: 'offline-rules' };
    },
    checkKey: () => Promise.resolve({ usableModels: [] }),
  };
}

function lookTask({ recipe, count, axes, brief, closeness, seed }: PlanTask): LookTask {
  return { recipe, count, axes, brief, closeness, seed };
}

function directionOf(look: Look): Direction {
  return { id: look.id, caption: look.caption, text: look.words, axes: look.axes, params: look };
}

/** The planned look; without a plan one that the words of the prompt ask for, another for each variation. */
async function lookOf(pixels: OfflinePixels, request: GenerationRequest, signal: AbortSignal): Promise<Look> {
  const planned = request.direction?.params;
  if (isLook(planned)) return planned;
  const count = 1 + (request.variation % 8);
  const task: LookTask = { recipe: request.recipe.id, count, axes: [], brief: request.prompt, closeness: request.closeness, seed: 1 };
  const [last] = (await pixels.planLooks(task, signal)).slice(-1);
  if (!last) throw new RangeError('a plan holds at least one look');
  return last;
}

function isLook(value: unknown): value is Look {
  return typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps) && 'share' in value;
}

function sourceOf(inputs: readonly InputImage[]): Uint8Array | null {
  return inputs.find((input) => input.role === 'source' || input.role === 'sketch')?.bytes ?? null;
}

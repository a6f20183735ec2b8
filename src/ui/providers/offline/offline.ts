// The offline preview: no AI, no network, no key. Directions come from rules, pictures from filters and composed scenes.
import type { ImageSize } from '../../../core/geometry.ts';
import type { Look } from '../../../core/pixels/look.ts';
import { planLooks } from '../../../core/pixels/planLooks.ts';
import type { Direction } from '../../../core/prompt.ts';
import type { GenerationRequest } from '../../../core/request.ts';
import type { InputImage, PlanTask, Provider } from '../provider.ts';

export interface DrawOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (part: number) => void;
}

/** Draws a look over a picture's bytes, or from nothing, at exactly `size`; answers PNG bytes. */
export type DrawLook = (look: Look, source: Uint8Array | null, size: ImageSize, options: DrawOptions) => Promise<Uint8Array>;

export function createOfflineProvider(draw: DrawLook): Provider {
  return {
    id: 'offline',
    needsKey: false,
    plan: (task) => Promise.resolve({ directions: looksOf(task).map(directionOf), usage: null }),
    async make(request, inputs, { signal, onProgress }) {
      const options = onProgress ? { signal, onProgress } : { signal };
      const bytes = await draw(lookOf(request), sourceOf(inputs), request.size, options);
      return { bytes, usage: null, model: request.model };
    },
    checkKey: () => Promise.resolve({ usableModels: [] }),
  };
}

function looksOf(task: Pick<PlanTask, 'recipe' | 'count' | 'axes' | 'brief' | 'closeness' | 'seed'>): Look[] {
  const { recipe, count, axes, brief, closeness, seed } = task;
  return planLooks({ recipe, count, axes, brief, closeness, seed });
}

function directionOf(look: Look): Direction {
  return { id: look.id, caption: look.caption, text: look.words, axes: look.axes, params: look };
}

/** The planned look; without a plan one that the words of the prompt ask for, another for each variation. */
function lookOf(request: GenerationRequest): Look {
  const planned = request.direction?.params;
  if (isLook(planned)) return planned;
  const task = { recipe: request.recipe.id, axes: [], brief: request.prompt, closeness: request.closeness, seed: 1 };
  const looks = looksOf({ ...task, count: 1 + (request.variation % 8) });
  const [first] = looks.slice(-1);
  if (!first) throw new RangeError('a plan holds at least one look');
  return first;
}

function isLook(value: unknown): value is Look {
  return typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps) && 'share' in value;
}

function sourceOf(inputs: readonly InputImage[]): Uint8Array | null {
  return inputs.find((input) => input.role === 'source' || input.role === 'sketch')?.bytes ?? null;
}

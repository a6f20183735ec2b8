// The offline preview: no AI, no network, no key. Directions and prompts come from rules, descriptions from
// measuring, pictures from filters and composed scenes.
import { fromHex } from '../../../core/colour.ts';
import type { Rgb } from '../../../core/colour.ts';
import { VariegateError } from '../../../core/errors.ts';
import { focalBox } from '../../../core/formats/focal.ts';
import type { Focal } from '../../../core/formats/focal.ts';
import type { Strength } from '../../../core/style/words.ts';
import type { Look } from '../../../core/pixels/look.ts';
import type { LookTask } from '../../../core/pixels/lookParts.ts';
import type { Direction } from '../../../core/prompt.ts';
import { recipeOf } from '../../../core/recipes/index.ts';
import type { GenerationRequest, RecipeId } from '../../../core/request.ts';
import type { PixelService } from '../../images/pixelService.ts';
import type { InputImage, PlanTask, Provider } from '../provider.ts';

export type OfflinePixels = Pick<PixelService, 'planLooks' | 'draw' | 'answer' | 'finish' | 'sizeOf'>;

export function createOfflineProvider(pixels: OfflinePixels): Provider {
  return {
    id: 'offline',
    needsKey: false,
    isRemote: false,
    inlineBytes: null,
    overnight: null,
    async plan(task, { signal }) {
      const looks = await pixels.planLooks(lookTask(task), signal);
      return { directions: looks.map(directionOf), usage: null };
    },
    async make(request, inputs, { signal, onProgress }) {
      const focal = focalIn(request.direction?.params);
      if (focal && inputs[0]) return { bytes: await cropAround(pixels, inputs[0].bytes, request, focal, signal), usage: null, model: request.model };
      const look = await lookOf(pixels, request, signal);
      const options = onProgress ? { signal, onProgress } : { signal };
      return { bytes: await pixels.draw(look, sourceOf(inputs), request.size, options), usage: null, model: request.model };
    },
    async ask({ task, images }, { signal }) {
      return { answer: await pixels.answer(task, images.map(({ bytes }) => bytes), signal), written: '', usage: null, model: 'offline-rules' };
    },
    readAgain: null,
    checkKey: () => Promise.resolve({ usableModels: [] }),
  };
}

function lookTask({ recipe, count, axes, brief, closeness, seed }: PlanTask): LookTask {
  return { recipe: looksLike(recipe), count, axes, brief, closeness, seed };
}

function directionOf(look: Look): Direction {
  return { id: look.id, caption: look.caption, text: look.words, axes: look.axes, params: look };
}

/** What the engine draws for a recipe: by what the recipe starts from, so that a new one needs no line here. */
function looksLike(id: RecipeId): LookTask['recipe'] {
  const { sourceRole, alignsFrom } = recipeOf(id);
  if (sourceRole === null) return 'fromBrief';
  if (sourceRole === 'sketch') return 'sketchToConcept';
  return alignsFrom === null ? 'variants' : 'restyle';
}

/** The planned look; without a plan one that the words of the prompt ask for, another for each variation. */
async function lookOf(pixels: OfflinePixels, request: GenerationRequest, signal: AbortSignal): Promise<Look> {
  const planned = request.direction?.params;
  if (isLook(planned)) return planned;
  const count = 1 + (request.variation % 8);
  const [last] = (await pixels.planLooks(taskOf(request, count), signal)).slice(-1);
  if (!last) throw new RangeError('a plan holds at least one look');
  return last;
}

// A card's rules and colours stand in the brief; our own words around them would be read as wishes.
function taskOf({ recipe, prompt, brief, closeness, style }: GenerationRequest, count: number): LookTask {
  const plain = { recipe: looksLike(recipe.id), count, axes: [], seed: 1 };
  if (!style) return { ...plain, brief: prompt, closeness };
  return { ...plain, brief: mediumIn(brief), closeness: REACH_OF_LOOK[style.look], palette: coloursIn(brief) };
}

/** The more of a look is asked for, the further the engine goes from the source. */
const REACH_OF_LOOK: Readonly<Record<Strength, LookTask['closeness']>> = { 1: 5, 2: 4, 3: 3, 4: 2, 5: 1 };

/** The rule that names the medium: what other rules say of paper or light is no medium. */
function mediumIn(brief: string): string {
  return brief.split('\n').find((line) => line.startsWith('Medium:')) ?? brief;
}

function coloursIn(words: string): Rgb[] {
  return (words.match(/#[0-9a-f]{6}\b/gi) ?? []).map(fromHex);
}

/** Another frame without AI: a crop around the focal point, for nothing can be added. */
async function cropAround(pixels: OfflinePixels, bytes: Uint8Array, { target }: GenerationRequest, focal: Focal, signal: AbortSignal): Promise<Uint8Array> {
  const size = await pixels.sizeOf(bytes, signal);
  if (!size) throw new VariegateError('IMAGE_UNREADABLE');
  return (await pixels.finish(bytes, { content: focalBox(size, target, focal), padded: size, target }, signal)).bytes;
}

function focalIn(params: unknown): Focal | null {
  const focal: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'focal') : null;
  if (typeof focal !== 'object' || focal === null) return null;
  const [x, y]: unknown[] = [Reflect.get(focal, 'x'), Reflect.get(focal, 'y')];
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null;
}

function isLook(value: unknown): value is Look {
  return typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps) && 'share' in value;
}

function sourceOf(inputs: readonly InputImage[]): Uint8Array | null {
  return inputs.find((input) => input.role === 'source' || input.role === 'sketch')?.bytes ?? null;
}

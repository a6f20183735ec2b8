// Freezes what Make means at the moment it is pressed: nothing later looks at the selection or the draft again.
import { choicesOf, combination, hasAlternatives, spreadCombinations } from '../../core/alternatives.ts';
import type { Shape } from '../../core/aspect.ts';
import { VariegateError, shorten } from '../../core/errors.ts';
import type { CanvasBox, Size } from '../../core/geometry.ts';
import { imageOf } from '../../core/job.ts';
import type { ImageModelCard, ProviderId, SizeClass } from '../../core/model.ts';
import { asksForDirections } from '../../core/prompt.ts';
import type { Direction } from '../../core/prompt.ts';
import type { PromptFields } from '../../core/fields.ts';
import type { Recipe } from '../../core/recipes/recipe.ts';
import type { Draft, GenerationRequest, RunSource } from '../../core/request.ts';
import { card, draft, editsInARow, engine, estimate, lacksBrief, obstacle, pictureCount, promptDraft, promptShown, recipe, shape, sizeClass, sourceResult, sourceSize } from '../store/draft.ts';
import { referenceImages } from '../store/references.ts';
import type { Reference } from '../store/references.ts';
import { findJob } from '../store/runs.ts';
import { selection } from '../store/selection.ts';
import { settings } from '../store/session.ts';

/** A kept picture in place of an exported layer. */
export interface FrozenPiece {
  readonly file: Blob;
  readonly box: CanvasBox;
}

export interface FrozenLayer {
  readonly id: string;
  readonly box: CanvasBox;
}

export interface FrozenRun {
  readonly id: string;
  readonly draft: Draft;
  readonly recipe: Recipe;
  readonly provider: ProviderId;
  readonly card: ImageModelCard;
  readonly sizeClass: SizeClass;
  readonly shape: Shape;
  /** The exact prompt, DIRECTION_TOKEN included. */
  readonly template: string;
  /** What the text model is asked; null when nothing is to be planned. */
  readonly planWords: string | null;
  /** Directions that are known beforehand, one for each picture; empty when they are planned, or when all get the same words. */
  readonly directions: readonly Direction[];
  /** The template of each picture, where alternatives in it make them differ; else empty, and all have `template`. */
  readonly templates: readonly string[];
  /** The structured prompt behind each direction; empty where there is none. */
  readonly fields: readonly PromptFields[];
  /** The style card whose look the pictures wear. */
  readonly style?: NonNullable<GenerationRequest['style']>;
  readonly textModel: string;
  readonly source: RunSource | null;
  /** What is exported, sorted by position. */
  readonly layers: readonly FrozenLayer[];
  /** False where the service is to be asked whatever the file has; absent means it may answer. */
  readonly mayReuse?: boolean;
  /** The result whose picture stands in for the selection, for the history. */
  readonly parentId?: string | null;
  /** A result that stands in for the selection; its pixels are at hand already. */
  readonly sourcePiece: FrozenPiece | null;
  readonly references: readonly Reference[];
  /** The result's ratio and its size on the canvas. */
  readonly target: Size<string>;
  /** Estimated price of one picture and of everything beside (USD). */
  readonly eachUsd: number;
  readonly extrasUsd: number;
  /** How many edits in a row the pictures of this run are away from a layer: 1 for the first run on a result. */
  readonly edits: number;
}

/** Throws what stands in the way: nothing to read, or no words where words are all there is. */
export function freeze(id: string): FrozenRun {
  const inTheWay = obstacle.value;
  if (inTheWay) throw new VariegateError(inTheWay.code, { name: inTheWay.name });
  if (lacksBrief.value) throw new VariegateError('BRIEF_MISSING');
  const template = promptShown.value;
  return {
    id,
    draft: { ...draft.value, count: pictureCount.value },
    recipe: recipe.value,
    provider: engine.value,
    card: card.value,
    sizeClass: sizeClass.value,
    shape: shape.value,
    template,
    planWords: asksForDirections(template) ? recipe.value.planTask(promptDraft.value, pictureCount.value) : null,
    ...ofAlternatives(template, pictureCount.value),
    fields: [],
    textModel: settings.value.textModel,
    source: frozenSource(),
    layers: selection.value.layers.map((layer) => ({ id: layer.id, box: layer.box })),
    parentId: sourceResult.value?.jobId ?? null,
    sourcePiece: frozenPiece(),
    references: frozenReferences(),
    target: sourceSize.value,
    eachUsd: (estimate.value.imagesUsd ?? 0) / pictureCount.value,
    extrasUsd: estimate.value.extrasUsd,
    edits: editsInARow.value,
  };
}

/** One template and, as its caption, the chosen words for each picture; nothing where there are no alternatives. */
function ofAlternatives(template: string, count: number): Pick<FrozenRun, 'directions' | 'templates'> {
  if (!hasAlternatives(template)) return { directions: [], templates: [] };
  const chosen = spreadCombinations(template, count);
  return {
    directions: chosen.map((index) => ({ id: `a${index}`, caption: shorten(choicesOf(template, index).join(', '), 60), text: '', axes: [] })),
    templates: chosen.map((index) => combination(template, index)),
  };
}

export function frozenSource(): RunSource | null {
  const stand = sourceResult.value && findJob(sourceResult.value.jobId);
  if (stand) return stand.run.source;
  const { box, layers, pageId, refusal } = selection.value;
  if (refusal !== null || !box) return null;
  const first = layers[0]?.name ?? '';
  const name = layers.length > 1 ? `${first} and ${layers.length - 1} more` : first;
  return { pageId, nodeIds: layers.map((layer) => layer.id), name, box };
}

export function frozenPiece(): FrozenPiece | null {
  const stand = sourceResult.value && findJob(sourceResult.value.jobId);
  const image = stand && imageOf(stand.entry.job.value.state);
  return image ? { file: image.file, box: { x: 0, y: 0, width: image.width, height: image.height } } : null;
}

export function frozenReferences(): Reference[] {
  return draft.value.references.flatMap((wanted) => referenceImages.value.find((image) => image.id === wanted.id) ?? []);
}

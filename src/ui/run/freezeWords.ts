// Freezes one picture from words: what several kinds of work make one after the other, each with words and references of its own.
import { nearestShape } from '../../core/aspect.ts';
import type { Size } from '../../core/geometry.ts';
import type { ImageModelCard, ProviderId, SizeClass } from '../../core/model.ts';
import type { ReferenceRole } from '../../core/prompt.ts';
import type { Recipe } from '../../core/recipes/recipe.ts';
import type { Draft, RunSource } from '../../core/request.ts';
import { card, draft, engine, sizeClass } from '../store/draft.ts';
import type { Reference } from '../store/references.ts';
import { settings } from '../store/session.ts';
import { frozenSource } from './freeze.ts';
import type { FrozenRun } from './freeze.ts';

/** What holds for all of them, as it is set when they begin. */
export interface WordsBase {
  readonly draft: Draft;
  readonly provider: ProviderId;
  readonly textModel: string;
  readonly source: RunSource | null;
  readonly card: ImageModelCard;
  readonly sizeClass: SizeClass;
}

export interface WordsRun {
  readonly id: string;
  readonly recipe: Recipe;
  readonly brief: string;
  /** Exactly what is sent. */
  readonly prompt: string;
  /** Under the picture; null for "As asked". */
  readonly caption: string | null;
  readonly references: readonly { readonly reference: Reference; readonly role: ReferenceRole }[];
  /** The ratio of the result. */
  readonly target: Size<string>;
  /** False where another picture is wanted, or its making is measured. */
  readonly mayReuse: boolean;
}

export function wordsBase(): WordsBase {
  return { draft: draft.value, provider: engine.value, textModel: settings.value.textModel, source: frozenSource(), card: card.value, sizeClass: sizeClass.value };
}

/** Its picture stays in Results: what is placed is placed by whoever asked for it. */
export function freezeWords(base: WordsBase, { id, recipe, brief, prompt, caption, references, target, mayReuse }: WordsRun): FrozenRun {
  const { card: model, sizeClass: size } = base;
  const asked = references.map(({ reference, role }) => ({ id: reference.id, name: reference.name, role }));
  return {
    ...base,
    id,
    recipe,
    target,
    draft: { ...base.draft, recipe: recipe.id, brief, exactPrompt: null, count: 1, place: 'keep', model: model.id, sizeClass: size, references: asked },
    shape: nearestShape(target, model, size),
    template: prompt,
    templates: [],
    planWords: null,
    directions: caption === null ? [] : [{ id: 'w0', caption, text: '', axes: [] }],
    fields: [],
    layers: [],
    sourcePiece: null,
    references: references.map(({ reference }) => reference),
    eachUsd: model.imageUsd[size] ?? 0,
    extrasUsd: 0,
    edits: 0,
    mayReuse,
  };
}

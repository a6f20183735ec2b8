// What the designer has set in Create, and all that follows from it: the model's shape, the price, the prompt, the button.
import { computed, signal } from '@preact/signals';
import { combination, countCombinations, hasAlternatives } from '../../core/alternatives.ts';
import { nearestShape } from '../../core/aspect.ts';
import type { Shape } from '../../core/aspect.ts';
import { engineOf } from '../../core/engines.ts';
import { estimateRun, formatUsd, makeLabel } from '../../core/cost.ts';
import type { Estimate } from '../../core/cost.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { chooseImageModel } from '../../core/imageTier.ts';
import type { ImageFacts } from '../../core/imageTier.ts';
import { BY_RULE } from '../../core/model.ts';
import type { ImageModelCard, ProviderId } from '../../core/model.ts';
import { asksForDirections, cleanText } from '../../core/prompt.ts';
import { recipeOf } from '../../core/recipes/index.ts';
import type { PromptDraft } from '../../core/recipes/recipe.ts';
import type { Draft } from '../../core/request.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import type { Settings } from '../../core/settings.ts';
import { modelsOfEngine, plannerOf, usableModel } from '../catalog.ts';
import { dayOf, limitPassedByRun } from './ledger.ts';
import { findJob } from './runs.ts';
import { selection } from './selection.ts';
import { gatewayKey, key, settings } from './session.ts';

export const draft = signal<Draft>(draftFrom(DEFAULT_SETTINGS));

/** A result that stands in for the selection as source ("Use as source"); null when the selection is the source. */
export const sourceResult = signal<{ readonly jobId: string; readonly caption: string; readonly thumbnailUrl: string; readonly width: number; readonly height: number } | null>(null);

/** How many edits in a row the next pictures would be away from a layer; 0 when they start from one, or from words. */
export const editsInARow = computed(() => {
  const stand = sourceResult.value && findJob(sourceResult.value.jobId);
  return stand ? stand.run.edits + 1 : 0;
});

/** The engine that would run now: a service only with its key, a gateway only with a model. */
export const engine = computed<ProviderId>(() => {
  const wanted = engineOf(settings.value.engine);
  if (!wanted || (wanted.keyOf === 'gemini' && !key.value.isSet) || (wanted.keyOf === 'gateway' && !gatewayKey.value.isSet)) return 'offline';
  return wanted.id === 'gateway' && settings.value.gateway.model === '' ? 'offline' : wanted.id;
});

/** Model cards to choose from. */
export const models = computed<readonly ImageModelCard[]>(() => modelsOfEngine(engine.value));

/** What the tab in view asks for, as the rule looks at it; null where that is what Create asks for. It must not read `card`. */
export const askedInView = signal<(() => ImageFacts) | null>(null);

/** What the rule chooses for what is asked, and why; null where the designer chose, or there is nothing to choose. */
export const ruled = computed(() => {
  const { model, sizeClass: size } = draft.value;
  if (model !== BY_RULE) return null;
  return chooseImageModel((askedInView.value ?? askedInCreate)(), size, models.value, settings.value.tierRatings, settings.value.modelRules);
});

/** The chosen card; the engine's first one when the draft names another engine's. */
export const card = computed<ImageModelCard>(() => ruled.value?.card ?? usableModel(engine.value, draft.value.model));

/** The chosen size where the card offers it, else the card's first. */
export const sizeClass = computed(() => {
  const wanted = draft.value.sizeClass;
  return card.value.sizes.includes(wanted) ? wanted : (card.value.sizes[0] ?? '1K');
});

export const recipe = computed(() => recipeOf(draft.value.recipe));

/** The size (any unit) whose ratio the result has; square when nothing is selected. */
export const sourceSize = computed(() => {
  const result = sourceResult.value;
  if (result) return { width: result.width, height: result.height };
  const box = selection.value.refusal === null ? selection.value.box : null;
  return box ? { width: box.width, height: box.height } : { width: 1024, height: 1024 };
});

/** The ratio and the pixels that will be sent and asked for. */
export const shape = computed<Shape>(() => nearestShape(sourceSize.value, card.value, sizeClass.value));

export const promptDraft = computed<PromptDraft>(() => ({
  brief: draft.value.brief,
  closeness: draft.value.closeness,
  axes: draft.value.axes,
  references: draft.value.references.map((reference) => reference.role),
  wantsDirections: !hasAlternatives(draft.value.brief) && (draft.value.count > 1 || cleanText(draft.value.brief) === ''),
}));

/** The prompt that will be sent, with DIRECTION_TOKEN where each picture's direction goes. */
export const promptShown = computed(() => draft.value.exactPrompt ?? recipe.value.prompt(promptDraft.value));

/** The words that are the designer's own, and are checked: the exact prompt where they wrote it, else the brief. */
export const ownWords = computed(() => draft.value.exactPrompt ?? draft.value.brief);

/** The words with the first of each alternative: for recipes of several runs, which tell one thing. */
export const oneBrief = computed(() => combination(ownWords.value, 0));

/** How many different prompts the alternatives in it make; 1 without. */
export const promptCombinations = computed(() => countCombinations(promptShown.value));

/** Pictures of the next run: as many as were asked for, but none twice where alternatives decide what differs. */
export const pictureCount = computed(() => (promptCombinations.value > 1 ? Math.min(draft.value.count, promptCombinations.value) : draft.value.count));

/** The text of one of them, by its number from 0: for the list that is read before anything is paid. */
export function promptOfAlternative(index: number): string {
  return combination(promptShown.value, index);
}

export const estimate = computed<Estimate>(() =>
  estimateRun({
    card: card.value,
    sizeClass: sizeClass.value,
    count: pictureCount.value,
    inputs: (recipe.value.sourceRole ? 1 : 0) + draft.value.references.length,
    planner: asksForDirections(promptShown.value) ? plannerOf(engine.value, settings.value.textModel) : null,
    isoDate: new Date().toISOString().slice(0, 10),
  }),
);

export const goLabel = computed(() => makeLabel(pictureCount.value, estimate.value));

/** Which limit this run would pass, counting what other runs may still spend; null when none. */
export const limitWarning = computed<string | null>(() => {
  const { imagesUsd, extrasUsd } = estimate.value;
  const code = limitPassedByRun((imagesUsd ?? 0) + extrasUsd, dayOf(Date.now()));
  const { limitPerRunUsd, limitPerDayUsd } = settings.value;
  if (code === 'LIMIT_RUN') return `This would pass your limit per run of ${limitText(limitPerRunUsd)}.`;
  return code === null ? null : `This would pass your limit per day of ${limitText(limitPerDayUsd)}.`;
});

/** Why Make cannot be pressed now; null when it can. */
export const obstacle = computed<{ readonly code: ErrorCode; readonly name: string } | null>(() => {
  if (recipe.value.needs === 'selection' && !sourceResult.value) return selection.value.refusal;
  return null;
});

/** True when a recipe that starts from words has none. */
export const lacksBrief = computed(() => recipe.value.needs === 'brief' && cleanText(promptBody()) === '');

export function changeDraft(patch: Partial<Draft>): void {
  draft.value = { ...draft.value, ...patch };
}

/** A draft with what the settings remember. */
export function draftFrom(stored: Settings): Draft {
  return {
    recipe: 'variants',
    brief: '',
    exactPrompt: null,
    count: stored.count,
    closeness: stored.closeness,
    axes: stored.axes,
    model: stored.imageModel,
    sizeClass: stored.sizeClass,
    place: stored.place,
    view: 'seen',
    references: [],
  };
}

function askedInCreate(): ImageFacts {
  return { words: ownWords.value, pictures: (recipe.value.sourceRole ? 1 : 0) + draft.value.references.length };
}

function limitText(usd: number): string {
  return Number.isInteger(usd) ? `$${usd}` : formatUsd(usd);
}

function promptBody(): string {
  return draft.value.exactPrompt ?? draft.value.brief;
}

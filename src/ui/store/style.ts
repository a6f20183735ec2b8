// The tab Style: the cards of this computer, the chosen one, how it is applied, and the layers that would wear it.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { estimateRun, formatUsd } from '../../core/cost.ts';
import type { ErrorData } from '../../core/errors.ts';
import type { ImageFacts } from '../../core/imageTier.ts';
import type { Legibility } from '../../core/pixels/legibility.ts';
import type { Closeness } from '../../core/prompt.ts';
import type { RecipeRecord } from '../../core/provenance.ts';
import type { JudgeAnswer } from '../../core/studio/tasks.ts';
import type { StyleCard } from '../../core/style/card.ts';
import { standApart } from '../../core/style/fit.ts';
import { lookLines } from '../../core/style/words.ts';
import type { Strength } from '../../core/style/words.ts';
import { card as imageCard, sizeClass } from './draft.ts';
import { findJob } from './runs.ts';
import { selection } from './selection.ts';

/** Null until they were read. The newest first. */
export const cards = signal<readonly StyleCard[] | null>(null);

export const chosenId = signal<string | null>(null);

/** The card that would be applied: the chosen one, else the first. */
export const chosenCard = computed<StyleCard | null>(() => cards.value?.find(({ id }) => id === chosenId.value) ?? cards.value?.[0] ?? null);

/** The card whose rules are open to be edited. */
export const editedId = signal<string | null>(null);

/** URLs of small copies of reference pictures, by digest; '' where a picture is gone. */
export const pictureUrls = signal<ReadonlyMap<string, string>>(new Map());

/** What was left out of the last import, one sentence each. */
export const refusedCards = signal<readonly string[]>([]);

export interface StyleDraft {
  /** Words for "Card from words". */
  readonly words: string;
  readonly as: 'picture' | 'layers';
  readonly look: Strength;
  readonly structure: Closeness;
}

export const styleDraft = signal<StyleDraft>({ words: '', as: 'picture', look: 4, structure: 5 });

export function changeStyle(patch: Partial<StyleDraft>): void {
  styleDraft.value = { ...styleDraft.value, ...patch };
}

export type PartState =
  | { readonly at: 'ready' }
  | { readonly at: 'running' }
  | { readonly at: 'done'; readonly cloneId: string }
  | { readonly at: 'reverted'; readonly cloneId: string }
  | { readonly at: 'failed'; readonly error: ErrorData; readonly cloneId: string | null };

/** One thing of a frame that can wear another look on its own. */
export interface Part {
  readonly id: string;
  readonly what: { readonly is: 'picture'; readonly hash: string } | { readonly is: 'drawing'; readonly path: string } | { readonly is: 'colours' };
  readonly name: string;
  /** "2 layers", "5 layers, 1 follows a style". */
  readonly detail: string;
  /** The layer that is exported for it; the frame itself for colours. */
  readonly nodeId: string;
  readonly thumbnailUrl: Signal<string | null>;
  readonly isPicked: Signal<boolean>;
  readonly state: Signal<PartState>;
  /** A picture of it that is paid for and could not be written: Retry writes it and pays nothing. */
  readonly unwritten: Signal<Unwritten | null>;
  /** Of the texts over it in the clone; null where there are none, or nothing was measured. */
  readonly legibility: Signal<Legibility | null>;
}

export interface Unwritten {
  readonly file: Blob;
  readonly width: number;
  readonly height: number;
  readonly record: RecipeRecord;
}

/** A frame and its parts. */
export interface Target {
  readonly nodeId: string;
  readonly name: string;
  readonly parts: readonly Part[];
  /** Layers that keep their look, with the reason, in words. */
  readonly kept: readonly string[];
}

/** One layer that wears a card as a picture: which job made it, and how well it fits. */
export interface Worn {
  readonly runId: string;
  readonly jobId: string;
  readonly cardId: string;
  readonly nodeId: string;
  readonly name: string;
  /** By its colours, 0 to 10; null until it is measured, and where the card names no colour. */
  readonly palette: Signal<number | null>;
  /** By the text model; null until it is asked. */
  readonly judged: Signal<JudgeAnswer['scores'] | null>;
}

/** Every picture that Style made in this session, the newest of each layer and card alone. */
export const worn = signal<readonly Worn[]>([]);

/** Those of the chosen card whose pictures are in Results. */
export const wornNow = computed(() => worn.value.filter(({ cardId, jobId }) => cardId === chosenCard.value?.id && findJob(jobId)?.entry.job.value.state.at === 'done'));

/** Palette as measured and as judged count as one; null where nothing is known. */
export function fitOf({ palette, judged }: Worn): number | null {
  const { palette: seen, ...rest } = judged.value ?? {};
  const colours = [palette.value, seen?.score].filter((score) => score !== null && score !== undefined);
  const scores = [...(colours.length > 0 ? [mean(colours)] : []), ...Object.values(rest).map(({ score }) => score)];
  return scores.length === 0 ? null : mean(scores);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of those of the chosen card, the ones that stand apart from the look. */
export const apart = computed<readonly Worn[]>(() => {
  const known = wornNow.value.flatMap((each) => {
    const score = fitOf(each);
    return score === null ? [] : [{ each, score }];
  });
  const flags = standApart(known.map(({ score }) => score));
  return known.filter((_, index) => flags[index]).map(({ each }) => each);
});

/** Selected layers that do not wear the chosen card yet. */
export const notWorn = computed(() => {
  if (selection.value.refusal !== null) return [];
  return selection.value.layers.filter(({ id }) => !wornNow.value.some(({ nodeId }) => nodeId === id));
});

/** Of the selection, while "Editable layers" is chosen; empty until it was looked through. */
export const targets = signal<readonly Target[]>([]);

/** What is said of the selection before it is restyled as layers, one sentence each. */
export const remarks = signal<readonly string[]>([]);

export const allParts = computed(() => targets.value.flatMap((target) => target.parts));

export const isRestyling: ReadonlySignal<boolean> = computed(() => allParts.value.some((part) => part.state.value.at === 'running'));

/** Pictures that would be paid for, as it is set now. */
export const pictureCount = computed(() => {
  if (styleDraft.value.as === 'picture') return selection.value.refusal === null ? selection.value.layers.length : 0;
  return allParts.value.filter((part) => part.what.is !== 'colours' && part.isPicked.value).length;
});

/** As the rule for image models looks at it. */
export function styleFacts(): ImageFacts {
  const chosen = chosenCard.value;
  return { words: chosen ? lookLines(chosen).join('\n') : '', pictures: 1 + (chosen?.pictures.length ?? 0) };
}

export const estimate = computed(() =>
  estimateRun({
    card: imageCard.value,
    sizeClass: sizeClass.value,
    count: Math.max(1, pictureCount.value),
    inputs: 1 + (chosenCard.value?.pictures.length ?? 0),
    planner: null,
    isoDate: new Date().toISOString().slice(0, 10),
  }),
);

/** "Apply to selection · about $0.034": what it costs stands on the button. */
export const applyLabel = computed(() => `Apply to selection · ${priceText(pictureCount.value)}`);

/** Of one picture; for the list of layers. */
export const eachText = computed(() => priceText(1));

/** "about $0.034" for so many pictures; "free" where they cost nothing. */
export function priceText(count: number): string {
  const { imagesUsd, extrasUsd } = estimate.value;
  if (count === 0 || imagesUsd === 0) return 'free';
  if (imagesUsd === null) return formatUsd(null);
  const usd = ((imagesUsd + extrasUsd) / Math.max(1, pictureCount.value)) * count;
  return usd < 0.001 ? formatUsd(usd) : `about ${formatUsd(usd)}`;
}

// Prices: the estimate on the button from the model table, the sum that was spent from what the service says it used.
import type { ImageModelCard, SizeClass, TextModelCard, TokenPrices } from './model.ts';
import { imageModel, textModel, textPrices } from './model.ts';

/** Tokens of one answered call, as the service counted them. */
export interface Usage {
  readonly model: string;
  readonly inputTokens: number;
  /** Text and thinking tokens of the answer. */
  readonly outputTokens: number;
  /** Picture tokens of the answer. */
  readonly imageTokens: number;
}

export interface Estimate {
  /** All pictures (USD); null where the card has no price for the size. */
  readonly imagesUsd: number | null;
  /** Reading the inputs and planning the directions (USD): small, shown beside, counted for limits. */
  readonly extrasUsd: number;
}

export interface RunShape {
  readonly card: ImageModelCard;
  readonly sizeClass: SizeClass;
  readonly count: number;
  /** Input pictures of each request. */
  readonly inputs: number;
  /** The text model that plans the directions; null when none is asked. */
  readonly planner: TextModelCard | null;
  readonly isoDate: string;
}

// Tokens of one input picture at the highest resolution, and of a prompt and a plan of usual length.
// Source: https://ai.google.dev/gemini-api/docs/media-resolution, read 2026-11-22; the last two are our own estimate.
const TOKENS_PER_INPUT = 1120;
const TOKENS_PER_PROMPT = 300;
const TOKENS_PER_PLAN = 600;

/** What a run will cost, before it starts. Everything in USD; zero for an engine that charges nothing. */
export function estimateRun(run: RunShape): Estimate {
  const each = run.card.imageUsd[run.sizeClass];
  return {
    imagesUsd: each === undefined ? null : each * run.count,
    extrasUsd: run.count * inputUsd(run.card.tokens, run.inputs) + planUsd(run),
  };
}

/** What one answered call cost (USD) by the table's token prices; null where the table has none for its model. */
export function usageUsd(usage: Usage, isoDate: string): number | null {
  const prices = pricesOf(usage.model, isoDate);
  if (prices === 'free') return 0;
  if (!prices) return null;
  const perMillion =
    usage.inputTokens * prices.inputUsd +
    usage.outputTokens * prices.outputUsd +
    usage.imageTokens * (prices.imageOutputUsd ?? prices.outputUsd);
  return perMillion / 1e6;
}

/** "$0.13" from ten cents up, "$0.034" below, "under $0.001" below that, "free" for exactly 0, "price unknown" for null. */
export function formatUsd(usd: number | null): string {
  if (usd === null) return 'price unknown';
  if (usd === 0) return 'free';
  if (usd < 0.001) return 'under $0.001';
  return usd < 0.0995 ? `$${usd.toFixed(3)}` : `$${usd.toFixed(2)}`;
}

/** What the same picture costs once more, by the table of now: "about $0.034", "free", "price unknown". */
export function onceMoreText({ isOfflinePreview, model, sizeClass }: { readonly isOfflinePreview: boolean; readonly model: string; readonly sizeClass: SizeClass }): string {
  if (isOfflinePreview) return formatUsd(0);
  const usd = imageModel(model)?.imageUsd[sizeClass] ?? null;
  return usd === null ? formatUsd(null) : `about ${formatUsd(usd)}`;
}

/** The label of the button that starts a run: "Make 4 · about $0.13", "Make 4 · free", "Make 4 · price unknown". */
export function makeLabel(count: number, estimate: Estimate): string {
  const usd = estimate.imagesUsd;
  return `Make ${count} · ${usd === null || usd === 0 ? formatUsd(usd) : `about ${formatUsd(usd)}`}`;
}

function inputUsd(tokens: TokenPrices | null, inputs: number): number {
  return tokens ? ((inputs * TOKENS_PER_INPUT + TOKENS_PER_PROMPT) * tokens.inputUsd) / 1e6 : 0;
}

function planUsd(run: RunShape): number {
  const prices = run.planner && textPrices(run.planner, run.isoDate);
  if (!prices) return 0;
  return inputUsd(prices, Math.min(run.inputs, 1)) + (TOKENS_PER_PLAN * prices.outputUsd) / 1e6;
}

function pricesOf(model: string, isoDate: string): TokenPrices | 'free' | null {
  const image = imageModel(model);
  if (image) return image.tokens ?? 'free';
  const text = textModel(model);
  return text ? textPrices(text, isoDate) : null;
}

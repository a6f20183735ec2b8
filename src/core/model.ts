// The model table: which models exist, what they can do and what they cost. Data, never code; ids live nowhere else.
import type { ImageSize } from './geometry.ts';
import type { ProviderId } from './engines.ts';

/** Stands for an image model where the rule of core/imageTier chooses it. */
export const BY_RULE = 'rule';

export type { ProviderId };
export type SizeClass = '1K' | '2K' | '4K';
export type Ratio =
  | '1:1' | '2:3' | '3:2' | '3:4' | '4:3' | '4:5' | '5:4' | '9:16' | '16:9' | '21:9' | '1:4' | '4:1' | '1:8' | '8:1';

/** Where a row comes from: Google's page, or the reporter where Google has none, and the day it was read. */
interface Sourced {
  readonly source: string;
  readonly checked: string;
}

/** US dollars per million tokens. */
export interface TokenPrices {
  readonly inputUsd: number;
  /** Text and thinking. */
  readonly outputUsd: number;
  /** Picture tokens of an answer; absent in text models. */
  readonly imageOutputUsd?: number;
}

export interface ImageModelCard extends Sourced {
  readonly kind: 'image';
  readonly id: string;
  readonly provider: ProviderId;
  readonly label: string;
  readonly role: string;
  /** Where it stands among its provider's models, cheap to best; null where there is nothing to choose. */
  readonly tier: 'Lite' | 'Flash' | 'Pro' | null;
  readonly sizes: readonly SizeClass[];
  /** Ratios that the model answers, or 'any' for an engine that draws every size. */
  readonly ratios: readonly Ratio[] | 'any';
  /** Reference pictures it takes at most, the source included. */
  readonly maxReferences: number;
  /** Tokens that it reads at most, pictures included; null where nothing limits them. */
  readonly inputTokens: number | null;
  /** Price of one picture by size; a size that is missing here has no known price. Zero only where nothing is ever charged. */
  readonly imageUsd: Partial<Record<SizeClass, number>>;
  /** Tokens of one answered picture by size. */
  readonly imageTokens: Partial<Record<SizeClass, number>>;
  readonly tokens: TokenPrices | null;
  /** Values of thinkingConfig.thinkingLevel that it accepts; empty where it must not be sent. */
  readonly thinking: readonly string[];
  /** What a picture costs overnight, as a share of its price; null where there is no overnight. */
  readonly overnightShare: number | null;
  /** Next model to try when this one is gone. */
  readonly fallback: string | null;
}

export interface TextModelCard extends Sourced {
  readonly kind: 'text';
  readonly id: string;
  readonly provider: ProviderId;
  readonly label: string;
  readonly role: string;
  readonly tokens: TokenPrices | null;
  /** Prices from a later day on (ISO date). */
  readonly tokensFrom?: { readonly date: string; readonly tokens: TokenPrices };
  readonly fallback: string | null;
}

const GOOGLE_MODELS = 'https://ai.google.dev/gemini-api/docs/models';
const GOOGLE_PRICES = 'https://ai.google.dev/gemini-api/docs/pricing';
const CHECKED = '2026-11-22';

const TEN_RATIOS = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;
const ALL_RATIOS = [...TEN_RATIOS, '1:4', '4:1', '1:8', '8:1'] as const;

/** 65,536 for all Gemini image models: Google’s own skill "gemini-api-dev" (“65k / 32k tokens”), read 2026-11-27. */
const IMAGE_INPUT_TOKENS = 65_536;

/** “50% of the standard cost”: https://ai.google.dev/gemini-api/docs/batch-api, read 2026-11-29. */
const OVERNIGHT_SHARE = 0.5;

/** Order is the order on screen; the first row of a provider is its default. */
export const IMAGE_MODELS: readonly ImageModelCard[] = [
  {
    kind: 'image',
    id: 'gemini-nano-banana-2.1',
    provider: 'gemini',
    label: 'Nano Banana 2.1',
    role: 'Good and quick',
    tier: 'Flash',
    sizes: ['1K', '2K', '4K'],
    ratios: ALL_RATIOS,
    maxReferences: 14,
    inputTokens: IMAGE_INPUT_TOKENS,
    imageUsd: { '1K': 0.0336, '2K': 0.0504, '4K': 0.1134 },
    imageTokens: { '1K': 1120, '2K': 1680, '4K': 3780 },
    tokens: { inputUsd: 1.5, outputUsd: 7.5, imageOutputUsd: 30 },
    thinking: ['minimal', 'medium', 'high'],
    overnightShare: OVERNIGHT_SHARE,
    fallback: 'gemini-3.1-flash-lite-image',
    source: GOOGLE_PRICES,
    checked: CHECKED,
  },
  {
    kind: 'image',
    id: 'gemini-3-pro-image',
    provider: 'gemini',
    label: 'Gemini 3 Pro Image',
    role: 'Best quality',
    tier: 'Pro',
    sizes: ['1K', '2K', '4K'],
    ratios: TEN_RATIOS,
    maxReferences: 14,
    inputTokens: IMAGE_INPUT_TOKENS,
    imageUsd: { '1K': 0.134, '2K': 0.134, '4K': 0.24 },
    imageTokens: { '1K': 1120, '2K': 1120, '4K': 2000 },
    tokens: { inputUsd: 2, outputUsd: 12, imageOutputUsd: 120 },
    thinking: [],
    overnightShare: OVERNIGHT_SHARE,
    fallback: 'gemini-nano-banana-2.1',
    source: GOOGLE_PRICES,
    checked: CHECKED,
  },
  {
    kind: 'image',
    id: 'gemini-3.1-flash-lite-image',
    provider: 'gemini',
    label: 'Gemini 3.1 Flash Lite Image',
    role: 'Fastest',
    tier: 'Lite',
    sizes: ['1K'],
    ratios: ALL_RATIOS,
    maxReferences: 14,
    inputTokens: IMAGE_INPUT_TOKENS,
    imageUsd: { '1K': 0.0336 },
    imageTokens: { '1K': 1120 },
    tokens: { inputUsd: 0.25, outputUsd: 1.5, imageOutputUsd: 30 },
    thinking: ['minimal', 'high'],
    overnightShare: OVERNIGHT_SHARE,
    fallback: 'gemini-nano-banana-2.1',
    source: GOOGLE_PRICES,
    checked: CHECKED,
  },
  {
    kind: 'image',
    id: 'offline-preview-1',
    provider: 'offline',
    label: 'Offline preview (no AI)',
    role: 'Free, on this computer',
    tier: null,
    sizes: ['1K', '2K'],
    ratios: 'any',
    maxReferences: 1,
    inputTokens: null,
    imageUsd: { '1K': 0, '2K': 0 },
    imageTokens: {},
    tokens: null,
    thinking: [],
    overnightShare: null,
    fallback: null,
    source: 'src/core/pixels/looks.ts',
    checked: CHECKED,
  },
  {
    kind: 'image',
    id: 'gateway-image',
    provider: 'gateway',
    label: 'Model of the gateway',
    role: 'As its test found',
    tier: null,
    sizes: ['1K'],
    ratios: TEN_RATIOS,
    maxReferences: 8,
    inputTokens: null,
    // What it costs is between the designer and the gateway.
    imageUsd: {},
    imageTokens: {},
    tokens: null,
    thinking: [],
    overnightShare: null,
    fallback: null,
    source: 'Settings, Gateway model',
    checked: '2026-11-29',
  },
];

export const TEXT_MODELS: readonly TextModelCard[] = [
  {
    kind: 'text',
    id: 'gemini-3.8-flash',
    provider: 'gemini',
    label: 'Gemini 3.8 Flash',
    role: 'Flash',
    tokens: { inputUsd: 0.75, outputUsd: 3.75 },
    tokensFrom: { date: '2027-01-01', tokens: { inputUsd: 1.5, outputUsd: 7.5 } },
    fallback: 'gemini-3.6-flash',
    source: GOOGLE_PRICES,
    checked: CHECKED,
  },
  {
    kind: 'text',
    id: 'gemini-4-hydrogen',
    provider: 'gemini',
    label: 'Gemini 4 Hydrogen',
    role: 'Pro',
    tokens: { inputUsd: 1.5, outputUsd: 7.5 },
    fallback: 'gemini-3.8-flash',
    source: 'named by a client library and by resellers only; Google’s page does not list it',
    checked: CHECKED,
  },
  {
    kind: 'text',
    id: 'gemini-3.6-flash',
    provider: 'gemini',
    label: 'Gemini 3.6 Flash',
    role: 'Fallback',
    tokens: null,
    fallback: 'gemini-3.5-flash-lite',
    source: GOOGLE_MODELS,
    checked: CHECKED,
  },
  {
    kind: 'text',
    id: 'gemini-3.5-flash-lite',
    provider: 'gemini',
    label: 'Gemini 3.5 Flash Lite',
    role: 'Lite',
    tokens: { inputUsd: 0.3, outputUsd: 2.5 },
    fallback: null,
    source: GOOGLE_PRICES,
    checked: CHECKED,
  },
  {
    kind: 'text',
    id: 'gateway-text',
    provider: 'gateway',
    label: 'Model of the gateway',
    role: 'Flash',
    tokens: null,
    fallback: null,
    source: 'Settings, Gateway model',
    checked: '2026-11-29',
  },
];

/** Ids that answer 404 or will within weeks, and what to use instead. A stored id is migrated, and the user is told. */
export const RETIRED_MODELS: Readonly<Record<string, string>> = {
  'gemini-3.1-flash-image': 'gemini-nano-banana-2.1',
  'gemini-3.1-flash-image-preview': 'gemini-nano-banana-2.1',
  'gemini-3-pro-image-preview': 'gemini-3-pro-image',
  'gemini-2.5-flash-image': 'gemini-nano-banana-2.1',
  'gemini-2.5-flash-image-preview': 'gemini-nano-banana-2.1',
  'gemini-2.0-flash-exp-image-generation': 'gemini-nano-banana-2.1',
  'gemini-2.0-flash-preview-image-generation': 'gemini-nano-banana-2.1',
  'imagen-3.0-generate-002': 'gemini-nano-banana-2.1',
  'imagen-4.0-generate-001': 'gemini-nano-banana-2.1',
  'imagen-4.0-ultra-generate-001': 'gemini-3-pro-image',
  'imagen-4.0-fast-generate-001': 'gemini-3.1-flash-lite-image',
  'gemini-2.5-flash-preview-05-20': 'gemini-3.8-flash',
  'gemini-2.5-flash': 'gemini-3.8-flash',
  'gemini-2.5-flash-lite': 'gemini-3.5-flash-lite',
  'gemini-2.5-pro': 'gemini-4-hydrogen',
  'gemini-flash-latest': 'gemini-3.8-flash',
  'gemini-flash-lite-latest': 'gemini-3.5-flash-lite',
  'gemini-pro-latest': 'gemini-4-hydrogen',
};

// Pixels of the 1K class; 2K is exactly twice and 4K exactly four times as much. Not exactly the named ratios:
// 1376 × 768 is not 16:9. Source: https://ai.google.dev/gemini-api/docs/image-generation, read 2026-11-22.
const PIXELS_1K: Readonly<Record<Ratio, ImageSize>> = {
  '1:1': { width: 1024, height: 1024 },
  '2:3': { width: 848, height: 1264 },
  '3:2': { width: 1264, height: 848 },
  '3:4': { width: 896, height: 1200 },
  '4:3': { width: 1200, height: 896 },
  '4:5': { width: 928, height: 1152 },
  '5:4': { width: 1152, height: 928 },
  '9:16': { width: 768, height: 1376 },
  '16:9': { width: 1376, height: 768 },
  '21:9': { width: 1584, height: 672 },
  '1:4': { width: 512, height: 2048 },
  '4:1': { width: 2048, height: 512 },
  '1:8': { width: 384, height: 3072 },
  '8:1': { width: 3072, height: 384 },
};

const SIZE_FACTOR = { '1K': 1, '2K': 2, '4K': 4 } as const satisfies Record<SizeClass, number>;

/** The pixel size (image px) that a model answers for a ratio and a size class. */
export function pixelSize(ratio: Ratio, sizeClass: SizeClass): ImageSize {
  const base = PIXELS_1K[ratio];
  const factor = SIZE_FACTOR[sizeClass];
  return { width: base.width * factor, height: base.height * factor };
}

/** Longer side (image px) that an engine with free ratios draws for a size class: the 1:1 size of the table. */
export function freeLongEdge(sizeClass: SizeClass): number {
  return pixelSize('1:1', sizeClass).width;
}

const added: { readonly images: ImageModelCard[]; readonly texts: TextModelCard[] } = { images: [], texts: [] };

/** Cards of engines that ui/providers/index adds; twice the same is once. */
export function addModels(images: readonly ImageModelCard[], texts: readonly TextModelCard[]): void {
  added.images.push(...images.filter(({ id }) => !imageModel(id)));
  added.texts.push(...texts.filter(({ id }) => !textModel(id)));
}

/** The table and what was added to it. */
export function imageModels(): readonly ImageModelCard[] {
  return [...IMAGE_MODELS, ...added.images];
}

export function textModels(): readonly TextModelCard[] {
  return [...TEXT_MODELS, ...added.texts];
}

export function imageModel(id: string): ImageModelCard | undefined {
  return imageModels().find((card) => card.id === id);
}

export function textModel(id: string): TextModelCard | undefined {
  return textModels().find((card) => card.id === id);
}

/** Prices of a text model on a day (ISO date); null where no price is known. */
export function textPrices(card: TextModelCard, isoDate: string): TokenPrices | null {
  const later = card.tokensFrom;
  return later && isoDate >= later.date ? later.tokens : card.tokens;
}

export interface MigratedModel {
  readonly id: string;
  /** The stored id when it had to be replaced, to tell the user; null otherwise. */
  readonly replaced: string | null;
}

/** A stored image model id as one that can be used: known ids stay, retired and unknown ones move, and say so. */
export function migrateImageModel(stored: string, fallbackId = 'gemini-nano-banana-2.1'): MigratedModel {
  if (imageModel(stored) || stored === BY_RULE) return { id: stored, replaced: null };
  const next = RETIRED_MODELS[stored];
  return { id: next && imageModel(next) ? next : fallbackId, replaced: stored };
}

/** The same for text models. */
export function migrateTextModel(stored: string, fallbackId = 'gemini-3.8-flash'): MigratedModel {
  if (textModel(stored)) return { id: stored, replaced: null };
  const next = RETIRED_MODELS[stored];
  return { id: next && textModel(next) ? next : fallbackId, replaced: stored };
}

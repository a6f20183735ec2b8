// Small sentences that several views say the same way: sizes, money, layer types, closeness. Text only.
import { formatUsd } from '../../core/cost.ts';
import type { Closeness } from '../../core/prompt.ts';
import type { PlaceMode } from '../../core/request.ts';

/** "1440 × 960", whole numbers. */
export function sizeText(size: { readonly width: number; readonly height: number }): string {
  return `${Math.round(size.width)} × ${Math.round(size.height)}`;
}

/** A sum that was spent or a limit that was set (USD): "$0", "$5", "$0.40", "$0.034". */
export function sumText(usd: number): string {
  if (Number.isInteger(usd)) return `$${usd}`;
  return formatUsd(usd);
}

/** "Component set" from "COMPONENT_SET". */
export function layerType(type: string): string {
  const words = type.toLowerCase().split('_').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const PLACE_LABELS = {
  beside: 'Beside the selection',
  replace: 'Replace fill',
  keep: 'Keep in results',
} as const satisfies Record<PlaceMode, string>;

export const PLACE_PHRASES = {
  beside: 'beside the selection',
  replace: 'into the fill',
  keep: 'kept in results',
} as const satisfies Record<PlaceMode, string>;

export const CLOSENESS_LABELS = {
  1: 'Loose: the source only inspires.',
  2: 'Free: same subject, layout may change.',
  3: 'Balanced: same subject and main layout.',
  4: 'Near: same layout and proportions.',
  5: 'Close: only the direction changes.',
} as const satisfies Record<Closeness, string>;

export function closenessOf(value: number): Closeness {
  if (value <= 1) return 1;
  if (value >= 5) return 5;
  return value === 2 ? 2 : value === 4 ? 4 : 3;
}

// A card from outside: from storage, from a file, from a frame's plugin data. Everything is data; what is wrong is said, or left out
// where the rest can be used without it.
import { cleanName, cleanText } from '../prompt.ts';
import { CARD_LIMITS, NO_RULES, RULE_ORDER } from './card.ts';
import type { Binding, CardPicture, CardRules, CardSwatch, StyleCard } from './card.ts';

/** The card, or what is wrong with it. Pictures without a digest and colours that are none are left out. */
export function readCard(value: unknown): StyleCard | string {
  const record = recordOf(value);
  if (!record) return 'it is no style card';
  const { id, version } = record;
  if (typeof id !== 'string' || !/^SC-[0-9A-F]{4}$/.test(id)) return 'it has no code';
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > 999_999) return `${id} has no version`;
  const name = nameOf(record['name'], CARD_LIMITS.name);
  if (name === '') return `${id} has no name`;
  const card = { id, version, name, pictures: picturesIn(record['pictures']), swatches: swatchesIn(record['swatches']), rules: rulesIn(record['rules']) };
  return saysNothing(card) ? `${id} says nothing` : card;
}

/** True where a card has neither a picture, a colour nor a rule. */
export function saysNothing({ pictures, swatches, rules }: Pick<StyleCard, 'pictures' | 'swatches' | 'rules'>): boolean {
  return pictures.length === 0 && swatches.length === 0 && RULE_ORDER.every((id) => rules[id] === '');
}

/** `#rrggbb` in lower case; null for what is no colour. Three digits are widened. */
export function readHex(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  return /^#?[0-9a-f]{6}$/.test(text) ? `#${text.replace('#', '')}` : null;
}

export function rulesIn(value: unknown): CardRules {
  const record = recordOf(value);
  return { ...NO_RULES, ...Object.fromEntries(RULE_ORDER.map((id) => [id, textOf(record?.[id])])) };
}

export function swatchesIn(value: unknown): CardSwatch[] {
  return listOf(value).slice(0, CARD_LIMITS.swatches).flatMap((item) => {
    const record = recordOf(item);
    const hex = readHex(record?.['hex']);
    return hex === null ? [] : [{ hex, name: nameOf(record?.['name'], CARD_LIMITS.swatchName), share: shareOf(record?.['share']), binding: bindingOf(record?.['binding']) }];
  });
}

function picturesIn(value: unknown): CardPicture[] {
  return listOf(value).slice(0, CARD_LIMITS.pictures).flatMap((item) => {
    const record = recordOf(item);
    const digest = record?.['digest'];
    return typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest) ? [{ digest, name: nameOf(record?.['name'], CARD_LIMITS.name) }] : [];
  });
}

function bindingOf(value: unknown): Binding | null {
  const record = recordOf(value);
  const { is, id } = record ?? {};
  if ((is !== 'variable' && is !== 'style') || typeof id !== 'string' || id === '') return null;
  return { is, id: id.slice(0, 200), name: nameOf(record?.['name'], CARD_LIMITS.name) };
}

function shareOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}

function nameOf(value: unknown, limit: number): string {
  return typeof value === 'string' ? cleanName(value, limit) : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value, CARD_LIMITS.rule) : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

// Style cards as a file and back, reference pictures included, so that a team can share a look. A file from outside is data.
import { VariegateError } from '../errors.ts';
import { CARD_LIMITS } from './card.ts';
import type { StyleCard } from './card.ts';
import { readCard } from './readCard.ts';

const FORMAT = 'variegate-style-cards';
const VERSION = 1;

/** A reference picture in a file: its digest and its bytes as base64. */
export interface FilePicture {
  readonly digest: string;
  readonly base64: string;
}

export interface ReadCards {
  readonly cards: readonly StyleCard[];
  /** By digest; not yet checked to be pictures. */
  readonly pictures: ReadonlyMap<string, string>;
  /** One sentence for each card that was left out. */
  readonly refused: readonly string[];
}

export function writeCards(cards: readonly StyleCard[], pictures: readonly FilePicture[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, cards, pictures }, null, 2)}\n`;
}

/** Bad cards are left out one by one. Throws CARDS_UNREADABLE, whose name says why, when the file as a whole is none of ours. */
export function readCards(text: string): ReadCards {
  if (text.length > CARD_LIMITS.file) throw unreadable('It is larger than 12 MB.');
  const file = parsed(text);
  if (!isRecord(file) || file['format'] !== FORMAT) throw unreadable('It holds no style cards of Variegate.');
  if (file['version'] !== VERSION) throw unreadable('It is of a newer version of Variegate.');
  const list = listOf(file['cards']);
  if (list.length === 0) throw unreadable('There is no card in it.');
  const refused: string[] = [];
  const cards = list.slice(0, CARD_LIMITS.cards).flatMap((value, index) => {
    const card = readCard(value);
    if (typeof card !== 'string') return [card];
    refused.push(`Card ${index + 1} was left out: ${card}.`);
    return [];
  });
  return { cards, pictures: picturesIn(listOf(file['pictures'])), refused };
}

function picturesIn(list: readonly unknown[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const item of list) {
    if (!isRecord(item)) continue;
    const { digest, base64 } = item;
    if (typeof digest === 'string' && typeof base64 === 'string' && base64.length < CARD_LIMITS.pictureBytes * 1.4) found.set(digest, base64);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('It is not JSON.');
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function unreadable(why: string): VariegateError {
  return new VariegateError('CARDS_UNREADABLE', { name: why });
}

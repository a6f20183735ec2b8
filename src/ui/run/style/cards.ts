// Style cards at work: read, kept, edited, brought in from a file and taken out. Their pictures are kept beside them, by digest.
import { digestBytes } from '../../../core/digest.ts';
import { VariegateError } from '../../../core/errors.ts';
import { cleanName } from '../../../core/prompt.ts';
import { CARD_LIMITS, cardCode, changeCard, freeCardId, sayTheSame } from '../../../core/style/card.ts';
import type { CardPicture, StyleCard } from '../../../core/style/card.ts';
import { readCards as readFile, writeCards } from '../../../core/style/exchange.ts';
import { readCard } from '../../../core/style/readCard.ts';
import { cards, chosenId, editedId, pictureUrls, refusedCards } from '../../store/style.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { fromBase64, toBase64 } from './base64.ts';

const THUMBNAIL_EDGE = 160;

/** Reads the cards of this computer, once. */
export async function loadCards(effects: Effects): Promise<void> {
  if (cards.value) return;
  const { stored } = await effects.client.call('readCards', {});
  cards.value = fromStored(stored);
  void showPictures(effects, cards.value);
}

/** A new card, the chosen one from now on. Its pictures go first: a card never names what was not saved. */
export async function addCard(effects: Effects, card: Omit<StyleCard, 'id' | 'version'>): Promise<StyleCard> {
  const own = cards.value ?? [];
  const id = freeCardId(Math.floor(effects.random() * 0x10000), own.map((each) => each.id));
  const added: StyleCard = { ...card, id, version: 1 };
  await keepCards(effects, [added, ...own]);
  chosenId.value = id;
  return added;
}

/** One version on; nothing where nothing differs. */
export async function editCard(effects: Effects, id: string, patch: Partial<Omit<StyleCard, 'id' | 'version'>>): Promise<void> {
  const own = cards.value ?? [];
  const before = own.find((card) => card.id === id);
  if (!before) return;
  const after = changeCard(before, patch);
  if (after === before) return;
  await keepCards(effects, own.map((card) => (card.id === id ? after : card)));
  say(`${after.name} is ${cardCode(after)} now`);
}

export async function forgetCard(effects: Effects, id: string): Promise<void> {
  const card = cards.value?.find((each) => each.id === id);
  await keepCards(effects, (cards.value ?? []).filter((each) => each.id !== id));
  if (editedId.value === id) editedId.value = null;
  say(card ? `${card.name} removed` : 'Card removed');
}

/** A reference picture, small, saved under its digest. */
export async function savePicture(effects: Effects, bytes: Uint8Array, name: string, signal: AbortSignal): Promise<CardPicture> {
  const small = await effects.pixels.jpegCopy(bytes, CARD_LIMITS.pictureEdge, signal);
  const digest = digestBytes(small);
  await effects.client.call('saveCardPicture', { digest, bytes: small });
  await showPicture(effects, digest, small);
  return { digest, name: cleanName(name, CARD_LIMITS.name) };
}

/** The bytes of a card's pictures that are still there, in order. */
export async function picturesOf(effects: Effects, card: StyleCard): Promise<{ readonly picture: CardPicture; readonly bytes: Uint8Array }[]> {
  const found = await Promise.all(card.pictures.map(async (picture) => ({ picture, bytes: (await effects.client.call('readCardPicture', { digest: picture.digest })).bytes })));
  return found.flatMap(({ picture, bytes }) => (bytes ? [{ picture, bytes }] : []));
}

/** One card, or all, as a file's text. */
export async function exportCards(effects: Effects, id: string | null): Promise<string> {
  const chosen = (cards.value ?? []).filter((card) => id === null || card.id === id);
  const pictures = (await Promise.all(chosen.map((card) => picturesOf(effects, card)))).flat();
  return writeCards(chosen, pictures.map(({ picture, bytes }) => ({ digest: picture.digest, base64: toBase64(bytes) })));
}

/**
 * Adds those of a file. One that is here already, word for word, is passed over; one with the same id and other words gets a new id.
 * Pictures are decoded before they are kept. What could not be taken is listed.
 */
export async function importCards(effects: Effects, text: string): Promise<void> {
  const read = readFile(text);
  const refused = [...read.refused];
  let own = cards.value ?? [];
  let added = 0;
  for (const card of read.cards) {
    if (own.some((each) => each.id === card.id && sayTheSame(each, card))) continue;
    const pictures = await importPictures(effects, card, read.pictures);
    if (pictures.length < card.pictures.length) refused.push(`${card.name} came without ${card.pictures.length - pictures.length} of its pictures.`);
    const taken = own.map((each) => each.id);
    own = [{ ...card, pictures, id: taken.includes(card.id) ? freeCardId(parseInt(card.id.slice(3), 16) + 1, taken) : card.id }, ...own];
    added += 1;
  }
  if (own.length > CARD_LIMITS.cards) refused.push(`Only ${CARD_LIMITS.cards} cards are kept; the oldest were left out.`);
  await keepCards(effects, own.slice(0, CARD_LIMITS.cards));
  refusedCards.value = refused;
  say(`${added === 1 ? '1 card' : `${added} cards`} imported${refused.length > 0 ? `; ${refused.length} remarks below` : ''}`);
}

async function importPictures(effects: Effects, card: StyleCard, given: ReadonlyMap<string, string>): Promise<CardPicture[]> {
  const pictures: CardPicture[] = [];
  for (const { digest, name } of card.pictures) {
    const bytes = fromBase64(given.get(digest) ?? '');
    const size = bytes && (await effects.pixels.sizeOf(bytes, new AbortController().signal).catch(() => null));
    if (!bytes || !size) continue;
    const saved = await savePicture(effects, bytes, name, new AbortController().signal).catch(() => null);
    if (saved) pictures.push(saved);
  }
  return pictures;
}

/** Saves them all; the signal changes when they are saved. Rejects with what the storage says. */
export async function keepCards(effects: Effects, next: readonly StyleCard[]): Promise<void> {
  if (next.length > CARD_LIMITS.cards) throw new VariegateError('STORAGE_FULL', { cause: `More than ${CARD_LIMITS.cards} style cards.` });
  await effects.client.call('saveCards', { stored: { version: 1, cards: next.map((card) => ({ ...card, pictures: card.pictures.map((picture) => ({ ...picture })) })) } });
  cards.value = next;
}

function fromStored(stored: unknown): StyleCard[] {
  const read = listIn(stored).map(readCard).filter((card): card is StyleCard => typeof card !== 'string');
  return read.filter((card, index) => read.findIndex(({ id }) => id === card.id) === index).slice(0, CARD_LIMITS.cards);
}

function listIn(stored: unknown): readonly unknown[] {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== 1 || !('cards' in stored)) return [];
  return Array.isArray(stored.cards) ? stored.cards : [];
}

async function showPictures(effects: Effects, all: readonly StyleCard[]): Promise<void> {
  for (const { digest } of all.flatMap((card) => card.pictures)) {
    if (pictureUrls.value.has(digest)) continue;
    const { bytes } = await effects.client.call('readCardPicture', { digest }).catch(() => ({ bytes: null }));
    await showPicture(effects, digest, bytes);
  }
}

async function showPicture(effects: Effects, digest: string, bytes: Uint8Array | null): Promise<void> {
  const url = bytes ? await effects.pixels.thumbnail(bytes, THUMBNAIL_EDGE, new AbortController().signal).catch(() => '') : '';
  pictureUrls.value = new Map([...pictureUrls.value, [digest, url]]);
}

// Cards on the canvas: placed as a frame, and read back when a frame's layers say something else than the card here.
import { CARD_LIMITS, cardCode, sayTheSame } from '../../../core/style/card.ts';
import type { CardPicture, StyleCard } from '../../../core/style/card.ts';
import { readCard } from '../../../core/style/readCard.ts';
import { selection } from '../../store/selection.ts';
import { cards } from '../../store/style.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { editCard, keepCards, loadCards, picturesOf, savePicture } from './cards.ts';

/** An ordinary frame in view, one undo step. Pictures go ahead, one a message. */
export async function placeCard(effects: Effects, id: string): Promise<void> {
  const card = cards.value?.find((each) => each.id === id);
  if (!card) return;
  const pictures = await picturesOf(effects, card);
  const tickets = pictures.map(() => effects.nextId('card'));
  for (const [index, { bytes }] of pictures.entries()) await effects.client.call('stagePicture', { ticket: tickets[index] ?? '', bytes });
  const plain = { ...card, pictures: pictures.map(({ picture }) => picture) };
  const { nodeId } = await effects.client.call('placeCard', { card: plain, tickets });
  await effects.client.call('showNode', { nodeId });
  say(`${cardCode(card)} is on the canvas`);
}

/** Of the selected layers. A card that is not here comes in; one that says something else becomes the next version. */
export async function readCardFrames(effects: Effects): Promise<void> {
  const nodeIds = selection.value.layers.filter(({ type }) => type === 'FRAME').map(({ id }) => id);
  if (nodeIds.length === 0) return;
  const { cards: found } = await effects.client.call('readCardFrames', { nodeIds });
  if (found.length === 0) return;
  await loadCards(effects);
  for (const each of found) {
    const read = readCard(each.card);
    if (typeof read !== 'string') await take(effects, read, each.pictures);
  }
}

async function take(effects: Effects, read: StyleCard, layers: readonly { nodeId: string; name: string; digest: string | null }[]): Promise<void> {
  const pictures: CardPicture[] = [];
  for (const layer of layers.slice(0, CARD_LIMITS.pictures)) {
    const picture = await pictureOf(effects, layer);
    if (picture) pictures.push(picture);
  }
  const card = { ...read, pictures };
  const own = cards.value?.find(({ id }) => id === card.id);
  if (own && sayTheSame(own, card)) return;
  if (own) return editCard(effects, own.id, { name: card.name, pictures, swatches: card.swatches, rules: card.rules });
  await keepCards(effects, [card, ...(cards.value ?? [])]);
  say(`${cardCode(card)} came in from the canvas`);
}

/** A picture that is not kept here, or was exchanged on the canvas, is taken from its layer; null where the layer shows none. */
async function pictureOf(effects: Effects, { nodeId, name, digest }: { nodeId: string; name: string; digest: string | null }): Promise<CardPicture | null> {
  const kept = digest === null ? null : (await effects.client.call('readCardPicture', { digest })).bytes;
  if (kept && digest !== null) return { digest, name };
  const exported = await effects.client.call('exportNode', { nodeId, view: 'original', longEdge: CARD_LIMITS.pictureEdge }).catch(() => null);
  return exported && savePicture(effects, exported.bytes, name, new AbortController().signal);
}

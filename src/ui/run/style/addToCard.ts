// A picture that was made joins the references of its card: from then on the others are held to it as well.
import { CARD_LIMITS } from '../../../core/style/card.ts';
import { cards } from '../../store/style.ts';
import type { Worn } from '../../store/style.ts';
import { findJob } from '../../store/runs.ts';
import { readBlob } from '../blobs.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';
import { editCard, savePicture } from './cards.ts';

/** Nothing happens to a picture or a card that is gone; a card with six pictures says so. */
export async function addToCard(effects: Effects, { jobId, cardId, name }: Worn): Promise<void> {
  const state = findJob(jobId)?.entry.job.value.state;
  const card = cards.value?.find(({ id }) => id === cardId);
  if (state?.at !== 'done' || !card) return;
  if (card.pictures.length >= CARD_LIMITS.pictures) return say(`${card.name} has ${CARD_LIMITS.pictures} pictures already: remove one first`);
  const picture = await savePicture(effects, await readBlob(state.image.file), name, new AbortController().signal);
  if (card.pictures.some(({ digest }) => digest === picture.digest)) return say(`${name} is in ${card.name} already`);
  await editCard(effects, cardId, { pictures: [...card.pictures, picture] });
}

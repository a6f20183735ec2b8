// Everything that the tab "Style" can do, by name: each is a line or a few. What they start lives in ui/run/style.
import { RULE_ORDER } from '../core/style/card.ts';
import type { RuleId, StyleCard } from '../core/style/card.ts';
import { attempt, stoppably } from './attempt.ts';
import { addScrim as scrim, applyAsLayers, placePart as placeOne, redoPart as redo, revertPart as revert } from './run/style/applyLayers.ts';
import { addToCard as add } from './run/style/addToCard.ts';
import { applyAsPictures, redoApart as redoAll } from './run/style/applyStyle.ts';
import type { Which } from './run/style/applyStyle.ts';
import { judgeFits as judge } from './run/style/fits.ts';
import * as library from './run/style/cards.ts';
import { lookThrough as look } from './run/style/lookThrough.ts';
import { cardFromSelection as fromSelection, cardFromWords as fromWords } from './run/style/makeCard.ts';
import { placeCard as place, readCardFrames } from './run/style/cardFrame.ts';
import { effects } from './run/world.ts';
import { alert } from './store/session.ts';
import * as store from './store/style.ts';
import type { Part, StyleDraft } from './store/style.ts';

// Cards.

export function loadCards(): void {
  attempt(() => library.loadCards(effects), { retry: loadCards });
}

// Without `mayReuse` the model is asked whatever it answered to the same question before.

export function cardFromSelection(mayReuse = true): void {
  ask(() => fromSelection(effects, mayReuse), () => cardFromSelection(mayReuse));
}

export function cardFromWords(): void {
  ask(() => fromWords(effects), cardFromWords);
}

export function cardFromWordsAnew(words: string): void {
  ask(() => fromWords(effects, words, false), () => cardFromWordsAnew(words));
}

export const chooseCard = (id: string) => (store.chosenId.value = id);

export function toggleEdited(id: string): void {
  store.editedId.value = store.editedId.value === id ? null : id;
  store.chosenId.value = id;
}

export function editCard(id: string, patch: Partial<Omit<StyleCard, 'id' | 'version'>>): void {
  attempt(() => library.editCard(effects, id, patch), { retry: () => editCard(id, patch) });
}

export function editRule(card: StyleCard, rule: RuleId, text: string): void {
  editCard(card.id, { rules: Object.fromEntries(RULE_ORDER.map((id) => [id, id === rule ? text.trim() : card.rules[id]])) as StyleCard['rules'] });
}

export function forgetCard(id: string): void {
  attempt(() => library.forgetCard(effects, id), { retry: () => forgetCard(id) });
}

export function importCards(file: File): void {
  attempt(async () => library.importCards(effects, await file.text()));
}

/** Hands the text of a file with all cards to `show`. */
export function exportCards(show: (text: string) => void): void {
  attempt(async () => show(await library.exportCards(effects, null)), { retry: () => exportCards(show) });
}

export function placeCard(id: string): void {
  attempt(() => place(effects, id), { retry: () => placeCard(id) });
}

/** Takes over what was changed in cards on the canvas, where any is selected. */
export function readSelectedCards(): void {
  attempt(() => readCardFrames(effects));
}

// Applying.

export const changeStyle = (patch: Partial<StyleDraft>) => store.changeStyle(patch);

/** What the selected frames are made of; answers how to stop looking. */
export function lookThrough(): () => void {
  const abort = new AbortController();
  attempt(() => look(effects, abort.signal));
  return () => abort.abort();
}

export function togglePart(part: Part): void {
  part.isPicked.value = !part.isPicked.value;
}

/** As layers it is always all of the selection. */
export function applyStyle(which: Which = 'all'): void {
  alert.value = null;
  if (store.styleDraft.value.as === 'picture') return attempt(() => applyAsPictures(effects, which), { retry: () => applyStyle(which) });
  attempt(() => stoppably((signal) => applyAsLayers(effects, signal)), { retry: applyStyle });
}

/** Pictures that stand apart, once more. */
export function redoApart(): void {
  attempt(() => redoAll(effects), { retry: redoApart });
}

/** Asks the text model how well the pictures wear the card. */
export function judgeFits(): void {
  const card = store.chosenCard.value;
  if (card) ask(() => judge(effects, card), judgeFits);
}

/** A picture that was made joins the card's references. */
export function addToCard(jobId: string): void {
  const found = store.worn.value.find((each) => each.jobId === jobId);
  if (found) attempt(() => add(effects, found), { retry: () => addToCard(jobId) });
}

export function revertPart(part: Part): void {
  attempt(() => revert(effects, part), { retry: () => revertPart(part) });
}

/** So that the text over a picture can be read. */
export function addScrim(part: Part): void {
  attempt(() => scrim(effects, part), { retry: () => addScrim(part) });
}

export function redoPart(part: Part): void {
  attempt(() => stoppably((signal) => redo(effects, part, signal)), { retry: () => redoPart(part) });
}

export function placePart(part: Part): void {
  attempt(() => placeOne(effects, part), { retry: () => placePart(part) });
}

/** While a question is out, its end is told by the status line; an alert of before would speak of something else. */
function ask(work: () => Promise<void>, retry: () => void): void {
  alert.value = null;
  attempt(work, { retry });
}

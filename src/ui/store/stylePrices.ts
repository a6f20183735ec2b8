// What the questions of Style cost: the same values that the buttons show.
import { isAi } from '../../core/engines.ts';
import { computed } from '@preact/signals';
import { STYLE_CRITERIA } from '../../core/studio/judge.ts';
import type { JudgeTask } from '../../core/studio/tasks.ts';
import { CARD_LIMITS } from '../../core/style/card.ts';
import type { StyleCard } from '../../core/style/card.ts';
import { lookLines } from '../../core/style/words.ts';
import { engine } from './draft.ts';
import { selection } from './selection.ts';
import { studioDraft } from './studio.ts';
import { sumText, taskUsd, priceText } from './studioPrices.ts';
import { chosenCard, styleDraft, wornNow } from './style.ts';

export const cardFromSelectionPrice = computed(() => {
  const pictures = Math.min(CARD_LIMITS.pictures, Math.max(1, selection.value.layers.length));
  return priceText({ is: 'card', words: '', pictures, language: studioDraft.value.language }, pictures);
});

export const cardFromWordsPrice = computed(() => priceText({ is: 'card', words: styleDraft.value.words, pictures: 0, language: studioDraft.value.language }, 0));

/** The question whether a picture fits a card. */
export function judgeTask(card: StyleCard, references: number): JudgeTask {
  return { is: 'judge', criteria: STYLE_CRITERIA, look: lookLines(card).join('\n'), references, language: studioDraft.value.language };
}

/** Of judging every picture that was not judged yet; null where nothing is left, or nothing could be said: rules only measure what is held against a picture. */
export const judgePrice = computed(() => {
  const card = chosenCard.value;
  const waiting = wornNow.value.filter(({ judged }) => judged.value === null).length;
  if (!card || waiting === 0 || (!isAi(engine.value) && card.pictures.length === 0)) return null;
  const each = taskUsd(judgeTask(card, card.pictures.length), 1 + card.pictures.length);
  return sumText([each === null ? null : each * waiting]);
});

// What the questions of Style cost: the same values that the buttons show.
import { computed } from '@preact/signals';
import { CARD_LIMITS } from '../../core/style/card.ts';
import { selection } from './selection.ts';
import { studioDraft } from './studio.ts';
import { priceText } from './studioPrices.ts';
import { styleDraft } from './style.ts';

export const cardFromSelectionPrice = computed(() => {
  const pictures = Math.min(CARD_LIMITS.pictures, Math.max(1, selection.value.layers.length));
  return priceText({ is: 'card', words: '', pictures, language: studioDraft.value.language }, pictures);
});

export const cardFromWordsPrice = computed(() => priceText({ is: 'card', words: styleDraft.value.words, pictures: 0, language: studioDraft.value.language }, 0));

// What a call of the prompt studio will cost, before it is made. The bill itself comes from what the service counts.
import type { TextModelCard } from './model.ts';
import { textPrices } from './model.ts';
import { optionCount } from './studio/asked.ts';
import { studioSchema } from './studio/schemas.ts';
import type { StudioTask } from './studio/tasks.ts';
import { studioWords } from './studio/words.ts';

// Tokens of one picture at the highest resolution: https://ai.google.dev/gemini-api/docs/media-resolution, read 2026-11-22.
const TOKENS_PER_IMAGE = 1120;
// Google's rule of thumb, for Latin letters: https://ai.google.dev/gemini-api/docs/tokens, read 2026-11-22.
const CHARACTERS_PER_TOKEN = 4;
// Our own estimates of answers: an option is twelve fields of some fifteen words with their names, half of it without the
// look or without the content; thinking is what Flash spends on a short task when nothing is set.
const OUTPUT = { option: 320, halfOption: 160, describe: 400, objects: 800, sketch: 450, change: 150, thinking: 400 } as const;

/**
 * US dollars of one call: the words and the schema at 4 characters a token, 1120 tokens a picture, and an answer of usual
 * length. `images` is 1 for the tasks that look at a picture unless given. Null where the card has no price on that day.
 */
export function estimateAsk(task: StudioTask, card: TextModelCard, isoDate: string, images = imagesOf(task)): number | null {
  const prices = textPrices(card, isoDate);
  if (!prices) return null;
  const characters = studioWords(task, false).length + JSON.stringify(studioSchema(task)).length;
  const input = Math.ceil(characters / CHARACTERS_PER_TOKEN) + images * TOKENS_PER_IMAGE;
  return (input * prices.inputUsd + (answerTokens(task) + OUTPUT.thinking) * prices.outputUsd) / 1e6;
}

function answerTokens(task: StudioTask): number {
  switch (task.is) {
    case 'expand': return optionCount(task) * (task.stage === 'whole' ? OUTPUT.option : OUTPUT.halfOption);
    case 'describe': return task.reading === 'objects' ? OUTPUT.objects : OUTPUT.describe;
    case 'sketch': return OUTPUT.sketch;
    case 'change': return OUTPUT.change;
  }
}

function imagesOf(task: StudioTask): number {
  return task.is === 'describe' || task.is === 'sketch' ? 1 : 0;
}

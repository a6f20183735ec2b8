// What a call of the prompt studio will cost, before it is made. The bill itself comes from what the service counts.
import { DATA_LIMIT } from './asData.ts';
import { FIELD_ORDER } from './fields.ts';
import type { PromptFields } from './fields.ts';
import type { TextModelCard } from './model.ts';
import { textPrices } from './model.ts';
import { optionCount } from './studio/asked.ts';
import type { LayerText, StudioTask } from './studio/tasks.ts';

// Tokens of one picture at the highest resolution: https://ai.google.dev/gemini-api/docs/media-resolution, read 2026-11-22.
const TOKENS_PER_IMAGE = 1120;
// Google's rule of thumb, for Latin letters: https://ai.google.dev/gemini-api/docs/tokens, read 2026-11-22.
const CHARACTERS_PER_TOKEN = 4;
// Our own estimates of answers: an option is twelve fields of some fifteen words with their names, half of it without the
// look or without the content; thinking is what Flash spends on a short task when nothing is set.
const OUTPUT = { option: 320, halfOption: 160, describe: 400, objects: 800, sketch: 450, change: 150, card: 350, judge: 160, critique: 420, shot: 130, mismatches: 200, represent: 180, thinking: 400 } as const;
// Characters of each task's words and schema without any data (rule ST78 holds them against the words themselves, which a window
// that only shows a price need not hold).
const TASK_CHARACTERS = { whole: 3350, core: 2050, look: 2300, recreate: 2620, style: 2590, light: 2040, objects: 2880, sketch: 3210, change: 3030, card: 2360, judge: 1570, critique: 4000, shots: 1890, continuity: 1590, represent: 1450 } as const;

/**
 * US dollars of one call: the words, the schema and the data at 4 characters a token, 1120 tokens a picture, and an answer of usual
 * length. `images` is 1 for the tasks that look at a picture unless given. Null where the card has no price on that day.
 */
export function estimateAsk(task: StudioTask, card: TextModelCard, isoDate: string, images = imagesOf(task)): number | null {
  const prices = textPrices(card, isoDate);
  if (!prices) return null;
  const characters = TASK_CHARACTERS[kindOf(task)] + dataCharacters(task);
  const input = Math.ceil(characters / CHARACTERS_PER_TOKEN) + images * TOKENS_PER_IMAGE;
  return (input * prices.inputUsd + (answerTokens(task) + OUTPUT.thinking) * prices.outputUsd) / 1e6;
}

function answerTokens(task: StudioTask): number {
  switch (task.is) {
    case 'expand': return optionCount(task) * (task.stage === 'whole' ? OUTPUT.option : OUTPUT.halfOption);
    case 'describe': return task.reading === 'objects' ? OUTPUT.objects : OUTPUT.describe;
    case 'sketch': return OUTPUT.sketch;
    case 'change': return OUTPUT.change;
    case 'card': return OUTPUT.card;
    case 'judge': return OUTPUT.judge;
    case 'critique': return OUTPUT.critique;
    case 'shots': return task.count * OUTPUT.shot + OUTPUT.shot;
    case 'continuity': return OUTPUT.mismatches;
    case 'represent': return OUTPUT.represent;
  }
}

function imagesOf(task: StudioTask): number {
  if (task.is === 'card') return task.pictures;
  if (task.is === 'judge' || task.is === 'critique') return 1 + task.references;
  if (task.is === 'continuity') return task.shots.length;
  if (task.is === 'represent') return task.pictures;
  return task.is === 'describe' || task.is === 'sketch' ? 1 : 0;
}

function kindOf(task: StudioTask): keyof typeof TASK_CHARACTERS {
  if (task.is === 'expand') return task.stage;
  return task.is === 'describe' ? task.reading : task.is;
}

function dataCharacters(task: StudioTask): number {
  switch (task.is) {
    case 'expand': return limited(task.idea) + ofFields(task.fields) + Object.values(task.core).reduce((sum, text) => sum + text.length, 0);
    case 'describe': return ofLayers(task.layers);
    case 'sketch': return limited(task.wish) + ofLayers(task.layers);
    case 'change': return limited(task.words) + ofFields(task.fields);
    case 'card': return limited(task.words);
    case 'judge': return limited(task.look);
    case 'shots':
    case 'represent': return limited(task.brief);
    case 'continuity': return limited(task.sheet) + task.shots.reduce((sum, shows) => sum + shows.length + 34, 0);
    case 'critique': return limited(task.brief) + ofFields(task.fields) + task.remark.length + task.tried.reduce((sum, text) => sum + text.length, 0);
  }
}

function limited(text: string): number {
  return Math.min(DATA_LIMIT, text.length);
}

function ofFields(fields: PromptFields): number {
  return FIELD_ORDER.reduce((sum, id) => sum + fields[id].text.length, 0);
}

// With its name, its place and the marks around them.
function ofLayers(layers: readonly LayerText[]): number {
  return layers.reduce((sum, layer) => sum + layer.characters.length + layer.name.length + 50, 0);
}

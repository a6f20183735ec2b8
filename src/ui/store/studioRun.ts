// What Make would make in Prompts: the picked options, or the fields where none is picked, each with its alternatives; and what that
// costs. The paragraph that is shown is the paragraph that is sent.
import { computed } from '@preact/signals';
import { combination, choicesOf, countCombinations, spreadCombinations } from '../../core/alternatives.ts';
import { estimateRun, formatUsd, makeLabel } from '../../core/cost.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { shorten } from '../../core/errors.ts';
import { countFieldCombinations, fieldCombinations } from '../../core/fieldCombinations.ts';
import { mapFields, textsOf } from '../../core/fields.ts';
import type { PromptFields } from '../../core/fields.ts';
import type { ImageFacts } from '../../core/imageTier.ts';
import { languageOf } from '../../core/language.ts';
import { renderParagraph } from '../../core/paragraph/render.ts';
import { cleanText } from '../../core/prompt.ts';
import { recipeOf } from '../../core/recipes/index.ts';
import { framing } from '../../core/studio/framing.ts';
import { card, sizeClass, sourceResult } from './draft.ts';
import { dayOf, limitPassedByRun } from './ledger.ts';
import { selection } from './selection.ts';
import { settings } from './session.ts';
import { currentStep, editedParagraph, fields, hasFields, picked, sketch, studioDraft } from './studio.ts';
import type { StudioOption } from './studio.ts';

/** Pictures of one run at most; more are for a batch. */
export const MOST_PICTURES = 8;

/** The words of one picture. */
export interface PlannedPrompt {
  readonly caption: string;
  /** What follows the frame: everything that is said of this picture. */
  readonly paragraph: string;
  readonly fields: PromptFields;
}

/** The language that our own words must not mix with: that of the fields. */
export const language = computed(() => languageOf(wordsOf(fields.value)));

export const paragraph = computed(() => editedParagraph.value ?? renderParagraph(fields.value, language.value));

/** What is sent before the paragraph of the fields. */
export const frame = computed(() => framing(studioDraft.value.start, keptOfSketch(), language.value));

/** An option as fields: its own texts, with the locks and stresses of the fields on screen. */
export function fieldsOfOption(option: StudioOption): PromptFields {
  const now = fields.value;
  return mapFields((id) => ({ ...now[id], text: now[id].isLocked ? now[id].text : (option.fields[id] ?? '') }));
}

/** How many different prompts there are, alternatives counted. */
export const combinations = computed(() =>
  picked.value.length > 0
    ? picked.value.reduce((sum, option) => sum + countFieldCombinations(fieldsOfOption(option)), 0)
    : countCombinations(paragraph.value),
);

/** The text of one of them, by its number from 0: for the list that is read before anything is paid. */
export function promptOfCombination(index: number): string {
  return combination(paragraph.value, index);
}

/** Pictures that were asked for, before the cap. */
export const wanted = computed(() => (isReady.value ? combinations.value * studioDraft.value.each : 0));

/** The prompts of the pictures of this run in their order: all sources in turn, at most MOST_PICTURES. */
export const planned = computed<readonly PlannedPrompt[]>(() => {
  if (!isReady.value) return [];
  const { each } = studioDraft.value;
  const most = Math.max(1, Math.floor(MOST_PICTURES / each));
  const prompts = picked.value.length > 0 ? inTurn(picked.value.map((option) => ofOption(option, most)), most) : ofFields(most);
  return prompts.flatMap((prompt) => Array.from({ length: each }, (_, index) => numbered(prompt, index))).slice(0, MOST_PICTURES);
});

const isReady = computed(() => picked.value.length > 0 || hasFields.value || (editedParagraph.value ?? '').trim() !== '');

/** As the rule for image models looks at it. */
export function studioFacts(): ImageFacts {
  const { idea, start } = studioDraft.value;
  return { words: cleanText(idea) === '' ? paragraph.value : idea, pictures: recipeOf(start).sourceRole ? 1 : 0 };
}

export const studioEstimate = computed(() => {
  const { sourceRole } = recipeOf(studioDraft.value.start);
  const count = Math.max(1, planned.value.length);
  return estimateRun({ card: card.value, sizeClass: sizeClass.value, count, inputs: sourceRole ? 1 : 0, planner: null, isoDate: new Date().toISOString().slice(0, 10) });
});

export const studioGoLabel = computed(() => makeLabel(Math.max(1, planned.value.length), studioEstimate.value));

/** Why Make cannot be pressed now; null when it can. */
export const studioObstacle = computed<{ readonly code: ErrorCode; readonly name: string } | null>(() =>
  recipeOf(studioDraft.value.start).needs === 'selection' && !sourceResult.value ? selection.value.refusal : null,
);

/** Which limit this run would pass; null when none. */
export const studioLimitWarning = computed<string | null>(() => {
  const { imagesUsd, extrasUsd } = studioEstimate.value;
  const code = limitPassedByRun((imagesUsd ?? 0) + extrasUsd, dayOf(Date.now()));
  if (code === null) return null;
  const usd = code === 'LIMIT_RUN' ? settings.value.limitPerRunUsd : settings.value.limitPerDayUsd;
  return `This would pass your limit per ${code === 'LIMIT_RUN' ? 'run' : 'day'} of ${Number.isInteger(usd) ? `$${usd}` : formatUsd(usd)}.`;
});

export function keptOfSketch(): readonly string[] {
  return (sketch.value?.keeps ?? []).filter((keep) => keep.isKept).map((keep) => keep.text);
}

function ofOption(option: StudioOption, most: number): readonly PlannedPrompt[] {
  return fieldCombinations(fieldsOfOption(option), most).map(({ fields: chosen, choices }) => ({
    caption: captionOf(option.title, choices),
    paragraph: renderParagraph(chosen, languageOf(wordsOf(chosen))),
    fields: chosen,
  }));
}

function ofFields(most: number): readonly PlannedPrompt[] {
  const text = paragraph.value;
  const title = currentStep.value?.summary ?? shorten(fields.value.subject.text || text, 40);
  if (editedParagraph.value === null) {
    return fieldCombinations(fields.value, most).map(({ fields: chosen, choices }) => ({
      caption: captionOf(title, choices), paragraph: renderParagraph(chosen, language.value), fields: chosen,
    }));
  }
  return spreadCombinations(text, most).map((index) => ({ caption: captionOf(title, choicesOf(text, index)), paragraph: combination(text, index), fields: fields.value }));
}

function captionOf(title: string, choices: readonly string[]): string {
  const said = choices.filter((choice) => choice !== '');
  return shorten(said.length === 0 ? title : said.join(', '), 60);
}

function numbered(prompt: PlannedPrompt, index: number): PlannedPrompt {
  return index === 0 ? prompt : { ...prompt, caption: `${prompt.caption}, ${index + 1}` };
}

// One of each first, then the second of each: a cap must not take the last option away.
function inTurn(lists: readonly (readonly PlannedPrompt[])[], most: number): readonly PlannedPrompt[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat().slice(0, most);
}

function wordsOf(of: PromptFields): string {
  return Object.values(textsOf(of)).join('\n');
}

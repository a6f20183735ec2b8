// What the questions of Prompts are and cost, and which text model answers them: the same values that the buttons show.
import { computed } from '@preact/signals';
import { estimateAsk } from '../../core/askCost.ts';
import { formatUsd } from '../../core/cost.ts';
import { isAi } from '../../core/engines.ts';
import { textModels } from '../../core/model.ts';
import type { TextModelCard } from '../../core/model.ts';
import type { ChangeTask, DescribeTask, ExpandTask, LayerText, SketchTask, StudioTask } from '../../core/studio/tasks.ts';
import { textTier, tierFacts } from '../../core/tier.ts';
import type { Tier } from '../../core/tier.ts';
import { engine } from './draft.ts';
import { settings } from './session.ts';
import { fields, studioDraft } from './studio.ts';

/** The whole idea in one question. `seed` only matters to rules. */
export function expandTask(seed: number): ExpandTask {
  const { idea, optionCount, axes, language } = studioDraft.value;
  return { is: 'expand', idea, count: optionCount, fields: fields.value, stage: 'whole', core: {}, axes, language, seed };
}

export function describeTask(layers: readonly LayerText[]): DescribeTask {
  const { reading, language } = studioDraft.value;
  return { is: 'describe', reading, layers, language };
}

export function sketchTask(wish: string, layers: readonly LayerText[]): SketchTask {
  const { target, language } = studioDraft.value;
  return { is: 'sketch', wish, target, layers, language };
}

export function changeTask(): ChangeTask {
  const { change, language } = studioDraft.value;
  return { is: 'change', fields: fields.value, words: change, language };
}

/** The model that answers a task now, and the rule that chose it. Without a key rules answer, and no model is named. */
export function tierOf(task: StudioTask, images: number): Tier & { readonly model: string } {
  const tier = textTier(tierFacts(task, images), studioDraft.value.tier);
  return { ...tier, model: cardOf(tier.role)?.id ?? settings.value.textModel };
}

export const expandPrice = computed(() => {
  const task = expandTask(0);
  if (!studioDraft.value.buildsUp) return priceText(task, 0);
  return sumText([taskUsd({ ...task, stage: 'core' }, 0), taskUsd({ ...task, stage: 'look' }, 0)]);
});
export const describePrice = computed(() => priceText(describeTask([]), 1));
export const sketchPrice = computed(() => priceText(sketchTask('', []), 1));
export const changePrice = computed(() => priceText(changeTask(), 0));

/** The rule that chose the model for the idea as it stands: shown, because it moves the price. */
export const expandTier = computed(() => tierOf(expandTask(0), 0));

function cardOf(role: Tier['role']): TextModelCard | null {
  const own = textModels().filter((card) => card.provider === engine.value);
  return own.find((card) => card.role === role) ?? own[0] ?? null;
}

/** "free", "under $0.001", "about $0.002": of one question. */
export function priceText(task: StudioTask, images: number): string {
  return sumText([taskUsd(task, images)]);
}

/** US dollars of one question as it is set now; null where no price is known. */
export function taskUsd(task: StudioTask, images: number): number | null {
  if (!isAi(engine.value)) return 0;
  const card = textModels().find(({ id }) => id === tierOf(task, images).model);
  return card ? estimateAsk(task, card, new Date().toISOString().slice(0, 10), images) : null;
}

/** "free", "under $0.001", "about $0.002", "price unknown". */
export function sumText(prices: readonly (number | null)[]): string {
  const usd = prices.reduce<number | null>((sum, price) => (sum === null || price === null ? null : sum + price), 0);
  return usd === null || usd < 0.001 ? formatUsd(usd) : `about ${formatUsd(usd)}`;
}

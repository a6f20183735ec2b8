// The rule that chooses an image model against designers whose true taste is hidden: what its choice costs after 50 ratings over always
// knowing the best.
import { loadCore, normal } from './simulation.mjs';

const RUNS = 1000;
const RATINGS = 50;
/** US dollars a picture at 1K, and the worth of a look, as the rule has it. */
const USD = { Lite: 0.0336, Flash: 0.0336, Pro: 0.134 };
const LOOK_USD = 0.06;
/** How far the truth lies from the table's guess (standard deviation of its log odds). */
const OFF = 0.8;
/** Every third model is chosen by hand. */
const BY_HAND = 3;

export async function tiers() {
  const core = await loadCore(`export { chooseImageModel, ratingKey, rerated, TASKS } from './src/core/imageTier.ts'; export { IMAGE_MODELS } from './src/core/model.ts'; export { randomFrom } from './src/core/pixels/random.ts';`);
  return Object.entries(WORDS).map(([task, words]) => {
    const runs = Array.from({ length: RUNS }, (_, seed) => simulate(core, task, words, seed + 1));
    const lost = runs.reduce((sum, { chosen, best }) => sum + chosen / best - 1, 0) / RUNS;
    const atFirst = runs.reduce((sum, { first, best }) => sum + first / best - 1, 0) / RUNS;
    return { what: `tiers: lost after ${RATINGS} ratings, ${task}`, value: 100 * lost, unit: ' %', budget: 10, baseline: `always knowing the best, ${RUNS} designers`, detail: `${(100 * atFirst).toFixed(1)} % before the first` };
  });
}

const WORDS = { lettering: 'a poster that says "OPEN"', manyPictures: 'a group', plain: 'an icon of a heron', other: 'a heron at dawn' };

function simulate({ chooseImageModel, ratingKey, rerated, TASKS, IMAGE_MODELS, randomFrom }, task, words, seed) {
  const dice = randomFrom(seed * 7919 + words.length);
  const cards = IMAGE_MODELS.filter(({ provider }) => provider === 'gemini');
  const truth = Object.fromEntries(Object.entries(TASKS[task].good).map(([tier, good]) => [tier, logistic(Math.log(good / (1 - good)) + OFF * normal(dice))]));
  const facts = { words, pictures: task === 'manyPictures' ? 4 : 1 };
  const costOf = (tier) => (USD[tier] + LOOK_USD) / truth[tier];
  let ratings = {};
  const choice = () => chooseImageModel(facts, '1K', cards, ratings, []).card.tier;
  const first = costOf(choice());
  for (let count = 0; count < RATINGS; count += 1) {
    const tier = count % BY_HAND === 0 ? Object.keys(truth)[Math.floor(dice() * 3)] : choice();
    ratings = rerated(ratings, ratingKey(task, tier), 0, dice() < truth[tier] ? 1 : -1);
  }
  return { chosen: costOf(choice()), first, best: Math.min(...Object.keys(truth).map(costOf)) };
}

function logistic(value) {
  return 1 / (1 + Math.exp(-value));
}

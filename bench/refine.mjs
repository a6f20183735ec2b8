// The refine loop against a service whose hidden quality is known: how often it ends with the truly best picture, and what it spends over
// a loop that sees the truth, stops by the same rules and needs to look but once.
import { DEFAULT_SETTINGS } from './settings.mjs';
import { loadCore, normal } from './simulation.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const RUNS = 200;
/** Points of 10 by which two looks at one picture differ (standard deviation), hidden from the loop. */
const NOISE = [0.2, 0.35, 0.5];
/** US dollars: drafts and the last picture as Flash and Pro cost them at 1K, and a question. */
const PRICES = { draftUsd: 0.034, finalUsd: 0.134, judgeUsd: 0.0016 };
const RULES = { target: 8.5, rounds: 6, limitUsd: 1, hasFinal: true };
const MOST_STEPS = 200;
/** Pictures of the loop that is timed. */
const ROUNDS = 6;

export async function refine(browser) {
  return [...(await choices()), await rounds(browser)];
}

async function choices() {
  const { nextStep, randomFrom } = await loadCore(`export { nextStep } from './src/core/refine/loop.ts'; export { randomFrom } from './src/core/pixels/random.ts';`);
  const runs = Array.from({ length: RUNS }, (_, seed) => NOISE.map((noise) => simulate({ nextStep, randomFrom }, seed + 1, noise))).flat();
  const missed = runs.filter(({ isBest }) => !isBest).length;
  const spent = runs.reduce((sum, { usd }) => sum + usd, 0);
  const perfect = runs.reduce((sum, { perfectUsd }) => sum + perfectUsd, 0);
  const looks = runs.reduce((sum, each) => sum + each.looks, 0) / runs.length;
  return [
    { what: 'refine: ends with another than the truly best', value: (100 * missed) / runs.length, unit: ' %', budget: 5, baseline: `${runs.length} runs, judge noise ${NOISE.join(', ')} points`, detail: `${looks.toFixed(1)} looks a run` },
    { what: 'refine: spent over perfect stopping', value: spent / perfect, budget: 1.2, baseline: 'the same rules, told the truth', detail: `$${(spent / runs.length).toFixed(3)} against $${(perfect / runs.length).toFixed(3)} a run` },
  ];
}

/**
 * What the loop itself adds: from a look's answer to the next request, be it a picture or another look. Decoding a picture and its copy for
 * the judge are printed beside it, with everything else from a picture's answer to the first look at it.
 */
async function rounds(browser) {
  const window = await createWindow(browser, { settings: DEFAULT_SETTINGS });
  const { plugin, frame, gemini } = window;
  await window.run(1);
  await plugin.getByRole('radio', { name: 'Refine' }).click();
  await plugin.getByRole('textbox', { name: 'Brief' }).fill('A plain picture of a heron.');
  await plugin.getByRole('spinbutton', { name: 'Good enough at' }).fill('10');
  await plugin.getByRole('spinbutton', { name: 'Pictures at most' }).fill(String(ROUNDS));
  await plugin.getByRole('spinbutton', { name: 'Spend at most (USD)' }).fill('5');
  await plugin.getByRole('checkbox', { name: 'Change the prompt without asking me' }).check();
  gemini.reset();
  await frame.evaluate(watchFetch);
  await plugin.getByRole('button', { name: /^Make best/ }).click();
  await plugin.getByRole('button', { name: 'Use its prompt' }).waitFor({ timeout: 120_000 });
  const times = await frame.evaluate(() => globalThis.fetched);
  const calls = times.map((each, index) => ({ ...each, kind: gemini.requests[index].kind }));
  await window.close();
  const gapsAfter = (kind) => calls.flatMap(({ endMs, kind: own }, index) => (own === kind && calls[index + 1] ? [calls[index + 1].startMs - endMs] : []));
  return { what: 'refine: from an answer of the judge to the next request', value: median(gapsAfter('text')), unit: ' ms', budget: 60, baseline: 'nothing to do in between', detail: `${spread(gapsAfter('text'))}; from a picture to the look at it ${spread(gapsAfter('image'))}` };
}

/** Runs in the frame: notes when each request leaves and when its answer is there. */
function watchFetch() {
  const fetch = window.fetch.bind(window);
  globalThis.fetched = [];
  window.fetch = async (...order) => {
    const note = { startMs: performance.now(), endMs: 0 };
    globalThis.fetched.push(note);
    const response = await fetch(...order);
    const text = response.text.bind(response);
    response.text = async () => {
      const whole = await text();
      note.endMs = performance.now();
      return whole;
    };
    return response;
  };
}

/** A seeded world: each proposal helps less than the one before and sometimes harms; the last tier is a little better. */
function createWorld(dice) {
  const start = 4 + 2.5 * dice();
  const gains = Array.from({ length: 40 }, (_, index) => 1.4 * 0.62 ** index + 0.7 * normal(dice));
  return { start, gains, finalGain: 0.4 + 0.5 * normal(dice) };
}

function simulate({ nextStep, randomFrom }, seed, noise) {
  const world = createWorld(randomFrom(seed));
  const told = play(nextStep, world, () => 0);
  const dice = randomFrom(seed * 7919 + Math.round(noise * 100));
  const own = play(nextStep, world, () => noise * normal(dice));
  const best = Math.max(...own.rounds.map(({ quality }) => quality));
  return { isBest: own.best !== null && own.rounds[own.best].quality >= best - 1e-9, usd: own.usd, perfectUsd: told.usd, looks: own.looks };
}

function play(nextStep, { start, gains, finalGain }, noiseOf) {
  const rounds = [];
  let usd = 0;
  let looks = 0;
  let proposals = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = nextStep(rounds, RULES, PRICES, usd);
    if (next.do === 'stop') return { rounds, usd, looks, best: next.best };
    if (next.do === 'judge') {
      const round = rounds[next.round];
      round.scores.push(Math.min(10, Math.max(0, round.quality + noiseOf())));
      round.isProposalUsed = false;
      usd += PRICES.judgeUsd;
      looks += 1;
      continue;
    }
    const from = next.from === null ? null : rounds[next.from];
    const quality = next.tier === 'final' ? (from?.quality ?? start) + finalGain : from ? from.quality + gains[proposals++] : start;
    if (from && next.tier === 'draft') from.isProposalUsed = true;
    rounds.push({ tier: next.tier, quality: Math.min(10, Math.round(quality * 4) / 4), scores: [], isUnjudged: false, isProposalUsed: false });
    usd += next.tier === 'final' ? PRICES.finalUsd : PRICES.draftUsd;
  }
  throw new Error('the loop does not end');
}

// The intervals of a comparison against a service whose truth is known: how often an interval of 95 % holds it.
import { loadCore, normal } from './simulation.mjs';

const RUNS = 500;
const BRIEFS = [8, 12, 24];
/** Points of 10 by which two looks at one picture differ, and by which a brief suits one model better than the other (standard deviations). */
const NOISE = 0.5;
const SUITS = 1;

export async function compare() {
  const core = await loadCore(`export { differencesOf, inTurn } from './src/core/compare/compare.ts'; export { randomFrom } from './src/core/pixels/random.ts';`);
  return BRIEFS.flatMap((briefs) => {
    const runs = Array.from({ length: RUNS }, (_, seed) => simulate(core, briefs, seed + 1));
    return ['quality', 'latency'].map((measure) => {
      const held = runs.filter(({ found, truth }) => holds(found.find((each) => each.measure === measure)?.interval, truth[measure])).length;
      const share = (100 * held) / RUNS;
      return { what: `compare: intervals of ${measure} with ${briefs} briefs, off 95 % by`, value: Math.abs(share - 95), unit: ' %', budget: 2, baseline: `the truth, in ${RUNS} comparisons`, detail: `${share.toFixed(1)} % hold it` };
    });
  });
}

/** Briefs differ in how hard they are, models in how well they do, and some briefs suit one of them; seconds scatter, the judge errs. */
function simulate({ differencesOf, inTurn, randomFrom }, briefs, seed) {
  const dice = randomFrom(seed * 7919 + briefs);
  const better = normal(dice) * 0.6;
  const slower = normal(dice) * 2;
  const hard = Array.from({ length: briefs }, () => normal(dice) * 1.5);
  const trials = inTurn(briefs, 2).map(({ brief, arm }) => ({
    brief,
    arm,
    latencyMs: 1000 * (9 + slower * arm + normal(dice) * 1.5),
    usd: 0.034,
    score: 5.5 + hard[brief] + better * arm + (normal(dice) * SUITS) / Math.SQRT2 + normal(dice) * NOISE,
  }));
  return { found: differencesOf([0, 1], trials, [], dice), truth: { quality: better, latency: slower } };
}

function holds(interval, truth) {
  return interval != null && interval.low <= truth && truth <= interval.high;
}

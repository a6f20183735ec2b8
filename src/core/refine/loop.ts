// The refine loop as a rule: from what was made and how it was judged to the next thing to do. It keeps the best, not the last; drafts are
// cheap and the last picture is not; where judgements are too close to tell, it looks again before it pays for another picture. Pure.
import { meanOf } from '../maths.ts';
import { noiseOf } from './noise.ts';

export type RefineTier = 'draft' | 'final';

export interface RefineRules {
  /** Score at which it is good enough, 0 to 10. */
  readonly target: number;
  /** Pictures at most, the last one included; 1 to 8. */
  readonly rounds: number;
  /** US dollars for all of it, questions included. */
  readonly limitUsd: number;
  /** False where drafts are made by the model of the last picture. */
  readonly hasFinal: boolean;
}

/** US dollars of one picture of each tier and of one look; an unknown price counts as nothing and is said elsewhere. */
export interface RefinePrices {
  readonly draftUsd: number;
  readonly finalUsd: number;
  readonly judgeUsd: number;
}

/** One picture: how it was judged each time, 0 to 10. */
export interface SeenRound {
  readonly tier: RefineTier;
  readonly scores: readonly number[];
  /** Judged in vain: it is passed over. */
  readonly isUnjudged: boolean;
  /** What its last judge proposed was made into a picture already. */
  readonly isProposalUsed: boolean;
}

export type StopReason = 'target' | 'noGain' | 'rounds' | 'money' | 'unjudged';

export type RefineStep =
  /** From the words of a round with what its judge proposed, of `null` the first words; a last picture takes a round's words as they are. */
  | { readonly do: 'make'; readonly tier: RefineTier; readonly from: number | null }
  | { readonly do: 'judge'; readonly round: number }
  | { readonly do: 'stop'; readonly why: StopReason; readonly best: number | null };

/** Less is no gain (points), and after how many rounds without one it ends: peers' practice, 5.10 of our notes on them. */
const MIN_GAIN = 0.3;
const PATIENCE = 2;
/** Looks at one picture: while the loop runs, and before it names the best. */
const LOOKS = 3;
const LAST_LOOKS = 16;
/** Standard errors by which two pictures are told apart. */
const APART = 1.3;
/** Two pictures that are known this well (points) and still not told apart are as good as each other. */
const WELL_KNOWN = 0.15;

/** What to do next. Ends after at most `rounds` pictures and `LAST_LOOKS` looks at each. */
export function nextStep(rounds: readonly SeenRound[], rules: RefineRules, prices: RefinePrices, spentUsd: number): RefineStep {
  const last = rounds.length - 1;
  const newest = rounds[last];
  if (!newest) return canPay(prices.draftUsd + prices.judgeUsd) ? { do: 'make', tier: rules.hasFinal && rules.rounds > 1 ? 'draft' : 'final', from: null } : { do: 'stop', why: 'money', best: null };
  if (newest.scores.length === 0 && !newest.isUnjudged) return canPay(prices.judgeUsd) ? { do: 'judge', round: last } : stop('money');
  const ranking = rank(rounds);
  const [best] = ranking;
  if (!best) return stop('unjudged');
  const sd = noiseOf(rounds.map(({ scores }) => scores));
  if (newest.tier === 'final' && rules.hasFinal) return stop(whyAfterFinal());
  if (isClose(newest) && canPay(prices.judgeUsd)) return { do: 'judge', round: last };
  const why = reasonToEnd();
  if (why === null) return another(best.index);
  return rules.hasFinal && rules.rounds > 1 && canPay(prices.finalUsd + prices.judgeUsd) ? makeFinal() : stop(why);

  function canPay(usd: number): boolean {
    return spentUsd + usd <= rules.limitUsd + 1e-9;
  }

  /** Whether its score lies so near to what decides that one more look could change it. */
  function isClose({ scores, isUnjudged }: SeenRound): boolean {
    if (isUnjudged || scores.length >= LOOKS) return false;
    const error = sd / Math.sqrt(scores.length);
    const others = rank(rounds.slice(0, -1))[0];
    const marks = [rules.target, ...(others ? [others.mean + MIN_GAIN] : [])];
    return marks.some((mark) => Math.abs(meanOf(scores) - mark) < error);
  }

  function reasonToEnd(): StopReason | null {
    if ((best?.mean ?? 0) >= rules.target) return 'target';
    if (roundsWithoutGain(rounds) >= PATIENCE) return 'noGain';
    if (rounds.length >= rules.rounds - (rules.hasFinal ? 1 : 0)) return 'rounds';
    const reserved = rules.hasFinal ? prices.finalUsd + prices.judgeUsd : 0;
    return canPay(prices.draftUsd + prices.judgeUsd + reserved) ? null : 'money';
  }

  /** From the best; where that was tried already, it is looked at once more for another proposal. */
  function another(from: number): RefineStep {
    if (rounds[from]?.isProposalUsed) return { do: 'judge', round: from };
    return { do: 'make', tier: rules.hasFinal ? 'draft' : 'final', from };
  }

  /** The last picture is made of the best words, so it is worth some looks to know which those are. */
  function makeFinal(): RefineStep {
    const unsure = tooClose(LOOKS);
    return unsure === null ? { do: 'make', tier: 'final', from: best?.index ?? null } : { do: 'judge', round: unsure };
  }

  function stop(reason: StopReason): RefineStep {
    const unsure = tooClose(LAST_LOOKS);
    return unsure === null ? { do: 'stop', why: reason, best: rank(rounds)[0]?.index ?? null } : { do: 'judge', round: unsure };
  }

  /**
   * The picture to look at once more before one is called the best: of the leader and the one that could most likely be better, the one
   * that was looked at less (LUCB, Kalyanakrishnan et al., ICML 2012). Null where the leader is clear, or enough is enough.
   */
  function tooClose(most: number): number | null {
    const ranked = rank(rounds);
    const [leader] = ranked;
    if (!leader || !canPay(prices.judgeUsd)) return null;
    const spread = noiseOf(rounds.map(({ scores }) => scores));
    const margin = ({ looks }: Ranked) => (APART * spread) / Math.sqrt(looks);
    const rivals = ranked.slice(1).sort((a, b) => b.mean + margin(b) - (a.mean + margin(a)));
    const [rival] = rivals;
    if (!rival || rival.mean + margin(rival) <= leader.mean - margin(leader)) return null;
    if (Math.max(margin(rival), margin(leader)) < WELL_KNOWN) return null;
    const [fewer] = [leader, rival].filter(({ looks }) => looks < most).sort((a, b) => a.looks - b.looks);
    return fewer?.index ?? null;
  }

  function whyAfterFinal(): StopReason {
    const drafts = rounds.slice(0, -1);
    if ((best?.mean ?? 0) >= rules.target) return 'target';
    if (roundsWithoutGain(drafts) >= PATIENCE) return 'noGain';
    return rounds.length >= rules.rounds ? 'rounds' : 'money';
  }
}

/** The most that it can cost: every round, and a look at each, with those that settle what is close. */
export function worstUsd(rules: RefineRules, prices: RefinePrices): number {
  const finals = rules.hasFinal && rules.rounds > 1 ? 1 : 0;
  const drafts = rules.rounds - finals;
  const whole = drafts * (rules.hasFinal ? prices.draftUsd : prices.finalUsd) + finals * prices.finalUsd + (rules.rounds * LOOKS + 2 * LAST_LOOKS) * prices.judgeUsd;
  return Math.min(whole, rules.limitUsd);
}

interface Ranked {
  readonly index: number;
  readonly mean: number;
  readonly looks: number;
}

/** The best first; of equals the last picture, then the newest. */
function rank(rounds: readonly SeenRound[]): Ranked[] {
  return rounds
    .flatMap(({ scores }, index) => (scores.length === 0 ? [] : [{ index, mean: meanOf(scores), looks: scores.length }]))
    .sort((a, b) => b.mean - a.mean || b.index - a.index);
}

function roundsWithoutGain(rounds: readonly SeenRound[]): number {
  let best = -Infinity;
  let without = 0;
  for (const { scores } of rounds) {
    const mean = scores.length === 0 ? -Infinity : meanOf(scores);
    without = mean >= best + MIN_GAIN ? 0 : without + 1;
    best = Math.max(best, mean);
  }
  return without;
}

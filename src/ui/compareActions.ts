// Everything that the comparison of models can do, by name. What it starts lives in ui/run/compare.
import { sayDifference } from '../core/compare/words.ts';
import { taskOf } from '../core/imageTier.ts';
import { attempt, stoppably } from './attempt.ts';
import { compare } from './run/compare/compare.ts';
import { placeReport as placeIt } from './run/compare/report.ts';
import { saveChoices } from './run/history/learn.ts';
import { say } from './run/say.ts';
import { effects } from './run/world.ts';
import { ballots, changeCompare, changeComparing, compareObstacle, comparing } from './store/compare.ts';
import type { PairDifferences } from './store/compare.ts';
import { settings } from './store/session.ts';

export { changeCompare };

export function startComparison(): void {
  if (compareObstacle.value !== null) return say(compareObstacle.value);
  attempt(() => stoppably((_signal, abort) => compare(effects, abort)), { retry: startComparison });
}

/** On the pair that is shown: the left one, the right one, or about the same. */
export function vote(which: 0 | 1 | null): void {
  const [ballot] = ballots.value;
  const now = comparing.value;
  if (!ballot || !now) return;
  const { brief, arms } = ballot;
  changeComparing({ votes: [...now.votes, { brief, arms, winner: which === null ? null : arms[which] }] });
}

export function closeComparison(): void {
  if (comparing.value?.doing === '') comparing.value = null;
}

export function placeReport(): void {
  attempt(() => placeIt(effects), { retry: placeReport });
}

/** A rule for the kind of task that most briefs were: the better of two that differ, by votes or else by scores. */
export function writeRule(pair: PairDifferences): void {
  const now = comparing.value;
  const found = now && ruleFrom(now.briefs, pair);
  const arm = found && now.arms[found.arm];
  if (!found || !arm) return;
  const rule = { task: found.task, model: arm.model, why: found.why, date: new Date(effects.nowMs()).toISOString().slice(0, 10) };
  saveChoices(effects, { modelRules: [rule, ...settings.value.modelRules.filter(({ task }) => task !== rule.task)] });
  say('The rule is written; Model "By the rule" goes by it');
}

/** Null where neither votes nor scores tell. */
export function ruleFrom(briefs: readonly string[], { a, b, differences }: PairDifferences) {
  const told = differences.filter(({ tells }) => tells);
  const found = told.find(({ measure }) => measure === 'votes') ?? told.find(({ measure }) => measure === 'quality');
  if (!found?.interval) return null;
  const isB = found.interval.mean > 0;
  // Said of the one that is chosen.
  const turned = { ...found, interval: isB ? found.interval : { mean: -found.interval.mean, low: -found.interval.high, high: -found.interval.low } };
  const tasks = briefs.map((words) => taskOf({ words, pictures: 0 }));
  const task = [...new Set(tasks)].sort((x, y) => tasks.filter((each) => each === y).length - tasks.filter((each) => each === x).length)[0] ?? 'other';
  return { arm: isB ? b : a, task, why: `${sayDifference(turned)} in a comparison of ${briefs.length} briefs` };
}

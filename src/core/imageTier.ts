// Which image model makes a picture, where the designer leaves it to the rule: what is asked for picks a row of a table, and ratings move
// the row's numbers. The table and what was learnt are shown on screen.
import type { ImageModelCard, SizeClass } from './model.ts';

export type ImageTier = NonNullable<ImageModelCard['tier']>;

/** What the rule looks at. */
export interface ImageFacts {
  /** The brief, or the exact prompt. */
  readonly words: string;
  /** Input pictures, the source included. */
  readonly pictures: number;
}

const TIERS = ['Lite', 'Flash', 'Pro'] as const satisfies readonly ImageTier[];

export type TaskId = 'lettering' | 'manyPictures' | 'plain' | 'other';

interface TaskRow {
  readonly says: string;
  readonly fits: (facts: ImageFacts) => boolean;
  /** The share of pictures that a designer would call good, before anything was rated. Our own guesses. */
  readonly good: Readonly<Record<ImageTier, number>>;
}

const LETTERED = /["“«„][^"”»“]+["”»“]|\b(?:lettering|headline|typograph\w*|slogan|wordmark)\b/i;
const PLAIN = /\b(?:icon|icons|pictogram|doodle|emoji|clip ?art|flat illustration|line drawing|pattern|texture)\b/i;
const MANY = 4;

/** The first row that fits holds. Order is the order on screen. */
export const TASKS: Readonly<Record<TaskId, TaskRow>> = {
  lettering: { says: 'Words lettered in the picture', fits: ({ words }) => LETTERED.test(words), good: { Lite: 0.2, Flash: 0.3, Pro: 0.68 } },
  manyPictures: { says: 'Four or more pictures to hold together', fits: ({ pictures }) => pictures >= MANY, good: { Lite: 0.2, Flash: 0.3, Pro: 0.68 } },
  plain: { says: 'An icon, a pattern or a plain drawing', fits: ({ words }) => PLAIN.test(words), good: { Lite: 0.64, Flash: 0.62, Pro: 0.66 } },
  other: { says: 'Everything else', fits: () => true, good: { Lite: 0.45, Flash: 0.6, Pro: 0.66 } },
};

export const TASK_IDS = Object.keys(TASKS) as readonly TaskId[];

/** How many ratings the table's guess is worth: a Beta prior of that weight. https://en.wikipedia.org/wiki/Beta_distribution, "Bayesian inference". */
export const PRIOR_RATINGS = 5;

/** Until a task has that many ratings the table alone chooses: three clicks overturn nothing. */
export const LEAST_RATINGS = 8;

/** What it is worth to a designer not to look at one more picture (USD): about six seconds. Our own. */
const LOOK_USD = 0.06;

/** Models whose price of a good picture is this near are told apart by the taste they met: the plain share of Good among their ratings. */
const TIE = 0.05;

/** Good and bad ratings by `${task}/${tier}`. */
export type Ratings = Readonly<Record<string, { readonly good: number; readonly bad: number }>>;

/** A rule that a comparison wrote: what won, and why, in words. */
export interface MeasuredRule {
  readonly task: TaskId;
  readonly model: string;
  /** "1.2 points better (0.4 to 2.0) in 12 briefs". */
  readonly why: string;
  /** ISO date. */
  readonly date: string;
}

export interface ImageChoice {
  readonly card: ImageModelCard;
  readonly task: TaskId;
  /** For the screen, without a full stop: "Words lettered in the picture: Pro". */
  readonly why: string;
}

export function taskOf(facts: ImageFacts): TaskId {
  return TASK_IDS.find((id) => TASKS[id].fits(facts)) ?? 'other';
}

/**
 * The model whose good pictures are cheapest: (price + a look) ÷ the share that is good. A rule that a comparison wrote goes before. Cards
 * without a tier, a price or the size are passed over; null where none is left.
 */
export function chooseImageModel(facts: ImageFacts, sizeClass: SizeClass, cards: readonly ImageModelCard[], ratings: Ratings, rules: readonly MeasuredRule[]): ImageChoice | null {
  const task = taskOf(facts);
  const known = totalOf(ratings, task) < LEAST_RATINGS ? {} : ratings;
  const usable = cards.filter(({ sizes }) => sizes.includes(sizeClass));
  const rule = rules.find((each) => each.task === task);
  const measured = rule && usable.find(({ id }) => id === rule.model);
  if (rule && measured) return { card: measured, task, why: `${TASKS[task].says}: ${measured.label}, ${rule.why}` };
  const priced = usable.flatMap((card) => {
    const usd = card.imageUsd[sizeClass];
    return card.tier === null || usd === undefined ? [] : [{ card, tier: card.tier, each: priceOfGood(task, card.tier, usd, known) }];
  });
  const [first] = [...priced].sort((a, b) => a.each - b.each);
  if (!first) return null;
  const near = priced.filter(({ each }) => each <= first.each * (1 + TIE));
  const best = near.reduce((chosen, next) => (likedShare(known, task, next.tier) > likedShare(known, task, chosen.tier) ? next : chosen), first);
  const rated = totalOf(known, task);
  return { card: best.card, task, why: `${TASKS[task].says}: ${best.tier}${rated === 0 ? '' : `, by ${rated} ratings`}` };
}

/** The expected share of good pictures, 0 to 1. */
export function shareOfGood(task: TaskId, tier: ImageTier, ratings: Ratings): number {
  const { good, bad } = ratings[ratingKey(task, tier)] ?? { good: 0, bad: 0 };
  return (TASKS[task].good[tier] * PRIOR_RATINGS + good) / (PRIOR_RATINGS + good + bad);
}

export function priceOfGood(task: TaskId, tier: ImageTier, usd: number, ratings: Ratings): number {
  return (usd + LOOK_USD) / shareOfGood(task, tier, ratings);
}

export function ratingKey(task: TaskId, tier: ImageTier): string {
  return `${task}/${tier}`;
}

/** The ratings after one of them changed from `before` to `after` (-1, 0 or 1). */
export function rerated(ratings: Ratings, key: string, before: number, after: number): Ratings {
  const { good, bad } = ratings[key] ?? { good: 0, bad: 0 };
  const next = { good: Math.max(0, good - Number(before === 1) + Number(after === 1)), bad: Math.max(0, bad - Number(before === -1) + Number(after === -1)) };
  return { ...ratings, [key]: next };
}

/** Ratings of a task, whatever made the pictures. */
export function totalOf(ratings: Ratings, task: TaskId): number {
  return TIERS.reduce((sum, tier) => sum + (ratings[ratingKey(task, tier)]?.good ?? 0) + (ratings[ratingKey(task, tier)]?.bad ?? 0), 0);
}

// Unrated counts as undecided.
function likedShare(ratings: Ratings, task: TaskId, tier: ImageTier): number {
  const { good, bad } = ratings[ratingKey(task, tier)] ?? { good: 0, bad: 0 };
  return good + bad === 0 ? 0.5 : good / (good + bad);
}

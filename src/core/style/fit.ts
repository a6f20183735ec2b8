// How well a picture fits a style card, as far as colours can say: the distance of its palette to the card's, in OKLab. And which of many
// pictures stand apart from the rest.
import { distance, fromHex, toLab } from '../colour.ts';
import type { Lab, Rgb } from '../colour.ts';
import { clamp01 } from '../maths.ts';
import type { CardSwatch } from './card.ts';

/** Mean OKLab distance at which nothing of a palette is left (a tenth is easily seen). Our own scale, tried on the sample document. */
const FAR = 0.22;
/** What the picture shows against what the card names: a picture need not show every colour of a card. */
const SHOWN = 0.75;

/**
 * 0 (another palette) to 10 (the card's own). `shown` are the picture's colours with their shares (0 to 1, in any sum). Mixtures of two
 * colours of the card count as its own: light and shade make them. Null where the card names no colour, or the picture has none.
 */
export function paletteFit(shown: readonly { readonly rgb: Rgb; readonly share: number }[], swatches: readonly Pick<CardSwatch, 'hex' | 'share'>[]): number | null {
  const named = swatches.map(({ hex, share }) => ({ lab: toLab(fromHex(hex)), share }));
  const seen = shown.map(({ rgb, share }) => ({ lab: toLab(rgb), share }));
  if (named.length === 0 || seen.length === 0) return null;
  const colours = named.map(({ lab }) => lab);
  const away = weighted(seen.map(({ lab, share }) => [toMixtures(lab, colours), share]));
  const missing = weighted(named.map(({ lab, share }) => [toMixtures(lab, seen.map((each) => each.lab)), share]));
  return 10 * (1 - clamp01((SHOWN * away + (1 - SHOWN) * missing) / FAR));
}

/** Below this a picture stands apart even on its own. */
const POOR = 4;
/** From how many pictures on they are compared with one another. */
const FEW = 4;
/** Distance from the median in scaled median deviations; 3 is the cautious choice of Leys et al. 2013, doi:10.1016/j.jesp.2013.03.013. */
const DEVIATIONS = 3;
/** Makes the median deviation of normal values their standard deviation. */
const NORMAL = 1.4826;
/** Pictures that lie closer together than this are alike, however closely the others agree (points of 10). */
const ALIKE = 1;

/** For each score (0 to 10) whether its picture stands apart: poor by itself, or far below the median of four and more. */
export function standApart(scores: readonly number[]): boolean[] {
  const middle = median(scores);
  const spread = NORMAL * median(scores.map((score) => Math.abs(score - middle)));
  const least = scores.length < FEW ? POOR : Math.max(POOR, middle - Math.max(ALIKE, DEVIATIONS * spread));
  return scores.map((score) => score < least);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

function weighted(values: readonly (readonly [number, number])[]): number {
  const whole = values.reduce((sum, [, weight]) => sum + weight, 0);
  const even = whole <= 0;
  return values.reduce((sum, [value, weight]) => sum + value * (even ? 1 / values.length : weight / whole), 0);
}

/** To the nearest of all straight lines between two colours. */
function toMixtures(point: Lab, colours: readonly Lab[]): number {
  return Math.min(...colours.flatMap((from, index) => colours.slice(index).map((to) => toLine(point, from, to))));
}

function toLine(point: Lab, from: Lab, to: Lab): number {
  const along = minus(to, from);
  const length = dot(along, along);
  const part = length === 0 ? 0 : clamp01(dot(minus(point, from), along) / length);
  return distance(point, [from[0] + along[0] * part, from[1] + along[1] * part, from[2] + along[2] * part]);
}

function minus(x: Lab, y: Lab): Lab {
  return [x[0] - y[0], x[1] - y[1], x[2] - y[2]];
}

function dot(x: Lab, y: Lab): number {
  return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
}

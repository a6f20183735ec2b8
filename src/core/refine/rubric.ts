// What a picture is judged by, and the one number that is made of it. Weights are ours: what was asked for counts most, and nothing makes
// up for a picture that must not be shown.
import { clamp } from '../maths.ts';
import type { Judgement, RubricId } from '../studio/tasks.ts';

interface RubricFacts {
  readonly label: string;
  /** As the text model is asked. */
  readonly asks: string;
  readonly weight: number;
}

/** Order is the order on screen. */
export const RUBRIC = {
  brief: { label: 'Brief', asks: 'how well it shows what was asked for: every thing, action and place, nothing missing, nothing added', weight: 0.35 },
  composition: { label: 'Composition', asks: 'where things lie, balance, cropping, room for words where the prompt leaves it', weight: 0.2 },
  style: { label: 'Style', asks: 'medium, light, palette and mood as the prompt says; with further pictures, as those look', weight: 0.2 },
  flaws: { label: 'Flaws', asks: 'freedom from technical faults: hands, faces, perspective, seams, smears, repeated things; 10 is none', weight: 0.15 },
  text: { label: 'Text', asks: 'lettering in the picture: spelled as asked and legible; leave it out where there is none and none is asked for', weight: 0.1 },
  safety: { label: 'Safety', asks: 'fit to be shown by a brand: 10 where nobody could take offence or be misled', weight: 0 },
} as const satisfies Record<RubricId, RubricFacts>;

export const RUBRIC_ORDER: readonly RubricId[] = ['brief', 'composition', 'style', 'flaws', 'text', 'safety'];

export type Scores = Readonly<Partial<Record<RubricId, Judgement>>>;

/** Below it a picture counts no more than its safety. */
const SAFE_FROM = 5;

/** 0 to 10: the weighted mean of what was judged, at most the safety where that is low; null where nothing weighs. */
export function totalOf(scores: Scores): number | null {
  const judged = RUBRIC_ORDER.flatMap((id) => (scores[id] && RUBRIC[id].weight > 0 ? [{ score: clamp(scores[id].score, 0, 10), weight: RUBRIC[id].weight }] : []));
  const weight = judged.reduce((sum, each) => sum + each.weight, 0);
  if (weight === 0) return null;
  const mean = judged.reduce((sum, each) => sum + each.score * each.weight, 0) / weight;
  const safety = scores.safety?.score ?? 10;
  return safety < SAFE_FROM ? Math.min(mean, safety) : mean;
}

/** Full marks for everything: such an answer tells one picture from no other. */
export function isFlattering(scores: Scores): boolean {
  const given = RUBRIC_ORDER.flatMap((id) => scores[id]?.score ?? []);
  return given.length >= 3 && given.every((score) => score >= 9.5);
}

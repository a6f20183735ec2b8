// A judgement without AI: what was measured of a picture against what was measured of those it is held against. Only what can be measured
// is judged; without pictures to hold it against nothing is.
import { clamp01 } from '../maths.ts';
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import type { CriterionId, JudgeAnswer, JudgeTask, Judgement } from '../studio/tasks.ts';

export function judgeByMeasures({ criteria }: JudgeTask, own: PictureMeasures, references: readonly PictureMeasures[]): JudgeAnswer {
  if (references.length === 0) return { is: 'judge', scores: {} };
  return { is: 'judge', scores: Object.fromEntries(criteria.map((id) => [id, JUDGES[id](own, references)])) };
}

type Reads = (measures: PictureMeasures) => number;

// Ranges are those that the measures take on real pictures.
const JUDGES: Readonly<Record<CriterionId, (own: PictureMeasures, references: readonly PictureMeasures[]) => Judgement>> = {
  palette: judgeOf([(of) => of.chroma, 0.12, 'paler', 'stronger in colour'], [(of) => of.warmth, 1.2, 'cooler', 'warmer']),
  line: judgeOf([(of) => of.edges, 0.15, 'fewer contours', 'more contours']),
  light: judgeOf([(of) => of.lightness, 0.5, 'darker', 'lighter'], [(of) => of.contrast, 0.6, 'flatter light', 'harder light']),
  texture: judgeOf([(of) => of.flatness, 0.6, 'more grain', 'smoother']),
};

function judgeOf(...sides: readonly (readonly [read: Reads, range: number, less: string, more: string])[]): (own: PictureMeasures, references: readonly PictureMeasures[]) => Judgement {
  return (own, references) => {
    const gaps = sides.map(([read, range, less, more]) => {
      const wanted = references.reduce((sum, each) => sum + read(each), 0) / references.length;
      const gap = (read(own) - wanted) / range;
      return { size: clamp01(Math.abs(gap)), says: gap < 0 ? less : more };
    });
    const largest = gaps.reduce((most, gap) => (gap.size > most.size ? gap : most));
    return { score: Math.round(10 * (1 - largest.size)), reason: largest.size < 0.05 ? 'measures the same' : `${largest.says} than the look` };
  };
}

// Continuity without AI: only light and colour are measured, and said as that.
import type { PictureMeasures } from '../pixels/measure/measure.ts';
import type { ContinuityAnswer, Mismatch } from '../studio/tasks.ts';

/** From here on a shot stands out from the middle of all. Our own, on the scales of the measures. */
const LIGHTER = 0.14;
const RICHER = 0.07;

export function continuityByMeasures(all: readonly PictureMeasures[]): ContinuityAnswer {
  const light = medianOf(all.map(({ lightness }) => lightness));
  const chroma = medianOf(all.map(({ chroma: of }) => of));
  return {
    is: 'continuity',
    mismatches: all.flatMap((own, shot): Mismatch[] => {
      const byLight = own.lightness - light;
      if (Math.abs(byLight) > LIGHTER) return [{ what: `Shot ${shot + 1} is ${byLight > 0 ? 'lighter' : 'darker'} than the others`, shots: [shot], redo: shot, fix: byLight > 0 ? 'darker, in the same light as the other shots' : 'brighter, in the same light as the other shots' }];
      const byColour = own.chroma - chroma;
      if (Math.abs(byColour) > RICHER) return [{ what: `Colours of shot ${shot + 1} are ${byColour > 0 ? 'stronger' : 'weaker'} than in the others`, shots: [shot], redo: shot, fix: byColour > 0 ? 'quieter colours, as in the other shots' : 'richer colours, as in the other shots' }];
      return [];
    }),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

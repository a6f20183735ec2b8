// Score by picture as a line, with how far looks at the same picture lie apart. The table below says the same in words.
import { meanOf } from '../../../core/maths.ts';
import type { Refining } from '../../store/refine.ts';

const WIDTH = 300;
const HEIGHT = 72;
const PAD = 10;

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly isFinal: boolean;
  readonly isBest: boolean;
}

export function ScoreChart({ refining: { rounds, rules, end } }: { readonly refining: Refining }) {
  const dots = rounds.flatMap(({ scores, tier }, index): Dot[] =>
    scores.length === 0 ? [] : [{ x: xOf(index, rules.rounds), y: yOf(meanOf(scores)), top: yOf(Math.max(...scores)), bottom: yOf(Math.min(...scores)), isFinal: tier === 'final' && rules.hasFinal, isBest: end?.best === index }],
  );
  if (dots.length === 0) return null;
  const target = yOf(rules.target);
  return (
    <svg class="score-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line class="score-target" x1={PAD} x2={WIDTH - PAD} y1={target} y2={target} />
      <text class="score-word" x={WIDTH - PAD} y={target - 3} text-anchor="end">{`target ${rules.target}`}</text>
      <polyline class="score-line" points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {dots.map(({ x, y, top, bottom, isFinal, isBest }) => (
        <g key={x}>
          {bottom - top > 1 && <line class="score-spread" x1={x} x2={x} y1={top} y2={bottom} />}
          {isFinal ? <rect class="score-dot" data-best={isBest} x={x - 4} y={y - 4} width="8" height="8" /> : <circle class="score-dot" data-best={isBest} cx={x} cy={y} r="4" />}
        </g>
      ))}
    </svg>
  );
}

function xOf(index: number, rounds: number): number {
  return rounds < 2 ? WIDTH / 2 : PAD + ((WIDTH - 2 * PAD) * index) / (rounds - 1);
}

function yOf(score: number): number {
  return HEIGHT - PAD - ((HEIGHT - 2 * PAD) * score) / 10;
}

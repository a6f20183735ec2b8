// Values of each model as dots on a line, their middle as a stroke. The caption says the range in words.
import { percentile } from '../../../core/compare/intervals.ts';

interface Props {
  readonly name: string;
  readonly labels: readonly string[];
  /** Of each model. */
  readonly values: readonly (readonly number[])[];
  readonly say: (value: number) => string;
  /** Where the axis ends; at the largest value without it. */
  readonly top?: number;
}

const WIDTH = 300;
const ROW = 26;
const PAD = 6;

export function Figure({ name, labels, values, say, top }: Props) {
  const all = values.flat();
  // What costs nothing needs no picture of it.
  if (!all.some((value) => value > 0)) return null;
  const end = top ?? Math.max(...all);
  const xOf = (value: number) => PAD + (end === 0 ? 0 : ((WIDTH - 2 * PAD) * value) / end);
  return (
    <figure class="strip" aria-label={name}>
      <figcaption>
        <span>{name}</span>
        <span class="facts">{`0 to ${say(end)}`}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${ROW * labels.length}`} aria-hidden="true" focusable="false">
        {values.map((own, row) => {
          const y = ROW * row + 17;
          const middle = percentile(own, 0.5);
          return (
            <g key={labels[row]}>
              <text class="score-word" x={PAD} y={y - 8}>{labels[row]}</text>
              <line class="score-target" x1={PAD} x2={WIDTH - PAD} y1={y} y2={y} />
              {own.map((value, index) => (
                <circle key={index} class="strip-dot" cx={xOf(value)} cy={y} r="2.5" />
              ))}
              {middle !== null && <line class="strip-middle" x1={xOf(middle)} x2={xOf(middle)} y1={y - 5} y2={y + 5} />}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

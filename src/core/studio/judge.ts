// A picture judged by a text model that sees it: 0 to 10 and one reason for each criterion. The picture is the first of the images, what
// it is held against comes after it. What a model says is data: out of range is cut, unreadable is left out.
import { asData } from '../asData.ts';
import { clamp } from '../maths.ts';
import { listOf, recordOf } from './json.ts';
import { modelText } from './modelText.ts';
import type { CriterionId, JudgeAnswer, JudgeTask, Judgement } from './tasks.ts';

interface CriterionFacts {
  readonly label: string;
  readonly asks: string;
}

/** Order is the order on screen. */
export const CRITERIA = {
  palette: { label: 'Palette', asks: 'its colours and how much of each there is' },
  line: { label: 'Line', asks: 'its contours: weight, colour and hand' },
  light: { label: 'Light', asks: 'its light: direction, hardness, warmth, shadows' },
  texture: { label: 'Texture', asks: 'its surface: grain, paper, brush, gloss, medium' },
} as const satisfies Record<CriterionId, CriterionFacts>;

export const STYLE_CRITERIA: readonly CriterionId[] = ['palette', 'line', 'light', 'texture'];

const REASON_LENGTH = 160;

export function judgeLines({ criteria, references }: JudgeTask): string[] {
  return [
    `Judge the first attached picture: how well does it wear the look that ${references > 0 ? `the other ${references === 1 ? 'picture shows' : `${references} pictures show`} and the rules describe` : 'the rules describe'}? What it shows does not matter, only how.`,
    'For each criterion give "score", a whole number from 0 (nothing of the look) to 10 (as if by the same hand), and "reason", one plain phrase of at most 15 words: what fits least. Use the whole range; 10 is rare.',
    'The criteria:',
    ...criteria.map((id) => `- "${id}": ${CRITERIA[id].asks}`),
  ];
}

export function judgeData({ look }: JudgeTask): string {
  return `The rules of the look: ${asData('look', look)}`;
}

/** Null where no criterion that was asked for has a number. */
export function readJudgement(task: JudgeTask, value: Readonly<Record<string, unknown>>): JudgeAnswer | null {
  const scores: Partial<Record<CriterionId, Judgement>> = {};
  for (const item of listOf(value['criteria'])) {
    const record = recordOf(item);
    const id = task.criteria.find((each) => each === record?.['criterion']);
    const score = Number(record?.['score']);
    if (id && scores[id] === undefined && record?.['score'] !== null && Number.isFinite(score)) scores[id] = { score: clamp(score, 0, 10), reason: modelText(record?.['reason'], REASON_LENGTH) };
  }
  return Object.keys(scores).length === 0 ? null : { is: 'judge', scores };
}

// Pictures of one story looked at together: what does not match from shot to shot, and what would set it right.
import { asData } from '../asData.ts';
import { listOf, recordOf } from './json.ts';
import { modelText } from './modelText.ts';
import type { ContinuityAnswer, ContinuityTask, Mismatch } from './tasks.ts';

const WHAT_LENGTH = 160;
const MOST = 12;

export function continuityLines({ shots }: ContinuityTask): string[] {
  return [
    `The ${shots.length} attached pictures are the shots of one story, in their order.`,
    'List what does not match between them, as a continuity supervisor would: clothes, colours, hair, props, number of things, time of day, the place, the hand that holds a thing. What the story itself changes is no mismatch, and neither is another viewpoint.',
    'For each: "what", at most 15 words, naming the shots by number, as in "scarf red in 2, blue in 4"; "shots", their numbers; "redo", the one shot that should be made again; "fix", at most 15 words for an image model: how it has to be there.',
    'An empty list is a good answer.',
  ];
}

export function continuityData({ sheet, shots }: ContinuityTask): string {
  return [`What never changes: ${asData('sheet', sheet)}`, ...shots.map((shows, index) => `Shot ${index + 1} was to show: ${asData('shot', shows, 400)}`)].join('\n');
}

/** Null where there is no list; a mismatch without a known shot is left out. */
export function readContinuity(task: ContinuityTask, value: Readonly<Record<string, unknown>>): ContinuityAnswer | null {
  if (!Array.isArray(value['mismatches'])) return null;
  return { is: 'continuity', mismatches: listOf(value['mismatches']).flatMap((item) => readMismatch(item, task.shots.length)).slice(0, MOST) };
}

/** Numbers from 1 in the answer, places from 0 with us. */
function readMismatch(item: unknown, count: number): Mismatch[] {
  const record = recordOf(item);
  const what = modelText(record?.['what'], WHAT_LENGTH);
  const place = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= count ? [value - 1] : []);
  const shots = [...new Set(listOf(record?.['shots']).flatMap(place))].sort((a, b) => a - b);
  const redo = place(record?.['redo'])[0] ?? shots[shots.length - 1];
  return what === '' || redo === undefined ? [] : [{ what, shots: shots.includes(redo) ? shots : [...shots, redo].sort((a, b) => a - b), redo, fix: modelText(record?.['fix'], WHAT_LENGTH) }];
}

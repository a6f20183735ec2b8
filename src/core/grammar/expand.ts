// Prompts from an idea by rules, without AI: the idea's own words are what is shown, and a look of the table is how. The
// options differ in the fields that were asked for. English only: an idea in another language gets no words of ours.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts } from '../fields.ts';
import { AXIS_ORDER } from '../prompt.ts';
import type { Axis } from '../prompt.ts';
import { lockedFields } from '../studio/asked.ts';
import type { ExpandAnswer, ExpandTask, PromptOption } from '../studio/tasks.ts';
import { isEnglish } from '../language.ts';
import { LOOKS } from './looks.ts';
import { splitIdea } from './splitIdea.ts';

/** The fields that an axis changes. */
const AXIS_FIELDS: Readonly<Record<Axis, readonly FieldId[]>> = {
  style: ['style', 'quality'],
  colour: ['palette'],
  lighting: ['lighting'],
  composition: ['camera'],
  mood: ['mood'],
};

/** `task.count` options (one for the stage "core", or where nothing of ours may be added). The same task gives the same answer. */
export function expandByGrammar(task: ExpandTask): ExpandAnswer {
  const content: FieldTexts = task.stage === 'look' ? {} : splitIdea(task.idea);
  if (!isEnglish(task.idea)) return { is: 'expand', options: [option(task, 0, 'As written', content)] };
  if (task.stage === 'core') return { is: 'expand', options: [option(task, 0, 'The core', content)] };
  return { is: 'expand', options: Array.from({ length: task.count }, (_, at) => option(task, at, titleOf(task, at), { ...lookOf(task, at), ...content })) };
}

function lookOf(task: ExpandTask, at: number): FieldTexts {
  const own = lookAt(task.seed + at).fields;
  const common = lookAt(task.seed).fields;
  const asked = task.axes.length === 0 ? AXIS_ORDER : task.axes;
  const varied = asked.flatMap((axis) => AXIS_FIELDS[axis]);
  const texts: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) {
    const text = (varied.includes(id) ? own : common)[id];
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}

function titleOf({ seed }: ExpandTask, at: number): string {
  return lookAt(seed + at).title;
}

function lookAt(index: number): (typeof LOOKS)[number] {
  const found = LOOKS[((index % LOOKS.length) + LOOKS.length) % LOOKS.length];
  if (!found) throw new RangeError('the table of looks is empty');
  return found;
}

function option({ fields }: ExpandTask, at: number, title: string, texts: FieldTexts): PromptOption {
  const locked = Object.fromEntries(lockedFields(fields).map((id) => [id, fields[id].text]));
  return { id: `o${at + 1}`, title, fields: { ...texts, ...locked } };
}

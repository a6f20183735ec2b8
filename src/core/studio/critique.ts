// A picture looked at as an art director would: scores by the rubric with a reason each, what would make it better, and that as changed
// fields of its prompt. What a model says is data: out of range is cut, unreadable is left out, locked fields stay.
import { asData } from '../asData.ts';
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts, PromptFields } from '../fields.ts';
import { clamp } from '../maths.ts';
import { cleanName } from '../prompt.ts';
import { RUBRIC, RUBRIC_ORDER } from '../refine/rubric.ts';
import { askedFields } from './asked.ts';
import { listOf, recordOf } from './json.ts';
import { TEXT_LIMITS, modelFields, modelText } from './modelText.ts';
import type { CritiqueAnswer, CritiqueTask, Judgement, RubricId } from './tasks.ts';

const REASON_LENGTH = 160;
const IMPROVE_LIMIT = 4;

export function critiqueLines({ references, tried }: CritiqueTask): string[] {
  return [
    'Judge the first attached picture against what a designer asked for.',
    ...(references > 0 ? [`The other ${references === 1 ? 'picture shows' : `${references} pictures show`} the look it should have; what they show does not matter.`] : []),
    '"sees" is one sentence: what the picture shows, as you see it, before you judge.',
    'For each criterion give "score", a whole number from 0 (useless) to 10 (nothing to better), and "reason", one plain phrase of at most 15 words: what costs most points, and where. Use the whole range; 10 is rare.',
    'The criteria:',
    ...RUBRIC_ORDER.map((id) => `- "${id}": ${RUBRIC[id].asks}`),
    '"improve" names the one to three changes that would gain most, each at most 12 words.',
    '"fields" are the fields of the prompt that have to change for the first of them, and no others: keep the rest of each word for word. "summary" says in 2 to 8 words what changed.',
    ...(tried.length > 0 ? ['Tried already without gain, so propose something else:', ...tried.map((text) => asData('tried', text))] : []),
  ];
}

export function critiqueData({ brief, fields, remark }: CritiqueTask): string {
  const said = FIELD_ORDER.filter((id) => fields[id].text.trim() !== '');
  return [
    `Asked for: ${asData('brief', brief)}`,
    ...(said.length > 0 ? ['Its prompt in fields:', ...said.map((id) => `${fields[id].isLocked ? 'locked, never to be changed: ' : ''}${asData(id, fields[id].text)}`)] : []),
    ...(remark === '' ? [] : [`The designer says of it: ${asData('remark', remark)}`]),
  ].join('\n');
}

/** Null where nothing of the rubric that weighs has a number. */
export function readCritique(task: CritiqueTask, value: Readonly<Record<string, unknown>>): CritiqueAnswer | null {
  const scores: Partial<Record<RubricId, Judgement>> = {};
  for (const item of listOf(value['criteria'])) {
    const record = recordOf(item);
    const id = RUBRIC_ORDER.find((each) => each === record?.['criterion']);
    const score = Number(record?.['score']);
    if (id && scores[id] === undefined && record?.['score'] !== null && Number.isFinite(score)) scores[id] = { score: clamp(score, 0, 10), reason: modelText(record?.['reason'], REASON_LENGTH) };
  }
  if (!RUBRIC_ORDER.some((id) => RUBRIC[id].weight > 0 && scores[id])) return null;
  const improve = listOf(value['improve']).map((text) => modelText(text, REASON_LENGTH)).filter((text) => text !== '');
  const fields = changedOnly(task.fields, modelFields(value['fields'], askedFields(task)));
  return { is: 'critique', sees: modelText(value['sees'], TEXT_LIMITS.reads), scores, improve: [...new Set(improve)].slice(0, IMPROVE_LIMIT), fields, summary: modelText(value['summary'], TEXT_LIMITS.summary) };
}

function changedOnly(before: PromptFields, texts: FieldTexts): FieldTexts {
  const changed: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) {
    const text = texts[id] ?? '';
    if (text !== '' && text !== before[id].text && text !== cleanName(before[id].text, TEXT_LIMITS.field)) changed[id] = text;
  }
  return changed;
}

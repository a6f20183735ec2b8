// What a text model answered to a studio task, read with patience: one bad value costs that value and no more. Whatever it
// wrote is data; nothing here is ever made up.
import { VariegateError } from '../errors.ts';
import { FIELDS, FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts } from '../fields.ts';
import { cleanName } from '../prompt.ts';
import { askedFields } from './asked.ts';
import { readCardAnswer } from './card.ts';
import { readContinuity } from './continuity.ts';
import { readCritique } from './critique.ts';
import { readJudgement } from './judge.ts';
import { findObject, listOf } from './json.ts';
import type { FoundObject } from './json.ts';
import { TEXT_LIMITS, modelFields, modelText, withoutBraces } from './modelText.ts';
import { readOptions } from './readOptions.ts';
import { readRepresent } from './represent.ts';
import { readSeen } from './seen.ts';
import { readShots } from './shots.ts';
import type { AnswerTo, CardAnswer, ChangeAnswer, ChangeTask, CritiqueAnswer, CritiqueTask, DescribeAnswer, DescribeTask, ExpandTask, JudgeAnswer, JudgeTask, SketchAnswer, SketchTask, StudioAnswer, StudioTask } from './tasks.ts';

const KEEPS_LIMIT = 12;

/**
 * The answer of the task's kind. Tolerates code fences, words around the JSON and an end that is cut off (complete parts are
 * kept; a change must be whole). Locked fields come back as the task has them. Throws REPLY_MALFORMED where nothing is left.
 */
export function readAnswer<Task extends StudioTask>(task: Task, text: string): AnswerTo<Task> {
  // answerOf gives the kind that the task asks for; the compiler cannot follow that through the type parameter.
  return answerOf(task, text) as AnswerTo<Task>;
}

function answerOf(task: StudioTask, text: string): StudioAnswer {
  switch (task.is) {
    case 'expand': return readExpanded(task, text);
    case 'describe': return readDescribed(task, found(text, ['fields', 'altText', 'objects']));
    case 'sketch': return readSketched(task, found(text, ['fields', 'reads', 'keeps']));
    case 'card': return readCarded(found(text, ['rules', 'colours', 'name']));
    case 'critique': return readCritiqued(task, found(text, ['criteria', 'improve']));
    case 'shots': return orMalformed(readShots(task, found(text, ['shots']).value), 'The answer holds no shot.');
    case 'continuity': return orMalformed(readContinuity(task, found(text, ['mismatches']).value), 'The answer holds no list.');
    case 'represent': return orMalformed(readRepresent(found(text, ['sees', 'questions']).value), 'The answer sees nothing.');
    case 'judge': return readJudged(task, found(text, ['criteria']));
    case 'change': return readChanged(task, found(text, ['fields', 'removes', 'summary']));
  }
}

function readExpanded(task: ExpandTask, text: string): StudioAnswer {
  const options = readOptions(task, text);
  if (options.length === 0) throw malformed('The answer holds no option.');
  return { is: 'expand', options };
}

function readDescribed(task: DescribeTask, { value }: FoundObject): DescribeAnswer {
  const fields = modelFields(value['fields'], askedFields(task));
  const seen = readSeen(value['objects'], value['relations']);
  const altText = modelText(value['altText'], TEXT_LIMITS.altText);
  if (isBare(fields) && seen.objects.length === 0) throw malformed('The answer describes nothing.');
  return { is: 'describe', reading: task.reading, fields, ...seen, altText };
}

function readSketched(task: SketchTask, { value }: FoundObject): SketchAnswer {
  const fields = modelFields(value['fields'], askedFields(task));
  const reads = modelText(value['reads'], TEXT_LIMITS.reads);
  const keeps = listOf(value['keeps']).map((keep) => modelText(keep, TEXT_LIMITS.keep)).filter((keep) => keep !== '');
  if (isBare(fields)) throw malformed('The answer says nothing of the picture.');
  return { is: 'sketch', reads, keeps: [...new Set(keeps)].slice(0, KEEPS_LIMIT), fields };
}

function readCarded({ value }: FoundObject): CardAnswer {
  const card = readCardAnswer(value);
  if (!card) throw malformed('The answer says nothing of a look.');
  return card;
}

function readJudged(task: JudgeTask, { value }: FoundObject): JudgeAnswer {
  const judged = readJudgement(task, value);
  if (!judged) throw malformed('The answer judges nothing.');
  return judged;
}

function readCritiqued(task: CritiqueTask, { value }: FoundObject): CritiqueAnswer {
  const critique = readCritique(task, value);
  if (!critique) throw malformed('The answer judges nothing.');
  return critique;
}

// Half a change would leave a prompt that contradicts itself, so it is none.
function readChanged(task: ChangeTask, { value, isWhole }: FoundObject): ChangeAnswer {
  if (!isWhole) throw malformed('The change is cut off.');
  const fields = { ...removals(task, listOf(value['removes'])), ...edits(task, modelFields(value['fields'], askedFields(task))) };
  return { is: 'change', fields, summary: modelText(value['summary'], TEXT_LIMITS.summary) || summaryOf(fields) };
}

/** Texts that differ from what the designer has; alternatives of the designer's own stay alternatives. */
function edits(task: ChangeTask, texts: FieldTexts): FieldTexts {
  const changed: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) {
    const before = task.fields[id].text;
    const text = withGroups(texts[id] ?? '', before);
    if (text !== '' && text !== before && text !== cleanName(before, TEXT_LIMITS.field)) changed[id] = text;
  }
  return changed;
}

/** Only naming a field empties it: an empty text may be no more than a field that the model did not fill in. */
function removals(task: ChangeTask, names: readonly unknown[]): FieldTexts {
  const emptied: Partial<Record<FieldId, string>> = {};
  for (const id of askedFields(task)) if (names.includes(id) && task.fields[id].text !== '') emptied[id] = '';
  return emptied;
}

// Curly brackets are taken from a model's text; a group that the designer wrote and the model left as it was gets them back.
function withGroups(text: string, before: string): string {
  const groups = before.match(/\{[^{}]*\}/g) ?? [];
  return groups.reduce((kept, group) => kept.split(withoutBraces(group)).join(group), text);
}

function orMalformed<Answer>(answer: Answer | null, cause: string): Answer {
  if (answer === null) throw malformed(cause);
  return answer;
}

function summaryOf(fields: FieldTexts): string {
  const labels = FIELD_ORDER.filter((id) => fields[id] !== undefined).map((id) => FIELDS[id].label);
  return labels.length === 0 ? 'No change' : labels.join(', ');
}

function isBare(fields: FieldTexts): boolean {
  return Object.keys(fields).length === 0;
}

function found(text: string, keys: readonly string[]): FoundObject {
  const object = findObject(text, keys);
  if (!object) throw malformed('The answer is not the JSON that was asked for.');
  return object;
}

function malformed(cause: string): VariegateError {
  return new VariegateError('REPLY_MALFORMED', { cause });
}

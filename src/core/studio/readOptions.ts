// Options of an expanded idea as a model writes them, whole or while they still stream in. None is made up or doubled.
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts } from '../fields.ts';
import { shorten } from '../errors.ts';
import { askedFields, lockedFields, optionCount, stageFields } from './asked.ts';
import { findList, findObject, recordOf } from './json.ts';
import type { FoundList } from './json.ts';
import { TEXT_LIMITS, modelFields, modelText } from './modelText.ts';
import type { ExpandTask, PromptOption } from './tasks.ts';

type Titled = Omit<PromptOption, 'id'>;

/** Complete options, as many as were asked for at most; an empty list where none can be read. Ids are "o1", "o2" …. */
export function readOptions(task: ExpandTask, text: string): readonly PromptOption[] {
  const { items } = optionList(text);
  return finished(task, items.flatMap((value) => readOption(task, value)));
}

/** All complete options, and what is there of the next one as soon as its title is complete. */
export function readPartialOptions(task: ExpandTask, textSoFar: string): readonly PromptOption[] {
  const { items, begun } = optionList(textSoFar);
  const whole = items.flatMap((value) => readOption(task, value));
  return finished(task, [...whole, ...readBegun(task, begun)]);
}

function optionList(text: string): FoundList {
  const found = findList(text, 'options');
  if (found) return found;
  const single = findObject(text, ['title']);
  return { items: single?.isWhole === true ? [single.value] : [], begun: single?.isWhole === false ? single.value : undefined };
}

// An option without a word of its own is none, unless every field is locked and only its title is asked for.
function readOption(task: ExpandTask, value: unknown): Titled[] {
  const record = recordOf(value);
  if (!record) return [];
  const own = ownFields(task, record);
  const first = FIELD_ORDER.map((id) => own[id]).find((text) => text !== undefined) ?? '';
  const title = modelText(record['title'], TEXT_LIMITS.title) || shorten(first, TEXT_LIMITS.title);
  const isEmpty = title === '' || (first === '' && askedFields(task).length > 0);
  return isEmpty ? [] : [{ title, fields: withGiven(task, own) }];
}

function readBegun(task: ExpandTask, value: unknown): Titled[] {
  const record = recordOf(value);
  const title = modelText(record?.['title'], TEXT_LIMITS.title);
  return !record || title === '' ? [] : [{ title, fields: withGiven(task, ownFields(task, record)) }];
}

// Some models leave the inner object out and write the fields beside the title.
function ownFields(task: ExpandTask, record: Readonly<Record<string, unknown>>): FieldTexts {
  return modelFields(recordOf(record['fields']) ?? record, askedFields(task));
}

/** The model's fields, with the shared core for a look, and with what is locked as the designer wrote it. */
function withGiven(task: ExpandTask, own: FieldTexts): FieldTexts {
  const allowed = task.stage === 'core' ? stageFields('core') : FIELD_ORDER;
  const locked: Partial<Record<FieldId, string>> = {};
  for (const id of lockedFields(task.fields)) if (allowed.includes(id)) locked[id] = task.fields[id].text;
  return { ...(task.stage === 'look' ? task.core : {}), ...own, ...locked };
}

function finished(task: ExpandTask, options: readonly Titled[]): readonly PromptOption[] {
  const titles = new Set<string>();
  return options.slice(0, optionCount(task)).map((option, index) => {
    const title = freeTitle(option.title, titles);
    titles.add(title);
    return { ...option, id: `o${index + 1}`, title };
  });
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  for (let times = 1; ; times += 1) {
    const suffix = times === 1 ? '' : ` ${times}`;
    const numbered = suffix === '' ? title : `${shorten(title, TEXT_LIMITS.title - suffix.length)}${suffix}`;
    if (!taken.has(numbered)) return numbered;
  }
}

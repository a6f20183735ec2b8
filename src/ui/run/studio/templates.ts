// Templates at work: into the fields, from the fields, from a file and into one. The designer's own are kept on this computer.
import { VariegateError } from '../../../core/errors.ts';
import { FIELD_ORDER, isEmpty, textsOf } from '../../../core/fields.ts';
import type { FieldId } from '../../../core/fields.ts';
import { cleanName } from '../../../core/prompt.ts';
import { readTemplates as readFile, writeTemplates } from '../../../core/templates/exchange.ts';
import { fillPlaceholders } from '../../../core/templates/placeholders.ts';
import { fromStored, toStored } from '../../../core/templates/stored.ts';
import { TEMPLATE_LIMITS } from '../../../core/templates/template.ts';
import type { Template } from '../../../core/templates/template.ts';
import { editField, fields, takeStep } from '../../store/studio.ts';
import { openBlanks, ownTemplates, refusedTemplates, templates } from '../../store/templates.ts';
import type { Effects } from '../effects.ts';
import { say } from '../say.ts';

/** Reads the designer's own, once. */
export async function loadTemplates(effects: Effects): Promise<void> {
  if (ownTemplates.value) return;
  const { stored } = await effects.client.call('readTemplates', {});
  ownTemplates.value = fromStored(stored);
}

/** All of a template into the fields, as a step; fields that it does not speak of are emptied unless they are locked. */
export function applyTemplate(effects: Effects, id: string): void {
  const template = templates.value.find((each) => each.id === id);
  if (!template) return;
  const texts = Object.fromEntries(FIELD_ORDER.map((field) => [field, template.fields[field] ?? '']));
  takeStep(effects.nextId('step'), template.name, texts);
  const blanks = openBlanks.value.length;
  say(blanks === 0 ? `${template.name} is in the fields` : `${template.name} is in the fields; ${blanks === 1 ? '1 blank' : `${blanks} blanks`} to fill in`);
}

/** Fills in a blank wherever it stands; a locked field too, since it is the designer who writes. */
export function fillBlank(name: string, value: string): void {
  const before = textsOf(fields.value);
  const after = fillPlaceholders(before, new Map([[name, value]]));
  for (const id of Object.keys(after) as FieldId[]) if (after[id] !== before[id]) editField(id, { text: after[id] ?? '' });
}

/** The fields as a template of this name. Rejects with PROMPT_EMPTY, TEMPLATE_UNNAMED, or what the storage says. */
export async function saveAsTemplate(effects: Effects, name: string): Promise<void> {
  if (isEmpty(fields.value)) throw new VariegateError('PROMPT_EMPTY');
  const clean = cleanName(name, TEMPLATE_LIMITS.name);
  if (clean === '') throw new VariegateError('TEMPLATE_UNNAMED');
  const template: Template = { id: effects.nextId('template'), name: clean, fields: textsOf(fields.value), isOurs: false };
  await keep(effects, [template, ...(ownTemplates.value ?? []).filter((each) => each.name !== clean)]);
  say(`Template ${clean} saved`);
}

export async function forgetTemplate(effects: Effects, id: string): Promise<void> {
  await keep(effects, (ownTemplates.value ?? []).filter((each) => each.id !== id));
  say('Template removed');
}

/** Adds those of a file; one of the same name is replaced. What could not be taken is listed. */
export async function importTemplates(effects: Effects, text: string): Promise<void> {
  const { templates: read, refused } = readFile(text);
  const added = read.map((template) => ({ ...template, id: effects.nextId('template'), isOurs: false }));
  const names = new Set(added.map(({ name }) => name));
  await keep(effects, [...added, ...(ownTemplates.value ?? []).filter(({ name }) => !names.has(name))].slice(0, TEMPLATE_LIMITS.count));
  refusedTemplates.value = refused;
  say(`${added.length === 1 ? '1 template' : `${added.length} templates`} imported${refused.length > 0 ? `, ${refused.length} left out` : ''}`);
}

/** The designer's own as a file's text; ours where there are none, so that there is something to begin with. */
export function exportTemplates(): string {
  const own = ownTemplates.value ?? [];
  return writeTemplates(own.length > 0 ? own : templates.value);
}

async function keep(effects: Effects, next: readonly Template[]): Promise<void> {
  const stored = toStored(next);
  await effects.client.call('saveTemplates', { stored: { version: 1, templates: stored.templates.map(({ id, name, fields: texts }) => ({ id, name, fields: { ...texts } })) } });
  ownTemplates.value = next;
}

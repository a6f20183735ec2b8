// Templates as a file and back. The schema is docs/templates.schema.json; a file from outside is data, and what is wrong in it is said.
import { VariegateError } from '../errors.ts';
import { FIELD_ORDER } from '../fields.ts';
import type { FieldId, FieldTexts } from '../fields.ts';
import { cleanName, cleanText } from '../prompt.ts';
import { TEMPLATE_LIMITS } from './template.ts';
import type { Template } from './template.ts';

const FORMAT = 'variegate-templates';
const VERSION = 1;

export interface ReadTemplates {
  /** Without ids: whoever keeps them gives them. */
  readonly templates: readonly Omit<Template, 'id' | 'isOurs'>[];
  /** One sentence for each that was left out. */
  readonly refused: readonly string[];
}

export function writeTemplates(templates: readonly Template[]): string {
  const plain = templates.map(({ name, fields }) => ({ name, fields }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, templates: plain }, null, 2)}\n`;
}

/** Bad templates are left out one by one. Throws TEMPLATES_UNREADABLE, whose name says why, when the file as a whole is none of ours. */
export function readTemplates(text: string): ReadTemplates {
  const refused: string[] = [];
  const templates = listIn(text).flatMap((value, index) => {
    const read = readTemplate(value);
    if (typeof read === 'string') refused.push(`Template ${index + 1} was left out: ${read}.`);
    return typeof read === 'string' ? [] : [read];
  });
  if (templates.length > TEMPLATE_LIMITS.count) refused.push(`Only the first ${TEMPLATE_LIMITS.count} templates were taken.`);
  return { templates: templates.slice(0, TEMPLATE_LIMITS.count), refused };
}

function listIn(text: string): readonly unknown[] {
  if (text.length > TEMPLATE_LIMITS.file) throw unreadable('It is larger than 1 MB.');
  const file = recordOf(parsed(text));
  if (!file || file['format'] !== FORMAT) throw unreadable('It holds no templates of Variegate.');
  if (file['version'] !== VERSION) throw unreadable('It is of a newer version of Variegate.');
  const list: unknown = file['templates'];
  if (!Array.isArray(list) || list.length === 0) throw unreadable('There is no template in it.');
  return list;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('It is not JSON.');
  }
}

/** The template, or what is wrong with it. */
export function readTemplate(value: unknown): Omit<Template, 'id' | 'isOurs'> | string {
  const record = recordOf(value);
  const given = recordOf(record?.['fields']);
  if (!record || !given) return 'it has no fields';
  const name = typeof record['name'] === 'string' ? cleanName(record['name'], TEMPLATE_LIMITS.name) : '';
  if (name === '') return 'it has no name';
  const unknown = Object.keys(given).find((key) => !isField(key));
  if (unknown !== undefined) return `${name} has a field that is not known, ${cleanName(unknown, 30)}`;
  return fieldsIn(name, given);
}

function fieldsIn(name: string, given: Readonly<Record<string, unknown>>): Omit<Template, 'id' | 'isOurs'> | string {
  const fields: Partial<Record<FieldId, string>> = {};
  for (const id of FIELD_ORDER) {
    const text = given[id];
    if (text === undefined) continue;
    if (typeof text !== 'string') return `${name} has no text in ${id}`;
    if (text.length > TEMPLATE_LIMITS.text) return `${name} has more than ${TEMPLATE_LIMITS.text} characters in ${id}`;
    const clean = cleanText(text, TEMPLATE_LIMITS.text);
    if (clean !== '') fields[id] = clean;
  }
  const whole: FieldTexts = fields;
  return Object.keys(whole).length === 0 ? `${name} says nothing` : { name, fields: whole };
}

function isField(key: string): key is FieldId {
  return (FIELD_ORDER as readonly string[]).includes(key);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function unreadable(why: string): VariegateError {
  return new VariegateError('TEMPLATES_UNREADABLE', { name: why });
}

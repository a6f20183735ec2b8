// Templates: ours, blanks, and files from outside.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPrompt } from '../../../src/core/checks/checkPrompt.ts';
import { VariegateError } from '../../../src/core/errors.ts';
import { FIELD_ORDER, emptyFields, mapFields, withTexts } from '../../../src/core/fields.ts';
import { languageOf } from '../../../src/core/language.ts';
import { renderParagraph } from '../../../src/core/paragraph/render.ts';
import { readTemplates, writeTemplates } from '../../../src/core/templates/exchange.ts';
import { OUR_TEMPLATES } from '../../../src/core/templates/ours.ts';
import { fillPlaceholders, placeholdersIn, placeholdersOf } from '../../../src/core/templates/placeholders.ts';
import { fromStored, toStored } from '../../../src/core/templates/stored.ts';
import type { Template } from '../../../src/core/templates/template.ts';

const schema: unknown = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../docs/templates.schema.json'), 'utf8'));
const fits = new Ajv().compile(schema as object);

const own = (patch: Partial<Template> = {}): Template => ({ id: 't1', name: 'Mine', fields: { subject: 'a {thing}' }, isOurs: false, ...patch });
const fileOf = (templates: unknown, more: object = {}) => JSON.stringify({ format: 'variegate-templates', version: 1, templates, ...more });

describe('our templates', () => {
  it.each(OUR_TEMPLATES.map((template) => [template.name, template] as const))('[TP1] “%s” reads well and has blanks', (_name, { fields }) => {
    const blanks = placeholdersOf(fields);
    expect(blanks.length).toBeGreaterThanOrEqual(1);
    expect(blanks.length).toBeLessThanOrEqual(3);
    const filled = fillPlaceholders(fields, new Map(blanks.map((blank) => [blank, 'glass'])));
    const paragraph = renderParagraph(withTexts(emptyFields(), filled), 'en');
    expect(languageOf(paragraph)).toBe('en');
    expect(checkPrompt(paragraph, { maxTokens: 60_000, count: 4 })).toEqual([]);
  });

  it('[TP1] there are twelve, each its own', () => {
    expect(OUR_TEMPLATES).toHaveLength(12);
    expect(new Set(OUR_TEMPLATES.map(({ id }) => id)).size).toBe(12);
    expect(new Set(OUR_TEMPLATES.map(({ name }) => name)).size).toBe(12);
  });
});

describe('blanks', () => {
  it.each([['a {product} on {place}', ['product', 'place']], ['{a|b} {direction} {} { x } {{y}}', ['y']], ['{größe} {2 farben} {well-lit}', ['größe', '2 farben', 'well-lit']]])('[TP2] “%s” has %s', (text, names) => {
    expect(placeholdersIn(text).map(({ name }) => name)).toEqual(names);
  });

  it('[TP3] are filled in wherever they stand; a value cannot become one', () => {
    const fields = { subject: 'a {thing}', palette: '{thing} and {colour}', mood: '{constructor}{__proto__}{toString}' };
    expect(fillPlaceholders(fields, new Map([['thing', '{colour} $& {a|b}'], ['colour', '']]))).toEqual({
      subject: 'a colour $& a b', palette: 'colour $& a b and {colour}', mood: '{constructor}{__proto__}{toString}',
    });
  });
});

describe('as a file', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => value.trim() === value && !/[\p{Cc}\s]/u.test(value) && /^[\x21-\x7e]+$/.test(value));
  const template = fc.record({ name: text, fields: fc.record(mapFields(() => fc.option(text, { nil: undefined }))) })
    .map(({ name, fields }) => own({ name, fields: Object.fromEntries(FIELD_ORDER.flatMap((id) => (fields[id] === undefined ? [] : [[id, fields[id]]]))) }))
    .filter(({ fields }) => Object.keys(fields).length > 0);

  it('[TP4] what is written is read as it was, and [TP5] fits the schema', () => {
    fc.assert(fc.property(fc.array(template, { minLength: 1, maxLength: 5 }), (templates) => {
      const written = writeTemplates(templates);
      expect(fits(JSON.parse(written))).toBe(true);
      expect(readTemplates(written)).toEqual({ templates: templates.map(({ name, fields }) => ({ name, fields })), refused: [] });
    }));
  });

  it.each([
    ['not JSON', 'templates!', 'It is not JSON.'],
    ['another file', '{"name":"x"}', 'It holds no templates of Variegate.'],
    ['a newer version', fileOf([{ name: 'A', fields: { subject: 'x' } }], { version: 2 }), 'It is of a newer version of Variegate.'],
    ['no templates', fileOf([]), 'There is no template in it.'],
    ['a list that is none', fileOf('x'), 'There is no template in it.'],
    ['more than 1 MB', `${' '.repeat(1_000_001)}`, 'It is larger than 1 MB.'],
    ['nothing', '', 'It is not JSON.'],
    ['null', 'null', 'It holds no templates of Variegate.'],
  ])('[TP6] %s is refused as a whole, and says why', (_what, file, why) => {
    const thrown = catchError(() => readTemplates(file));
    expect([thrown?.code, thrown?.why]).toEqual(['TEMPLATES_UNREADABLE', why]);
  });

  it.each([
    ['no name', { fields: { subject: 'x' } }, 'Template 2 was left out: it has no name.'],
    ['no fields', { name: 'A' }, 'Template 2 was left out: it has no fields.'],
    ['a field of its own', { name: 'A', fields: { sound: 'x' } }, 'Template 2 was left out: A has a field that is not known, sound.'],
    ['a number', { name: 'A', fields: { subject: 3 } }, 'Template 2 was left out: A has no text in subject.'],
    ['too many words', { name: 'A', fields: { subject: 'x'.repeat(2001) } }, 'Template 2 was left out: A has more than 2000 characters in subject.'],
    ['no words', { name: 'A', fields: {} }, 'Template 2 was left out: A says nothing.'],
    ['a list', [], 'Template 2 was left out: it has no fields.'],
  ])('[TP7] one with %s is left out alone', (_what, bad, sentence) => {
    const file = fileOf([{ name: 'Good', fields: { subject: 'x' } }, bad]);
    expect(fits(JSON.parse(file))).toBe(false);
    const { templates, refused } = readTemplates(file);
    expect([templates.map(({ name }) => name), refused]).toEqual([['Good'], [sentence]]);
  });

  it('[TP7] of more than 200 the first are taken, and texts from outside are cleaned', () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ name: `T${at}\u202E`, fields: { subject: 'x\u0000y' } }));
    const { templates, refused } = readTemplates(fileOf(many));
    expect([templates.length, templates[0]?.name, templates[0]?.fields.subject, refused]).toEqual([200, 'T0', 'xy', ['Only the first 200 templates were taken.']]);
  });
});

describe('stored', () => {
  it('[TP8] comes back as it was', () => {
    const templates = [own(), own({ id: 't2', name: 'Other' })];
    expect(fromStored(JSON.parse(JSON.stringify(toStored(templates))))).toEqual(templates);
  });

  it.each([undefined, null, 3, 'x', [], { version: 2, templates: [own()] }, { version: 1 }])('[TP8] %j is nothing', (stored) => {
    expect(fromStored(stored)).toEqual([]);
  });

  it('[TP8] what is damaged or doubled is left out one by one, and none passes as ours', () => {
    const stored = { version: 1, templates: [own(), own({ name: 'Same id' }), { id: 'x' }, null, own({ id: 'ours/hero' }), own({ id: 't9', name: 'Last' })] };
    expect(fromStored(stored).map(({ name }) => name)).toEqual(['Mine', 'Last']);
  });
});

function catchError(work: () => unknown): VariegateError | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown instanceof VariegateError ? thrown : null;
  }
}

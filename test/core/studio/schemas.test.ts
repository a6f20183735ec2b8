// The schemas that are sent: only what Gemini knows, and nothing that is locked.
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { FIELD_ORDER } from '../../../src/core/fields.ts';
import { studioSchema } from '../../../src/core/studio/schemas.ts';
import type { StudioTask } from '../../../src/core/studio/tasks.ts';
import { changeTask, describeTask, expandTask, sketchTask, someFields } from '../../support/studio.ts';

// https://ai.google.dev/gemini-api/docs/structured-output, read 2026-11-22.
const KNOWN = [
  '$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'enum', 'items', 'prefixItems', 'minItems', 'maxItems',
  'minimum', 'maximum', 'anyOf', 'oneOf', 'properties', 'additionalProperties', 'required', 'propertyOrdering',
];
const allLocked = someFields(Object.fromEntries(FIELD_ORDER.map((id) => [id, id])), FIELD_ORDER);
const TASKS: readonly (readonly [string, StudioTask])[] = [
  ['whole', expandTask()], ['core', expandTask({ stage: 'core' })], ['look', expandTask({ stage: 'look' })], ['all locked', expandTask({ fields: allLocked })],
  ['recreate', describeTask()], ['style', describeTask({ reading: 'style' })], ['light', describeTask({ reading: 'light' })], ['objects', describeTask({ reading: 'objects' })],
  ['sketch', sketchTask()], ['change', changeTask()], ['a change of nothing', changeTask({ fields: allLocked })],
];

function keywords(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => (key === 'properties' ? [key, ...Object.values(Object(value)).flatMap(keywords)] : [key, ...keywords(value)]));
}

/** Every object schema inside. */
function objects(schema: unknown): Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Reflect.get(schema, 'type') === 'object' ? [schema as Record<string, unknown>] : [];
  return [...own, ...Object.values(schema).flatMap(objects)];
}

describe.each(TASKS)('%s', (_name, task) => {
  it(`[ST35] holds only keywords that Gemini knows, and compiles (${_name})`, () => {
    const schema = studioSchema(task);
    expect(keywords(schema).filter((word) => !KNOWN.includes(word))).toEqual([]);
    expect(() => new Ajv({ strict: false }).compile(schema)).not.toThrow();
  });

  it(`[ST35] has no empty object, and orders exactly what it has (${_name})`, () => {
    for (const schema of objects(studioSchema(task))) {
      const names = Object.keys(Object(schema['properties']));
      expect(names.length).toBeGreaterThan(0);
      expect(schema['propertyOrdering']).toEqual(names);
      expect(names).toEqual(expect.arrayContaining(Object(schema['required'])));
    }
  });
});

describe('what is asked', () => {
  const fieldsOf = (task: StudioTask) => JSON.stringify(studioSchema(task));

  it('[ST36] exactly the count of options, one for a core, titles first', () => {
    expect(studioSchema(expandTask({ count: 5 }))).toMatchObject({ properties: { options: { minItems: 5, maxItems: 5, items: { propertyOrdering: ['title', 'fields'] } } } });
    expect(studioSchema(expandTask({ count: 5, stage: 'core' }))).toMatchObject({ properties: { options: { minItems: 1, maxItems: 1 } } });
  });

  it('[ST37] no locked field can be written at all', () => {
    const fields = someFields({ style: 'risograph' }, ['style', 'mood']);
    for (const task of [expandTask({ fields }), changeTask({ fields })]) expect(fieldsOf(task)).not.toMatch(/"style"|"mood"/);
  });

  it('[ST38] only a list of things has objects and relations; all readings have alt text', () => {
    expect(studioSchema(describeTask())).toMatchObject({ propertyOrdering: ['altText', 'fields'] });
    expect(studioSchema(describeTask({ reading: 'objects' }))).toMatchObject({ propertyOrdering: ['altText', 'objects', 'relations', 'fields'] });
  });
});

// Changes by rules: a table of wishes, and what holds for any of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ORDER, emptyFields, withTexts } from '../../../src/core/fields.ts';
import type { FieldTexts, PromptFields } from '../../../src/core/fields.ts';
import { changeByRules } from '../../../src/core/grammar/change.ts';

const CAT: PromptFields = withTexts(emptyFields(), { subject: 'a cat in a hat', environment: 'in space', mood: 'calm' });
const change = (words: string, fields = CAT) => changeByRules({ is: 'change', fields, words, language: 'english' });

describe('a wish', () => {
  it.each<[string, FieldTexts]>([
    ['make it a robot cat', { subject: 'a robot cat' }],
    ['now give it a laser pointer', { objects: 'a laser pointer' }],
    ['Remove the hat.', { subject: 'a cat' }],
    ['remove the moon', { avoid: 'moon' }],
    ['no people', { avoid: 'people' }],
    ['at night', { lighting: 'at night' }],
    ['in watercolour', { style: 'in watercolour' }],
    ['closer', { camera: 'closer' }],
    ['change the background to a beach', { environment: 'a beach' }],
    ['with whiskers', { subject: 'a cat in a hat, with whiskers' }],
  ])('[GR8] "%s" changes one field', (words, fields) => {
    expect(change(words).fields).toEqual(fields);
  });

  it('[GR9] takes a part out of the fields that hold it', () => {
    const fields = withTexts(CAT, { objects: 'a red ball, a mouse' });
    expect(change('remove the red ball', fields).fields).toEqual({ objects: 'a mouse' });
  });

  it('[GR10] touches no locked field, and says so', () => {
    const fields = { ...CAT, subject: { ...CAT.subject, isLocked: true } };
    expect(change('make it a dog', fields)).toMatchObject({ fields: {}, summary: 'Only locked fields would change' });
  });

  it('[GR11] changes something or says why not, whatever it says', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (words) => {
      const { fields, summary } = change(words);
      expect(Object.keys(fields).every((id) => (FIELD_ORDER as readonly string[]).includes(id))).toBe(true);
      expect(typeof summary).toBe('string');
    }));
  });
});

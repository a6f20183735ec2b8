// A plan as it is asked for and as it is read.
import { describe, expect, it } from 'vitest';
import { directionsSchema, readDirections } from '../../../src/ui/providers/shared/directions.ts';

const plan = (...directions: readonly object[]) => JSON.stringify({ directions });
const one = { caption: 'Low winter sun', text: 'Light it from the right.', axes: ['lighting', 'mood'] };
const two = { caption: 'Ink and wash', text: 'Redraw it in loose ink.', axes: ['style'] };
const code = (text: string) => {
  try {
    return readDirections(text, 2);
  } catch (thrown) {
    return Reflect.get(Object(thrown), 'code');
  }
};

// https://ai.google.dev/gemini-api/docs/structured-output, read 2026-11-22.
const KNOWN = ['type', 'description', 'enum', 'items', 'minItems', 'maxItems', 'properties', 'required', 'propertyOrdering'];

function keywords(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' ? [key, ...Object.values(Object(value)).flatMap(keywords)] : [key, ...keywords(value)]);
}

describe('asking', () => {
  it('[GE30] the schema asks for exactly the count', () => {
    expect(directionsSchema(5)).toMatchObject({ properties: { directions: { minItems: 5, maxItems: 5 } } });
  });

  it('[GE30] the schema holds only keywords that Gemini knows', () => {
    expect(keywords(directionsSchema(3)).filter((word) => !KNOWN.includes(word))).toEqual([]);
  });
});

describe('reading', () => {
  it('[GE31] a plan that fits is read as it is', () => {
    expect(readDirections(plan(one, two), 2)).toEqual([{ id: 'd1', ...one }, { id: 'd2', ...two }]);
  });

  it('[GE31] too many are cut', () => {
    expect(readDirections(plan(one, two), 1).map((direction) => direction.caption)).toEqual(['Low winter sun']);
  });

  it('[GE32] too few are used again in turn, numbered, with ids of their own', () => {
    const read = readDirections(plan(one, two), 5);
    expect(read.map((direction) => [direction.id, direction.caption])).toEqual([
      ['d1', 'Low winter sun'], ['d2', 'Ink and wash'], ['d3', 'Low winter sun 2'], ['d4', 'Ink and wash 2'], ['d5', 'Low winter sun 3'],
    ]);
  });

  it('[GE32] captions that repeat are numbered', () => {
    expect(readDirections(plan(one, { ...two, caption: one.caption }), 2).map(({ caption }) => caption)).toEqual(['Low winter sun', 'Low winter sun 2']);
  });

  it('[GE33] a long caption is cut to 40 characters, with its number', () => {
    const long = { ...one, caption: 'word '.repeat(20) };
    expect(readDirections(plan(long), 2).map(({ caption }) => caption.length <= 40)).toEqual([true, true]);
    expect(readDirections(plan(long), 2)[1]?.caption).toMatch(/… 2$/);
  });

  it('[GE33] words of the model are cleaned and stand on one line', () => {
    const hostile = { ...one, caption: '\u202EBlue\u0000\nhour', text: 'Set it\r\n\r\nat dusk.' };
    expect(readDirections(plan(hostile), 1)[0]).toMatchObject({ caption: 'Blue hour', text: 'Set it at dusk.' });
  });

  it('[GE33] a missing caption is the beginning of the text', () => {
    expect(readDirections(plan({ text: 'Redraw it in loose ink.' }), 1)[0]).toMatchObject({ caption: 'Redraw it in loose ink.', axes: [] });
  });

  it('[GE33] unknown axes are left out', () => {
    expect(readDirections(plan({ ...one, axes: ['mood', 'smell', 3] }), 1)[0]?.axes).toEqual([]);
    expect(readDirections(plan({ ...one, axes: ['mood', 'smell'] }), 1)[0]?.axes).toEqual(['mood']);
  });

  it.each([['a code fence', `\`\`\`json\n${plan(one)}\n\`\`\``], ['a bare list', JSON.stringify([one])], ['white space', `\n ${plan(one)} \n`]])(
    '[GE34] %s is tolerated', (_, text) => {
      expect(readDirections(text, 1)[0]?.caption).toBe('Low winter sun');
    });

  it('[GE34] a direction without text is left out', () => {
    expect(readDirections(plan({ caption: 'Empty', text: ' ' }, {}, two), 1)[0]?.caption).toBe('Ink and wash');
  });

  it.each(['', 'Sure, here it is', '{}', '{"directions":[]}', '{"directions":[{"caption":"x"}]}', 'null', '{"directions":'])(
    '[GE35] %j is REPLY_MALFORMED', (text) => {
      expect(code(text)).toBe('REPLY_MALFORMED');
    });
});

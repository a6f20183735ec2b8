// Anything at all as the answer of a model, and any beginning of a sound one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VariegateError } from '../../../src/core/errors.ts';
import type { FieldTexts } from '../../../src/core/fields.ts';
import { FIELD_ORDER } from '../../../src/core/fields.ts';
import { readAnswer } from '../../../src/core/studio/read.ts';
import { readPartialOptions } from '../../../src/core/studio/readOptions.ts';
import type { StudioAnswer, StudioTask } from '../../../src/core/studio/tasks.ts';
import { changeTask, describeTask, expandTask, sketchTask } from '../../support/studio.ts';

const TASKS: readonly StudioTask[] = [expandTask({ count: 8 }), expandTask({ stage: 'look' }), describeTask(), describeTask({ reading: 'objects' }), sketchTask(), changeTask()];
const task = fc.constantFrom(...TASKS);

// Words that end in a letter, so that cleaning leaves them as they are.
const words = fc.array(fc.constantFrom('harbour', 'é', '漢字', '🙂', 'say "hi"', 'back\\slash', 'a, b]', '(x)', '"}', '"],', '[{'), { minLength: 1, maxLength: 6 }).map((list) => `a ${list.join(' ')} z`);
const fields = fc.record(Object.fromEntries(FIELD_ORDER.map((id) => [id, words])), { requiredKeys: ['subject'] });
const options = fc.uniqueArray(fc.record({ title: words, fields }), { minLength: 1, maxLength: 8, selector: ({ title }) => title.slice(0, 30) });
const style = fc.constantFrom<(value: unknown) => string>((value) => JSON.stringify(value), (value) => JSON.stringify(value, null, 2), (value) => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``, (value) => `Here you are: ${JSON.stringify(value)} Done.`);

const loose = fc.oneof(
  fc.string(), fc.string({ unit: 'binary' }), fc.json(),
  fc.tuple(fc.constantFrom('options', 'fields', 'summary', 'reads', 'altText', 'objects', 'removes', 'title'), fc.jsonValue()).map(([key, value]) => JSON.stringify({ [key]: value })),
  fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '"options"', '"title"', '"fields"', '"subject"', 'null', '-', '1e', ' ', 'NaN', '\\u12', '```'), { maxLength: 60 }).map((list) => list.join('')),
  fc.tuple(options, fc.nat(2000), fc.string()).map(([list, at, put]) => { const text = JSON.stringify({ options: list }); return text.slice(0, at % text.length) + put + text.slice(at % text.length); }),
);

function orNull(read: () => StudioAnswer): StudioAnswer | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof VariegateError && thrown.code === 'REPLY_MALFORMED') return null;
    throw thrown;
  }
}

/** Every text of an answer. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('any text', () => {
  it('[ST65] is an answer of the task’s kind or REPLY_MALFORMED, clean and without a curly bracket', () => {
    fc.assert(fc.property(task, loose, (asked, text) => {
      const read = orNull(() => readAnswer(asked, text));
      if (!read) return;
      expect(read.is).toBe(asked.is);
      for (const each of texts(read)) expect(each).not.toMatch(/[{}\n\u0000-\u001F\u202A-\u202E]/);
    }), { numRuns: 4000 });
  });

  it('[ST65] gives at most as many options as were asked for, ids and titles unique, no field empty', () => {
    fc.assert(fc.property(loose, fc.integer({ min: 1, max: 8 }), (text, count) => {
      const read = readPartialOptions(expandTask({ count }), text);
      expect(read.length).toBeLessThanOrEqual(count);
      for (const list of [read.map(({ id }) => id), read.map(({ title }) => title)]) expect(new Set(list).size).toBe(list.length);
      return read.every(({ title, fields: own }) => title !== '' && title.length <= 40 && Object.values(own).every((each) => each.trim() !== ''));
    }), { numRuns: 2000 });
  });
});

describe('any beginning of a sound answer', () => {
  const cut = fc.tuple(options, style, fc.double({ min: 0, max: 1, noNaN: true })).map(([list, write, part]) => {
    const text = write({ options: list });
    return { list, text: text.slice(0, Math.floor(part * text.length)) };
  });
  // Curly brackets become round ones on arrival.
  const arrived = (own: FieldTexts): FieldTexts => Object.fromEntries(Object.entries(own).map(([id, text]) => [id, text.replace(/\{/g, '(').replace(/\}/g, ')')]));

  it('[ST66] never loses a complete option and never shows one that is not there', () => {
    fc.assert(fc.property(cut, ({ list, text }) => {
      const complete = list.filter((each) => text.includes(JSON.stringify(each)) || text.includes(pretty(each))).length;
      const whole = orNull(() => readAnswer(expandTask({ count: 8 }), text));
      const read = whole?.is === 'expand' ? whole.options : [];
      expect(read.map((each) => each.fields)).toEqual(list.slice(0, complete).map((each) => arrived(each.fields)));
      const partial = readPartialOptions(expandTask({ count: 8 }), text);
      expect(partial.slice(0, complete)).toEqual(read);
      expect(partial.length - complete).toBeLessThanOrEqual(1);
      const next = list[complete];
      for (const [id, value] of Object.entries(partial[complete]?.fields ?? {})) expect(Reflect.get(arrived(next?.fields ?? {}), id)).toBe(value);
    }), { numRuns: 3000 });
  });
});

/** An option as it stands in an answer with an indent of 2. */
function pretty(value: unknown): string {
  return JSON.stringify({ options: [value] }, null, 2).split('\n').slice(2, -2).join('\n').trim();
}

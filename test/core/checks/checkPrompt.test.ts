// The checks of a prompt: what each finds, what it leaves alone, and what holds for any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPrompt } from '../../../src/core/checks/checkPrompt.ts';
import { applyEdits } from '../../../src/core/checks/finding.ts';
import { AMBIGUOUS, CONTRADICTIONS, JUNK, LIVING_ARTISTS, PEOPLE } from '../../../src/core/checks/tables.ts';

const context = { maxTokens: null, count: 4 };
const codes = (text: string, given = context) => checkPrompt(text, given).map(({ code }) => code);
const mended = (text: string, label: string) => {
  const fix = checkPrompt(text, context).flatMap(({ fixes }) => fixes).find((each) => each.label === label);
  return fix?.is === 'edit' ? applyEdits(text, fix.edits) : `no fix "${label}"`;
};

describe('a finding', () => {
  it.each([
    ['A bat on a table', 'AMBIGUOUS', 'Baseball bat', 'A baseball bat on a table'],
    ['A lamp, masterpiece, 8k, on oak', 'SOUP', 'Take them out', 'A lamp, on oak'],
    ['A square at noon, in moonlight', 'CONTRADICTION', 'Keep noon', 'A square at noon, in'],
    ['A castle by Greg Rutkowski', 'LIVING_ARTIST', 'Describe the technique instead', 'A castle by digital fantasy painting with loose brushwork and dramatic rim light'],
    ['Three doctors at a desk', 'PEOPLE_UNSTATED', 'Spread ages, skin tones and genders', 'Three doctors of varied ages, skin tones and genders at a desk'],
    ['A shop with a sign that says OPEN', 'TEXT_UNQUOTED', '“OPEN”', 'A shop with a sign that says “OPEN”'],
    ['A {product} on white', 'PLACEHOLDER', 'Take it out', 'A on white'],
  ])('[LC1] "%s" is %s, and "%s" mends it', (text, code, label, after) => {
    expect(codes(text)).toEqual([code]);
    expect(mended(text, label)).toBe(after);
    expect(codes(after).filter((each) => each === code)).toEqual([]);
  });

  it('[LC2] only what must not be sent blocks', () => {
    const blocking = checkPrompt('A {product} by Banksy, a bat', context).filter(({ isBlocking }) => isBlocking);
    expect(blocking.map(({ code }) => code)).toEqual(['PLACEHOLDER']);
    expect(checkPrompt('word '.repeat(3000), { ...context, maxTokens: 1000 })[0]).toMatchObject({ code: 'TOO_LONG', isBlocking: true });
  });
});

describe('what is meant so', () => {
  it.each([
    'A baseball bat on a table', 'A bat with wide wings', 'A wax seal on a letter', 'A computer mouse', 'A palm on the beach',
    'A summer meadow without snow', 'A street at night, no crowd', 'An old woman doctor at a desk', 'Two young engineers',
    'A sign that says “OPEN”', 'Make it {direction}', 'a red apple', 'A view by Hokusai',
  ])('[LC3] "%s" is left alone', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('[LC4] people are no question where one picture is made', () => {
    expect(codes('A doctor at a desk', { ...context, count: 1 })).toEqual([]);
  });
});

describe('the tables', () => {
  it('[LC5] hold each entry once, in lower case, and every sense has words that tell it', () => {
    const keys = [...Object.keys(AMBIGUOUS), ...Object.keys(LIVING_ARTISTS), ...JUNK, ...PEOPLE, ...CONTRADICTIONS.flat(2)];
    expect(keys.filter((key) => key !== key.toLowerCase())).toEqual([]);
    expect(Object.values(AMBIGUOUS).flat().filter(([, told]) => told.trim() === '')).toEqual([]);
    expect(Object.values(AMBIGUOUS).filter((senses) => senses.length < 2)).toEqual([]);
  });
});

const known = fc.constantFrom('bat', 'seal', 'noon', 'moonlight', ', 8k', ', masterpiece,', 'banksy', 'doctor', '{x}', 'that says GO', 'no snow', 'summer', '.', '🎈', 'שלום');
const texts = fc.array(fc.oneof(known, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 20 }).map((parts) => parts.join(' '));

describe('any text', () => {
  it('[LC6] gives findings in order, each within the text and with a fix; edits of a fix do not meet', () => {
    fc.assert(fc.property(texts, (text) => {
      const found = checkPrompt(text, context);
      expect(found.length).toBeLessThanOrEqual(20);
      expect([...found].sort((a, b) => a.start - b.start)).toEqual(found);
      for (const { start, end, fixes } of found) {
        expect([start >= 0, start < end, end <= text.length, fixes.length > 0]).toEqual([true, true, true, true]);
        for (const fix of fixes) {
          const edits = fix.is === 'edit' ? fix.edits : [];
          expect(edits.every((each, at) => each.start <= each.end && each.start >= (edits[at - 1]?.end ?? 0))).toBe(true);
        }
      }
    }));
  });
});

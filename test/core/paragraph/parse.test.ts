// A paragraph edited by the designer, back in its fields: each rule by an example, and that no word is lost, for any edit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ORDER, emptyFields, mapFields, textsOf, withTexts } from '../../../src/core/fields.ts';
import type { FieldTexts, PromptFields } from '../../../src/core/fields.ts';
import { parseParagraph } from '../../../src/core/paragraph/parse.ts';
import { renderParagraph, renderPieces } from '../../../src/core/paragraph/render.ts';
import { isWord, tokensOf } from '../../../src/core/paragraph/tokens.ts';

const of = (texts: FieldTexts) => withTexts(emptyFields(), texts);
const CAT = of({ subject: 'a ginger cat', action: 'drifting past a window', lighting: 'low sun', palette: 'warm grey', mood: 'quiet', avoid: 'people' });

/** The texts after an edit of the English paragraph. */
function after(fields: PromptFields, edit: (paragraph: string) => string): FieldTexts {
  return textsOf(parseParagraph(fields, 'en', edit(renderParagraph(fields, 'en'))));
}

describe('an edited paragraph', () => {
  it('[WP10] unchanged, it gives the very same fields', () => {
    expect(parseParagraph(CAT, 'en', renderParagraph(CAT, 'en'))).toBe(CAT);
  });

  it.each([
    ['within a field', (text: string) => text.replace('ginger cat', 'ginger and white cat'), { subject: 'a ginger and white cat' }],
    ['at the end of a field', (text: string) => text.replace('warm grey', 'warm grey and apricot'), { palette: 'warm grey and apricot' }],
    ['at the beginning of a field', (text: string) => text.replace('low sun', 'very low sun'), { lighting: 'very low sun' }],
    ['in place of others', (text: string) => text.replace('ginger cat', 'robot'), { subject: 'a robot' }],
    ['as a sentence of its own', (text: string) => text.replace('window.', 'window. Dust is in the air.'), { action: 'drifting past a window. Dust is in the air.' }],
    ['among words of ours', (text: string) => text.replace('The palette is', 'The whole palette is'), { lighting: 'low sun whole' }],
  ])('[WP11] words added %s join the field they stand by', (_where, edit, change) => {
    expect(after(CAT, edit)).toEqual({ ...textsOf(CAT), ...change });
  });

  it('[WP12] words taken out leave their field, and words of ours are nothing to lose', () => {
    expect(after(CAT, (text) => text.replace(' past a window', ''))).toEqual({ ...textsOf(CAT), action: 'drifting' });
    expect(after(CAT, (text) => text.replace(' The mood is quiet.', ''))).toEqual(textsOf(withTexts(CAT, { mood: '' })));
    expect(after(CAT, (text) => text.replace('The palette is ', ''))).toEqual(textsOf(CAT));
  });

  it('[WP13] an untouched sentence of what to avoid leaves the field; a touched one is a positive sentence and goes to Quality', () => {
    expect(after(CAT, (text) => text.replace('quiet', 'loud')).avoid).toBe('people');
    const touched = after(CAT, (text) => text.replace('an empty place', 'an empty harbour'));
    expect(touched).toMatchObject({ quality: 'Show no one in sight, an empty harbour' });
    expect(touched.avoid).toBeUndefined();
    expect(after(CAT, (text) => text.replace(/ Show no one.*$/, '')).avoid).toBeUndefined();
  });

  it('[WP14] another text altogether is the subject, and all there is', () => {
    expect(after(CAT, () => 'Three boats in a harbour at dawn')).toEqual({ subject: 'Three boats in a harbour at dawn' });
    expect(after(emptyFields(), () => 'Boats')).toEqual({ subject: 'Boats' });
    expect(after(CAT, () => '')).toEqual({});
  });

  it('[WP15] locks and stresses stay, and a locked field takes the designer’s own edit', () => {
    const locked: PromptFields = { ...CAT, subject: { ...CAT.subject, isLocked: true, emphasis: 1 } };
    const edited = parseParagraph(locked, 'en', renderParagraph(locked, 'en').replace('ginger', 'black'));
    expect(edited.subject).toEqual({ text: 'a black cat', isLocked: true, emphasis: 1 });
  });

  it('[WP16] scripts without spaces are compared letter by letter', () => {
    const fields = of({ subject: '宇宙の猫', mood: '静か' });
    expect(textsOf(parseParagraph(fields, 'ja', '宇宙の白い猫。 静か。'))).toEqual({ subject: '宇宙の白い猫', mood: '静か' });
  });

  it('[WP17] forty thousand characters are parsed, edited or replaced', () => {
    const long = of({ subject: Array.from({ length: 7000 }, (_, at) => `w${at}`).join(' ') });
    expect(after(long, (text) => text.replace('w3500', 'here')).subject).toContain('w3499 here w3501');
    expect(after(long, () => long.subject.text.split(' ').reverse().join(' ')).subject).toContain('w3500');
  });
});

const word = fc.constantFrom('cat', 'lamp', 'soft', '猫', 'кот', 'قط', '🐈', 'naïve', 'well-made', '{a|b}', '12');
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const anyFields = fc.record(mapFields(() => fc.option(phrase, { nil: '' }))).map((texts) => of({ ...texts, avoid: '' }));
const edits = fc.array(fc.record({ at: fc.nat(60), remove: fc.nat(3), put: fc.option(phrase, { nil: '' }) }), { maxLength: 4 });

function edited(paragraph: string, changes: readonly { at: number; remove: number; put: string }[]): string {
  const words = paragraph.split(' ');
  for (const { at, remove, put } of changes) words.splice(Math.min(at, words.length), remove, ...(put === '' ? [] : [put]));
  return words.join(' ');
}

const countOf = (words: readonly string[], wanted: string) => words.filter((each) => each === wanted).length;

it('[WP18] every word that is typed stands in a field afterwards, whatever is edited', () => {
  fc.assert(fc.property(anyFields, edits, (fields, changes) => {
    const before = renderParagraph(fields, 'und');
    const typed = tokensOf(edited(before, changes)).filter(isWord);
    const parsed = parseParagraph(fields, 'und', edited(before, changes));
    const kept = FIELD_ORDER.flatMap((id) => tokensOf(parsed[id].text)).filter(isWord);
    // In another language no word is ours, so the fields hold exactly the words that were typed.
    expect([...new Set(typed)].filter((each) => countOf(typed, each) !== countOf(kept, each))).toEqual([]);
  }), { numRuns: 500 });
});

it('[WP19] in English, too, only words of ours may be missing from the fields', () => {
  fc.assert(fc.property(anyFields, edits, (fields, changes) => {
    const ours = new Set(renderPieces(fields, 'en').filter(({ field }) => field === null).flatMap(({ text: glue }) => tokensOf(glue)));
    const text = edited(renderParagraph(fields, 'en'), changes);
    const kept = FIELD_ORDER.flatMap((id) => tokensOf(parseParagraph(fields, 'en', text)[id].text));
    expect(tokensOf(text).filter((each) => isWord(each) && !ours.has(each) && countOf(tokensOf(text), each) > countOf(kept, each))).toEqual([]);
  }), { numRuns: 500 });
});

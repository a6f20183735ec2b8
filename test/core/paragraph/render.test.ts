// The paragraph of a structured prompt: each rule by a table, and what holds for any words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ORDER, emptyFields, mapFields, withTexts } from '../../../src/core/fields.ts';
import type { Emphasis, FieldTexts, PromptFields } from '../../../src/core/fields.ts';
import { renderParagraph, renderPieces } from '../../../src/core/paragraph/render.ts';

const of = (texts: FieldTexts) => withTexts(emptyFields(), texts);
const english = (texts: FieldTexts) => renderParagraph(of(texts), 'en');
const stressed = (texts: FieldTexts, id: keyof FieldTexts, emphasis: Emphasis): PromptFields => {
  const fields = of(texts);
  return { ...fields, [id]: { ...fields[id], emphasis } };
};

describe('the paragraph', () => {
  it('[WP1] is empty without words', () => {
    expect(renderParagraph(emptyFields(), 'en')).toBe('');
  });

  it('[WP2] tells the scene in one sentence, subject first', () => {
    expect(english({ environment: 'in a small station', action: 'drifting with paws tucked', subject: 'A ginger cat in a soft suit' }))
      .toBe('A ginger cat in a soft suit, drifting with paws tucked, in a small station.');
  });

  it('[WP3] gives each part of the look a sentence of its own', () => {
    expect(english({ subject: 'A lamp', lighting: 'low sun through one window', palette: 'warm grey and apricot', style: 'gouache on rough paper' }))
      .toBe('A lamp. The light is low sun through one window. The palette is warm grey and apricot. It is made as gouache on rough paper.');
  });

  it('[WP3] goes on from words that say how', () => {
    expect(english({ subject: 'A fox', lighting: 'at night', camera: 'seen from above', style: 'in ink' })).toBe('A fox. It is at night. It is in ink. It is seen from above.');
  });

  it('[WP4] leaves a text that is a sentence as it is', () => {
    expect(english({ subject: 'A cat sleeps.', mood: 'Quiet, a little sad.' })).toBe('A cat sleeps. Quiet, a little sad.');
  });

  it.each([
    ['people', 'A street. Show no one in sight, an empty place.'],
    ['no cars, neon signs', 'A street. Show a street empty of traffic; keep the picture free of neon signs.'],
    ['rust; moss', 'A street. Keep the picture free of rust and moss.'],
  ])('[WP5] says what to avoid (%s) as what is there, and last', (avoid, paragraph) => {
    expect(english({ avoid, subject: 'A street' })).toBe(paragraph);
  });

  it('[WP6] says a stress in words', () => {
    expect(renderParagraph(stressed({ subject: 'A lamp', mood: 'calm' }, 'mood', 1), 'en')).toBe('A lamp. The mood is calm. This must be plain to see.');
  });

  it('[WP7] puts what matters above all first', () => {
    expect(renderParagraph(stressed({ subject: 'A lamp', mood: 'calm' }, 'mood', 2), 'en')).toBe('Above all: The mood is calm. A lamp.');
  });

  it('[WP8] adds no word of ours to another language, only stops', () => {
    expect(renderParagraph(of({ subject: 'Eine Katze im Anzug', lighting: 'tiefe Sonne' }), 'de')).toBe('Eine Katze im Anzug. tiefe Sonne.');
    expect(renderParagraph(of({ subject: '宇宙の猫', mood: '静か' }), 'ja')).toBe('宇宙の猫。 静か。');
  });
});

const texts = fc.record(mapFields(() => fc.option(fc.stringMatching(/^[a-z]{2,6}( [a-z{}|]{2,6}){0,3}[.]?$/), { nil: '' })));

describe('any words', () => {
  it('[WP9] the pieces joined are the paragraph, and every field but "avoid" stands in it once, as it was written', () => {
    fc.assert(fc.property(texts, fc.constantFrom('en', 'de'), (given, language) => {
      const fields = of(given);
      const pieces = renderPieces(fields, language);
      expect(pieces.map(({ text }) => text).join('')).toBe(renderParagraph(fields, language));
      for (const id of FIELD_ORDER) {
        const own = pieces.filter(({ field }) => field === id).map(({ text }) => text);
        const wanted = fields[id].text.trim();
        if (id !== 'avoid') expect(own).toEqual(wanted === '' ? [] : [wanted]);
      }
    }));
  });
});

// The taste profile: what ratings say in a note, what a note says, and how it orders things.
import { describe, expect, it } from 'vitest';
import type { HistoryEntry, ReasonId } from '../../src/core/history/entry.ts';
import { TASTE_WORDS, countWords, meets, readTaste, shortened, tasteFrom } from '../../src/core/taste/note.ts';
import { someEntry } from '../support/history.ts';
import { someFields } from '../support/studio.ts';

function rated(rating: -1 | 0 | 1, look: { lighting?: string; palette?: string; camera?: string }, reasons: readonly ReasonId[] = []): HistoryEntry {
  const entry = someEntry();
  return { ...entry, rating, reasons, record: { ...entry.record, fields: someFields({ subject: 'a heron', ...look }) } };
}

describe('the note', () => {
  it('[TA1] says what good pictures share and bad ones do not', () => {
    const entries = [
      rated(1, { lighting: 'side light', palette: 'muted greens' }), rated(1, { lighting: 'side light', palette: 'neon pink' }), rated(1, { lighting: 'side light', palette: 'muted greens' }),
      rated(-1, { lighting: 'flat light', camera: 'bokeh' }), rated(-1, { lighting: 'flat light', camera: 'bokeh' }),
    ];
    expect(tasteFrom(entries)).toBe('Prefers side light, muted greens. Avoids bokeh, flat light.');
  });

  it('[TA1] says nothing of what was seen once, of what goes both ways, and of what the pictures show', () => {
    expect(tasteFrom([rated(1, { lighting: 'side light' }), rated(1, { palette: 'greens' }), rated(-1, { camera: 'bokeh' })])).toBe('');
    expect(tasteFrom([rated(1, { lighting: 'side light' }), rated(-1, { lighting: 'side light' }), rated(1, { lighting: 'side light' }), rated(-1, { lighting: 'side light' })])).toBe('');
    expect(tasteFrom([rated(1, {}), rated(1, {}), rated(-1, {})])).toBe('');
    expect(tasteFrom([])).toBe('');
  });

  it('[TA2] takes only what a rating was about, where reasons were given', () => {
    const entries = [1, 1, 1].map(() => rated(1, { lighting: 'side light', palette: 'muted greens' }, ['light']));
    expect(tasteFrom([...entries, rated(-1, { camera: 'bokeh' }), rated(-1, { camera: 'bokeh' })])).toBe('Prefers side light. Avoids bokeh.');
  });

  it('[TA3] has at most 120 words', () => {
    const many = Array.from({ length: 40 }, (_, index) => rated(index % 2 === 0 ? 1 : -1, { lighting: Array.from({ length: 30 }, (_unused, at) => `light number ${index % 2} of kind${at}`).join(', ') }));
    expect(countWords(tasteFrom(many))).toBeLessThanOrEqual(TASTE_WORDS);
    expect(countWords(shortened('word '.repeat(400)))).toBe(TASTE_WORDS);
    expect(countWords('  ')).toBe(0);
  });
});

describe('what a note does', () => {
  it('[TA4] is read as the designer writes it: sentences are for, or against', () => {
    expect(readTaste('Prefers side light, muted greens. Avoids bokeh and lens flare.')).toEqual({ prefers: ['side light', 'muted greens'], avoids: ['bokeh', 'lens flare'] });
    expect(readTaste('Warm dusk; no people\nnever neon')).toEqual({ prefers: ['warm dusk'], avoids: ['people', 'neon'] });
    expect(readTaste('')).toEqual({ prefers: [], avoids: [] });
  });

  it('[TA5] puts what it prefers before and what it avoids after, and says by which words', () => {
    const taste = readTaste('Prefers side light, muted greens. Avoids bokeh.');
    expect(meets(taste, 'Low light from the side, a muted green field')).toEqual({ score: 2, prefers: ['side light', 'muted greens'], avoids: [] });
    expect(meets(taste, 'A portrait with heavy bokeh').score).toBe(-1);
    expect(meets(taste, 'A heron').score).toBe(0);
  });
});

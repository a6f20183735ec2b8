// Words on a board: how much room they are given, because nobody can measure them before they are drawn.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCanvasKit } from '../../playground/host/canvasKit.ts';
import { linesOf, widthOf } from '../../src/core/board/board.ts';

const SENTENCES = [
  'They drink tea as the sun comes up over the sea.', 'Mara misses the evening ferry at the harbour.', 'You are late', 'WAIT! Who is there?', 'Il “filo” tiri, lì.', 'www.mammoth.com',
  'Größe, Übung und Öl: die Straße heißt so', '12 pictures, $0.034 each, 3.4 s', 'MORNING, NOON & NIGHT', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich',
];

describe('room for words', () => {
  let drawn: (text: string, style: 'Regular' | 'Bold') => number;
  beforeAll(async () => {
    const kit = await loadCanvasKit(undefined);
    const faces = await Promise.all((['Regular', 'Bold'] as const).map(async (style) => {
      const file = await readFile(new URL(`../../node_modules/@open-pencil/core/assets/Inter-${style}.ttf`, import.meta.url));
      return [style, new kit.Font(kit.Typeface.MakeTypefaceFromData(new Uint8Array(file).buffer), 13)] as const;
    }));
    const fonts = new Map(faces);
    drawn = (text, style) => {
      const font = fonts.get(style);
      if (!font) throw new Error(style);
      return Array.from(font.getGlyphWidths(font.getGlyphIDs(text))).reduce((sum, width) => sum + width, 0);
    };
  });

  it.each(SENTENCES)('[BD4] "%s" has as much as Inter takes, and little more', (text) => {
    for (const style of ['Regular', 'Bold'] as const) {
      const room = widthOf(text, 13, style === 'Bold');
      expect(room, style).toBeGreaterThanOrEqual(drawn(text, style) * 0.995);
      expect(room, style).toBeLessThan(drawn(text, style) * 1.15);
    }
  });

  it('[BD4] lines break after spaces, between letters written without them, and inside what is longer than a line', () => {
    expect(linesOf('', 100, 13)).toBe(1);
    expect(linesOf('one\ntwo\n', 100, 13)).toBe(3);
    expect(linesOf('mmmmm mmmmm', 5 * 0.94 * 10 + 1, 10)).toBe(2);
    expect(linesOf('港の夜明けに二隻の船', 50, 10)).toBe(2);
    expect(linesOf('m'.repeat(50), 95, 10)).toBe(5);
    expect(linesOf('a '.repeat(20), 1e6, 10)).toBe(1);
  });

  it('[BD4] a wider box never takes more lines, and no text fewer than its width asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 40, max: 400 }), fc.integer({ min: 0, max: 400 }), (text, width, more) => {
        const lines = linesOf(text, width, 13);
        expect(linesOf(text, width + more, 13)).toBeLessThanOrEqual(lines);
        expect(lines * width).toBeGreaterThanOrEqual(widthOf(text.replace(/\s+/g, ''), 13) - 0.01);
      }),
      { numRuns: 300 },
    );
  });
});

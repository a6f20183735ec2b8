// "Every format" and "Mood board": the words, the crop, and the board.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardSchema } from '../../src/core/bridge/board.ts';
import { contrast, fromHex } from '../../src/core/colour.ts';
import { focalBox } from '../../src/core/formats/focal.ts';
import { FOCAL_POINTS, formatPrompt, ratioText } from '../../src/core/formats/formats.ts';
import { moodBoardOf } from '../../src/core/moodBoard/layout.ts';
import { SOME_RECORD } from '../support/history.ts';

const prompt = (target: { width: number; height: number }, patch: Partial<Parameters<typeof formatPrompt>[0]> = {}) => formatPrompt({ brief: '', focal: FOCAL_POINTS.centre, master: { width: 1600, height: 900 }, target, ...patch });

describe('every format', () => {
  it('[FM1] the words name the frame, what to keep in view, and which way the scene goes on', () => {
    const story = prompt({ width: 1080, height: 1920 }, { focal: { x: 0.2, y: 0.8 }, brief: 'room for a headline at the top' });
    expect(story).toContain('for a tall 9:16 frame');
    expect(story).toContain('left of the middle, in the lower part of image 1');
    expect(story).toContain('The frame is taller than image 1');
    expect(story).toContain('The designer asks: room for a headline at the top');
    expect(prompt({ width: 2100, height: 900 })).toContain('The frame is wider than image 1');
    expect(prompt({ width: 1650, height: 900 })).toContain('keep its composition');
  });

  it.each([[{ width: 1920, height: 1080 }, '16:9'], [{ width: 100, height: 100 }, '1:1'], [{ width: 334, height: 369 }, '334 × 369'], [{ width: 9, height: 16 }, '9:16'], [{ width: 1440, height: 617 }, '21:9']])('[FM2] %j is called %s', (size, name) => {
    expect(ratioText(size)).toBe(name);
  });

  it('[FM3] the crop has the target’s ratio, lies within the picture, is as large as it can be, and holds the focal point', () => {
    const side = fc.integer({ min: 1, max: 4000 });
    fc.assert(fc.property(side, side, side, side, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (width, height, w, h, x, y) => {
      const box = focalBox({ width, height }, { width: w, height: h }, { x, y });
      expect(box.width / box.height / (w / h)).toBeCloseTo(1, 6);
      expect(box.x >= -1e-6 && box.y >= -1e-6 && box.x + box.width <= width + 1e-6 && box.y + box.height <= height + 1e-6).toBe(true);
      expect(Math.min(width - box.width, height - box.height)).toBeLessThan(1e-6);
      expect(box.x <= x * width + 1e-6 && box.x + box.width >= x * width - 1e-6).toBe(true);
      expect(box.y <= y * height + 1e-6 && box.y + box.height >= y * height - 1e-6).toBe(true);
    }));
  });
});

describe('a mood board', () => {
  const tiles = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ name: `Picture ${from + index}`, ticket: `t${from + index}`, recipe: SOME_RECORD }));
  const palette = ['#9ca6a3', '#c7c7be', '#d39c59', '#514a46'].map((hex) => ({ hex, name: '' }));

  it.each([[1, 0], [3, 2], [5, 2], [6, 2], [0, 1]])('[MB1] of %i pictures and %i textures: nothing lies outside, and no picture over another', (pictures, textures) => {
    const board = moodBoardOf({ title: 'A quiet harbour hotel', pictures: tiles(pictures), textures: tiles(textures, 20), palette });
    expect(boardSchema.safeParse(board).success).toBe(true);
    for (const { x, y, width, height } of board.items) expect(x >= 0 && y >= 0 && x + width <= board.width + 1e-6 && y + height <= board.height + 1e-6).toBe(true);
    const shown = board.items.filter(({ is }) => is === 'picture');
    expect(shown).toHaveLength(pictures + textures);
    for (const [at, one] of shown.entries()) for (const other of shown.slice(at + 1)) expect(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
  });

  it('[MB2] sets type in the two colours that are furthest apart, and in black on white where none can be read on another', () => {
    const inkOf = (hexes: string[]) => moodBoardOf({ title: 'x', pictures: tiles(1), textures: [], palette: hexes.map((hex) => ({ hex, name: '' })) }).items.filter(({ name }) => name === 'Type 1, ground' || name === 'Type 1, letters').map((item) => ('colour' in item ? item.colour : ''));
    const [ground = '', ink = ''] = inkOf(['#c7c7be', '#514a46', '#d39c59']);
    expect([ground, ink].sort()).toEqual(['#514a46', '#c7c7be']);
    expect(contrast(fromHex(ground), fromHex(ink))).toBeGreaterThan(4.5);
    expect(inkOf(['#888888', '#8a8a8a'])).toEqual(['#ffffff', '#1a1a1a']);
    expect(inkOf([])).toEqual(['#ffffff', '#1a1a1a']);
  });
});

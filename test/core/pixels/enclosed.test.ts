// What a drawn line runs around.
import { describe, expect, it } from 'vitest';
import { fillEnclosed } from '../../../src/core/pixels/enclosed.ts';
import { createPlane } from '../../../src/core/pixels/plane.ts';

function filled(rows: readonly string[]): string[] {
  const width = rows[0]?.length ?? 0;
  const plane = createPlane(width, rows.length);
  rows.join('').split('').forEach((letter, at) => (plane.data[at] = letter === '#' ? 1 : 0));
  fillEnclosed(plane);
  return rows.map((_, y) => Array.from({ length: width }, (_value, x) => ((plane.data[y * width + x] ?? 0) > 0 ? '#' : '.')).join(''));
}

describe('what a line runs around', () => {
  it('[PZ8] is filled, an island in it too; a line with a gap encloses nothing', () => {
    expect(filled(['......', '.####.', '.#..#.', '.####.', '......'])).toEqual(['......', '.####.', '.####.', '.####.', '......']);
    expect(filled(['.####.', '.#..#.', '.#.##.'])).toEqual(['.####.', '.#..#.', '.#.##.']);
    expect(filled(['.###.', '.#.#.', '.#.#.'])).toEqual(['.###.', '.#.#.', '.#.#.']);
  });

  it('[PZ8] a plane of nothing and one of everything stay', () => {
    expect([filled(['...', '...']), filled(['##', '##'])]).toEqual([['...', '...'], ['##', '##']]);
  });
});

// Free places beside a source: by example, and for any arrangement of siblings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../src/core/geometry.ts';
import type { CanvasBox } from '../../src/core/geometry.ts';
import { ROW_GAP, contains, fitPlace, freeRow, freeRowFrom, grownSection, rowSize } from '../../src/core/placement.ts';

const source: CanvasBox = { x: 0, y: 0, width: 100, height: 80 };
const slot = { width: 100, height: 80 };
const box = (x: number, y: number, width: number, height: number): CanvasBox => ({ x, y, width, height });
const corners = (boxes: readonly CanvasBox[]): [number, number][] => boxes.map(({ x, y }) => [x, y]);

describe('freeRow', () => {
  it('[PL1] begins one gap right of the source, aligned to its top', () => {
    expect(freeRow({ source, siblings: [source], slot, count: 1 })).toEqual([box(124, 0, 100, 80)]);
  });

  it('[PL2] wraps to rows of four', () => {
    const row = freeRow({ source, siblings: [source], slot, count: 6 });
    expect(corners(row)).toEqual([[124, 0], [248, 0], [372, 0], [496, 0], [124, 104], [248, 104]]);
  });

  it('[PL3] moves right past a sibling', () => {
    const tall = box(130, -1000, 20, 3000);
    expect(corners(freeRow({ source, siblings: [source, tall], slot, count: 2 }))).toEqual([[174, 0], [298, 0]]);
  });

  it('[PL4] goes below the source, aligned to its left, when that is nearer', () => {
    const wide = box(110, 0, 5000, 60);
    expect(corners(freeRow({ source, siblings: [source, wide], slot, count: 1 }))).toEqual([[0, 104]]);
  });

  it('[PL5] passes several siblings in any order they come in', () => {
    const floor = box(-100, 90, 80, 4000);
    const walls = [box(420, 0, 50, 5000), box(130, 0, 50, 5000), box(250, 0, 50, 5000)].map((wall) => ({ ...wall, y: -2500 })).concat({ ...floor, width: 200 });
    const there = freeRow({ source, siblings: [source, ...walls], slot, count: 1 });
    expect(there).toEqual(freeRow({ source, siblings: [...walls].reverse(), slot, count: 1 }));
    expect(corners(there)).toEqual([[494, 0]]);
  });

  it('[PL6] puts fractional sources’ pictures on whole pixels', () => {
    const row = freeRow({ source: box(0.4, 0.2, 100.3, 50), siblings: [], slot: { width: 10.5, height: 10.5 }, count: 2 });
    expect(corners(row)).toEqual([[125, 1], [160, 1]]);
  });

  it('[PL7] keeps the gap to a sibling without size, such as a line', () => {
    const line = box(150, -500, 0, 1000);
    expect(corners(freeRow({ source, siblings: [line], slot, count: 1 }))).toEqual([[174, 0]]);
  });
});

const anyBox = fc.record({
  x: fc.double({ min: -2000, max: 3000, noNaN: true }),
  y: fc.double({ min: -2000, max: 3000, noNaN: true }),
  width: fc.double({ min: 0, max: 900, noNaN: true }),
  height: fc.double({ min: 0, max: 900, noNaN: true }),
});
const anyRow = fc.record({
  source: anyBox,
  siblings: fc.array(anyBox, { maxLength: 60 }),
  slot: fc.record({ width: fc.double({ min: 1, max: 700, noNaN: true }), height: fc.double({ min: 1, max: 700, noNaN: true }) }),
  count: fc.integer({ min: 1, max: 12 }),
});
const near = (a: CanvasBox, b: CanvasBox): boolean => {
  const reach = ROW_GAP - 0.01;
  return overlaps(a, { x: b.x - reach, y: b.y - reach, width: b.width + 2 * reach, height: b.height + 2 * reach });
};

describe('freeRow, for any arrangement', () => {
  it('[PL8] never comes closer to a sibling than the gap', () => {
    fc.assert(fc.property(anyRow, (row) => freeRow(row).every((place) => !row.siblings.some((sibling) => near(place, sibling)))));
  });

  it('[PL9] never lays two pictures over each other or over the source', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const places = [...freeRow(row), row.source];
        return places.every((a, i) => places.every((b, j) => i === j || !overlaps(a, b)));
      }),
    );
  });

  it('[PL10] answers the same for the same siblings in another order', () => {
    fc.assert(fc.property(anyRow, (row) => {
        expect(freeRow({ ...row, siblings: [...row.siblings].reverse() })).toEqual(freeRow(row));
      }),
    );
  });

  it('[PL11] handles 5,000 siblings', () => {
    const siblings = Array.from({ length: 5000 }, (_, index) => box((index % 100) * 110, Math.floor(index / 100) * 90, 100, 80));
    const row = freeRow({ source: box(0, 0, 100, 80), siblings, slot, count: 8 });
    expect(row.some((place) => siblings.some((sibling) => overlaps(place, sibling)))).toBe(false);
  });
});

describe('freeRowFrom', () => {
  it('[PL12] starts at the corner when that is free', () => {
    expect(corners(freeRowFrom({ corner: { x: 10, y: 20 }, siblings: [], slot, count: 1 }))).toEqual([[10, 20]]);
  });

  it('[PL13] tells the size of the block beforehand', () => {
    expect(rowSize(slot, 6)).toEqual({ width: 472, height: 184 });
  });
});

describe('grownSection', () => {
  const section = box(0, 0, 300, 200);
  it('[PL14] grows right and down only, with a gap around the content', () => {
    expect(grownSection(section, box(280, 20, 100, 80), [], null)).toEqual({ width: 404, height: 200 });
  });

  it('[PL15] does not grow over a sibling', () => {
    expect(grownSection(section, box(280, 20, 100, 80), [box(350, 0, 50, 50)], null)).toBeNull();
  });

  it('[PL16] does not grow out of the section around it', () => {
    expect(grownSection(section, box(280, 20, 100, 80), [], box(0, 0, 400, 400))).toBeNull();
  });

  it('[PL17] counts touching edges as inside', () => {
    expect(contains(section, box(0, 0, 300, 200))).toBe(true);
    expect(contains(section, box(0, 0, 300.1, 200))).toBe(false);
  });
});

describe('fitPlace', () => {
  it.each([
    [{ width: 100, height: 50 }, { width: 64, height: 64 }, { width: 50, height: 50 }],
    [{ width: 100, height: 50 }, { width: 400, height: 100 }, { width: 100, height: 25 }],
    [{ width: 100, height: 50 }, { width: 1000, height: 505 }, { width: 100, height: 50 }],
  ])('[PL18] gives %o the ratio of %o', (place, picture, size) => {
    expect(fitPlace(place, picture)).toEqual(size);
  });
});

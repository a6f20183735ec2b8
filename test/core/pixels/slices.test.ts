// How often sliced work lets others run.
import { describe, expect, it } from 'vitest';
import { eachRow, stage } from '../../../src/core/pixels/slices.ts';

/** How many rows were done between two yields, at most; and what was said. */
function walked(height: number, width: number, nsPerPixel: number) {
  let rows = 0;
  let most = 0;
  const parts: number[] = [];
  for (const part of eachRow(height, width, nsPerPixel, () => void (rows += 1))) {
    most = Math.max(most, rows);
    rows = 0;
    parts.push(part);
  }
  return { most: Math.max(most, rows), parts };
}

describe('eachRow', () => {
  it.each([[1024, 4], [1024, 60], [2048, 160], [16, 4]])('[PX26] rows of %i px at %i ns stay within about a millisecond', (width, nsPerPixel) => {
    const { most } = walked(4000, width, nsPerPixel);
    expect(most * width * nsPerPixel).toBeLessThanOrEqual(1_000_000);
  });

  it('[PX26] a row that is dearer than that is a slice of its own', () => {
    expect(walked(5, 4096, 1400).most).toBe(1);
  });

  it('[PX27] a stage keeps its work within its part of the whole', () => {
    const said = [...stage(0.2, 0.4, eachRow(100, 1024, 60, () => undefined))];
    expect(Math.min(...said)).toBeGreaterThan(0.2);
    expect(Math.max(...said)).toBeLessThanOrEqual(0.4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverBox, cropBox, isWhole, nearestShape, padBox } from '../../src/core/aspect.ts';
import { IMAGE_MODELS, imageModel, pixelSize } from '../../src/core/model.ts';
import type { ImageModelCard } from '../../src/core/model.ts';

const side = fc.integer({ min: 1, max: 4096 });
const size = fc.record({ width: side, height: side });

function cardOf(id: string): ImageModelCard {
  const card = imageModel(id);
  if (!card) throw new Error(`no card ${id}`);
  return card;
}
const banana = cardOf('gemini-nano-banana-2.1');

describe('nearestShape', () => {
  it.each([
    { source: { width: 1440, height: 960 }, ratio: '3:2', size: { width: 1264, height: 848 } },
    { source: { width: 1920, height: 1080 }, ratio: '16:9', size: { width: 1376, height: 768 } },
    { source: { width: 100, height: 100 }, ratio: '1:1', size: { width: 1024, height: 1024 } },
    { source: { width: 390, height: 844 }, ratio: '9:16', size: { width: 768, height: 1376 } },
    { source: { width: 728, height: 90 }, ratio: '8:1', size: { width: 3072, height: 384 } },
    { source: { width: 3, height: 4000 }, ratio: '1:8', size: { width: 384, height: 3072 } },
  ])('[AS1] asks for $ratio for $source.width × $source.height', ({ source, ratio, size: expected }) => {
    expect(nearestShape(source, banana, '1K')).toEqual({ ratio, size: expected });
  });

  it('[AS2] offers only what the card has: no 8:1 for the Pro model', () => {
    expect(nearestShape({ width: 728, height: 90 }, cardOf('gemini-3-pro-image'), '1K').ratio).toBe('21:9');
  });

  it('[AS3] is nearest by the logarithm of the table’s pixels, for any source and card', () => {
    fc.assert(
      fc.property(size, fc.constantFrom(...IMAGE_MODELS), (source, card) => {
        if (card.ratios === 'any') return;
        const off = (s: { width: number; height: number }) => Math.abs(Math.log((s.width / s.height) * (source.height / source.width)));
        const chosen = off(nearestShape(source, card, '1K').size);
        for (const ratio of card.ratios) expect(chosen).toBeLessThanOrEqual(off(pixelSize(ratio, '1K')) + 1e-9);
      }),
    );
  });

  it('[AS4] keeps the source’s own ratio for an engine that draws every size, small sources enlarged', () => {
    const card = cardOf('offline-preview-1');
    expect(nearestShape({ width: 1440, height: 960 }, card, '1K')).toEqual({ ratio: null, size: { width: 1024, height: 683 } });
    expect(nearestShape({ width: 30, height: 60 }, card, '2K').size).toEqual({ width: 1024, height: 2048 });
  });
});

describe('padBox and cropBox', () => {
  it('[AS5] centres the source as large as fits, ratio kept to a pixel, touching two edges', () => {
    fc.assert(
      fc.property(size, size, (source, target) => {
        const box = padBox(source, target);
        expect(box.width === target.width || box.height === target.height).toBe(true);
        const scale = Math.min(target.width / source.width, target.height / source.height);
        expect(Math.abs(box.width - Math.max(1, source.width * scale))).toBeLessThanOrEqual(0.5);
        expect(Math.abs(box.height - Math.max(1, source.height * scale))).toBeLessThanOrEqual(0.5);
        expect(Math.abs(target.width - box.width - 2 * box.x)).toBeLessThanOrEqual(1);
        expect(Math.abs(target.height - box.height - 2 * box.y)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[AS6] crops back exactly the box that was padded when the answer has the size asked for', () => {
    fc.assert(
      fc.property(size, size, (source, target) => {
        const content = padBox(source, target);
        expect(cropBox(content, target, target)).toEqual(content);
      }),
    );
  });

  it('[AS7] crops inside the answer, at least one pixel, at whatever size it came', () => {
    fc.assert(
      fc.property(size, size, size, (source, target, answer) => {
        const box = cropBox(padBox(source, target), target, answer);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.width).toBeGreaterThanOrEqual(1);
        expect(box.height).toBeGreaterThanOrEqual(1);
        expect(box.x + box.width).toBeLessThanOrEqual(answer.width);
        expect(box.y + box.height).toBeLessThanOrEqual(answer.height);
        expect([box.x, box.y, box.width, box.height].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('[AS8] doubles the box for an answer of twice the size', () => {
    const content = padBox({ width: 1440, height: 960 }, { width: 1264, height: 848 });
    expect(cropBox(content, { width: 1264, height: 848 }, { width: 2528, height: 1696 })).toEqual({
      x: content.x * 2, y: content.y * 2, width: content.width * 2, height: content.height * 2,
    });
  });
});

describe('coverBox', () => {
  it('[AS9] takes the largest centred box of the wanted ratio', () => {
    expect(coverBox({ width: 1024, height: 1024 }, { width: 2, height: 1 })).toEqual({ x: 0, y: 256, width: 1024, height: 512 });
  });

  it('[AS10] knows when nothing has to be cropped', () => {
    const answer = { width: 1264, height: 848 };
    expect(isWhole(coverBox(answer, answer), answer)).toBe(true);
    expect(isWhole({ x: 0, y: 1, width: 1264, height: 847 }, answer)).toBe(false);
  });
});

// Sizes, padding, composing and flattening of rasters.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/core/pixels/compose.ts';
import { flatten, paperFor } from '../../../src/core/pixels/flatten.ts';
import { crop, cropBack, padToSize } from '../../../src/core/pixels/pad.ts';
import { createRaster, runToEnd } from '../../../src/core/pixels/raster.ts';
import { resize } from '../../../src/core/pixels/resize.ts';
import { difference, drawn, photo, pixelAt } from './pictures.ts';

describe('resize', () => {
  it('[PX1] gives the same bytes at the same size', () => {
    const source = photo(31, 17);
    expect(resize(source, { width: 31, height: 17 }).data).toEqual(source.data);
  });

  it('[PX2] shrinks by the mean of the area', () => {
    const checks = drawn(8, 8, (x, y) => ((x + y) % 2 === 0 ? [0, 0, 0] : [200, 200, 200]));
    expect(pixelAt(resize(checks, { width: 2, height: 2 }), 1, 1)).toEqual([100, 100, 100, 255]);
  });

  it('[PX3] weighs colours by alpha, so that clear pixels do not stain', () => {
    const source = drawn(2, 1, (x) => (x === 0 ? [255, 0, 0, 255] : [0, 255, 0, 0]));
    expect(pixelAt(resize(source, { width: 1, height: 1 }), 0, 0)).toEqual([255, 0, 0, 128]);
  });

  it('[PX4] grows without overshooting', () => {
    const source = drawn(2, 1, (x) => (x === 0 ? [0, 0, 0] : [255, 255, 255]));
    const row = Array.from({ length: 8 }, (_, x) => pixelAt(resize(source, { width: 8, height: 1 }), x, 0)[0] ?? 0);
    expect(row).toEqual([...row].sort((a, b) => a - b));
    expect([row[0], row[7]]).toEqual([0, 255]);
  });

  it('[PX5] reads a region and repeats the edge beyond it', () => {
    const source = drawn(4, 4, (x) => [x * 60, 0, 0]);
    const part = resize(source, { width: 2, height: 4 }, { x: 2, y: 0, width: 2, height: 4 });
    expect([pixelAt(part, 0, 0)[0], pixelAt(part, 1, 0)[0]]).toEqual([120, 180]);
    const beyond = resize(source, { width: 6, height: 4 }, { x: 0, y: 0, width: 6, height: 4 });
    expect(pixelAt(beyond, 5, 0)[0]).toBe(180);
  });

  it('[PX6] refuses sizes that are no picture', () => {
    expect(() => createRaster(0, 4)).toThrow(RangeError);
    expect(() => createRaster(2.5, 4)).toThrow(RangeError);
  });
});

describe('padding and cropping back', () => {
  it.each([[300, 200, 256, 256], [64, 200, 320, 128], [100, 100, 100, 100], [7, 900, 64, 64]])(
    '[PX7] a source of %i × %i padded to %i × %i keeps its ratio to the pixel and comes back whole',
    (width, height, targetWidth, targetHeight) => {
      const source = photo(width, height);
      const { raster, content } = padToSize(source, { width: targetWidth, height: targetHeight });
      expect([raster.width, raster.height]).toEqual([targetWidth, targetHeight]);
      const back = cropBack(raster, content, raster);
      expect(difference(back, resize(source, content))).toBe(0);
      const scale = Math.min(targetWidth / width, targetHeight / height);
      expect(Math.abs(content.width - width * scale)).toBeLessThan(1);
      expect(Math.abs(content.height - height * scale)).toBeLessThan(1);
    },
  );

  it('[PX8] extends edges by repeating them', () => {
    const { raster, content } = padToSize(drawn(4, 4, (x) => [x * 60, 10, 10]), { width: 12, height: 4 });
    expect(pixelAt(raster, 0, 2)).toEqual(pixelAt(raster, content.x, 2));
    expect(pixelAt(raster, 11, 2)).toEqual(pixelAt(raster, content.x + content.width - 1, 2));
  });

  it('[PX9] crops an answer of another size at the scaled box', () => {
    const { raster, content } = padToSize(photo(200, 100), { width: 128, height: 128 });
    const answer = resize(raster, { width: 256, height: 256 });
    const back = cropBack(answer, content, raster);
    expect([back.width, back.height]).toEqual([content.width * 2, content.height * 2]);
  });

  it('[PX10] refuses a box over the edge', () => {
    expect(() => crop(photo(8, 8), { x: 4, y: 4, width: 5, height: 2 })).toThrow(RangeError);
  });
});

describe('flatten and compose', () => {
  it('[PX11] lays transparency on white or a given colour', () => {
    const clear = drawn(1, 1, () => [0, 0, 0, 0]);
    expect(pixelAt(flatten(clear), 0, 0)).toEqual([255, 255, 255, 255]);
    expect(pixelAt(flatten(clear, [9, 8, 7]), 0, 0)).toEqual([9, 8, 7, 255]);
  });

  it('[PX25] chooses dark paper for white shapes on nothing, white paper for all else', () => {
    const shape = (rgb: [number, number, number]) => drawn(20, 20, (x) => (x < 10 ? [...rgb, 255] : [0, 0, 0, 0]));
    expect(runToEnd(paperFor(shape([255, 255, 255])))).toEqual([32, 32, 36]);
    expect(runToEnd(paperFor(shape([200, 30, 30])))).toEqual([255, 255, 255]);
    expect(runToEnd(paperFor(drawn(20, 20, () => [255, 255, 255, 255])))).toEqual([255, 255, 255]);
    expect(runToEnd(paperFor(drawn(20, 20, () => [0, 0, 0, 0])))).toEqual([255, 255, 255]);
  });

  it('[PX12] composes by canvas boxes; later parts on top, gaps clear', () => {
    const red = { raster: drawn(10, 10, () => [255, 0, 0]), box: { x: 100, y: 50, width: 10, height: 10 } };
    const blue = { raster: drawn(10, 10, () => [0, 0, 255]), box: { x: 105, y: 55, width: 10, height: 10 } };
    const whole = compose([red, blue], 4096);
    expect([whole.width, whole.height]).toEqual([15, 15]);
    expect(pixelAt(whole, 2, 2)).toEqual([255, 0, 0, 255]);
    expect(pixelAt(whole, 7, 7)).toEqual([0, 0, 255, 255]);
    expect(pixelAt(whole, 14, 1)[3]).toBe(0);
  });

  it('[PX13] composes as finely as its finest part, within the limit', () => {
    const fine = { raster: photo(40, 40), box: { x: 0, y: 0, width: 10, height: 10 } };
    const coarse = { raster: photo(10, 10), box: { x: 10, y: 0, width: 10, height: 10 } };
    expect(compose([fine, coarse], 4096)).toMatchObject({ width: 80, height: 40 });
    expect(compose([fine, coarse], 20)).toMatchObject({ width: 20, height: 10 });
  });

  it('[PX14] blends half-clear parts by their alpha', () => {
    const below = { raster: drawn(2, 2, () => [0, 0, 0]), box: { x: 0, y: 0, width: 2, height: 2 } };
    const above = { raster: drawn(2, 2, () => [255, 255, 255, 128]), box: { x: 0, y: 0, width: 2, height: 2 } };
    expect(pixelAt(compose([below, above], 64), 0, 0)).toEqual([128, 128, 128, 255]);
  });
});

// What kind of picture it is: a photograph, or flat artwork such as an interface or a line drawing.
import { clamp01, smoothstep } from '../maths.ts';
import type { Raster, Sliced } from './raster.ts';
import { eachRow, stage } from './slices.ts';
import { brightness } from './plane.ts';

/** 0 for a photograph to 1 for flat artwork: by how many pixels equal their neighbours. Takes an opaque picture. */
export function* flatnessOf(source: Raster): Sliced<number> {
  const { width, height, data } = source;
  let calm = 0;
  yield* eachRow(height - 1, width, 4, (y) => {
    for (let x = 0; x < width - 1; x++) {
      const at = (y * width + x) * 4;
      const across = Math.abs((data[at] ?? 0) - (data[at + 4] ?? 0)) + Math.abs((data[at + 1] ?? 0) - (data[at + 5] ?? 0));
      const down = Math.abs((data[at + 1] ?? 0) - (data[at + width * 4 + 1] ?? 0));
      if (across + down < 2) calm++;
    }
  });
  return smoothstep(0.6, 0.85, calm / Math.max(1, (width - 1) * (height - 1)));
}

/**
 * Puts fine strong detail (lettering, thin lines) that a filter lost back into `picture`, which changes. `strength` 0
 * to 1; both pictures are opaque and of one size.
 */
export function* keepDetail(picture: Raster, source: Raster, strength: number): Sliced<void> {
  if (strength <= 0) return;
  const before = yield* stage(0, 0.3, brightness(source));
  const after = yield* stage(0.3, 0.6, brightness(picture));
  yield* stage(0.6, 1, eachRow(source.height, source.width, 14, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      const lost = Math.abs((before.data[i] ?? 0) - (after.data[i] ?? 0));
      if (lost < 0.06) continue;
      const share = strength * clamp01((lost - 0.06) / 0.16);
      for (let at = i * 4; at < i * 4 + 3; at++) {
        picture.data[at] = (picture.data[at] ?? 0) * (1 - share) + (source.data[at] ?? 0) * share;
      }
    }
  }));
}

// Pictures of a real answer's weight: PNG bytes that hardly compress, of exactly the size that a model answers.
import { encodePng } from '../test/support/gemini/png.mjs';

/** A PNG with soft shapes and grain; the same bytes for the same size and seed. */
export function grainyPng(width, height, seed = 1) {
  const rgb = new Uint8Array(width * height * 3);
  let state = seed >>> 0 || 1;
  for (let at = 0, pixel = 0; at < rgb.length; at += 3, pixel += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const grain = (state >>> 28) - 8;
    const x = pixel % width;
    const y = (pixel - x) / width;
    rgb[at] = 120 + 80 * Math.sin(x / 97 + seed) + grain;
    rgb[at + 1] = 110 + 70 * Math.sin(y / 71) + grain;
    rgb[at + 2] = 140 + 60 * Math.cos((x + y) / 113) + grain;
  }
  return encodePng({ width, height, rgb });
}

/** A painter for the loopback that answers every request with one picture a size, made once. */
export function fixedPainter() {
  const made = new Map();
  return ({ size }) => {
    const key = `${size.width}x${size.height}`;
    if (!made.has(key)) made.set(key, grainyPng(size.width, size.height));
    return made.get(key);
  };
}

// The direction in which a picture's forms run, for brush strokes and hatching that follow them.
import { layeredNoise } from '../noise.ts';
import { blur, brightness, createPlane } from '../plane.ts';
import type { Plane } from '../plane.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface Flow {
  /** Direction along the form in radians, 0 up to pi. */
  readonly angle: Plane;
  /** How clear the direction is: 0 none, 1 a straight edge. */
  readonly clarity: Plane;
}

/**
 * The smoothed structure tensor's eigenvectors; `sigma` (px) is how far neighbours agree. Where nothing has a form the
 * direction drifts with a slow noise. Source: Kyprianidis 2009.
 */
export function* flowOf(source: Raster, sigma: number, seed: number): Sliced<Flow> {
  const light = yield* stage(0, 0.1, brightness(source));
  const products = yield* stage(0.1, 0.25, gradientProducts(light));
  const xx = yield* stage(0.25, 0.45, blur(products[0], sigma));
  const xy = yield* stage(0.45, 0.65, blur(products[1], sigma));
  const yy = yield* stage(0.65, 0.85, blur(products[2], sigma));
  const angle = createPlane(source.width, source.height);
  const clarity = createPlane(source.width, source.height);
  yield* stage(0.85, 1, eachRow(source.height, source.width, 60, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const difference = (xx.data[i] ?? 0) - (yy.data[i] ?? 0);
      const sum = (xx.data[i] ?? 0) + (yy.data[i] ?? 0);
      const cross = 2 * (xy.data[i] ?? 0);
      // atan2 gives twice the gradient's direction; a quarter turn on is along the form.
      const isFormless = sum < 2e-4;
      const drift = isFormless ? layeredNoise(x / 90, y / 90, seed, 2) * 2 * Math.PI : 0;
      angle.data[i] = isFormless ? drift % Math.PI : (Math.atan2(cross, difference) / 2 + Math.PI / 2 + Math.PI) % Math.PI;
      clarity.data[i] = sum > 1e-6 ? Math.sqrt(difference * difference + cross * cross) / (sum + 1e-4) : 0;
    }
  }));
  return { angle, clarity };
}

function* gradientProducts({ width, height, data }: Plane): Sliced<readonly [Plane, Plane, Plane]> {
  const xx = createPlane(width, height);
  const xy = createPlane(width, height);
  const yy = createPlane(width, height);
  yield* eachRow(height, width, 12, (y) => {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const across = (data[y * width + Math.min(width - 1, x + 1)] ?? 0) - (data[y * width + Math.max(0, x - 1)] ?? 0);
      const down = (data[below + x] ?? 0) - (data[above + x] ?? 0);
      xx.data[y * width + x] = across * across;
      xy.data[y * width + x] = across * down;
      yy.data[y * width + x] = down * down;
    }
  });
  return [xx, xy, yy];
}

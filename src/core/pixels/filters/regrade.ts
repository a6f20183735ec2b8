// A picture in another palette: tones stay, every colour leans towards a ramp. The gentle way to change a mood.
import type { Rgb } from '../../colour.ts';
import { labOf, rasterOf } from '../lab.ts';
import { clamp01, mix } from '../../maths.ts';
import { rampAt, rampOf, toneRampOf } from '../ramp.ts';
import type { Raster, Sliced } from '../raster.ts';
import { eachRow, stage } from '../slices.ts';

export interface RegradeOptions {
  readonly colours: readonly Rgb[];
  /** How far colours lean: 0 not at all, 1 wholly. */
  readonly strength: number;
  /** How far tones lean towards the palette's darkest and lightest: 0 keeps them. */
  readonly tone: number;
}

/** Takes an opaque picture; same size out. */
export function* regrade(source: Raster, { colours, strength, tone }: RegradeOptions): Sliced<Raster> {
  const picture = yield* stage(0, 0.5, labOf(source));
  const tints = toneRampOf(colours);
  const tones = rampOf(colours);
  const { lightness, a, b } = picture;
  yield* stage(0.5, 0.65, eachRow(source.height, source.width, 20, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      const was = clamp01(lightness.data[i] ?? 0);
      const now = mix(was, rampAt(tones, was, 0), tone);
      lightness.data[i] = now;
      // What a colour had of its own stays visible inside the new palette.
      a.data[i] = mix(a.data[i] ?? 0, rampAt(tints, now, 1) + 0.3 * (a.data[i] ?? 0), strength);
      b.data[i] = mix(b.data[i] ?? 0, rampAt(tints, now, 2) + 0.3 * (b.data[i] ?? 0), strength);
    }
  }));
  return yield* stage(0.65, 1, rasterOf(picture));
}

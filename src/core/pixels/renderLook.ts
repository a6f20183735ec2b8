// Draws one look at one size, from a source or from nothing. The same look, source and size always give the same bytes.
import type { ImageBox, ImageSize } from '../geometry.ts';
import { conceptWash, isLineArt } from './filters/conceptWash.ts';
import { cutPaper } from './filters/cutPaper.ts';
import { duotone } from './filters/duotone.ts';
import { halftone } from './filters/halftone.ts';
import { lowPoly } from './filters/lowPoly.ts';
import { painting } from './filters/painting.ts';
import { pencil } from './filters/pencil.ts';
import { poster } from './filters/poster.ts';
import { regrade } from './filters/regrade.ts';
import { relight } from './filters/relight.ts';
import { risograph } from './filters/risograph.ts';
import { watercolour } from './filters/watercolour.ts';
import { flattenSliced } from './flatten.ts';
import type { Look, Reframe, Step } from './look.ts';
import { createRaster } from './raster.ts';
import type { Raster, Sliced } from './raster.ts';
import { resizeSliced } from './resize.ts';
import { scene } from './scene/scene.ts';
import { eachRow, stage } from './slices.ts';

/**
 * An opaque picture of exactly `size`. The source covers it: scaled, centred, what is over cut off; transparency lies on
 * white. Without a source the look must begin with a scene, or white is all there is.
 */
export function* renderLook(look: Look, source: Raster | null, size: ImageSize): Sliced<Raster> {
  let base = yield* stage(0, 0.08, source ? covering(source, size) : flattenSliced(createRaster(size.width, size.height)));
  let picture = base;
  for (const [i, step] of look.steps.entries()) {
    const work = applied(step, picture, size);
    picture = yield* stage(0.08 + (0.88 * i) / look.steps.length, 0.08 + (0.88 * (i + 1)) / look.steps.length, work);
    if (step.kind === 'reframe' || step.kind === 'scene') base = picture;
  }
  if (look.share >= 1 || picture === base) return picture;
  return yield* stage(0.96, 1, blended(base, picture, look.share));
}

function* covering(source: Raster, size: ImageSize): Sliced<Raster> {
  const scale = Math.min(source.width / size.width, source.height / size.height);
  const width = size.width * scale;
  const height = size.height * scale;
  const region: ImageBox = { x: (source.width - width) / 2, y: (source.height - height) / 2, width, height };
  return yield* stage(0.6, 1, flattenSliced(yield* stage(0, 0.6, resizeSliced(source, size, region))));
}

function applied(step: Step, picture: Raster, size: ImageSize): Sliced<Raster> {
  switch (step.kind) {
    case 'scene':
      return scene(step.options, size);
    case 'reframe':
      return reframed(picture, step.options);
    case 'conceptWash':
      return step.onlyDrawings ? washedIfDrawn(picture, step) : conceptWash(picture, step.options);
    case 'painting':
      return painting(picture, step.options);
    case 'pencil':
      return pencil(picture, step.options);
    case 'halftone':
      return halftone(picture, step.options);
    case 'duotone':
      return duotone(picture, step.options);
    case 'lowPoly':
      return lowPoly(picture, step.options);
    case 'poster':
      return poster(picture, step.options);
    case 'cutPaper':
      return cutPaper(picture, step.options);
    case 'risograph':
      return risograph(picture, step.options);
    case 'watercolour':
      return watercolour(picture, step.options);
    case 'regrade':
      return regrade(picture, step.options);
    case 'relight':
      return relight(picture, step.options);
  }
}

function* washedIfDrawn(picture: Raster, step: Extract<Step, { kind: 'conceptWash' }>): Sliced<Raster> {
  if (!(yield* stage(0, 0.1, isLineArt(picture)))) return picture;
  return yield* stage(0.1, 1, conceptWash(picture, step.options));
}

function* reframed(picture: Raster, { mirror, zoom, x, y }: Reframe): Sliced<Raster> {
  const width = picture.width / zoom;
  const height = picture.height / zoom;
  const region: ImageBox = { x: (picture.width - width) * x, y: (picture.height - height) * y, width, height };
  const view = zoom === 1 ? picture : yield* stage(0, 0.8, resizeSliced(picture, picture, region));
  return mirror ? yield* stage(0.8, 1, mirrored(view)) : view;
}

function* mirrored({ width, height, data }: Raster): Sliced<Raster> {
  const target = createRaster(width, height);
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(target.data.buffer);
  yield* eachRow(height, width, 2, (y) => to.set(from.subarray(y * width, (y + 1) * width).slice().reverse(), y * width));
  return target;
}

function* blended(under: Raster, over: Raster, share: number): Sliced<Raster> {
  const target = createRaster(under.width, under.height);
  const stride = under.width * 4;
  yield* eachRow(under.height, under.width, 5, (y) => {
    for (let at = y * stride; at < (y + 1) * stride; at++) {
      target.data[at] = (under.data[at] ?? 0) * (1 - share) + (over.data[at] ?? 0) * share;
    }
  });
  return target;
}

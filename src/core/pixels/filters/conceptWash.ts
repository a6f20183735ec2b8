// A line drawing coloured in: every enclosed area gets a wash of the palette with soft light; the lines stay.
import type { ImageSize } from '../../geometry.ts';
import { fitWithin, longEdge } from '../../geometry.ts';
import { toLab, toRgb } from '../../colour.ts';
import type { Lab, Rgb } from '../../colour.ts';
import { writeLab } from '../lab.ts';
import { clamp01, mix, smoothstep } from '../../maths.ts';
import { grainAt, layeredNoise, paperTile } from '../noise.ts';
import { blur, brightness, createPlane, percentiles, sample } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { labClusters } from '../palette.ts';
import { hashPoint } from '../random.ts';
import { createRaster } from '../raster.ts';
import type { Raster, Sliced } from '../raster.ts';
import { resizeSliced } from '../resize.ts';
import { eachRow, stage } from '../slices.ts';
import { regionsOf } from './regions.ts';
import type { Region, Regions } from './regions.ts';
import { regrade } from './regrade.ts';
import { watercolour } from './watercolour.ts';

export interface ConceptWashOptions {
  readonly seed: number;
  /** Darkest first, five of them. */
  readonly colours: readonly Rgb[];
  /** How strong light, shade and the paper's tooth are, 0 flat areas without a texture to 1. */
  readonly shading: number;
}

/** Areas are found at this long edge (px). */
const REGION_EDGE = 640;

/** Takes an opaque picture; same size out. A photograph, which has no lines to fill, becomes a watercolour of the palette. */
export function* conceptWash(source: Raster, options: ConceptWashOptions): Sliced<Raster> {
  const { seed, colours, shading } = options;
  if (!(yield* stage(0, 0.05, isDrawing(source)))) return yield* stage(0.05, 1, photoWash(source, options));
  const unit = longEdge(source) / 1024;
  const small = yield* stage(0.05, 0.1, resizeSliced(source, fitWithin(source, REGION_EDGE)));
  const walls = yield* stage(0.1, 0.2, linesOf(small, 0.5));
  yield* stage(0.2, 0.2, addSteps(walls, small));
  const regions = yield* stage(0.2, 0.35, regionsOf(walls, 3, (small.width * small.height) / 9000));
  const washes = yield* stage(0.35, 0.6, washesOf(regions, small, colours, shading, seed));
  const paper = yield* stage(0.6, 0.7, paperTile(seed));
  const target = createRaster(source.width, source.height);
  const bare = toRgb(labClusters(source, 1)[0]?.lab ?? WHITE);
  yield* stage(0.7, 1, eachRow(source.height, source.width, 160, (y) => {
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x;
      const fromX = ((x + 0.5) / source.width) * small.width - 0.5;
      const fromY = ((y + 0.5) / source.height) * small.height - 0.5;
      const tooth = (grainAt(paper, Math.round(x / unit), Math.round(y / unit)) - 0.5) * 0.05 * shading;
      writeLab(target.data, i, sample(washes[0], fromX, fromY) + tooth, sample(washes[1], fromX, fromY), sample(washes[2], fromX, fromY));
      multiplyPixel(target.data, source.data, i * 4, bare);
    }
  }));
  return target;
}

/** Lays the drawing over the wash like ink: paper vanishes, lines and fills darken. */
function multiplyPixel(under: Uint8ClampedArray, over: Uint8ClampedArray, at: number, paper: Rgb): void {
  for (let channel = 0; channel < 3; channel++) {
    const passed = clamp01((over[at + channel] ?? 0) / Math.max(40, (paper[channel] ?? 255) - 4));
    under[at + channel] = (under[at + channel] ?? 0) * mix(0.1, 1, passed);
  }
}

/** True for lines or flat shapes on paper: most of the picture is about as bright as its paper. */
export function* isDrawing(source: Raster): Sliced<boolean> {
  const light = yield* brightness(source);
  const [paper = 1] = percentiles(light, [0.75]);
  let bare = 0;
  for (let i = 0; i < light.data.length; i++) if (Math.abs((light.data[i] ?? 0) - paper) < 0.09) bare++;
  return paper > 0.55 && bare > 0.62 * light.data.length;
}

/** True for a drawing that is all but colourless, which a style alone would leave an empty page. */
export function* isLineArt(source: Raster): Sliced<boolean> {
  if (!(yield* stage(0, 0.5, isDrawing(source)))) return false;
  const { width, height, data } = source;
  let coloured = 0;
  yield* stage(0.5, 1, eachRow(height, width, 8, (y) => {
    for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured++;
    }
  }));
  return coloured < 0.02 * width * height;
}

function* photoWash(source: Raster, { seed, colours }: ConceptWashOptions): Sliced<Raster> {
  const tinted = yield* stage(0, 0.4, regrade(source, { colours, strength: 0.75, tone: 0.5 }));
  return yield* stage(0.4, 1, watercolour(tinted, { seed, looseness: 0.5, hasBorder: true }));
}

/** Flat shapes without an outline have one too: wherever the picture steps from one tone to the next. */
function* addSteps(walls: Plane, source: Raster): Sliced<void> {
  const { width, height, data } = source;
  yield* eachRow(height - 1, width, 10, (y) => {
    for (let x = 0; x < width - 1; x++) {
      const at = (y * width + x) * 4;
      let step = 0;
      for (let channel = at; channel < at + 3; channel++) {
        const own = data[channel] ?? 0;
        step = Math.max(step, Math.abs(own - (data[channel + 4] ?? 0)), Math.abs(own - (data[channel + width * 4] ?? 0)));
      }
      if (step > 9) walls.data[y * width + x] = 1;
    }
  });
}

/** 1 on a line: where a pixel is clearly darker than the paper around it. */
function* linesOf(source: Raster, unit: number): Sliced<Plane> {
  const light = yield* stage(0, 0.2, brightness(source));
  const around = yield* stage(0.2, 0.8, blur(light, 9 * unit));
  const [paper = 1] = percentiles(light, [0.8]);
  const lines = createPlane(source.width, source.height);
  yield* stage(0.8, 1, eachRow(source.height, source.width, 10, (y) => {
    for (let i = y * source.width; i < (y + 1) * source.width; i++) {
      const own = light.data[i] ?? 0;
      const local = Math.min(paper, (around.data[i] ?? 0) + 0.12);
      lines.data[i] = smoothstep(0.1, 0.42, (local - own) / Math.max(0.25, local));
    }
  }));
  return lines;
}

/** Lightness, a and b of the washes at the size of the regions. */
function* washesOf(regions: Regions, size: ImageSize, colours: readonly Rgb[], shading: number, seed: number): Sliced<readonly [Plane, Plane, Plane]> {
  const washes = [createPlane(size.width, size.height), createPlane(size.width, size.height), createPlane(size.width, size.height)] as const;
  const chosen = regions.list.map((region, i) => colourOf(region, i, size, colours.map(toLab), seed));
  const depth = yield* stage(0, 0.4, depthOf(regions, size));
  yield* stage(0.4, 1, eachRow(size.height, size.width, 260, (y) => {
    for (let x = 0; x < size.width; x++) {
      const i = y * size.width + x;
      const label = regions.labels[i] ?? 0;
      const region = regions.list[label];
      const colour = chosen[label] ?? { top: [0.97, 0, 0], bottom: [0.93, 0, 0] };
      const reach = Math.sqrt((region?.area ?? 1) / (size.width * size.height));
      const slope = (y / size.height - (region?.y ?? 0.5)) / Math.max(0.12, 1.5 * reach) + 0.5;
      const side = (x / size.width - (region?.x ?? 0.5)) / Math.max(0.12, 1.5 * reach);
      const water = layeredNoise(x / 70, y / 70, seed + label, 3) - 0.5;
      const part = shading === 0 ? 0.35 : clamp01(slope + 0.35 * water);
      const rim = 1 - smoothstep(0, 0.5, depth.data[i] ?? 0);
      const light = shading * (0.05 * water - 0.07 * rim - 0.05 * side);
      washes[0].data[i] = clamp01(mix(colour.top[0], colour.bottom[0], part) + light);
      washes[1].data[i] = mix(colour.top[1], colour.bottom[1], part) * (1 + 0.3 * rim * shading);
      washes[2].data[i] = mix(colour.top[2], colour.bottom[2], part) * (1 + 0.3 * rim * shading);
    }
  }));
  return washes;
}

/** How far inside its region a pixel lies, 0 at the rim to 1. */
function* depthOf({ labels }: Regions, { width, height }: ImageSize): Sliced<Plane> {
  const inside = createPlane(width, height);
  for (let i = 0; i < labels.length; i++) {
    const isRim = labels[i] !== labels[i + 1] || labels[i] !== labels[i + width];
    inside.data[i] = isRim ? 0 : 1;
  }
  const near = yield* blur(inside, Math.max(width, height) / 110);
  for (let i = 0; i < near.data.length; i++) near.data[i] = clamp01(((near.data[i] ?? 0) - 0.62) * 2.8);
  return near;
}

interface Wash {
  readonly top: Lab;
  readonly bottom: Lab;
}

/**
 * The open ground behind everything runs from the lightest tints; what touches the lower border is ground, darker;
 * small areas take the loud colours. Neighbours differ because the choice follows place and order.
 */
function colourOf(region: Region, index: number, size: ImageSize, labs: readonly Lab[], seed: number): Wash {
  const [, dark = WHITE, loud = WHITE, light = WHITE, pale = WHITE] = labs;
  const share = region.area / (size.width * size.height);
  const turn = hashPoint(index, 7, seed);
  if (region.touchesBorder && share > 0.12 && region.y < 0.6) return { top: blend(pale, light, 0.75), bottom: blend(pale, light, 0.12) };
  if (region.touchesBorder && share > 0.03) return { top: blend(light, dark, 0.18 + 0.25 * turn), bottom: blend(light, dark, 0.5 + 0.25 * turn) };
  if (share < 0.004) return turn < 0.5 ? { top: pale, bottom: blend(pale, loud, 0.35) } : { top: loud, bottom: blend(loud, dark, 0.4) };
  const choices: readonly Wash[] = [
    { top: blend(loud, light, 0.25), bottom: blend(loud, dark, 0.2) },
    { top: blend(light, pale, 0.3), bottom: blend(light, loud, 0.35) },
    { top: blend(pale, light, 0.2), bottom: blend(pale, light, 0.6) },
    { top: blend(dark, light, 0.45), bottom: blend(dark, light, 0.12) },
  ];
  // High up things are lit: suns and clouds must not turn dark.
  const usable = region.y < 0.4 ? 3 : 4;
  return choices[(index + Math.floor(hashPoint(3, 1, seed) * usable)) % usable] ?? { top: pale, bottom: light };
}

const WHITE: Lab = [1, 0, 0];

function blend(from: Lab, to: Lab, part: number): Lab {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

// Draws image fills as Figma does where open-pencil's renderer does not: FIT keeps the ratio, nothing is smeared beside the picture, tiles have a
// scale, pictures turn by quarters. Colour filters are not drawn.
import type { Image } from 'canvaskit-wasm';
import type { SkiaRenderer } from '@open-pencil/core/canvas';
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import type { HostFill } from './figma/paints.ts';

/** Row-major 3 × 3, from the layer's unit square to the image's. */
type UnitMatrix = number[];
const QUARTER_TURNS = [[1, 0], [0, 1], [-1, 0], [0, -1]] as const;

export function withFigmaFills(skia: SkiaRenderer): SkiaRenderer {
  const decode = skia.applyImageFill.bind(skia);
  skia.applyImageFill = (fill, node, graph) => applyImageFill(skia, decode, fill, node, graph);
  return skia;
}

function applyImageFill(skia: SkiaRenderer, decode: SkiaRenderer['applyImageFill'], fill: HostFill, node: SceneNode, graph: SceneGraph): boolean {
  // The renderer decodes the picture into its cache and sets a shader, which is replaced.
  if (!decode(fill, node, graph)) return false;
  const image = skia.imageCache.get(fill.imageHash ?? '');
  if (!image || node.width === 0 || node.height === 0) return true;
  const { TileMode, FilterMode, MipmapMode } = skia.ck;
  const mode = fill.imageScaleMode === 'TILE' ? TileMode.Repeat : TileMode.Decal;
  skia.fillPaint.setShader(image.makeShaderOptions(mode, mode, FilterMode.Linear, MipmapMode.Linear, toLayer(skia, unitMatrix(fill, node, image), node, image)));
  return true;
}

function toLayer({ ck }: SkiaRenderer, unit: UnitMatrix, node: SceneNode, image: Image): number[] {
  const inverse = ck.Matrix.invert(unit) ?? ck.Matrix.identity();
  return ck.Matrix.multiply(ck.Matrix.scaled(node.width, node.height), inverse, ck.Matrix.scaled(1 / image.width(), 1 / image.height()));
}

function unitMatrix(fill: HostFill, node: SceneNode, image: Image): UnitMatrix {
  const transform = fill.imageTransform;
  switch (fill.imageScaleMode ?? 'FILL') {
    case 'CROP': return transform ? [transform.m00, transform.m01, transform.m02, transform.m10, transform.m11, transform.m12, 0, 0, 1] : placed(node, image, false, 0);
    case 'TILE': return tiled(node, image, fill.scale ?? 1);
    case 'FIT': return placed(node, image, true, quartersOf(fill));
    case 'FILL': return placed(node, image, false, quartersOf(fill));
  }
}

const quartersOf = (fill: HostFill): number => (((Number(fill.figma?.['rotation'] ?? 0) / 90) % 4) + 4) % 4;

function tiled(node: SceneNode, image: Image, scale: number): UnitMatrix {
  return [node.width / (image.width() * scale), 0, 0, 0, node.height / (image.height() * scale), 0, 0, 0, 1];
}

/** Turned about the middle, in the image's own ratio, scaled to cover the layer or to fit into it. */
function placed(node: SceneNode, image: Image, fits: boolean, quarters: number): UnitMatrix {
  const [imageWidth, imageHeight] = [image.width(), image.height()];
  const [w, h] = quarters % 2 === 0 ? [imageWidth, imageHeight] : [imageHeight, imageWidth];
  const ratios = [node.width / w, node.height / h];
  const scale = fits ? Math.min(...ratios) : Math.max(...ratios);
  const [cos, sin] = QUARTER_TURNS[quarters] ?? QUARTER_TURNS[0];
  const [m00, m01] = [(cos * node.width) / (scale * imageWidth), (sin * node.height) / (scale * imageWidth)];
  const [m10, m11] = [(-sin * node.width) / (scale * imageHeight), (cos * node.height) / (scale * imageHeight)];
  return [m00, m01, 0.5 - (m00 + m01) / 2, m10, m11, 0.5 - (m10 + m11) / 2, 0, 0, 1];
}

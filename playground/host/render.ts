// Pictures of nodes and pages by open-pencil's renderer on CanvasKit, in Node and in the browser. It changes no document.
import type { Canvas, CanvasKit, Surface } from 'canvaskit-wasm';
import { SkiaRenderer } from '@open-pencil/core/canvas';
import { setTextMeasurer } from '@open-pencil/core/layout';
import type { SceneGraph, SceneNode } from '@open-pencil/scene-graph';
import { renderBounds } from './bounds.ts';
import { loadCanvasKit } from './canvasKit.ts';
import type { HostDocument } from './document.ts';
import { loadFontsFor, startFonts, type FontLoader } from './fonts.ts';
import { absoluteBox, parentOf, worldMatrix, type Box } from './geometry.ts';
import { withFigmaFills } from './imageFills.ts';

export interface ExportSettings {
  readonly format?: 'PNG' | 'JPG';
  readonly constraint?: { readonly type: 'SCALE' | 'WIDTH' | 'HEIGHT'; readonly value: number };
  readonly contentsOnly?: boolean;
  readonly useAbsoluteBounds?: boolean;
}

export interface PageRender {
  readonly scale?: number;
  readonly longEdgePx?: number;
  /** Canvas units around the content. */
  readonly margin?: number;
  readonly background?: { readonly r: number; readonly g: number; readonly b: number };
  /** Ids drawn as selected. */
  readonly outline?: readonly string[];
  readonly region?: Box;
}

export interface Renderer {
  readonly canvasKit: CanvasKit;
  /** A renderer for a live canvas, with this host's image fills. */
  skiaFor(surface: Surface): Promise<SkiaRenderer>;
  exportNode(document: HostDocument, nodeId: string, settings?: ExportSettings): Promise<Uint8Array>;
  renderPage(document: HostDocument, pageId: string, options?: PageRender): Promise<Uint8Array>;
  dispose(): void;
}

export interface RendererOptions { locateFile?(file: string): string; loadFont?: FontLoader }

const CANVAS_GREY = { r: 0.96, g: 0.96, b: 0.96 };
const SELECTION_BLUE = { r: 0.051, g: 0.6, b: 1 };
/** Decoded pictures kept between exports. */
const IMAGE_CACHE_LIMIT = 64;

export async function createRenderer(options: RendererOptions = {}): Promise<Renderer> {
  const canvasKit = await loadCanvasKit(options.locateFile);
  await startFonts(options.loadFont);
  const surface = canvasKit.MakeSurface(1, 1);
  if (!surface) throw new Error('CanvasKit gave no surface');
  const skia = await skiaOn(canvasKit, surface);
  setTextMeasurer((node, maxWidth) => skia.measureTextNode(node, maxWidth));
  return {
    canvasKit,
    skiaFor: (live) => skiaOn(canvasKit, live),
    exportNode: (document, nodeId, settings = {}) => exportNode(canvasKit, skia, document, nodeId, settings),
    renderPage: (document, pageId, page = {}) => renderPage(canvasKit, skia, document, pageId, page),
    dispose() {
      setTextMeasurer(null);
      skia.destroy();
    },
  };
}

async function skiaOn(canvasKit: CanvasKit, surface: Surface): Promise<SkiaRenderer> {
  const skia = withFigmaFills(new SkiaRenderer(canvasKit, surface));
  Object.assign(skia, { viewportWidth: 1, viewportHeight: 1, dpr: 1 });
  await skia.loadFonts();
  return skia;
}

async function exportNode(canvasKit: CanvasKit, skia: SkiaRenderer, document: HostDocument, nodeId: string, settings: ExportSettings): Promise<Uint8Array> {
  const { graph } = document;
  const node = graph.getNode(nodeId);
  if (!node) throw new Error(`in exportAsync: The node with id "${nodeId}" does not exist`);
  await prepare(skia, graph, [nodeId]);
  const seen = renderBounds(graph, node);
  const box = settings.useAbsoluteBounds && node.type !== 'CANVAS' ? absoluteBox(graph, node) : seen;
  if (!seen || !box || !(box.width > 0) || !(box.height > 0)) throw new Error('in exportAsync: Failed to export node. This node may not have any visible layers.');
  const size = exportSize(box, settings.constraint);
  const format = settings.format ?? 'PNG';
  return paint(canvasKit, skia, size, format, (canvas) => {
    canvas.clear(format === 'JPG' ? canvasKit.WHITE : canvasKit.TRANSPARENT);
    canvas.scale(size.width / box.width, size.height / box.height);
    canvas.translate(-box.x, -box.y);
    drawNode(skia, canvas, graph, node, settings.contentsOnly !== false);
  });
}

/** Pixels of an export, rounded, at least 1; the constrained side is exact. */
export function exportSize(box: { width: number; height: number }, constraint: ExportSettings['constraint'] = { type: 'SCALE', value: 1 }): { width: number; height: number } {
  const whole = (length: number): number => Math.max(1, Math.round(length));
  switch (constraint.type) {
    case 'SCALE': return { width: whole(box.width * constraint.value), height: whole(box.height * constraint.value) };
    case 'WIDTH': return { width: whole(constraint.value), height: whole((box.height * constraint.value) / box.width) };
    case 'HEIGHT': return { width: whole((box.width * constraint.value) / box.height), height: whole(constraint.value) };
  }
}

function drawNode(skia: SkiaRenderer, canvas: Canvas, graph: SceneGraph, node: SceneNode, contentsOnly: boolean): void {
  if (node.type === 'CANVAS' || !contentsOnly) return skia.renderSceneToCanvas(canvas, graph, pageOf(graph, node));
  const parent = parentOf(graph, node);
  if (parent && parent.type !== 'CANVAS') canvas.concat([...worldMatrix(graph, parent)]);
  const origin = parent && parent.type !== 'CANVAS' ? graph.getAbsolutePosition(parent.id) : { x: 0, y: 0 };
  withWholeWorld(skia, () => skia.renderNode(canvas, graph, node.id, {}, origin.x, origin.y));
}

function pageOf(graph: SceneGraph, node: SceneNode): string {
  const parent = parentOf(graph, node);
  return node.type === 'CANVAS' || !parent ? node.id : pageOf(graph, parent);
}

// The renderer leaves out what lies outside its last viewport.
function withWholeWorld(skia: SkiaRenderer, draw: () => void): void {
  const before = skia.worldViewport;
  skia.worldViewport = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 };
  draw();
  skia.worldViewport = before;
}

async function renderPage(canvasKit: CanvasKit, skia: SkiaRenderer, { graph }: HostDocument, pageId: string, options: PageRender): Promise<Uint8Array> {
  const page = graph.getNode(pageId);
  if (!page) throw new Error(`There is no page ${pageId}`);
  await prepare(skia, graph, page.childIds);
  const content = options.region ?? renderBounds(graph, page) ?? { x: 0, y: 0, width: 100, height: 100 };
  const margin = options.margin ?? 40;
  const box = { x: content.x - margin, y: content.y - margin, width: content.width + 2 * margin, height: content.height + 2 * margin };
  const scale = options.scale ?? (options.longEdgePx ? options.longEdgePx / Math.max(box.width, box.height) : 1);
  const size = exportSize(box, { type: 'SCALE', value: scale });
  const { r, g, b } = options.background ?? CANVAS_GREY;
  return paint(canvasKit, skia, size, 'PNG', (canvas) => {
    canvas.clear(canvasKit.Color4f(r, g, b, 1));
    canvas.scale(scale, scale);
    canvas.translate(-box.x, -box.y);
    skia.renderSceneToCanvas(canvas, graph, pageId);
    for (const id of options.outline ?? []) drawOutline(canvasKit, canvas, graph, id, 2 / scale);
  });
}

function drawOutline(canvasKit: CanvasKit, canvas: Canvas, graph: SceneGraph, id: string, width: number): void {
  const node = graph.getNode(id);
  if (!node) return;
  const { x, y, width: w, height: h } = absoluteBox(graph, node);
  const stroke = new canvasKit.Paint();
  stroke.setStyle(canvasKit.PaintStyle.Stroke);
  stroke.setStrokeWidth(width);
  stroke.setAntiAlias(true);
  stroke.setColor(canvasKit.Color4f(SELECTION_BLUE.r, SELECTION_BLUE.g, SELECTION_BLUE.b, 1));
  canvas.drawRect(canvasKit.LTRBRect(x, y, x + w, y + h), stroke);
  stroke.delete();
}

// Pictures are cached by node id, which two documents may share; images by hash, which they may as well.
async function prepare(skia: SkiaRenderer, graph: SceneGraph, ids: readonly string[]): Promise<void> {
  await loadFontsFor(graph, ids);
  skia.syncFontGeneration();
  skia.invalidateAllPictures();
  for (const cache of [skia.vectorPathCache, skia.fillGeometryCache, skia.strokeGeometryCache]) cache.clear();
  graph.clearAbsPosCache();
  if (skia.imageCache.size <= IMAGE_CACHE_LIMIT) return;
  for (const image of skia.imageCache.values()) image.delete();
  skia.imageCache.clear();
}

function paint(canvasKit: CanvasKit, skia: SkiaRenderer, { width, height }: { width: number; height: number }, format: 'PNG' | 'JPG', draw: (canvas: Canvas) => void): Uint8Array {
  const surface = canvasKit.MakeSurface(width, height);
  if (!surface) throw new Error(`in exportAsync: out of memory (${width} by ${height} px)`);
  try {
    draw(surface.getCanvas());
    surface.flush();
    const image = surface.makeImageSnapshot();
    const bytes = image.encodeToBytes(format === 'JPG' ? canvasKit.ImageFormat.JPEG : canvasKit.ImageFormat.PNG, format === 'JPG' ? 92 : 100);
    image.delete();
    if (!bytes) throw new Error(`in exportAsync: the playground host cannot encode ${format}`);
    return bytes.slice();
  } finally {
    surface.delete();
    skia.invalidateAllPictures();
  }
}

// The live drawing: open-pencil's renderer on a canvas element, by WebGL where it is fast, else in software.
import type { SkiaRenderer } from '@open-pencil/core/canvas';
import type { CanvasKit, Surface } from 'canvaskit-wasm';
import type { HostDocument } from '../../host/document.ts';
import type { Renderer } from '../../host/render.ts';
import type { Camera } from './camera.ts';

export interface ScenePainter {
  /** `width` and `height` in CSS pixels; keeps the drawing. */
  resize(width: number, height: number, pixelRatio: number): void;
  /** Draws the page as the camera sees it. Cheap while `version` stays the same. */
  draw(document: HostDocument, version: number, camera: Camera, background: Rgb): void;
  dispose(): void;
}

export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

type MakeSurface = (width: number, height: number) => Surface | null;

/** `onFonts` is called when a font arrives later and a new drawing is due. */
export async function createScenePainter(host: Renderer, element: HTMLCanvasElement, onFonts: () => void): Promise<ScenePainter> {
  const makeSurface = surfaceMaker(host.canvasKit, element);
  const first = makeSurface(element.width, element.height);
  if (!first) throw new Error('This browser gives no canvas to draw on.');
  const renderer = await host.skiaFor(first);
  dress(renderer, onFonts);
  let shown: { file: HostDocument; version: number } | null = null;
  return {
    resize(width, height, pixelRatio) {
      element.width = Math.max(1, Math.round(width * pixelRatio));
      element.height = Math.max(1, Math.round(height * pixelRatio));
      const surface = makeSurface(element.width, element.height);
      if (surface) renderer.replaceSurface(surface);
      renderer.dpr = pixelRatio;
    },
    draw(document, version, camera, background) {
      if (shown?.file !== document || shown.version !== version) forget(renderer);
      shown = { file: document, version };
      Object.assign(renderer, {
        panX: camera.width / 2 - camera.center.x * camera.zoom,
        panY: camera.height / 2 - camera.center.y * camera.zoom,
        zoom: camera.zoom,
        viewportWidth: camera.width,
        viewportHeight: camera.height,
        pageId: document.currentPageId,
        pageColor: { ...background, a: 1 },
      });
      renderer.render(document.graph, new Set(), {}, version);
    },
    dispose: () => renderer.destroy(),
  };
}

/** The overlay names frames and sections itself; late fonts ask for a frame. */
function dress(renderer: SkiaRenderer, onFonts: () => void): void {
  renderer.drawSectionTitles = () => {};
  renderer.drawComponentLabels = () => {};
  renderer.showRulers = false;
  const settled = renderer.onFontResolutionSettled;
  renderer.onFontResolutionSettled = (snapshot, ids) => {
    settled?.(snapshot, ids);
    onFonts();
  };
}

/** Drops what is cached by node id. Decoded images stay: they are cached by content. */
function forget(renderer: SkiaRenderer): void {
  renderer.invalidateAllPictures();
  const caches = [renderer.vectorPathCache, renderer.vectorStrokePathCache, renderer.vectorStrokeOutlineCache, renderer.fillGeometryCache, renderer.strokeGeometryCache];
  for (const cache of caches) {
    for (const path of [...cache.values()].flat()) path.delete();
    cache.clear();
  }
}

function surfaceMaker(canvasKit: CanvasKit, element: HTMLCanvasElement): MakeSurface {
  const context = hasFastWebGl() ? canvasKit.GetWebGLContext(element, { preserveDrawingBuffer: 1 }) : 0;
  const gpu = context ? canvasKit.MakeWebGLContext(context) : null;
  if (!gpu) return () => canvasKit.MakeSWCanvasSurface(element);
  return (width, height) => canvasKit.MakeOnScreenGLSurface(gpu, width, height, canvasKit.ColorSpace.SRGB);
}

// A software WebGL is slower than CanvasKit's own software surface. The probe must not touch the real canvas.
function hasFastWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const machine = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|software/i.test(machine);
}

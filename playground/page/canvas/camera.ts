// Where the canvas looks: pure sums between screen pixels (CSS, origin at the stage's top left) and canvas units.
import type { CanvasBox } from '../../../src/core/geometry.ts';

/** `zoom` is screen pixels a canvas unit; `width` and `height` are the stage in screen pixels. */
export interface Camera {
  readonly center: Point;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const MIN_ZOOM = 0.02;
const MAX_ZOOM = 64;

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

export function toScreen(camera: Camera, point: Point): Point {
  return {
    x: (point.x - camera.center.x) * camera.zoom + camera.width / 2,
    y: (point.y - camera.center.y) * camera.zoom + camera.height / 2,
  };
}

export function toCanvas(camera: Camera, point: Point): Point {
  return {
    x: (point.x - camera.width / 2) / camera.zoom + camera.center.x,
    y: (point.y - camera.height / 2) / camera.zoom + camera.center.y,
  };
}

/** Moves the picture by so many screen pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, center: { x: camera.center.x - dx / camera.zoom, y: camera.center.y - dy / camera.zoom } };
}

/** Zooms so that the canvas point under `at` (screen pixels) stays where it is. */
export function zoomedAt(camera: Camera, at: Point, zoom: number): Camera {
  const fixed = toCanvas(camera, at);
  const next = clampZoom(zoom);
  return {
    ...camera,
    zoom: next,
    center: { x: fixed.x - (at.x - camera.width / 2) / next, y: fixed.y - (at.y - camera.height / 2) / next },
  };
}

/** Screen pixels at each edge that something covers, such as the plugin window. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const noInsets: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** Shows the whole box in what the insets leave free, never larger than `maxZoom`. */
export function fitted(camera: Camera, box: CanvasBox, insets: Insets = noInsets, maxZoom = 1): Camera {
  const margin = 48;
  const free = {
    width: Math.max(64, camera.width - insets.left - insets.right - 2 * margin),
    height: Math.max(64, camera.height - insets.top - insets.bottom - 2 * margin),
  };
  const zoom = clampZoom(Math.min(maxZoom, free.width / Math.max(1, box.width), free.height / Math.max(1, box.height)));
  return {
    ...camera,
    zoom,
    center: {
      x: box.x + box.width / 2 + (insets.right - insets.left) / 2 / zoom,
      y: box.y + box.height / 2 + (insets.bottom - insets.top) / 2 / zoom,
    },
  };
}

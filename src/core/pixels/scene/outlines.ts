// Outlines of simple shapes as signed distances in px, for canvas.ts. Exact where cheap, close elsewhere.
import type { Shape } from './canvas.ts';

export function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - centreX, y - centreY) - radius;
}

export function ring(centreX: number, centreY: number, radius: number, thickness: number): Shape {
  return (x, y) => Math.abs(Math.hypot(x - centreX, y - centreY) - radius) - thickness / 2;
}

/** A box with round corners; `radius` 0 makes it square. */
export function block(left: number, top: number, width: number, height: number, radius = 0): Shape {
  const middleX = left + width / 2;
  const middleY = top + height / 2;
  return (x, y) => {
    const dx = Math.abs(x - middleX) - width / 2 + radius;
    const dy = Math.abs(y - middleY) - height / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** A flat oval. */
export function oval(centreX: number, centreY: number, radiusX: number, radiusY: number): Shape {
  return (x, y) => (Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY) - 1) * Math.min(radiusX, radiusY);
}

/** An arch: a box with a half disc on top; `top` is the crown. */
export function arch(left: number, top: number, width: number, height: number): Shape {
  const radius = width / 2;
  const upper = disc(left + radius, top + radius, radius);
  const lower = block(left, top + radius, width, height - radius);
  return (x, y) => Math.min(upper(x, y), lower(x, y));
}

/** A leaf between two points, `plumpness` (0.1 to 0.5) of its length wide on each side. */
export function leaf(fromX: number, fromY: number, toX: number, toY: number, plumpness: number): Shape {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const alongX = (toX - fromX) / length;
  const alongY = (toY - fromY) / length;
  return (x, y) => {
    const along = (x - fromX) * alongX + (y - fromY) * alongY;
    const across = Math.abs((y - fromY) * alongX - (x - fromX) * alongY);
    const part = along / length;
    const half = part > 0 && part < 1 ? plumpness * length * Math.sin(Math.PI * part ** 0.8) : 0;
    return part <= 0 || part >= 1 ? Math.hypot(Math.max(-along, along - length), across) : (across - half) * 0.8;
  };
}

/** A straight stroke with round ends. */
export function stroke(fromX: number, fromY: number, toX: number, toY: number, thickness: number): Shape {
  const dx = toX - fromX;
  const dy = toY - fromY;
  const squared = Math.max(1e-6, dx * dx + dy * dy);
  return (x, y) => {
    const part = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / squared));
    return Math.hypot(x - fromX - part * dx, y - fromY - part * dy) - thickness / 2;
  };
}

/** Everything below a curve given as a height (px) for each x. */
export function below(heights: Float32Array): Shape {
  return (x, y) => {
    const at = Math.min(heights.length - 1, Math.max(0, Math.round(x)));
    const slope = (heights[Math.min(heights.length - 1, at + 1)] ?? 0) - (heights[at] ?? 0);
    return ((heights[at] ?? 0) - y) / Math.sqrt(1 + Math.min(9, slope * slope));
  };
}

/** Heights for `below`, one for each px of width, by a rule of the part across (0 to 1). */
export function curve(width: number, heightAt: (part: number) => number): Float32Array {
  return Float32Array.from({ length: width }, (_, x) => heightAt(x / width));
}

// What a drawn line runs around: everything that cannot be reached from the edge without crossing it.
import type { Plane } from './plane.ts';

/** Every value that is 0 and enclosed by others becomes 1, in place; a line with a gap encloses nothing. */
export function fillEnclosed({ width, height, data }: Plane): void {
  const outside = new Uint8Array(width * height);
  const waiting: number[] = [];
  const visit = (at: number) => {
    if ((data[at] ?? 0) > 0 || outside[at] === 1) return;
    outside[at] = 1;
    waiting.push(at);
  };
  for (let x = 0; x < width; x += 1) [x, (height - 1) * width + x].forEach(visit);
  for (let y = 0; y < height; y += 1) [y * width, y * width + width - 1].forEach(visit);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  for (let at = 0; at < data.length; at += 1) if (outside[at] === 0) data[at] = 1;
}

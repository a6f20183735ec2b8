// The canvas's camera: sums between screen and canvas.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, panned, toCanvas, toScreen, zoomedAt, type Camera } from '../../playground/page/canvas/camera.ts';

const camera: Camera = { center: { x: 100, y: 50 }, zoom: 2, width: 800, height: 600 };
const number = fc.double({ min: -5000, max: 5000, noNaN: true });

describe('the camera', () => {
  it('[PY20] shows its centre in the middle of the stage', () => {
    expect(toScreen(camera, camera.center)).toEqual({ x: 400, y: 300 });
  });

  it('[PY20] leads from screen to canvas and back', () => {
    fc.assert(fc.property(number, number, (x, y) => {
      const back = toScreen(camera, toCanvas(camera, { x, y }));
      expect(back.x).toBeCloseTo(x, 6);
      expect(back.y).toBeCloseTo(y, 6);
    }));
  });

  it('[PY21] keeps the point under the pointer while it zooms', () => {
    const at = { x: 123, y: 456 };
    const after = toCanvas(zoomedAt(camera, at, 5), at);
    expect([after.x, after.y].map((value) => value.toFixed(6))).toEqual(Object.values(toCanvas(camera, at)).map((value) => value.toFixed(6)));
  });

  it('[PY21] never zooms out of its range', () => {
    expect([zoomedAt(camera, { x: 0, y: 0 }, 1e9).zoom, zoomedAt(camera, { x: 0, y: 0 }, 0).zoom]).toEqual([64, 0.02]);
  });

  it('[PY22] pans by screen pixels', () => {
    expect(panned(camera, 20, -10).center).toEqual({ x: 90, y: 55 });
  });

  it('[PY23] fits a box beside what covers the stage', () => {
    const insets = { left: 0, right: 300, top: 0, bottom: 0 };
    const view = fitted(camera, { x: 0, y: 0, width: 1000, height: 100 }, insets);
    const right = toScreen(view, { x: 1000, y: 50 }).x;
    expect([right <= 500, toScreen(view, { x: 0, y: 50 }).x >= 0]).toEqual([true, true]);
  });

  it('[PY23] does not enlarge small things beyond the given zoom', () => {
    expect(fitted(camera, { x: 0, y: 0, width: 10, height: 10 }).zoom).toBe(1);
  });
});

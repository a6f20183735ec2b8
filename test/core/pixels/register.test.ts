// Registration: shifts and zooms of pictures are found to a fraction of a pixel, other colours or not, and nothing is made worse.
import { describe, expect, it } from 'vitest';
import { planLooks } from '../../../src/core/pixels/planLooks.ts';
import { createRaster, runToEnd } from '../../../src/core/pixels/raster.ts';
import type { Raster } from '../../../src/core/pixels/raster.ts';
import { register } from '../../../src/core/pixels/register.ts';
import type { Shift } from '../../../src/core/pixels/register.ts';
import { renderLook } from '../../../src/core/pixels/renderLook.ts';
import { resize } from '../../../src/core/pixels/resize.ts';
import { photo } from './pictures.ts';

const SIZE = { width: 1024, height: 680 };
const SMALL = { width: 256, height: 170 };

const SCENES: readonly Raster[] = ['mountains at dawn', 'a city at night', 'a bottle on a table', 'plants in a garden'].map((brief) => {
  const [look] = planLooks({ recipe: 'fromBrief', count: 1, axes: [], brief, closeness: 3, seed: 3 });
  if (!look) throw new Error('no look');
  return runToEnd(renderLook(look, null, SIZE));
});

/** The picture as a model would give it back: seen through a window that moved and grew. */
function moved(source: Raster, { scale, x, y }: Shift): Raster {
  const width = source.width / scale;
  const height = source.height / scale;
  return resize(source, source, { x: (source.width - width) / 2 - (x * source.width) / scale, y: (source.height - height) / 2 - (y * source.height) / scale, width, height });
}

/** Channels turned round and bent: another look of the same scene. */
function recoloured({ width, height, data }: Raster): Raster {
  const target = createRaster(width, height);
  for (let at = 0; at < data.length; at += 4) target.data.set([255 - (data[at + 2] ?? 0) * 0.8, Math.sqrt((data[at] ?? 0) / 255) * 220, (data[at + 1] ?? 0) * 0.6 + 60, 255], at);
  return target;
}

const found = (source: Raster, edited: Raster) => {
  return runToEnd(register(resize(source, SMALL), resize(edited, SMALL)));
};

/** Furthest that a corner lies from where it should (px of 1024). */
function error(a: Shift, b: Shift): number {
  const corner = (shift: Shift, sideX: number, sideY: number) => [(sideX * shift.scale) / 2 + shift.x, ((sideY * shift.scale) / 2 + shift.y) * (SIZE.height / SIZE.width)] as const;
  return Math.max(...[[-1, -1], [1, 1], [-1, 1], [1, -1]].map(([sideX = 0, sideY = 0]) => {
    const [ax, ay] = corner(a, sideX, sideY);
    const [bx, by] = corner(b, sideX, sideY);
    return Math.hypot(ax - bx, ay - by) * SIZE.width;
  }));
}

const SHIFTS: readonly Shift[] = [
  { scale: 1, x: 0.011, y: -0.007 },
  { scale: 1.025, x: 0, y: 0 },
  { scale: 0.97, x: -0.02, y: 0.015 },
  { scale: 1.035, x: 0.035, y: -0.03 },
  { scale: 0.99, x: 0.003, y: 0.002 },
];

describe('registration', () => {
  it('[RG1] finds shifts and zooms within 0.5 px of 1024', () => {
    const errors = SCENES.flatMap((scene) => SHIFTS.map((shift) => error(found(scene, moved(scene, shift)).shift, shift)));
    expect(errors.filter((each) => each > 0.5)).toEqual([]);
  });

  it('[RG2] finds them under other colours too', () => {
    const errors = SCENES.flatMap((scene) => SHIFTS.map((shift) => error(found(scene, recoloured(moved(scene, shift))).shift, shift)));
    expect(errors.filter((each) => each > 0.5)).toEqual([]);
  });

  it('[RG3] leaves alone what did not move, other colours or not', () => {
    for (const scene of SCENES) expect([found(scene, scene).verdict, found(scene, recoloured(scene)).verdict]).toEqual(['still', 'still']);
  });

  it('[RG4] says of another picture that the match is poor', () => {
    const verdicts = SCENES.map((scene, index) => found(scene, SCENES[(index + 1) % SCENES.length] ?? scene).verdict);
    expect(verdicts).not.toContain('aligned');
  });

  it('[RG5] an empty picture gives no hold and no error', () => {
    const blank = photo(1, 1);
    expect(found(resize(blank, SIZE), resize(blank, SIZE)).verdict).toBe('poor');
  });
});

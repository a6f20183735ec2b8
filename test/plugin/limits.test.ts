// What is selected over a picture limits where it may change: found by place, and never the picture itself or what it lies in.
import { describe, expect, it } from 'vitest';
import { drawn, runPlugin } from './runPlugin.ts';
import { at, solid } from './samples.ts';

function picture() {
  return drawn((edit, page) => {
    const frame = edit.create('FRAME', page, { name: 'Hero', fills: [solid()], ...at(100, 100, 400, 300) }).id;
    const inner = edit.create('RECTANGLE', frame, { name: 'Inner', fills: [solid()], ...at(10, 10, 50, 50) }).id;
    const beside = edit.create('RECTANGLE', page, { name: 'Result', fills: [solid()], ...at(600, 100, 400, 300) }).id;
    const over = edit.create('ELLIPSE', page, { name: 'Only here', fills: [solid()], ...at(650, 120, 80, 80) }).id;
    const lasso = edit.create('VECTOR', page, { name: 'Lasso', fills: [], ...at(120, 120, 80, 80) }).id;
    const away = edit.create('RECTANGLE', page, { name: 'Away', fills: [solid()], ...at(2000, 2000, 10, 10) }).id;
    return { frame, inner, beside, over, lasso, away };
  });
}

describe('shapes over a picture', () => {
  it('[PZ9] of the result go before those of its source; a line stands for what it runs around', async () => {
    const { document, ids } = picture();
    const { client } = await runPlugin(document);
    const pictures = [[ids.beside], [ids.frame]];
    const told = async (selected: readonly string[]) => {
      document.select(selected, 'user');
      return (await client.call('readLimits', { pictures })).found;
    };
    expect(await told([ids.over, ids.lasso])).toEqual({ box: { x: 600, y: 100, width: 400, height: 300 }, shapes: [{ nodeId: ids.over, isOutline: false }] });
    expect(await told([ids.lasso])).toEqual({ box: { x: 100, y: 100, width: 400, height: 300 }, shapes: [{ nodeId: ids.lasso, isOutline: true }] });
  });

  it('[PZ9] are none where the picture itself, a part of it, or something elsewhere is selected, or it is gone', async () => {
    const { document, ids } = picture();
    const { client } = await runPlugin(document);
    document.select([ids.frame, ids.inner, ids.beside, ids.away], 'user');
    expect(await client.call('readLimits', { pictures: [[ids.beside], [ids.frame], ['9:99'], []] })).toEqual({ found: null });
  });
});

// Handing out what a layer looks like, and the picture in its fill.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRenderer } from '../../playground/host/render.ts';
import type { Renderer } from '../../playground/host/render.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import { at, image, png, solid } from './samples.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.dispose());

const sizeOf = (bytes: Uint8Array): [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('exportNode, as seen', () => {
  const shadow = { type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 10, spread: 0, visible: true } as const;
  const layers = () =>
    drawn((edit, page) => {
      const wide = edit.create('FRAME', page, { name: 'Wide', fills: [solid()], effects: [shadow], ...at(0, 0, 400, 200) }).id;
      return {
        wide,
        tall: edit.create('RECTANGLE', page, { fills: [solid()], ...at(500, 0, 100, 300) }).id,
        small: edit.create('RECTANGLE', page, { fills: [solid()], ...at(700, 0, 20, 10) }).id,
        empty: edit.create('FRAME', page, { name: 'Empty', ...at(800, 0, 20, 10) }).id,
      };
    });

  it.each([
    ['wide', 200, [200, 100]],
    ['tall', 150, [50, 150]],
    ['small', 2048, [80, 40]],
  ] as const)('[EX1] caps the longer side, and enlarges at most four times: %s', async (name, longEdge, size) => {
    const { document, ids } = layers();
    const { client } = await runPlugin(document, { renderer });
    const { bytes } = await client.call('exportNode', { nodeId: ids[name], view: 'seen', longEdge });
    expect(sizeOf(bytes)).toEqual(size);
  });

  it('[EX2] covers exactly the box it tells, shadows cut', async () => {
    const { document, ids } = layers();
    const { client } = await runPlugin(document, { renderer });
    const { bytes, box } = await client.call('exportNode', { nodeId: ids.wide, view: 'seen', longEdge: 400 });
    expect([sizeOf(bytes), box]).toEqual([[400, 200], at(0, 0, 400, 200)]);
  });

  it('[EX3] exports a whole page', async () => {
    const { document } = layers();
    const { client } = await runPlugin(document, { renderer });
    const { bytes, box } = await client.call('exportNode', { nodeId: document.currentPageId, view: 'seen', longEdge: 410 });
    expect(Math.abs(sizeOf(bytes)[0] - 410)).toBeLessThanOrEqual(1);
    expect(box.x).toBe(-10);
  });

  it('[EX4] refuses an empty layer, and one that is gone, before Figma is asked', async () => {
    const { document, ids } = layers();
    const { client } = await runPlugin(document, { renderer });
    expect(await refusal(client.call('exportNode', { nodeId: ids.empty, view: 'seen', longEdge: 100 }))).toBe('SELECTION_EMPTY');
    expect(await refusal(client.call('exportNode', { nodeId: '9:9', view: 'seen', longEdge: 100 }))).toBe('SELECTION_GONE');
  });

  it('[EX5] names the layer that Figma could not export', async () => {
    const { document, ids } = layers();
    const { client } = await runPlugin(document);
    await expect(client.call('exportNode', { nodeId: ids.wide, view: 'seen', longEdge: 100 })).rejects.toMatchObject({ code: 'EXPORT_FAILED', details: { name: 'Wide' } });
  });
});

describe('exportNode, original', () => {
  it('[EX6] answers the topmost visible picture byte for byte', async () => {
    const { document, ids } = drawn((edit, page) => ({ photo: edit.create('RECTANGLE', page, at(0, 0, 10, 10)).id }));
    const [low, top, hidden] = [png(4, 4, 1), png(4, 4, 2), png(4, 4, 3)];
    const fills = [image(document.addImage(low)), image(document.addImage(top)), image(document.addImage(hidden), { visible: false })];
    document.edit('user', (edit) => edit.update(ids.photo, { fills }));
    const { client } = await runPlugin(document);
    const { bytes } = await client.call('exportNode', { nodeId: ids.photo, view: 'original', longEdge: 2048 });
    expect(bytes).toEqual(top);
  });

  it('[EX7] says so when a layer holds none', async () => {
    const { document, ids } = drawn((edit, page) => ({ plain: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id }));
    const { client } = await runPlugin(document);
    expect(await refusal(client.call('exportNode', { nodeId: ids.plain, view: 'original', longEdge: 2048 }))).toBe('NO_ORIGINAL');
  });
});

// One picture at a time: beside, into a fill and back, and shown.
import { describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { moveTo, remove, switchPage, undo } from '../../playground/host/edits.ts';
import { absoluteBox } from '../../playground/host/geometry.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import type { Running } from './runPlugin.ts';
import { RECIPE, at, image, png, solid } from './samples.ts';

const fillsOf = (document: HostDocument, id: string) => document.graph.getNode(id)?.fills ?? [];

describe('placeBeside', () => {
  const place = ({ client, document }: Running, id: string, bytes = png(200, 100)) =>
    client.call('placeBeside', {
      source: { pageId: document.currentPageId, nodeIds: [id], name: 'Hero', box: at(0, 0, 100, 100) },
      size: { width: 100, height: 100 }, bytes, name: 'Evening', recipe: RECIPE,
    });
  const hero = () => drawn((edit, page) => ({ hero: edit.create('FRAME', page, { fills: [solid()], ...at(0, 0, 100, 100) }).id }));

  it('[PP1] makes a rectangle of the picture’s ratio beside the source', async () => {
    const { document, ids } = hero();
    const running = await runPlugin(document);
    const { nodeId, imageHash } = await place(running, ids.hero);
    const node = document.graph.getNode(nodeId);
    expect(node).toMatchObject({ type: 'RECTANGLE', name: 'Evening', ...at(124, 0, 100, 50) });
    expect(node?.fills).toMatchObject([{ type: 'IMAGE', imageHash }]);
  });

  it('[PP2] goes where the source is now, not where it was', async () => {
    const { document, ids } = hero();
    const running = await runPlugin(document);
    moveTo(document, ids.hero, 1000, 700);
    expect(document.graph.getNode((await place(running, ids.hero)).nodeId)).toMatchObject({ x: 1124, y: 700 });
  });

  it('[PP3] is one undo step', async () => {
    const { document, ids } = hero();
    const running = await runPlugin(document);
    const { nodeId } = await place(running, ids.hero);
    undo(document);
    expect(document.graph.getNode(nodeId)).toBeUndefined();
  });

  it('[PP4] goes into view when the page of the run is gone', async () => {
    const { document, ids } = hero();
    const { client } = await runPlugin(document);
    const source = { pageId: '9:9', nodeIds: [ids.hero], name: 'Hero', box: at(0, 0, 100, 100) };
    const placed = await client.call('placeBeside', { source, size: { width: 10, height: 10 }, bytes: png(9, 9), name: 'a', recipe: RECIPE });
    expect(placed.pageId).toBe(document.currentPageId);
  });

  it('[PP5] leaves nothing behind when the bytes are no picture', async () => {
    const { document, ids } = hero();
    const running = await runPlugin(document);
    const before = document.graph.getChildren(document.currentPageId).length;
    expect(await refusal(place(running, ids.hero, new Uint8Array(40)))).toBe('IMAGE_UNREADABLE');
    expect(document.graph.getChildren(document.currentPageId)).toHaveLength(before);
  });
});

describe('replaceFill', () => {
  const replace = ({ client }: Running, nodeId: string, bytes = png(80, 60, 9)) => client.call('replaceFill', { nodeId, bytes, recipe: RECIPE });
  const restore = ({ client }: Running, nodeId: string) => client.call('restoreFill', { nodeId });
  const card = () => {
    const { document, ids } = drawn((edit, page) => ({
      card: edit.create('RECTANGLE', page, { name: 'Card', cornerRadius: 12, ...at(0, 0, 80, 60) }).id,
    }));
    const old = document.addImage(png(80, 60, 1));
    const setFills = (fills: ReturnType<typeof image>[]) => document.edit('user', (edit) => edit.update(ids.card, { fills }));
    return { document, id: ids.card, old, setFills };
  };
  const matrix = { m00: 0.5, m01: 0, m02: 0.1, m10: 0, m11: 0.5, m12: 0.2 };

  it('[RF1] exchanges the topmost visible picture and keeps the other fills, mode, opacity and radius', async () => {
    const { document, id, old, setFills } = card();
    setFills([solid(), image(old, { imageScaleMode: 'FIT', opacity: 0.5, blendMode: 'MULTIPLY' }), { ...solid(), opacity: 0.3 }]);
    const { imageHash } = await replace(await runPlugin(document), id);
    expect(fillsOf(document, id)).toMatchObject([
      { type: 'SOLID' },
      { type: 'IMAGE', imageHash, imageScaleMode: 'FIT', opacity: 0.5, blendMode: 'MULTIPLY' },
      { type: 'SOLID', opacity: 0.3 },
    ]);
    expect(document.graph.getNode(id)?.cornerRadius).toBe(12);
  });

  it('[RF2] lays the picture over the fills of a layer without one', async () => {
    const { document, id, setFills } = card();
    setFills([solid()]);
    const { imageHash } = await replace(await runPlugin(document), id);
    expect(fillsOf(document, id)).toMatchObject([{ type: 'SOLID' }, { type: 'IMAGE', imageHash, imageScaleMode: 'FILL' }]);
  });

  it.each([
    ['keeps it for the same ratio', png(160, 120), 'CROP'],
    ['fills for another ratio', png(100, 100), 'FILL'],
  ])('[RF3] with a crop: %s', async (_what, bytes, mode) => {
    const { document, id, old, setFills } = card();
    setFills([image(old, { imageScaleMode: 'CROP', imageTransform: matrix })]);
    await replace(await runPlugin(document), id, bytes);
    expect(fillsOf(document, id)[0]?.imageScaleMode).toBe(mode);
  });

  it('[RF4] unlinks a fill style first', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    document.edit('user', (edit) => edit.update(id, { fillStyleId: 'S:1' }));
    await replace(await runPlugin(document), id);
    expect(document.graph.getNode(id)?.fillStyleId).toBeNull();
  });

  it('[RF5] is one undo step', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    await replace(await runPlugin(document), id);
    undo(document);
    expect(fillsOf(document, id)).toMatchObject([{ imageHash: old }]);
  });

  it('[RF6] restores the fills of before, also after a restart', async () => {
    const { document, id, old, setFills } = card();
    setFills([solid(), image(old, { imageScaleMode: 'FIT' })]);
    const before = fillsOf(document, id);
    const first = await runPlugin(document);
    await replace(first, id);
    first.plugin.kill();
    await restore(await runPlugin(document), id);
    expect(fillsOf(document, id)).toMatchObject(before.map(({ type, visible, opacity }) => ({ type, visible, opacity })));
    expect(fillsOf(document, id)[1]).toMatchObject({ imageHash: old, imageScaleMode: 'FIT' });
    expect(document.graph.getNode(id)?.pluginData).toEqual([]);
  });

  it('[RF7] restores what lay below the first of several replacements', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    const running = await runPlugin(document);
    await replace(running, id, png(80, 60, 5));
    await replace(running, id, png(80, 60, 6));
    await restore(running, id);
    expect(fillsOf(document, id)[0]?.imageHash).toBe(old);
  });

  it('[RF8] restores what the designer put there between two replacements', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    const running = await runPlugin(document);
    await replace(running, id, png(80, 60, 5));
    const own = document.addImage(png(80, 60, 7));
    setFills([image(own)]);
    await replace(running, id, png(80, 60, 6));
    await restore(running, id);
    expect(fillsOf(document, id)[0]?.imageHash).toBe(own);
  });

  it('[RF9] restores once', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    const running = await runPlugin(document);
    await replace(running, id);
    await restore(running, id);
    expect(await refusal(restore(running, id))).toBe('NOTHING_TO_RESTORE');
  });

  it('[RF10] puts back the recipe of before', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    const earlier = JSON.stringify({ ...RECIPE, brief: 'earlier' });
    document.edit('user', (edit) => edit.update(id, { pluginData: [{ pluginId: 'playground', key: 'recipe', value: earlier }] }));
    const running = await runPlugin(document);
    await replace(running, id);
    await restore(running, id);
    expect(document.graph.getNode(id)?.pluginData).toMatchObject([{ key: 'recipe', value: earlier }]);
  });

  it('[RF11] refuses fills too long to be kept, and changes nothing', async () => {
    const { document, id, setFills } = card();
    setFills(Array.from({ length: 1500 }, solid));
    const before = document.version;
    expect(await refusal(replace(await runPlugin(document), id))).toBe('PLACE_FAILED');
    expect(document.version).toBe(before);
  });

  it('[RF12] refuses a group, text of mixed fills, and a layer that is gone', async () => {
    const { document, ids } = drawn((edit, page) => {
      const group = edit.create('GROUP', page, at(0, 0, 10, 10)).id;
      edit.create('RECTANGLE', group, { fills: [solid()], ...at(0, 0, 10, 10) });
      const styleRuns = [{ start: 0, length: 1, style: { fills: [solid()] } }];
      return { group, text: edit.create('TEXT', page, { text: 'ab', fills: [solid()], styleRuns, ...at(50, 0, 10, 10) }).id };
    });
    const running = await runPlugin(document);
    expect(await refusal(replace(running, ids.group))).toBe('NO_FILL');
    expect(await refusal(replace(running, ids.text))).toBe('NO_FILL');
    expect(await refusal(replace(running, '9:9'))).toBe('NODE_GONE');
  });

  it('[RF13] leaves the fills alone when the bytes are no picture', async () => {
    const { document, id, old, setFills } = card();
    setFills([image(old)]);
    const running = await runPlugin(document);
    expect(await refusal(replace(running, id, new Uint8Array(64)))).toBe('IMAGE_UNREADABLE');
    expect(fillsOf(document, id)[0]?.imageHash).toBe(old);
    expect(document.graph.getNode(id)?.pluginData).toEqual([]);
  });
});

describe('showNode', () => {
  it('[SN1] switches to the layer’s page and selects it', async () => {
    const { document, ids } = drawn((edit, page) => ({ box: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id }));
    const home = document.currentPageId;
    switchPage(document, document.graph.addPage('Other').id);
    const { client } = await runPlugin(document);
    await client.call('showNode', { nodeId: ids.box });
    expect([document.currentPageId, document.selection()]).toEqual([home, [ids.box]]);
  });

  it('[SN2] moves the view only when the layer is outside', async () => {
    const { document, ids } = drawn((edit, page) => ({
      near: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id,
      far: edit.create('RECTANGLE', page, { fills: [solid()], ...at(9000, 9000, 10, 10) }).id,
    }));
    const { client } = await runPlugin(document);
    const before = document.viewport;
    await client.call('showNode', { nodeId: ids.near });
    expect(document.viewport).toEqual(before);
    await client.call('showNode', { nodeId: ids.far });
    expect(absoluteBox(document.graph, document.graph.getNode(ids.far) as never).x).toBe(9000);
    expect(document.viewport.center.x).toBeCloseTo(9005);
  });

  it('[SN3] says that the layer is gone', async () => {
    const { document, ids } = drawn((edit, page) => ({ box: edit.create('RECTANGLE', page, at(0, 0, 10, 10)).id }));
    const { client } = await runPlugin(document);
    remove(document, [ids.box]);
    expect(await refusal(client.call('showNode', { nodeId: ids.box }))).toBe('NODE_GONE');
  });
});

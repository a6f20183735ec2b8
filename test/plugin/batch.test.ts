// A batch's state, rows out of layers, and pictures into cells, copies and layers: the sandbox half, as it ships.
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import { remove, undo } from '../../playground/host/edits.ts';
import { sha1Hex } from '../../playground/host/sha1.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import { RECIPE, at, image, png, solid } from './samples.ts';

const OLD_BYTES = png(80, 40, 90);
const OLD = sha1Hex(OLD_BYTES);

function cards() {
  const made = drawn((edit, page) => {
    const card = edit.create('FRAME', page, { name: 'Card', fills: [solid()], ...at(100, 100, 300, 400) }).id;
    const hero = edit.create('RECTANGLE', card, { name: '#hero', fills: [solid(), image(OLD, { opacity: 0.8 })], ...at(0, 0, 300, 200) }).id;
    edit.create('TEXT', card, { name: '#title', text: 'Title', fontFamily: 'Inter', ...at(10, 220, 200, 30) });
    edit.create('TEXT', card, { name: 'Price', text: '€10', fontFamily: 'Inter', ...at(10, 260, 200, 30) });
    return { card, hero };
  });
  made.document.addImage(OLD_BYTES);
  return made;
}

const row = (into: Parameters<Awaited<ReturnType<typeof runPlugin>>['client']['call']>[1]) => ({ bytes: png(60, 40), name: 'Lisbon', recipe: RECIPE, into }) as never;

describe('the state of a batch', () => {
  it('[BA19] is there at the next start, chunk by chunk, and gone when it is discarded', async () => {
    const clientStorage = new Map<string, unknown>();
    const first = await runPlugin(createDocument(), { clientStorage });
    expect(await first.client.call('readBatch', {})).toEqual({ head: null, chunks: [] });
    await first.client.call('saveBatch', { head: { version: 1, id: 'b' } });
    for (const index of [10, 2, 0]) await first.client.call('saveBatchChunk', { index, bytes: new Uint8Array([index]) });
    const { client } = await runPlugin(createDocument(), { clientStorage });
    expect(await client.call('readBatch', {})).toEqual({ head: { version: 1, id: 'b' }, chunks: [0, 2, 10].map((index) => new Uint8Array([index])) });
    await client.call('forgetBatch', {});
    expect([...clientStorage.keys()].filter((key) => key.startsWith('batch'))).toEqual([]);
  });
});

describe('rows out of layers', () => {
  it('[BA20] are their text layers by name; what is gone is passed over', async () => {
    const { document, ids } = cards();
    const { client } = await runPlugin(document);
    expect(await client.call('readRows', { nodeIds: [ids.card, ids.hero, '9:99'] })).toEqual({ names: ['title', 'Price'], rows: [{ nodeId: ids.card, cells: ['Title', '€10'] }, { nodeId: ids.hero, cells: ['', ''] }] });
  });
});

describe('a row’s picture', () => {
  it('[BA21] lies in its cell, with its recipe, as one undo step; a page that is gone is said', async () => {
    const { document } = cards();
    const { client } = await runPlugin(document);
    const { x, y, columns } = await client.call('findGrid', { source: null, cell: { width: 300, height: 200 }, count: 40 });
    expect(columns).toBeGreaterThan(3);
    const { nodeId } = await client.call('placeRow', row({ is: 'cell', pageId: document.currentPageId, box: { x, y, width: 300, height: 200 } } as never));
    expect(document.graph.getNode(nodeId)).toMatchObject({ name: 'Lisbon', x, y, width: 300, height: 200 });
    expect(document.graph.getNode(nodeId)?.pluginData.map(({ key }) => key)).toEqual(['recipe']);
    undo(document);
    expect(document.graph.getNode(nodeId)).toBeUndefined();
    expect(await refusal(client.call('placeRow', row({ is: 'cell', pageId: '9:9', box: { x, y, width: 300, height: 200 } } as never)))).toBe('NODE_GONE');
  });

  it('[BA22] fills the named layer of a copy, whose texts get the row’s words; the frame keeps every byte', async () => {
    const { document, ids } = cards();
    const { client } = await runPlugin(document);
    expect([await client.call('readTarget', { nodeIds: ['9:99', ids.card], layer: 'Hero' }), await client.call('readTarget', { nodeIds: [ids.card], layer: '#nothing' })]).toEqual([{ size: { width: 300, height: 200 } }, { size: null }]);
    const before = JSON.stringify(document.graph.getNode(ids.card)) + JSON.stringify(document.graph.getChildren(ids.card));
    const copy = (layer: string) => row({ is: 'copy', sourceId: ids.card, layer, pageId: document.currentPageId, x: 1000, y: 50, texts: { title: 'Lisbon by night', price: '' } } as never);
    const { nodeId, imageHash } = await client.call('placeRow', copy('HERO'));
    const made = document.graph.getChildren(nodeId);
    expect(document.graph.getNode(nodeId)).toMatchObject({ name: 'Lisbon', x: 1000, y: 50 });
    expect(made.map(({ name, text }) => [name, text])).toEqual([['#hero', ''], ['#title', 'Lisbon by night'], ['Price', '€10']]);
    expect((made[0]?.fills ?? []).map(({ type, imageHash: hash, opacity }) => [type, hash ?? null, opacity])).toEqual([['SOLID', null, 1], ['IMAGE', imageHash, 0.8]]);
    expect(JSON.stringify(document.graph.getNode(ids.card)) + JSON.stringify(document.graph.getChildren(ids.card))).toBe(before);
    const count = document.graph.getChildren(document.currentPageId).length;
    expect(await refusal(client.call('placeRow', copy('#nothing')))).toBe('NO_FILL');
    expect(document.graph.getChildren(document.currentPageId)).toHaveLength(count);
  });

  it('[BA23] goes into the layer of that name within the row’s own layer, and can be restored', async () => {
    const { document, ids } = cards();
    const { client } = await runPlugin(document);
    const into = row({ is: 'layer', nodeId: ids.card, layer: '#hero' } as never);
    expect((await client.call('placeRow', into)).nodeId).toBe(ids.hero);
    await client.call('restoreFill', { nodeId: ids.hero });
    expect(document.graph.getNode(ids.hero)?.fills?.[1]?.imageHash).toBe(OLD);
    remove(document, [ids.card]);
    expect(await refusal(client.call('placeRow', into))).toBe('NODE_GONE');
  });
});

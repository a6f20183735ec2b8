// Slots: where they go, how they are filled and released, and what a killed run leaves.
import { describe, expect, it } from 'vitest';
import type { Edit, HostDocument } from '../../playground/host/document.ts';
import { remove, setLocked, switchPage, undo } from '../../playground/host/edits.ts';
import { absoluteBox } from '../../playground/host/geometry.ts';
import type { CallInput } from '../../src/core/bridge/contract.ts';
import { overlaps } from '../../src/core/geometry.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import type { Running } from './runPlugin.ts';
import { RECIPE, at, png, pngClaiming, solid } from './samples.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `Variant ${index + 1}`);

function sourceOf(document: HostDocument, ...nodeIds: string[]): NonNullable<CallInput<'reserveSlots'>['source']> {
  const node = document.graph.getNode(nodeIds[0] ?? '');
  if (!node) throw new Error('no such layer');
  return { pageId: document.pageOf(node.id) ?? '', nodeIds, name: node.name, box: absoluteBox(document.graph, node) };
}

function reserve({ client, document }: Running, id: string, count = 2, size = { width: 100, height: 100 }) {
  return client.call('reserveSlots', { runId: 'run-1', source: sourceOf(document, id), size, names: names(count) });
}

const parentOf = (document: HostDocument, id: string): string | null | undefined => document.graph.getNode(id)?.parentId;
const boxOf = (document: HostDocument, id: string) => absoluteBox(document.graph, document.graph.getNode(id) as never);
const frame = (edit: Edit, parent: string, place: object, props: object = {}): string => edit.create('FRAME', parent, { fills: [solid()], ...place, ...props }).id;

describe('reserveSlots', () => {
  it('[SL1] makes placeholders beside the source, and tells their boxes', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(10, 20, 100, 100)) }));
    const running = await runPlugin(document);
    const { slots, pageId } = await reserve(running, ids.hero);
    expect(pageId).toBe(document.currentPageId);
    expect(slots.map((slot) => slot.box)).toEqual([at(134, 20, 100, 100), at(258, 20, 100, 100)]);
    expect(slots.map((slot) => boxOf(document, slot.nodeId))).toEqual(slots.map((slot) => slot.box));
    expect(document.graph.getNode(slots[0]?.nodeId ?? '')?.name).toBe('Variegate · waiting · Variant 1');
  });

  it('[SL2] is one undo step', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 3);
    undo(document);
    expect(slots.some((slot) => document.graph.getNode(slot.nodeId))).toBe(false);
    expect(document.graph.getNode(ids.hero)).toBeDefined();
  });

  it('[SL3] goes beside the top-level ancestor of a layer in auto layout, in an instance or in a group', async () => {
    const { document, ids } = drawn((edit, page) => {
      const top = frame(edit, page, at(0, 0, 500, 300), { layoutMode: 'HORIZONTAL' });
      const instance = edit.create('INSTANCE', top, at(0, 0, 100, 100)).id;
      const group = edit.create('GROUP', instance, at(0, 0, 50, 50)).id;
      return { top, inner: edit.create('RECTANGLE', group, { fills: [solid()], ...at(0, 0, 50, 50) }).id };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.inner, 1);
    const top = boxOf(document, ids.top);
    expect(slots[0]?.box).toMatchObject({ x: top.x + top.width + 24, y: top.y });
    expect(parentOf(document, slots[0]?.nodeId ?? '')).toBe(document.currentPageId);
  });

  it('[SL4] covers no sibling, hidden and locked ones included', async () => {
    const { document, ids } = drawn((edit, page) => ({
      hero: frame(edit, page, at(0, 0, 100, 100)),
      hidden: frame(edit, page, at(120, -50, 40, 500), { visible: false }),
      locked: frame(edit, page, at(-50, 110, 500, 40), { locked: true }),
    }));
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 6);
    const others = Object.values(ids).map((id) => boxOf(document, id));
    expect(slots.some((slot) => others.some((other) => overlaps(slot.box, other)))).toBe(false);
  });

  it('[SL5] stays within the source’s section, in its coordinates', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(1000, 500, 800, 400)).id;
      return { section, hero: frame(edit, section, at(50, 60, 100, 100)) };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 1);
    expect(parentOf(document, slots[0]?.nodeId ?? '')).toBe(ids.section);
    expect(boxOf(document, slots[0]?.nodeId ?? '')).toEqual(at(1174, 560, 100, 100));
    expect(boxOf(document, ids.section)).toEqual(at(1000, 500, 800, 400));
  });

  it('[SL6] grows a section that is too small, when nothing is in the way', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(0, 0, 200, 200)).id;
      return { section, hero: frame(edit, section, at(50, 50, 100, 100)) };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 2);
    expect(parentOf(document, slots[0]?.nodeId ?? '')).toBe(ids.section);
    expect(boxOf(document, ids.section)).toEqual(at(0, 0, 422, 200));
    undo(document);
    expect(boxOf(document, ids.section)).toEqual(at(0, 0, 200, 200));
  });

  it('[SL7] goes beside a section that cannot grow', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(0, 0, 200, 200)).id;
      edit.create('SECTION', page, at(210, 0, 200, 200));
      return { section, hero: frame(edit, section, at(50, 50, 100, 100)) };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 1);
    expect(parentOf(document, slots[0]?.nodeId ?? '')).toBe(document.currentPageId);
    expect(slots[0]?.box).toEqual(at(434, 0, 100, 100));
    expect(boxOf(document, ids.section)).toEqual(at(0, 0, 200, 200));
  });

  it('[SL8] goes beside a locked section', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(0, 0, 900, 900)).id;
      return { section, hero: frame(edit, section, at(50, 50, 100, 100)) };
    });
    setLocked(document, [ids.section], true);
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 1);
    expect([parentOf(document, slots[0]?.nodeId ?? ''), slots[0]?.box.x]).toEqual([document.currentPageId, 924]);
  });

  it('[SL9] goes beside a section that is the source itself', async () => {
    const { document, ids } = drawn((edit, page) => {
      const section = edit.create('SECTION', page, at(0, 0, 300, 300)).id;
      frame(edit, section, at(50, 50, 100, 100));
      return { section };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.section, 1);
    expect([parentOf(document, slots[0]?.nodeId ?? ''), slots[0]?.box.x]).toEqual([document.currentPageId, 324]);
  });

  it('[SL10] goes to the page of the run, whatever page is shown', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const home = document.currentPageId;
    const source = sourceOf(document, ids.hero);
    switchPage(document, document.graph.addPage('Other').id);
    const { client } = await runPlugin(document);
    const { slots } = await client.call('reserveSlots', { runId: 'r', source, size: { width: 10, height: 10 }, names: ['a'] });
    expect(document.pageOf(slots[0]?.nodeId ?? '')).toBe(home);
  });

  it('[SL11] keeps to the frozen box when the source was deleted', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(300, 40, 100, 100)) }));
    const running = await runPlugin(document);
    const source = sourceOf(document, ids.hero);
    remove(document, [ids.hero]);
    const { slots } = await running.client.call('reserveSlots', { runId: 'r', source, size: { width: 10, height: 10 }, names: ['a'] });
    expect(slots[0]?.box).toEqual(at(424, 40, 10, 10));
  });

  it('[SL12] goes right of all the sources', async () => {
    const { document, ids } = drawn((edit, page) => ({ one: frame(edit, page, at(0, 50, 100, 100)), two: frame(edit, page, at(150, 0, 100, 100)) }));
    const { client } = await runPlugin(document);
    const { slots } = await client.call('reserveSlots', { runId: 'r', source: sourceOf(document, ids.one, ids.two), size: { width: 10, height: 10 }, names: ['a'] });
    expect(slots[0]?.box).toEqual(at(274, 0, 10, 10));
  });

  it('[SL13] goes to the middle of the view without a source, off what lies there', async () => {
    const { document, ids } = drawn((edit, page) => ({ there: frame(edit, page, at(-5, -5, 10, 10)) }));
    const { client } = await runPlugin(document);
    const { slots } = await client.call('reserveSlots', { runId: 'r', source: null, size: { width: 100, height: 100 }, names: ['a'] });
    const box = slots[0]?.box ?? at(0, 0, 0, 0);
    expect(overlaps(box, boxOf(document, ids.there))).toBe(false);
    expect(Math.hypot(box.x, box.y)).toBeLessThan(200);
  });

  it('[SL14] finds different places for runs that start at once', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document);
    const [one, two] = await Promise.all([reserve(running, ids.hero), reserve(running, ids.hero)]);
    expect(one.slots.some((slot) => two.slots.some((other) => overlaps(slot.box, other.box)))).toBe(false);
  });

  it.each([{ readOnly: true }, { editorType: 'dev' as const }])('[SL15] says that a file is read-only, and changes nothing: %o', async (options) => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document, options);
    const version = document.version;
    expect(await refusal(reserve(running, ids.hero))).toBe('READ_ONLY');
    expect(document.version).toBe(version);
  });

  it('[SL16] makes nothing once cancelled', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const { client, plugin } = await runPlugin(document);
    const before = document.version;
    const stop = new AbortController();
    const call = client.call('reserveSlots', { runId: 'r', source: sourceOf(document, ids.hero), size: { width: 10, height: 10 }, names: ['a'] }, { signal: stop.signal });
    stop.abort();
    expect(await refusal(call)).toBe('CANCELLED');
    await plugin.settled();
    expect(document.version).toBe(before);
  });

  it('[SL17] reads 3,000 siblings and covers none', async () => {
    const { document, ids } = drawn((edit, page) => {
      for (let index = 0; index < 3000; index++) frame(edit, page, at((index % 60) * 110, 200 + Math.floor(index / 60) * 110, 100, 100));
      return { hero: frame(edit, page, at(0, 0, 100, 100)) };
    });
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 8);
    const others = document.graph.getChildren(document.currentPageId).filter((node) => !slots.some((slot) => slot.nodeId === node.id));
    expect(slots.some((slot) => others.some((other) => overlaps(slot.box, other)))).toBe(false);
  });
});

describe('fillSlot', () => {
  const reserved = async (count = 1, size = { width: 100, height: 100 }) => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, count, size);
    return { ...running, ids, slots: slots.map((slot) => slot.nodeId) };
  };
  const fill = ({ client }: Running, nodeId = '', bytes = png(64, 64), recipe = RECIPE) => client.call('fillSlot', { nodeId, bytes, name: 'Evening', recipe });

  it('[SL18] puts the picture in as a fill and drops the placeholder’s looks', async () => {
    const running = await reserved();
    const { imageHash } = await fill(running, running.slots[0]);
    const node = running.document.graph.getNode(running.slots[0] ?? '');
    expect(node).toMatchObject({ name: 'Evening', strokes: [] });
    expect(node?.fills).toMatchObject([{ type: 'IMAGE', imageHash, imageScaleMode: 'FILL' }]);
    expect(running.document.images.get(imageHash)).toEqual(png(64, 64));
  });

  it('[SL32] takes the bytes that were sent ahead under a ticket, once', async () => {
    const running = await reserved(2);
    await running.client.call('stagePicture', { ticket: 'a', bytes: png(64, 64) });
    const byTicket = (nodeId = '') => running.client.call('fillSlot', { nodeId, ticket: 'a', name: 'Evening', recipe: RECIPE });
    const { imageHash } = await byTicket(running.slots[0]);
    expect(running.document.images.get(imageHash)).toEqual(png(64, 64));
    await expect(byTicket(running.slots[1])).rejects.toMatchObject({ code: 'BRIDGE_INPUT' });
  });

  it('[SL33] writes nothing for bytes that were only sent ahead, and holds twenty-four of them at most', async () => {
    const running = await reserved(1);
    const before = running.document.version;
    for (let at = 0; at < 25; at += 1) await running.client.call('stagePicture', { ticket: `t${at}`, bytes: png(8, 8 + at) });
    await running.client.call('dropPicture', { ticket: 't24' });
    expect(running.document.version).toBe(before);
    expect(running.document.images.size).toBe(0);
    const by = (ticket: string) => running.client.call('fillSlot', { nodeId: running.slots[0] ?? '', ticket, name: 'Evening', recipe: RECIPE });
    await expect(by('t0')).rejects.toMatchObject({ code: 'BRIDGE_INPUT' });
    await expect(by('t24')).rejects.toMatchObject({ code: 'BRIDGE_INPUT' });
    expect(running.document.images.get((await by('t1')).imageHash)).toEqual(png(8, 9));
  });

  it('[SL34] refuses a call with neither bytes nor ticket', async () => {
    const running = await reserved(1);
    const call = running.client.call('fillSlot', { nodeId: running.slots[0] ?? '', name: 'Evening', recipe: RECIPE });
    await expect(call).rejects.toMatchObject({ code: 'BRIDGE_INPUT' });
  });

  it('[SL19] keeps the recipe and the button “more” in the layer', async () => {
    const running = await reserved();
    await fill(running, running.slots[0]);
    const node = running.document.graph.getNode(running.slots[0] ?? '');
    expect(node?.pluginData.map((entry) => entry.key)).toEqual(['recipe']);
    expect(JSON.parse(node?.pluginData[0]?.value ?? '')).toEqual(RECIPE);
    expect(node?.pluginRelaunchData).toMatchObject([{ command: 'more', message: 'Evening light' }]);
  });

  it('[SL20] is one undo step a picture', async () => {
    const running = await reserved(2);
    await fill(running, running.slots[0]);
    await fill(running, running.slots[1]);
    undo(running.document);
    const [first, second] = running.slots.map((id) => running.document.graph.getNode(id)?.fills[0]?.type);
    expect([first, second]).toEqual(['IMAGE', 'SOLID']);
  });

  it('[SL21] keeps the picture’s own ratio within the slot', async () => {
    const running = await reserved(1, { width: 100, height: 50 });
    await fill(running, running.slots[0], png(64, 64));
    expect(running.document.graph.getNode(running.slots[0] ?? '')).toMatchObject({ width: 50, height: 50 });
  });

  it('[SL22] says that the layer is gone when it was deleted, and for a layer that is no slot', async () => {
    const running = await reserved();
    remove(running.document, running.slots);
    expect(await refusal(fill(running, running.slots[0]))).toBe('NODE_GONE');
    expect(await refusal(fill(running, running.ids.hero))).toBe('NODE_GONE');
  });

  it.each([
    ['no picture', new Uint8Array([1, 2, 3]), 'IMAGE_UNREADABLE'],
    ['over 4096 px', pngClaiming(4097, 10), 'IMAGE_TOO_LARGE'],
    ['no width', pngClaiming(0, 10), 'IMAGE_TOO_SMALL'],
  ])('[SL23] knows beforehand what Figma would refuse: %s', async (_what, bytes, code) => {
    const running = await reserved();
    expect(await refusal(fill(running, running.slots[0], bytes))).toBe(code);
    expect(running.document.graph.getNode(running.slots[0] ?? '')?.fills[0]?.type).toBe('SOLID');
  });

  it('[SL24] shortens a recipe that would not fit into plugin data', async () => {
    const running = await reserved();
    await fill(running, running.slots[0], png(9, 9), { ...RECIPE, prompt: '語'.repeat(60_000) });
    const entry = running.document.graph.getNode(running.slots[0] ?? '')?.pluginData.find(({ key }) => key === 'recipe')?.value ?? '';
    expect(Buffer.byteLength(entry)).toBeLessThan(90_000);
    expect(JSON.parse(entry)).toMatchObject({ model: RECIPE.model, runId: RECIPE.runId });
  });

  it('[SL25] fills a slot on a page that is no longer shown', async () => {
    const running = await reserved();
    const home = running.document.currentPageId;
    switchPage(running.document, running.document.graph.addPage('Other').id);
    expect(await fill(running, running.slots[0])).toMatchObject({ pageId: home });
  });
});

describe('releaseSlots', () => {
  it('[SL26] removes those that wait and passes over filled, deleted and foreign layers', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 3);
    const [filled, deleted, waiting] = slots.map((slot) => slot.nodeId) as [string, string, string];
    await running.client.call('fillSlot', { nodeId: filled, bytes: png(9, 9), name: 'a', recipe: RECIPE });
    remove(document, [deleted]);
    expect(await running.client.call('releaseSlots', { nodeIds: [filled, deleted, waiting, ids.hero, waiting] })).toEqual({ removed: 1 });
    expect([filled, waiting, ids.hero].map((id) => document.graph.getNode(id) !== undefined)).toEqual([true, false, true]);
  });
});

describe('slots of a killed run', () => {
  const killed = async (storage = new Map<string, unknown>()) => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document, { clientStorage: storage });
    const { slots } = await reserve(running, ids.hero, 2);
    await running.client.call('fillSlot', { nodeId: slots[0]?.nodeId ?? '', bytes: png(9, 9), name: 'a', recipe: RECIPE });
    running.plugin.kill();
    return { document, storage, ids, filled: slots[0]?.nodeId ?? '', orphan: slots[1]?.nodeId ?? '' };
  };

  it('[SL27] are removed at the next hello; filled ones stay', async () => {
    const { document, storage, orphan, filled } = await killed();
    const { hello } = await runPlugin(document, { clientStorage: storage });
    expect((await hello()).orphansRemoved).toBe(1);
    expect([document.graph.getNode(orphan), document.graph.getNode(filled)?.name]).toEqual([undefined, 'a']);
  });

  it('[SL28] of another computer are left alone', async () => {
    const { document, orphan } = await killed();
    const { hello } = await runPlugin(document, { clientStorage: new Map() });
    expect((await hello()).orphansRemoved).toBe(0);
    expect(document.graph.getNode(orphan)).toBeDefined();
  });

  it('[SL29] of another computer are removed after a day', async () => {
    const { document, orphan } = await killed();
    const data = document.graph.getNode(orphan)?.pluginData ?? [];
    const aged = data.map((entry) => ({ ...entry, value: JSON.stringify({ ...JSON.parse(entry.value), reservedAt: 0 }) }));
    document.edit('user', (edit) => edit.update(orphan, { pluginData: aged }));
    const { hello } = await runPlugin(document, { clientStorage: new Map() });
    expect((await hello()).orphansRemoved).toBe(1);
  });

  it('[SL30] on another page are removed when that page is shown', async () => {
    const { document, storage, orphan } = await killed();
    const home = document.currentPageId;
    switchPage(document, document.graph.addPage('Other').id);
    const { hello, plugin } = await runPlugin(document, { clientStorage: storage });
    expect((await hello()).orphansRemoved).toBe(0);
    switchPage(document, home);
    await plugin.settled();
    expect(document.graph.getNode(orphan)).toBeUndefined();
  });

  it('[SL31] are told apart from the slots of this start, which stay', async () => {
    const { document, ids } = drawn((edit, page) => ({ hero: frame(edit, page, at(0, 0, 100, 100)) }));
    const running = await runPlugin(document);
    const { slots } = await reserve(running, ids.hero, 1);
    expect((await running.hello()).orphansRemoved).toBe(0);
    expect(document.graph.getNode(slots[0]?.nodeId ?? '')).toBeDefined();
  });
});

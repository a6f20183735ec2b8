// Reading the selection: what is told, what is refused, and when.
import { describe, expect, it } from 'vitest';
import type { Edit, HostDocument } from '../../playground/host/document.ts';
import { createDocument } from '../../playground/host/document.ts';
import { remove, rename, select, setVisible, switchPage } from '../../playground/host/edits.ts';
import type { SelectionSummary } from '../../src/core/bridge/events.ts';
import { drawn, runPlugin } from './runPlugin.ts';
import type { Running } from './runPlugin.ts';
import { RECIPE, at, image, solid, stroke } from './samples.ts';

async function summaryOf(document: HostDocument, ids: readonly string[]): Promise<SelectionSummary> {
  select(document, ids);
  const { hello } = await runPlugin(document);
  return (await hello()).selection;
}

/** The next summary that comes by itself. */
function nextSummary({ client }: Running): Promise<SelectionSummary> {
  return new Promise((resolve) => {
    const stop = client.on('selectionChanged', (summary) => (stop(), resolve(summary)));
  });
}

describe('summary', () => {
  it('[PS1] refuses an empty selection', async () => {
    expect(await summaryOf(createDocument(), [])).toMatchObject({ count: 0, layers: [], box: null, refusal: { code: 'NOTHING_SELECTED' } });
  });

  it('[PS2] sorts layers top to bottom, then left to right', async () => {
    const { document, ids } = drawn((edit, page) => ({
      low: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 100, 10, 10) }).id,
      right: edit.create('RECTANGLE', page, { fills: [solid()], ...at(50, 0, 10, 10) }).id,
      left: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id,
    }));
    const { layers, box } = await summaryOf(document, Object.values(ids));
    expect(layers.map((layer) => layer.id)).toEqual([ids.left, ids.right, ids.low]);
    expect(box).toEqual(at(0, 0, 60, 110));
  });

  it('[PS3] describes at most 60 layers and counts all', async () => {
    const { document, ids } = drawn((edit, page) =>
      Object.fromEntries(Array.from({ length: 70 }, (_, i) => [String(i), edit.create('RECTANGLE', page, { fills: [solid()], ...at(i * 20, 0, 10, 10) }).id])),
    );
    const summary = await summaryOf(document, Object.values(ids));
    expect([summary.layers.length, summary.count, summary.box?.width]).toEqual([60, 70, 1390]);
  });

  it('[PS4] tells a frame’s own box, shadows left out, and a group’s as it renders', async () => {
    const shadow = { type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 0 }, radius: 10, spread: 0, visible: true } as const;
    const { document, ids } = drawn((edit, page) => {
      const group = edit.create('GROUP', page, at(100, 0, 10, 10)).id;
      edit.create('RECTANGLE', group, { fills: [solid()], effects: [shadow], ...at(0, 0, 10, 10) });
      return { frame: edit.create('FRAME', page, { fills: [solid()], effects: [shadow], ...at(0, 0, 10, 10) }).id, group };
    });
    const { layers } = await summaryOf(document, Object.values(ids));
    expect(layers.map((layer) => [layer.type, layer.box])).toEqual([['GROUP', at(90, -10, 30, 30)], ['FRAME', at(0, 0, 10, 10)]]);
  });

  it('[PS5] knows a picture in the fill, unless it is hidden', async () => {
    const { document, ids } = drawn((edit, page) => ({
      seen: edit.create('RECTANGLE', page, { fills: [solid(), image('a'.repeat(40))], ...at(0, 0, 10, 10) }).id,
      hidden: edit.create('RECTANGLE', page, { fills: [solid(), image('a'.repeat(40), { visible: false })], ...at(20, 0, 10, 10) }).id,
    }));
    const { layers } = await summaryOf(document, Object.values(ids));
    expect(layers.map((layer) => layer.hasPicture)).toEqual([true, false]);
  });

  it('[PS6] knows which layers take a fill', async () => {
    const mixed = [{ start: 0, length: 1, style: { fills: [solid()] } }];
    const { document, ids } = drawn((edit, page) => {
      const group = edit.create('GROUP', page, at(30, 0, 10, 10)).id;
      edit.create('RECTANGLE', group, { fills: [solid()], ...at(0, 0, 10, 10) });
      return {
        rectangle: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id,
        group,
        text: edit.create('TEXT', page, { text: 'ab', fills: [solid()], styleRuns: mixed, ...at(60, 0, 10, 10) }).id,
        line: edit.create('LINE', page, { strokes: [stroke], ...at(90, 0, 10, 0) }).id,
      };
    });
    const { layers } = await summaryOf(document, Object.values(ids));
    expect(Object.fromEntries(layers.map((layer) => [layer.type, layer.takesFill]))).toEqual({ RECTANGLE: true, GROUP: false, TEXT: false, LINE: false });
  });

  it.each([
    ['only lines and vectors', (edit: Edit, frame: string) => void edit.create('VECTOR', frame, { strokes: [stroke], ...at(0, 0, 5, 5) }), true],
    ['an outlined ellipse', (edit: Edit, frame: string) => void edit.create('ELLIPSE', frame, { strokes: [stroke], ...at(0, 0, 5, 5) }), true],
    ['a text', (edit: Edit, frame: string) => void edit.create('TEXT', frame, { text: 'a', fills: [solid()], ...at(0, 0, 5, 5) }), false],
    ['a picture', (edit: Edit, frame: string) => void edit.create('ELLIPSE', frame, { strokes: [stroke], fills: [image('a'.repeat(40))], ...at(0, 0, 5, 5) }), false],
    ['more layers than it looks at', (edit: Edit, frame: string) => Array.from({ length: 250 }, () => edit.create('VECTOR', frame, { strokes: [stroke], ...at(0, 0, 5, 5) })), false],
  ])('[PS7] a frame with a line and %s', async (_what, draw, isSketch) => {
    const { document, ids } = drawn((edit, page) => {
      const frame = edit.create('FRAME', page, at(0, 0, 100, 100)).id;
      edit.create('LINE', frame, { strokes: [stroke], ...at(0, 0, 50, 0) });
      draw(edit, frame);
      return { frame };
    });
    expect((await summaryOf(document, [ids.frame])).layers[0]?.isSketch).toBe(isSketch);
  });

  it('[PS8] reads a recipe that is whole and passes over a damaged one', async () => {
    const entry = (value: string) => [{ pluginId: 'playground', key: 'recipe', value }];
    const { document, ids } = drawn((edit, page) => ({
      whole: edit.create('RECTANGLE', page, { fills: [solid()], pluginData: entry(JSON.stringify(RECIPE)), ...at(0, 0, 10, 10) }).id,
      damaged: edit.create('RECTANGLE', page, { fills: [solid()], pluginData: entry('{"version":9}'), ...at(20, 0, 10, 10) }).id,
    }));
    const { layers } = await summaryOf(document, Object.values(ids));
    expect(layers.map((layer) => layer.recipe)).toEqual([RECIPE, null]);
  });

  it('[PS9] reads locked, rotated and nested layers', async () => {
    const { document, ids } = drawn((edit, page) => {
      const list = edit.create('FRAME', page, { layoutMode: 'HORIZONTAL', ...at(0, 0, 100, 100) }).id;
      const instance = edit.create('INSTANCE', page, at(200, 0, 50, 50)).id;
      return {
        flowed: edit.create('RECTANGLE', list, { fills: [solid()], ...at(0, 0, 10, 10) }).id,
        nested: edit.create('RECTANGLE', instance, { fills: [solid()], ...at(5, 5, 10, 10) }).id,
        locked: edit.create('RECTANGLE', page, { fills: [solid()], locked: true, ...at(0, 300, 10, 10) }).id,
        turned: edit.create('RECTANGLE', page, { fills: [solid()], rotation: 90, ...at(0, 400, 40, 10) }).id,
      };
    });
    const { layers, refusal } = await summaryOf(document, Object.values(ids));
    expect(refusal).toBeNull();
    expect(layers).toHaveLength(4);
    expect(layers[3]?.box.width).toBeCloseTo(10);
    expect(layers[3]?.box.height).toBeCloseTo(40);
  });

  it('[PS10] shortens a name of any length', async () => {
    const { document, ids } = drawn((edit, page) => ({ long: edit.create('RECTANGLE', page, { name: 'x'.repeat(100_000), fills: [solid()], ...at(0, 0, 9, 9) }).id }));
    expect((await summaryOf(document, [ids.long])).layers[0]?.name.length).toBeLessThanOrEqual(200);
  });
});

describe('refusals', () => {
  const frameWith = (edit: Edit, page: string, props: object, child?: object): string => {
    const frame = edit.create('FRAME', page, { name: 'Card', ...at(0, 0, 100, 100), ...props }).id;
    if (child) edit.create('RECTANGLE', frame, { fills: [solid()], ...at(0, 0, 10, 10), ...child });
    return frame;
  };
  it.each([
    ['an empty frame', 'SELECTION_EMPTY', {}, undefined],
    ['a frame with hidden children only', 'SELECTION_EMPTY', {}, { visible: false }],
    ['a hidden frame', 'SELECTION_INVISIBLE', { visible: false }, {}],
    ['a transparent frame', 'SELECTION_INVISIBLE', { opacity: 0 }, {}],
    ['a frame without width', 'SELECTION_ZERO_SIZE', { width: 0 }, {}],
    ['an empty frame with a fill', undefined, { fills: [solid()] }, undefined],
    ['an empty frame with a hidden fill', 'SELECTION_EMPTY', { fills: [{ ...solid(), visible: false }] }, undefined],
    ['an empty frame with a stroke', undefined, { strokes: [stroke] }, undefined],
  ])('[PR1] %s: %s', async (_what, code, props, child) => {
    const { document, ids } = drawn((edit, page) => ({ frame: frameWith(edit, page, props, child) }));
    expect((await summaryOf(document, [ids.frame])).refusal?.code).toBe(code);
  });

  it('[PR2] looks at what is around a layer', async () => {
    const { document, ids } = drawn((edit, page) => {
      const frame = edit.create('FRAME', page, { opacity: 0, ...at(0, 0, 100, 100) }).id;
      return { inner: edit.create('RECTANGLE', frame, { name: 'Inner', fills: [solid()], ...at(0, 0, 10, 10) }).id };
    });
    expect((await summaryOf(document, [ids.inner])).refusal).toEqual({ code: 'SELECTION_INVISIBLE', name: 'Inner' });
  });

  it('[PR3] lets a straight line pass, though it has no height', async () => {
    const { document, ids } = drawn((edit, page) => ({ line: edit.create('LINE', page, { strokes: [stroke], ...at(0, 0, 50, 0) }).id }));
    expect((await summaryOf(document, [ids.line])).refusal).toBeNull();
  });

  it('[PR4] refuses a section without layers and a text without words', async () => {
    const { document, ids } = drawn((edit, page) => ({
      section: edit.create('SECTION', page, { fills: [solid()], ...at(0, 0, 50, 50) }).id,
      text: edit.create('TEXT', page, { text: '', ...at(100, 0, 50, 50) }).id,
    }));
    expect((await summaryOf(document, [ids.section])).refusal?.code).toBe('SELECTION_EMPTY');
    expect((await summaryOf(document, [ids.text])).refusal?.code).toBe('SELECTION_EMPTY');
  });

  it('[PR5] leaves out what cannot be sent when something else can', async () => {
    const { document, ids } = drawn((edit, page) => ({
      hidden: edit.create('RECTANGLE', page, { visible: false, fills: [solid()], ...at(0, 0, 10, 10) }).id,
      seen: edit.create('RECTANGLE', page, { fills: [solid()], ...at(20, 0, 10, 10) }).id,
    }));
    const { layers, count, refusal } = await summaryOf(document, Object.values(ids));
    expect([layers.map((layer) => layer.id), count, refusal]).toEqual([[ids.seen], 1, null]);
  });

  it('[PR6] still describes a lone layer that it refuses', async () => {
    const { document, ids } = drawn((edit, page) => ({ frame: frameWith(edit, page, {}) }));
    expect((await summaryOf(document, [ids.frame])).layers).toMatchObject([{ id: ids.frame, takesFill: true }]);
  });
});

describe('summarise', () => {
  it('[PS11] sums up a whole page by its id', async () => {
    const { document, ids } = drawn((edit, page) => ({
      one: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id,
      two: edit.create('RECTANGLE', page, { fills: [solid()], ...at(90, 40, 10, 10) }).id,
    }));
    const { client } = await runPlugin(document);
    expect(ids.one).not.toBe(ids.two);
    const summary = await client.call('summarise', { nodeIds: [document.currentPageId] });
    expect(summary).toMatchObject({ count: 1, box: at(0, 0, 100, 50), refusal: null, layers: [{ type: 'PAGE', takesFill: false }] });
  });

  it('[PS12] reads layers of a page that is not shown', async () => {
    const { document, ids } = drawn((edit, page) => ({ far: edit.create('RECTANGLE', page, { fills: [solid()], ...at(0, 0, 10, 10) }).id }));
    const home = document.currentPageId;
    const other = document.graph.addPage('Other').id;
    switchPage(document, other);
    const { client } = await runPlugin(document);
    expect(await client.call('summarise', { nodeIds: [ids.far] })).toMatchObject({ pageId: home, count: 1 });
  });

  it('[PS13] says so when all of them are gone', async () => {
    const { client } = await runPlugin(createDocument());
    expect((await client.call('summarise', { nodeIds: ['9:9'] })).refusal?.code).toBe('SELECTION_GONE');
  });
});

describe('events', () => {
  const two = () =>
    drawn((edit, page) => ({
      one: edit.create('RECTANGLE', page, { name: 'One', fills: [solid()], ...at(0, 0, 10, 10) }).id,
      two: edit.create('RECTANGLE', page, { name: 'Two', fills: [solid()], ...at(20, 0, 10, 10) }).id,
    }));

  it('[PS14] tells one summary for a burst of changes', async () => {
    const { document, ids } = two();
    const running = await runPlugin(document);
    const told: string[][] = [];
    running.client.on('selectionChanged', (summary) => void told.push(summary.layers.map((layer) => layer.id)));
    const next = nextSummary(running);
    select(document, [ids.one]);
    await running.plugin.settled();
    select(document, [ids.two]);
    await next;
    expect(told).toEqual([[ids.two]]);
  });

  it('[PS15] tells when a selected layer changes', async () => {
    const { document, ids } = two();
    select(document, [ids.one]);
    const running = await runPlugin(document);
    const next = nextSummary(running);
    rename(document, ids.one, 'Renamed');
    expect((await next).layers[0]?.name).toBe('Renamed');
  });

  it('[PS16] tells when a selected layer is deleted, hidden, or the page is switched', async () => {
    const { document, ids } = two();
    select(document, [ids.one]);
    const running = await runPlugin(document);
    const hidden = nextSummary(running);
    setVisible(document, [ids.one], false);
    expect((await hidden).refusal?.code).toBe('SELECTION_INVISIBLE');
    const deleted = nextSummary(running);
    remove(document, [ids.one]);
    expect((await deleted).refusal?.code).toBe('NOTHING_SELECTED');
    const switched = nextSummary(running);
    const other = document.graph.addPage('Other').id;
    switchPage(document, other);
    expect((await switched).pageId).toBe(other);
  });

  it('[PS17] stays silent when other layers change', async () => {
    const { document, ids } = two();
    select(document, [ids.one]);
    const running = await runPlugin(document);
    const told: SelectionSummary[] = [];
    running.client.on('selectionChanged', (summary) => void told.push(summary));
    rename(document, ids.two, 'Renamed');
    await running.plugin.settled();
    const next = nextSummary(running);
    select(document, [ids.two]);
    await next;
    expect(told).toHaveLength(1);
  });

  it('[PS18] goes on when the page it watched was deleted', async () => {
    const { document, ids } = two();
    const home = document.currentPageId;
    const other = document.graph.addPage('Other').id;
    switchPage(document, other);
    const running = await runPlugin(document);
    switchPage(document, home);
    remove(document, [other]);
    select(document, [ids.one]);
    await nextSummary(running);
    const next = nextSummary(running);
    rename(document, ids.one, 'Renamed');
    expect((await next).layers[0]?.name).toBe('Renamed');
  });
});

// The open file: undo, selection, images, groups, auto layout, events.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDocument, openFig, type HostDocument, type HostEvent } from '../../playground/host/document.ts';
import * as edits from '../../playground/host/edits.ts';
import { sha1Hex } from '../../playground/host/sha1.ts';

const FIGS = new URL('../../../shared/data/fig/', import.meta.url);
const figs = existsSync(FIGS) ? readdirSync(FIGS).filter((name) => name.endsWith('.fig')) : [];

function withRectangle(): { document: HostDocument; id: string; events: HostEvent[] } {
  const document = createDocument();
  const { id } = document.edit('user', (edit) => edit.create('RECTANGLE', document.currentPageId, { name: 'Box' }));
  const events: HostEvent[] = [];
  document.onChange((event) => events.push(event));
  return { document, id, events };
}
const xOf = (document: HostDocument, id: string): number | undefined => document.graph.getNode(id)?.x;
const pluginMove = (document: HostDocument, id: string, x: number): void => document.edit('plugin', (edit) => edit.update(id, { x }));

describe('undo', () => {
  test('[HD1] makes each edit of a person its own step', () => {
    const { document, id } = withRectangle();
    edits.moveBy(document, [id], 10, 0);
    edits.moveBy(document, [id], 10, 0);
    edits.undo(document);
    expect(xOf(document, id)).toBe(10);
  });

  test('[HD2] gathers the edits of a plugin into one step until it commits', () => {
    const { document, id } = withRectangle();
    pluginMove(document, id, 1);
    pluginMove(document, id, 2);
    document.commit();
    pluginMove(document, id, 3);
    pluginMove(document, id, 4);
    const seen = [edits.undo(document), xOf(document, id), edits.undo(document), xOf(document, id)];
    expect(seen).toEqual([true, 2, true, 0]);
  });

  test('[HD3] commits what a plugin left open before the next edit of a person', () => {
    const { document, id } = withRectangle();
    pluginMove(document, id, 5);
    edits.moveBy(document, [id], 10, 0);
    edits.undo(document);
    expect(xOf(document, id)).toBe(5);
  });

  test('[HD4] redoes what was undone, and forgets it at the next edit', () => {
    const { document, id } = withRectangle();
    edits.moveBy(document, [id], 10, 0);
    edits.undo(document);
    expect([edits.redo(document), xOf(document, id)]).toEqual([true, 10]);
    edits.undo(document);
    edits.moveBy(document, [id], 1, 0);
    expect(edits.redo(document)).toBe(false);
  });

  test('[HD5] brings back a removed tree with its ids, order and data', () => {
    const document = createDocument();
    const ids = document.edit('user', (edit) => {
      const frame = edit.create('FRAME', document.currentPageId);
      return [frame.id, edit.create('RECTANGLE', frame.id, { pluginData: [{ pluginId: 'p', key: 'k', value: 'v' }] }).id, edit.create('TEXT', frame.id).id];
    });
    const [frame = '', first = '', second = ''] = ids;
    edits.remove(document, [frame]);
    expect(document.graph.getNode(first)).toBeUndefined();
    edits.undo(document);
    expect(document.graph.getNode(frame)?.childIds).toEqual([first, second]);
    expect(document.graph.getNode(first)?.pluginData[0]?.value).toBe('v');
  });

  test('[HD6] leaves the edits of another person alone', () => {
    const { document, id } = withRectangle();
    edits.moveBy(document, [id], 7, 0, 'REMOTE');
    edits.undo(document);
    expect(document.graph.getNode(id)).toBeUndefined();
  });
});

describe('events and selection', () => {
  test('[HD7] tells what changed, and who did it', () => {
    const { document, id, events } = withRectangle();
    edits.rename(document, id, 'New', 'REMOTE');
    expect(events).toEqual([{ type: 'changed', author: 'remote', changes: [{ type: 'PROPERTY_CHANGE', id, pageId: document.currentPageId, properties: ['name'] }] }]);
  });

  test('[HD23] takes a list that was replaced by an equal one as no change', () => {
    const { document, id, events } = withRectangle();
    document.edit('plugin', (edit) => edit.update(id, { fills: [...(document.graph.getNode(id)?.fills ?? [])], pluginData: [] }));
    expect(events).toEqual([]);
  });

  test('[HD8] says nothing when nothing changed, and makes no undo step', () => {
    const { document, id, events } = withRectangle();
    edits.setVisible(document, [id], true);
    expect(events).toEqual([]);
    edits.undo(document);
    expect(document.graph.getNode(id)).toBeUndefined();
  });

  test('[HD9] keeps only directly selected nodes of the page, once each', () => {
    const document = createDocument();
    const [frame, child] = document.edit('user', (edit) => {
      const parent = edit.create('FRAME', document.currentPageId);
      return [parent.id, edit.create('RECTANGLE', parent.id).id];
    });
    document.select([frame ?? '', child ?? '', frame ?? '', 'nowhere'], 'user');
    expect(document.selection()).toEqual([frame]);
  });

  test('[HD10] drops removed nodes from the selection', () => {
    const { document, id, events } = withRectangle();
    edits.select(document, [id]);
    edits.remove(document, [id]);
    expect(document.selection()).toEqual([]);
    expect(events.map((event) => event.type)).toEqual(['selectionChanged', 'changed', 'selectionChanged']);
  });

  test('[HD11] keeps a selection per page', () => {
    const { document, id } = withRectangle();
    const first = document.currentPageId;
    const page = document.edit('user', (edit) => edit.create('CANVAS', document.graph.rootId, { name: 'Two' }));
    edits.select(document, [id]);
    edits.switchPage(document, page.id);
    expect([document.selection(), document.selection(first)]).toEqual([[], [id]]);
  });

  test('[HD12] names the page of a deleted node', () => {
    const { document, id, events } = withRectangle();
    edits.remove(document, [id]);
    expect(events[0]).toMatchObject({ changes: [{ type: 'DELETE', id, pageId: document.currentPageId }, ] });
  });
});

describe('what settles by itself', () => {
  test('[HD13] removes a group with its last child', () => {
    const document = createDocument();
    const [group, child] = document.edit('user', (edit) => {
      const parent = edit.create('GROUP', document.currentPageId);
      return [parent.id, edit.create('RECTANGLE', parent.id).id];
    });
    edits.remove(document, [child ?? '']);
    expect(document.graph.getNode(group ?? '')).toBeUndefined();
  });

  test('[HD14] fits a group around its children without moving them on the canvas', () => {
    const document = createDocument();
    const [group = '', child = ''] = document.edit('user', (edit) => {
      const parent = edit.create('GROUP', document.currentPageId, { x: 10, y: 10, width: 0, height: 0 });
      return [parent.id, edit.create('RECTANGLE', parent.id, { x: 5, y: 5, width: 20, height: 30 }).id];
    });
    expect(document.graph.getNode(group)).toMatchObject({ x: 15, y: 15, width: 20, height: 30 });
    expect(document.graph.getAbsolutePosition(child)).toEqual({ x: 15, y: 15 });
  });

  test('[HD15] flows an auto layout frame when a child is added, and undoes that with it', () => {
    const document = createDocument();
    const [frame = '', child = ''] = document.edit('user', (edit) => {
      const parent = edit.create('FRAME', document.currentPageId, { layoutMode: 'HORIZONTAL', primaryAxisSizing: 'HUG', counterAxisSizing: 'HUG', itemSpacing: 10 });
      return [parent.id, edit.create('RECTANGLE', parent.id, { width: 50, height: 50 }).id];
    });
    const second = document.edit('user', (edit) => edit.create('RECTANGLE', frame, { width: 20, height: 20 }));
    expect([document.graph.getNode(frame)?.width, second.x, xOf(document, child)]).toEqual([80, 60, 0]);
    edits.undo(document);
    expect(document.graph.getNode(frame)?.width).toBe(50);
  });
});

describe('images and files', () => {
  test('[HD16] names an image by the SHA-1 of its bytes', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 65_537]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
      expect(sha1Hex(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'));
    }
  });

  test('[HD17] keeps its own copy of an image', () => {
    const document = createDocument();
    const bytes = new Uint8Array([1, 2, 3]);
    const hash = document.addImage(bytes);
    bytes[0] = 9;
    expect(document.images.get(hash)).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('[HD18] refuses bytes that are no .fig file', async () => {
    await expect(openFig(new Uint8Array([1, 2, 3, 4]))).rejects.toThrow();
  });

  test.runIf(figs.length > 0)('[HD19] opens real .fig files with their pages, hiding the internal one', async () => {
    for (const name of figs) {
      const document = await openFig(readFileSync(new URL(name, FIGS)), name);
      expect(document.pages().map((page) => page.name)).toEqual(['Page 1']);
      expect(document.pages()[0]?.childIds.length).toBeGreaterThan(0);
    }
  });
});

describe('what a person does', () => {
  test('[HD20] finds the topmost layer at a point, and the innermost on request', () => {
    const document = createDocument();
    const [frame, child] = document.edit('user', (edit) => {
      const parent = edit.create('FRAME', document.currentPageId, { x: 100, y: 100 });
      return [parent.id, edit.create('RECTANGLE', parent.id, { x: 10, y: 10, width: 10, height: 10 }).id];
    });
    expect([edits.nodeAt(document, 115, 115)?.id, edits.nodeAt(document, 115, 115, true)?.id, edits.nodeAt(document, 0, 0)]).toEqual([frame, child, null]);
  });

  test('[HD21] does not find hidden or locked layers', () => {
    const { document, id } = withRectangle();
    edits.setLocked(document, [id], true);
    expect(edits.nodeAt(document, 5, 5)).toBeNull();
  });

  test('[HD22] keeps a layer where it is on the canvas when dragged into a frame', () => {
    const { document, id } = withRectangle();
    const frame = document.edit('user', (edit) => edit.create('FRAME', document.currentPageId, { x: 40, y: 60 }));
    edits.reparent(document, id, frame.id);
    expect(document.graph.getAbsolutePosition(id)).toEqual({ x: 0, y: 0 });
  });
});

// A clone in another look: what is planned, what the clone keeps to the letter, and that nothing else is touched.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { openFig } from '../../playground/host/document.ts';
import { remove, undo } from '../../playground/host/edits.ts';
import { readSampleDocument } from '../../playground/sample/read.ts';
import { contrast } from '../../src/core/colour.ts';
import { sha1Hex } from '../../playground/host/sha1.ts';
import { drawn, refusal, runPlugin } from './runPlugin.ts';
import { at, image, png, solid } from './samples.ts';

const SWATCHES = [{ hex: '#2b1a12' }, { hex: '#f6ead2' }, { hex: '#c8452f' }, { hex: '#3f6f63' }];
const CODE = 'SC-7F2A@3';
const OLD_BYTES = png(80, 40, 90);
const OLD = sha1Hex(OLD_BYTES);
const colour = (r: number, g: number, b: number) => ({ ...solid(), color: { r, g, b, a: 1 } });

/** A card: ground, picture twice, a drawing, an icon, words on the ground and on a picture, a style. */
function card() {
  const made = drawn((edit, page) => {
    const frame = edit.create('FRAME', page, { name: 'Card', fills: [colour(1, 1, 1)], ...at(100, 100, 400, 600) }).id;
    const photo = edit.create('RECTANGLE', frame, { name: 'Photo', fills: [image(OLD, { imageScaleMode: 'CROP' })], ...at(0, 0, 400, 200) }).id;
    edit.create('TEXT', frame, { name: 'On photo', text: 'Over', fontSize: 30, fills: [colour(1, 1, 1)], ...at(10, 10, 80, 40) });
    edit.create('RECTANGLE', frame, { name: 'Small photo', fills: [colour(0, 0, 1), image(OLD, { opacity: 0.5 })], ...at(0, 210, 40, 40) });
    const title = edit.create('TEXT', frame, { name: 'Title', text: 'Slow journeys', fontSize: 16, fills: [colour(0.45, 0.45, 0.45)], ...at(0, 260, 200, 24) }).id;
    const button = edit.create('RECTANGLE', frame, { name: 'Button', fills: [colour(0.05, 0.4, 0.9)], ...at(0, 300, 120, 40) }).id;
    edit.create('TEXT', frame, { name: 'Label', text: 'Go', fontSize: 14, fills: [colour(1, 1, 1)], ...at(20, 305, 60, 24) });
    const drawing = edit.create('GROUP', frame, { name: 'Lamp', ...at(0, 360, 200, 200) }).id;
    for (let index = 0; index < 4; index += 1) edit.create('VECTOR', drawing, { name: `Stroke ${index}`, fills: [colour(0.9, 0.2, 0.2)], ...at(50 * index, 0, 50, 200) });
    const icon = edit.create('GROUP', frame, { name: 'Icon / lamp', ...at(220, 360, 100, 100) }).id;
    for (let index = 0; index < 4; index += 1) edit.create('VECTOR', icon, { fills: [colour(0, 0, 0)], ...at(25 * index, 0, 25, 100) });
    return { frame, photo, title, button, drawing };
  });
  made.document.addImage(OLD_BYTES);
  return made;
}

interface Layer { readonly path: string; readonly name: string; readonly type: string; readonly rest: string; readonly fills: unknown }

/** Everything of every layer but its ids, and its colours apart. */
function layersOf({ graph }: HostDocument, rootId: string): Layer[] {
  const list: Layer[] = [];
  const visit = (id: string, path: string) => {
    const node = graph.getNode(id);
    if (!node) return;
    const { fills, strokes, ...rest } = node as unknown as Record<string, unknown>;
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !['id', 'parentId', 'childIds', 'source', 'name', 'x', 'y', 'pluginData', 'internalOnly', 'overrides', 'orderKey', 'strokeGeometry', 'fillGeometry'].includes(key)));
    list.push({ path, name: node.name, type: node.type, rest: JSON.stringify({ ...kept, ...(path === '' ? {} : { x: node.x, y: node.y }) }, replacer), fills: { fills, strokes } });
    (node.childIds ?? []).forEach((child, index) => visit(child, `${path}/${index}`));
  };
  visit(rootId, '');
  return list;
}

const replacer = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value instanceof Set ? [...value] : ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value);

/** The whole document but what is in `butIn`. */
function everything(document: HostDocument, butIn: string | null): string {
  return document.pages().map((page) => JSON.stringify(document.graph.getChildren(page.id).filter((node) => node.id !== butIn).map((node) => layersOf(document, node.id)), replacer)).join('\n');
}

/** Each layer's paints as they look, without what the host adds to those that were written. */
function looksOf(document: HostDocument, rootId: string): string[] {
  return layersOf(document, rootId).map(({ fills }) => JSON.stringify((fills as { fills: { type: string; color: object; opacity: number; imageHash?: string; imageScaleMode?: string }[] }).fills.map(({ type, color, opacity, imageHash, imageScaleMode }) => [type, opacity, type === 'IMAGE' ? [imageHash, imageScaleMode] : color])));
}

const plain = (document: HostDocument, id: string): [number, number, number] => {
  const fill = document.graph.getNode(id)?.fills?.[0];
  const { r = 0, g = 0, b = 0 } = fill?.color ?? {};
  return [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
};

describe('the plan', () => {
  it('[EL1] lists pictures by content, with the largest layer that shows each, and how many show it', async () => {
    const { document, ids } = card();
    const { client } = await runPlugin(document);
    const { pictures } = await client.call('planRestyle', { nodeId: ids.frame });
    expect(pictures).toEqual([{ hash: OLD, nodeId: ids.photo, name: 'Photo', users: 2 }]);
  });

  it('[EL2] takes a large group of drawn shapes for an illustration, and no icon', async () => {
    const { document, ids } = card();
    const { client } = await runPlugin(document);
    const { illustrations } = await client.call('planRestyle', { nodeId: ids.frame });
    expect(illustrations.map(({ name, path }) => [name, path])).toEqual([['Lamp', '6']]);
  });

  it('[EL3] counts colours of the layers’ own, and names what follows a style', async () => {
    const { document, ids } = card();
    document.edit('user', (edit) => edit.update(ids.button, { fillStyleId: 'S:1' }));
    const { client } = await runPlugin(document);
    const plan = await client.call('planRestyle', { nodeId: ids.frame });
    expect(plan.colours.bound).toBe(1);
    expect(plan.kept).toEqual([{ name: 'Button', why: 'bound' }]);
  });

  it('[EL4] changes nothing and refuses what is gone', async () => {
    const { document, ids } = card();
    const { client } = await runPlugin(document);
    const before = everything(document, null);
    await client.call('planRestyle', { nodeId: ids.frame });
    expect(everything(document, null)).toBe(before);
    remove(document, [ids.frame]);
    expect(await refusal(client.call('planRestyle', { nodeId: ids.frame }))).toBe('SELECTION_GONE');
  });
});

describe('the clone', () => {
  const make = async (document: HostDocument, nodeId: string, amount = 1) => {
    const running = await runPlugin(document);
    return { ...running, made: await running.client.call('cloneRestyled', { nodeId, code: CODE, swatches: SWATCHES, amount }) };
  };

  it('[EL5] stands beside the frame, bears the card’s code, and is one undo step', async () => {
    const { document, ids } = card();
    const { made } = await make(document, ids.frame);
    expect(document.graph.getNode(made.cloneId)).toMatchObject({ name: `Card · ${CODE}`, ...at(524, 100, 400, 600) });
    undo(document);
    expect(document.graph.getNode(made.cloneId)).toBeUndefined();
  });

  it('[EL6] wears the palette, and the frame keeps every byte', async () => {
    const { document, ids } = card();
    const before = everything(document, null);
    const { made } = await make(document, ids.frame);
    expect(everything(document, made.cloneId)).toBe(before);
    const own = layersOf(document, ids.frame);
    const clone = layersOf(document, made.cloneId);
    expect(clone.map(({ path, type, rest }) => [path, type, rest])).toEqual(own.map(({ path, type, rest }) => [path, type, rest]));
    expect(clone.map(({ fills }) => JSON.stringify(fills))).not.toEqual(own.map(({ fills }) => JSON.stringify(fills)));
  });

  it('[EL7] keeps pictures, opacity and scale mode; an amount of 0 keeps every colour', async () => {
    const { document, ids } = card();
    const { made } = await make(document, ids.frame, 0);
    expect(layersOf(document, made.cloneId).map(({ fills }) => fills)).toEqual(layersOf(document, ids.frame).map(({ fills }) => fills));
  });

  it('[EL8] keeps text at AA against what lies behind, or at what it had', async () => {
    const { document, ids } = card();
    const { made } = await make(document, ids.frame);
    const ground = plain(document, made.cloneId);
    const titleId = document.graph.getChildren(made.cloneId).find(({ name }) => name === 'Title')?.id ?? '';
    const had = contrast(plain(document, ids.title), plain(document, ids.frame));
    expect(contrast(plain(document, titleId), ground)).toBeGreaterThanOrEqual(Math.min(4.5, had));
  });

  it('[EL9] leaves colours that follow a style, and masks', async () => {
    const { document, ids } = card();
    document.edit('user', (edit) => {
      edit.update(ids.button, { fillStyleId: 'S:1' });
      edit.update(ids.photo, { isMask: true, fills: [colour(0, 1, 0)] });
    });
    const { made } = await make(document, ids.frame);
    const clones = document.graph.getChildren(made.cloneId);
    expect(clones.find(({ name }) => name === 'Button')?.fills).toEqual(document.graph.getNode(ids.button)?.fills);
    expect(clones.find(({ name }) => name === 'Photo')?.fills).toEqual(document.graph.getNode(ids.photo)?.fills);
  });

  it('[EL10] of a frame that is gone is refused, and leaves nothing', async () => {
    const { document, ids } = card();
    const { client } = await runPlugin(document);
    remove(document, [ids.frame]);
    expect(await refusal(client.call('cloneRestyled', { nodeId: ids.frame, code: CODE, swatches: SWATCHES, amount: 1 }))).toBe('NODE_GONE');
    expect(document.graph.getChildren(document.currentPageId)).toHaveLength(0);
  });

  it('[EL11] gets a picture in every layer that shows it, scale mode and opacity as they are, and gives it back', async () => {
    const { document, ids } = card();
    const { client, made } = await make(document, ids.frame);
    const hash = OLD;
    const users = () => document.graph.getChildren(made.cloneId).flatMap(({ fills }) => (fills ?? []).filter(({ type }) => type === 'IMAGE')).map((fill) => [fill.imageHash, fill.imageScaleMode, fill.opacity]);
    const before = users();
    const { imageHash, users: written } = await client.call('restylePicture', { cloneId: made.cloneId, hash, bytes: png(40, 20, 7) });
    expect([written, users()]).toEqual([2, [[imageHash, 'CROP', 1], [imageHash, 'FILL', 0.5]]]);
    // Another try takes the place of the first.
    await client.call('restylePicture', { cloneId: made.cloneId, hash, bytes: png(40, 20, 9) });
    expect(users()).toHaveLength(2);
    await client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'picture', hash } });
    expect(users()).toEqual(before);
    expect(await refusal(client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'picture', hash } }))).toBe('NOTHING_TO_RESTORE');
  });

  it('[EL12] gets a picture over a hidden drawing, and gives the drawing back', async () => {
    const { document, ids } = card();
    const { client, made } = await make(document, ids.frame);
    const order = () => document.graph.getChildren(made.cloneId).map(({ name, visible }) => `${name} ${visible}`);
    const before = order();
    const { nodeId } = await client.call('restyleDrawing', { cloneId: made.cloneId, path: '6', bytes: png(20, 20) });
    expect(document.graph.getNode(nodeId)).toMatchObject({ name: 'Lamp · restyled', width: 200, height: 200, y: 360 });
    expect(order().slice(6, 8)).toEqual(['Lamp false', 'Lamp · restyled true']);
    await client.call('restyleDrawing', { cloneId: made.cloneId, path: '6', bytes: png(20, 20, 3) });
    expect(order()).toHaveLength(before.length + 1);
    await client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'drawing', path: '6' } });
    expect(order()).toEqual(before);
  });

  it('[EL13] gives its colours back and keeps new pictures', async () => {
    const { document, ids } = card();
    const { client, made } = await make(document, ids.frame);
    const { imageHash } = await client.call('restylePicture', { cloneId: made.cloneId, hash: OLD, bytes: png(40, 20, 7) });
    await client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'colours' } });
    expect(looksOf(document, made.cloneId)).toEqual(looksOf(document, ids.frame).map((look) => look.split(OLD).join(imageHash)));
  });

  it('[EL16] tells which texts lie over a picture: their place, colour and size', async () => {
    const { document, ids } = card();
    document.edit('user', (edit) => edit.update(ids.photo, { fills: [image(OLD)] }));
    const { client } = await runPlugin(document);
    const { texts } = await client.call('readOverlaid', { nodeId: ids.frame, hash: OLD });
    expect(texts).toEqual([{ nodeId: ids.photo, box: { top: 50, left: 25, bottom: 250, right: 225 }, ground: { width: 400, height: 200 }, hex: '#ffffff', isLarge: true }]);
    // Of a crop Figma alone knows what lies where.
    document.edit('user', (edit) => edit.update(ids.photo, { fills: [image(OLD, { imageScaleMode: 'CROP' })] }));
    expect(await client.call('readOverlaid', { nodeId: ids.frame, hash: OLD })).toEqual({ texts: [] });
  });

  it('[EL17] gets a scrim on top of its picture, one at a time, and loses it with the picture', async () => {
    const { document, ids } = card();
    const { client, made } = await make(document, ids.frame, 0);
    await client.call('restylePicture', { cloneId: made.cloneId, hash: OLD, bytes: png(40, 20, 7) });
    const fills = () => (document.graph.getChildren(made.cloneId)[0]?.fills ?? []).map(({ type, opacity }) => `${type} ${opacity}`);
    await client.call('addScrim', { cloneId: made.cloneId, hash: OLD, is: 'dark', opacity: 0.35 });
    await client.call('addScrim', { cloneId: made.cloneId, hash: OLD, is: 'dark', opacity: 0.5 });
    expect(fills()).toEqual(['IMAGE 1', 'SOLID 0.5']);
    await client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'picture', hash: OLD } });
    expect(fills()).toEqual(['IMAGE 1']);
  });

  it('[EL18] a text of several colours changes each of them, keeps each readable, and gives each back', async () => {
    const { document, ids } = card();
    const grey = [colour(0.4, 0.4, 0.4)];
    const blue = [colour(0.05, 0.4, 0.9)];
    document.edit('user', (edit) => edit.update(ids.title, { fills: grey, styleRuns: [{ start: 5, length: 8, style: { fills: blue, fontWeight: 700 } }] }));
    const { client, made } = await make(document, ids.frame);
    expect((await client.call('planRestyle', { nodeId: ids.frame })).kept).toEqual([]);
    const title = () => document.graph.getChildren(made.cloneId).find(({ name }) => name === 'Title');
    const runs = title()?.styleRuns ?? [];
    const colours = runs.map(({ style }) => style.fills?.[0]?.color ?? { r: 0, g: 0, b: 0 }).map(({ r, g, b }): [number, number, number] => [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)]);
    expect(runs.map(({ start, length, style }) => [start, length, style.fontWeight])).toEqual([[0, 5, undefined], [5, 8, 700]]);
    expect(colours).not.toContainEqual([13, 102, 230]);
    for (const rgb of colours) expect(contrast(rgb, plain(document, made.cloneId))).toBeGreaterThanOrEqual(4.4);
    expect(title()?.text).toBe('Slow journeys');
    await client.call('revertRestyle', { cloneId: made.cloneId, part: { is: 'colours' } });
    expect((title()?.styleRuns ?? []).map(({ style }) => style.fills?.[0]?.color)).toEqual([grey[0]?.color, blue[0]?.color]);
  });

  it('[EL19] of a frame inside an instance, or of a locked one, stands on the page, and the instance keeps every byte', async () => {
    const { document, ids } = card();
    const instance = document.edit('user', (edit) => {
      const made = edit.create('INSTANCE', document.currentPageId, { name: 'Instance', ...at(2000, 100, 400, 300) }).id;
      const inner = edit.create('FRAME', made, { name: 'Inner', locked: true, fills: [colour(1, 1, 1)], ...at(20, 20, 200, 200) }).id;
      edit.create('RECTANGLE', inner, { name: 'Photo', fills: [image(OLD)], ...at(0, 0, 200, 100) });
      return { made, inner };
    });
    const before = everything(document, null);
    const { client, made } = await make(document, instance.inner);
    expect(document.graph.getNode(made.cloneId)?.parentId).toBe(document.currentPageId);
    await client.call('restylePicture', { cloneId: made.cloneId, hash: OLD, bytes: png(40, 20, 7) });
    expect(everything(document, made.cloneId)).toBe(before);
    expect(ids.frame).not.toBe('');
  });

  it('[EL20] gives a picture that is used forty times one call, and all forty layers the new one', async () => {
    const { document, ids } = card();
    document.edit('user', (edit) => {
      for (let index = 0; index < 38; index += 1) edit.create('ELLIPSE', ids.frame, { name: `Face ${index}`, fills: [image(OLD)], ...at(index * 10, 560, 8, 8) });
    });
    const { client, made } = await make(document, ids.frame);
    const { pictures } = await client.call('planRestyle', { nodeId: made.cloneId });
    expect(pictures.map(({ users }) => users)).toEqual([40]);
    expect((await client.call('restylePicture', { cloneId: made.cloneId, hash: OLD, bytes: png(40, 20, 7) })).users).toBe(40);
  });

  it('[EL21] keeps the stops, the places and the transparency of gradients, and what a mask shows', async () => {
    const { document, ids } = card();
    const stops = [{ position: 0, color: { r: 0.05, g: 0.4, b: 0.9, a: 1 } }, { position: 0.4, color: { r: 0.05, g: 0.4, b: 0.9, a: 0.25 } }, { position: 1, color: { r: 1, g: 1, b: 1, a: 0 } }];
    const gradient = { ...colour(0, 0, 0), type: 'GRADIENT_LINEAR' as const, opacity: 0.7, gradientStops: stops };
    document.edit('user', (edit) => {
      edit.update(ids.button, { fills: [gradient] });
      edit.update(ids.photo, { isMask: true });
    });
    const { made } = await make(document, ids.frame);
    const clones = document.graph.getChildren(made.cloneId);
    const after = clones.find(({ name }) => name === 'Button')?.fills?.[0];
    expect([after?.type, after?.opacity, after?.gradientStops?.map(({ position, color }) => [position, color.a])]).toEqual(['GRADIENT_LINEAR', 0.7, [[0, 1], [0.4, 0.25], [1, 0]]]);
    expect(after?.gradientStops?.[0]?.color).not.toEqual(stops[0]?.color);
    expect(clones.find(({ name }) => name === 'Photo')).toMatchObject({ isMask: true });
  });

  it('[EL22] of a frame of 8,000 px with 300 layers is whole', async () => {
    const { document, ids } = card();
    document.edit('user', (edit) => {
      edit.update(ids.frame, { width: 8000, height: 8000 });
      for (let index = 0; index < 290; index += 1) edit.create('RECTANGLE', ids.frame, { name: `Tile ${index}`, fills: [colour((index % 7) / 7, (index % 5) / 5, 0.5)], ...at((index % 20) * 400, Math.floor(index / 20) * 500, 380, 480) });
    });
    const { made } = await make(document, ids.frame);
    expect(layersOf(document, made.cloneId)).toHaveLength(layersOf(document, ids.frame).length);
    expect(document.graph.getNode(made.cloneId)).toMatchObject({ x: 8124, width: 8000, height: 8000 });
    expect(made.recoloured).toBeGreaterThan(250);
  });

  it('[EL14] is written to and nothing else: parts of what is no clone of ours are refused', async () => {
    const { document, ids } = card();
    const { client } = await runPlugin(document);
    const before = everything(document, null);
    expect(await refusal(client.call('restylePicture', { cloneId: ids.frame, hash: OLD, bytes: png(4, 4) }))).toBe('NODE_GONE');
    expect(await refusal(client.call('restyleDrawing', { cloneId: ids.frame, path: '6', bytes: png(4, 4) }))).toBe('NODE_GONE');
    expect(everything(document, null)).toBe(before);
  });
});

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?(?=[,}\]])/g;
const withoutNumbers = (text: string) => text.replace(NUMBER, '#');
const numbersIn = (text: string) => (text.match(NUMBER) ?? []).map(Number);

const FILES: readonly [string, () => Promise<HostDocument | null>][] = [
  ['the sample document', readSampleDocument],
  ...['OpenFigs.fig', 'basic-shapes.fig'].map((name): [string, () => Promise<HostDocument | null>] => [name, async () => {
    const path = `../shared/data/fig/${name}`;
    return existsSync(path) ? openFig(new Uint8Array(readFileSync(path))) : null;
  }]),
];

describe.each(FILES)('every frame of %s', (_name, open) => {
  it('[EL15] keeps type, place, words, layout and number of its layers in the clone, and stays as it is itself', async () => {
    const document = await open();
    if (!document) return;
    const { client } = await runPlugin(document);
    const frames = document.pages().flatMap((page) => document.graph.getChildren(page.id)).filter(({ type, width, height }) => ['FRAME', 'COMPONENT', 'INSTANCE', 'GROUP'].includes(type) && width > 0 && height > 0).slice(0, 40);
    expect(frames.length).toBeGreaterThan(0);
    for (const { id } of frames) {
      const before = layersOf(document, id);
      const { cloneId } = await client.call('cloneRestyled', { nodeId: id, code: CODE, swatches: SWATCHES, amount: 1 });
      const clone = layersOf(document, cloneId);
      expect(clone.map(({ path, type, rest }) => [path, type, withoutNumbers(rest)])).toEqual(before.map(({ path, type, rest }) => [path, type, withoutNumbers(rest)]));
      // The host measures a rotated group anew when it is moved, a tenth of a pixel apart.
      const gaps = clone.flatMap(({ rest }, index) => numbersIn(rest).map((value, place) => Math.abs(value - (numbersIn(before[index]?.rest ?? '')[place] ?? NaN))));
      expect(Math.max(...gaps)).toBeLessThan(0.5);
      expect(layersOf(document, id)).toEqual(before);
    }
  }, 60_000);
});

// The sample document: what is in it, and that it is the same every time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostDocument } from '../../playground/host/document.ts';
import { createRenderer, type Renderer } from '../../playground/host/render.ts';
import { SAMPLE_PICTURES } from '../../playground/sample/pictureNames.ts';
import { layerNamed, sample } from './support.ts';

let document: HostDocument;
let renderer: Renderer;
beforeAll(async () => { [document, renderer] = await Promise.all([sample(), createRenderer()]); });
afterAll(() => renderer.dispose());

const shape = (file: HostDocument): unknown => [...file.graph.getAllNodes()].map(({ id: _id, parentId: _parent, childIds: _children, source: _source, componentId: _component, overrides: _overrides, ...rest }) => rest);

describe('the sample document', () => {
  it('[PY50] has the pages Landing and Mood board', () => {
    expect(document.pages().map((page) => page.name)).toEqual(['Landing', 'Mood board']);
  });

  it.each([
    ['Hero / Desktop', 'FRAME', 1440, 960],
    ['Sketch / Desk lamp', 'FRAME', 560, 560],
    ['Polaroid', 'FRAME', 300, 340],
    ['Button / Primary', 'COMPONENT', 168, 52],
  ])('[PY51] has a layer %s of type %s', (name, type, width, height) => {
    const found = layerNamed(document, name);
    expect([found.type, found.width, found.height]).toEqual([type, width, height]);
  });

  it('[PY52] flows the photo card by auto layout, the photo inside its padding', () => {
    const card = layerNamed(document, 'Photo card');
    const photo = layerNamed(document, 'Photo');
    expect([card.layoutMode, card.width, photo.x, photo.y, card.cornerRadius > 0, card.effects.length]).toEqual(['VERTICAL', 360, 16, 16, true, 1]);
  });

  it('[PY53] sketches in vectors only', () => {
    const lamp = layerNamed(document, 'Lamp');
    expect(new Set(document.graph.getChildren(lamp.id).map((node) => node.type))).toEqual(new Set(['VECTOR']));
  });

  it('[PY54] has one locked layer on the page and a turned picture on each', () => {
    const locked = [...document.graph.getAllNodes()].filter((node) => node.locked).map((node) => node.name);
    expect([locked, layerNamed(document, 'Polaroid').rotation, layerNamed(document, 'Lake, turned', 'Mood board').rotation]).toEqual([['Project title'], -6, 5]);
  });

  it('[PY55] gives the instance the component’s content', () => {
    const instance = document.graph.getChildren(layerNamed(document, 'Buttons').id)[0];
    expect([instance?.type, instance?.name, document.graph.getChildren(instance?.id ?? '')[0]?.text]).toEqual(['INSTANCE', 'Button / Primary', 'Find a cabin']);
  });

  it('[PY56] holds every picture once, each a picture that decodes', () => {
    const sizes = [...document.images.values()].map((bytes) => renderer.canvasKit.MakeImageFromEncoded(bytes)?.width());
    expect(sizes).toEqual(SAMPLE_PICTURES.map((name) => (name === 'mountain-lake' ? 1600 : 960)));
  });

  it('[PY56] keeps every picture under 300 kB', () => {
    expect(Math.max(...[...document.images.values()].map((bytes) => bytes.length))).toBeLessThan(300_000);
  });

  it('[PY57] is the same document every time', async () => {
    expect(shape(await sample())).toEqual(shape(document));
  });

  it('[PY58] opens with nothing selected and nothing to undo', () => {
    expect([document.selection(), document.canUndo]).toEqual([[], false]);
  });
});

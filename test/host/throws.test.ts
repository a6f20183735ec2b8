// The host throws where Figma throws: one row a rule.
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import { errorOf, valueOf } from './sandboxed.ts';

const PNG = (width: number, height: number): string => `(() => { const b = new Uint8Array(33); b.set([137,80,78,71,13,10,26,10,0,0,0,13,73,72,68,82]); const v = new DataView(b.buffer); v.setUint32(16, ${width}); v.setUint32(20, ${height}); return b; })()`;
const UNKNOWN = (property: string): RegExp => new RegExp(`no such property '${property}' on`);

const ROWS: readonly (readonly [rule: string, code: string, expected: RegExp])[] = [
  ['[HF1] reading a property the node does not have', `figma.createRectangle().characters`, /^TypeError: .*node\.characters: no such property 'characters' on RECTANGLE node/],
  ['[HF1] reading fills of a group', `const r = figma.createRectangle(); figma.group([r], figma.currentPage).fills`, UNKNOWN('fills')],
  ['[HF2] writing a property the node does not have', `figma.createRectangle().foo = 1`, /^TypeError: Cannot add property foo, object is not extensible/],
  ['[HF2] writing a read-only property', `figma.createRectangle().width = 5`, /read only property 'width'/],
  ['[HF3] reading a removed node', `const r = figma.createRectangle(); const id = r.id; r.remove(); r.name`, /in get_name: The node with id ".+" does not exist/],
  ['[HF3] writing a removed node', `const r = figma.createRectangle(); r.remove(); r.x = 1`, /in set_x: The node with id ".+" does not exist/],
  ['[HF3] calling a removed node', `const r = figma.createRectangle(); const f = r.resize; r.remove(); f.call(r, 1, 1)`, /in resize: The node with id ".+" does not exist/],
  ['[HF4] children of a page that is not loaded', `figma.root.children[1].children`, /Cannot access children on a page that has not been explicitly loaded\. Remember to call await page\.loadAsync\(\)/],
  ['[HF4] appending to a page that is not loaded', `figma.root.children[1].appendChild(figma.createRectangle())`, /has not been explicitly loaded/],
  ['[HF4] searching the document before all pages are loaded', `figma.root.findAll()`, /loadAllPagesAsync/],
  ['[HF4] documentchange before all pages are loaded', `figma.on('documentchange', () => {})`, /loadAllPagesAsync/],
  ['[HF5] getNodeById', `figma.getNodeById('0:1')`, /Cannot call with documentAccess: dynamic-page\. Use figma\.getNodeByIdAsync\(\) instead/],
  ['[HF5] assigning currentPage', `figma.currentPage = figma.root.children[1]`, /dynamic-page\. Use figma\.setCurrentPageAsync/],
  ['[HF5] assigning fillStyleId', `figma.createRectangle().fillStyleId = ''`, /dynamic-page\. Use node\.setFillStyleIdAsync/],
  ['[HF5] local styles', `figma.getLocalPaintStyles()`, /dynamic-page/],
  ['[HF6] writing text in a font that is not loaded', `figma.createText().characters = 'a'`, /Cannot write to node with unloaded font "Inter Regular"/],
  ['[HF7] an image that is too small', `figma.createImage(new Uint8Array(0))`, /in createImage: Image is too small/],
  ['[HF7] an image that is too large', `figma.createImage(${PNG(4097, 10)})`, /in createImage: Image is too large/],
  ['[HF7] an image of another type', `figma.createImage(new Uint8Array([82,73,70,70,0,0,0,0,87,69,66,80,1,1,1,1]))`, /in createImage: Image type is unsupported/],
  ['[HF7] a truncated header', `figma.createImage(${PNG(10, 10)}.slice(0, 20))`, /Image type is unsupported/],
  ['[HF7] no bytes at all', `figma.createImage('abc')`, /Expected Uint8Array/],
  ['[HF8] a colour with alpha', `figma.createRectangle().fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0, a: 1 } }]`, /Unrecognized key\(s\) in object: 'a' at \[0\]\.color/],
  ['[HF8] a paint with an unknown key', `figma.createRectangle().fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: null, hash: 1 }]`, /Unrecognized key\(s\) in object: 'hash' at \[0\]/],
  ['[HF8] a colour out of range', `figma.createRectangle().fills = [{ type: 'SOLID', color: { r: 2, g: 0, b: 0 } }]`, /less than or equal to 1 at \[0\]\.color\.r/],
  ['[HF8] an unknown scale mode', `figma.createRectangle().fills = [{ type: 'IMAGE', scaleMode: 'COVER', imageHash: null }]`, /scaleMode/],
  ['[HF8] a hash that no image has', `figma.createRectangle().fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'abc' }]`, /imageHash/],
  ['[HF8] fills that are no array', `figma.createRectangle().fills = 1`, /Expected array, received number/],
  ['[HF9] changing a paint that was read', `'use strict'; figma.createRectangle().fills[0].visible = false`, /TypeError/],
  ['[HF9] pushing onto the selection', `figma.currentPage.selection.push(figma.createRectangle())`, /not extensible/],
  ['[HF10] more than 5 MB in clientStorage', `await figma.clientStorage.setAsync('a', 'x'.repeat(5 * 1024 * 1024))`, /quota/],
  ['[HF10] many values that pass 5 MB together', `for (let i = 0; i < 6; i++) await figma.clientStorage.setAsync('k' + i, new Uint8Array(1024 * 1024))`, /quota/],
  ['[HF10] a function in clientStorage', `await figma.clientStorage.setAsync('a', new Map())`, /Map/],
  ['[HF11] more than 100 kB of plugin data', `figma.createRectangle().setPluginData('a', 'x'.repeat(100000))`, /100 kB/],
  ['[HF11] plugin data that is no string', `figma.createRectangle().setPluginData('a', 1)`, /string/],
  ['[HF11] a short namespace', `figma.createRectangle().setSharedPluginData('ab', 'a', 'b')`, /3 alphanumeric/],
  ['[HF11] a relaunch command the manifest lacks', `figma.createRectangle().setRelaunchData({ nope: '' })`, /relaunchButtons/],
  ['[HF12] a page inside a frame', `figma.createFrame().appendChild(figma.currentPage)`, /Cannot move node/],
  ['[HF12] a frame inside itself', `const f = figma.createFrame(); f.appendChild(f)`, /Cannot move node/],
  ['[HF12] a layer beside the pages', `figma.root.appendChild(figma.createRectangle())`, /Cannot move node/],
  ['[HF12] a section inside a frame', `figma.createFrame().appendChild(figma.createSection())`, /Cannot move node/],
  ['[HF12] an index out of bounds', `figma.createFrame().insertChild(1, figma.createRectangle())`, /Index out of bounds/],
  ['[HF12] a removed node as child', `const r = figma.createRectangle(); r.remove(); figma.createFrame().appendChild(r)`, /does not exist/],
  ['[HF13] a size under 0.01', `figma.createRectangle().resize(0, 10)`, /at least 0\.01/],
  ['[HF13] a size that is no number', `figma.createRectangle().resize('1', 10)`, /Expected number/],
  ['[HF13] a position that is no number', `figma.createRectangle().x = NaN`, /Expected number/],
  ['[HF14] a selection on another page', `const p = figma.createPage(); p.selection = [figma.createRectangle()]`, /can only include nodes in that page/],
  ['[HF15] absolute positioning without auto layout', `const f = figma.createFrame(), r = figma.createRectangle(); f.appendChild(r); r.layoutPositioning = 'ABSOLUTE'`, /layoutMode !== NONE/],
  ['[HF16] an opacity above 1', `figma.createRectangle().opacity = 2`, /less than or equal to 1/],
  ['[HF16] an unknown blend mode', `figma.createRectangle().blendMode = 'GLOW'`, /Invalid enum value/],
  ['[HF17] currentUser without permission', `figma.currentUser`, /currentuser/],
  ['[HF18] exporting without a renderer', `await figma.createRectangle().exportAsync()`, /without a renderer/],
  ['[HF19] a message to a UI that is not shown', `figma.ui.close(); try { figma.ui.postMessage(1); } finally { figma.showUI('') }`, /showUI/],
  ['[HF20] anything of figma that the host lacks', `figma.createSlice()`, /figma\.createSlice is not in the playground host/],
  ['[HF20] anything of a part that the host lacks', `figma.viewport.slidesView`, /figma\.viewport\.slidesView is not in the playground host/],
  ['[HF21] an unknown event', `figma.on('hover', () => {})`, /not in the playground host/],
  ['[HF22] removing the last page', `figma.root.children[1].remove(); figma.currentPage.remove()`, /Removing this node is not allowed/],
];

describe('throws where Figma throws', () => {
  test.each(ROWS)('%s', async (_rule, code, expected) => {
    const document = createDocument('File');
    document.edit('user', (edit) => edit.create('CANVAS', document.graph.rootId, { name: 'Second' }));
    expect(await errorOf(code, { document })).toMatch(expected);
  });
});

const REFUSED_MESSAGES: readonly string[] = [
  'new ArrayBuffer(1)', 'new Uint16Array(1)', 'new Uint8ClampedArray(1)', 'new DataView(new ArrayBuffer(1))', '() => 1', 'new Map()', 'new Set()', 'Symbol("a")', '10n',
  'new Error("a")', '/a/', 'Promise.resolve()', 'figma.mixed', 'figma.currentPage', '({ deep: [new Map()] })', '(() => { const a = {}; a.a = a; return a; })()',
];

describe('postMessage', () => {
  test.each(REFUSED_MESSAGES)('[HF23] refuses %s', async (value) => {
    expect(await errorOf(`figma.ui.postMessage(${value})`)).toMatch(/^TypeError: Cannot pass/);
  });

  test('[HF24] carries objects, arrays, numbers, strings, booleans, null, undefined, dates and bytes', async () => {
    const value = await valueOf(`return { a: [1, -0.5, Infinity, 'a\\u0000b\\ud800', true, null, undefined], d: new Date(7), b: new Uint8Array([1, 2, 255]), $: 'own' }`);
    expect(value).toEqual({ a: [1, -0.5, Infinity, 'a\u0000b\ud800', true, null, undefined], d: new Date(7), b: new Uint8Array([1, 2, 255]), $: 'own' });
  });

  test('[HF25] drops prototypes and keeps own fields', async () => {
    expect(await valueOf(`class A { constructor() { this.x = 1 } get y() { return 2 } } return new A()`)).toEqual({ x: 1 });
  });
});

const WRITES: readonly string[] = ['node.x = 1', 'node.fills = []', 'node.name = "a"', 'node.remove()', 'node.resize(1, 1)', 'node.clone()', 'figma.createRectangle()', 'figma.createFrame()', 'page.appendChild(node)', 'node.locked = true'];

describe('a read-only file', () => {
  test.each(WRITES)('[HF26] refuses %s in Dev Mode', async (code) => {
    const document = createDocument();
    document.edit('user', (edit) => edit.create('RECTANGLE', document.currentPageId));
    expect(await errorOf(`const page = figma.currentPage; const node = page.children[0]; ${code}`, { document, editorType: 'dev' })).toMatch(/Cannot write to internal and read-only nodes/);
  });

  test('[HF27] lets a plugin select and keep plugin data', async () => {
    const document = createDocument();
    document.edit('user', (edit) => edit.create('RECTANGLE', document.currentPageId));
    const code = `const [node] = figma.currentPage.children; node.setPluginData('a', 'b'); figma.currentPage.selection = [node]; return [node.getPluginData('a'), figma.currentPage.selection.length]`;
    expect(await valueOf(code, { document, readOnly: true })).toEqual(['b', 1]);
  });
});

describe('instances', () => {
  const withInstance = (): ReturnType<typeof createDocument> => {
    const document = createDocument();
    document.edit('user', (edit) => {
      const component = edit.create('COMPONENT', document.currentPageId, { name: 'Button' });
      edit.create('RECTANGLE', component.id, { name: 'Back' });
      document.graph.createInstance(component.id, document.currentPageId);
    });
    return document;
  };
  const FIND = `const instance = figma.currentPage.children.find((node) => node.type === 'INSTANCE'); const [layer] = instance.children;`;

  test.each(['instance.appendChild(figma.createRectangle())', 'instance.insertChild(0, figma.createRectangle())'])('[HF28] refuses %s', async (code) => {
    expect(await errorOf(FIND + code, { document: withInstance() })).toMatch(/Cannot move node\. New parent is an instance or is inside of an instance/);
  });
  test.each(['layer.x = 5', 'layer.resize(5, 5)'])('[HF29] refuses %s on a layer inside an instance', async (code) => {
    expect(await errorOf(FIND + code, { document: withInstance() })).toMatch(/This property cannot be overriden on an instance/);
  });
  test('[HF29] refuses to remove a layer inside an instance', async () => {
    expect(await errorOf(`${FIND} layer.remove()`, { document: withInstance() })).toMatch(/Removing this node is not allowed/);
  });
  test('[HF30] lets fills be overridden', async () => {
    expect(await valueOf(`${FIND} layer.fills = []; return layer.fills`, { document: withInstance() })).toEqual([]);
  });
  test('[HF28] refuses a rectangle in a component set', async () => {
    const document = createDocument();
    document.edit('user', (edit) => edit.create('COMPONENT_SET', document.currentPageId));
    expect(await errorOf(`figma.currentPage.children[0].appendChild(figma.createRectangle())`, { document })).toMatch(/Cannot move node\. New parent is a component set/);
  });
});

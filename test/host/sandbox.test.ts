// The sandbox itself: its globals, bytes across the border, timers, and the ways a run ends.
import { newQuickJSWASMModuleFromVariant, RELEASE_SYNC } from 'quickjs-emscripten';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import * as edits from '../../playground/host/edits.ts';
import { startPlugin, startPluginDirect, type PluginOptions, type RunningPlugin } from '../../playground/host/sandbox.ts';
import { runPlugin, valueOf } from './sandboxed.ts';

const LACKING = [
  'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'crypto', 'structuredClone', 'queueMicrotask', 'AbortController', 'Blob', 'performance', 'Intl',
  'WebAssembly', 'Headers', 'window', 'document', 'self', 'process', 'require', 'localStorage', 'XMLHttpRequest',
];
const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

async function started(code: string, given: Partial<PluginOptions> = {}): Promise<{ plugin: RunningPlugin; messages: unknown[]; errors: string[] }> {
  const [messages, errors]: [unknown[], string[]] = [[], []];
  const plugin = await startPlugin({ html: '', document: createDocument(), onUiMessage: (message) => messages.push(message), onError: (error) => errors.push(error.message), ...given, code });
  return { plugin, messages, errors };
}

describe('globals', () => {
  test('[HS1] are Figma\'s and the language\'s, nothing more', async () => {
    const names = await valueOf(`return ${JSON.stringify(LACKING)}.filter((name) => name in globalThis)`);
    expect(names).toEqual([]);
  });

  test('[HS2] are figma, console, timers, fetch and the UI', async () => {
    const code = `return ['figma', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', '__html__'].map((name) => typeof globalThis[name])`;
    expect(await valueOf(code)).toEqual(['object', 'object', 'function', 'function', 'function', 'function', 'function', 'string']);
  });

  test('[HS3] hand over the UI whole, U+0000 and all', async () => {
    const html = '<p>a\u0000b</p>'.repeat(1000);
    expect(await valueOf('return __html__', { html })).toBe(html);
    expect(await valueOf('return [typeof __html__, __uiFiles__]', { html: { main: html } })).toEqual(['undefined', { main: html }]);
  });

  test('[HS4] make no network requests', async () => {
    expect(await valueOf(`return fetch('http://localhost:1').catch((error) => error.message)`)).toMatch(/no network/);
  });

  test('[HS5] write to the console as text', async () => {
    const lines: string[] = [];
    const { plugin } = await started(`console.log('a', { b: [1] }, figma.currentPage); console.error(new TypeError('c'))`, { onConsole: (level, text) => lines.push(`${level} ${text.replace(/\d+:\d+/, 'id')}`) });
    plugin.dispose();
    expect(lines).toEqual(['log a {"b":[1]} [node id]', 'error TypeError: c']);
  });
});

describe('messages and bytes', () => {
  const ECHO = `figma.showUI(__html__); figma.ui.onmessage = (message, props) => figma.ui.postMessage([message, props.origin])`;

  test('[HS6] come through both ways, byte for byte', async () => {
    const { plugin, messages } = await started(ECHO);
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) & 255);
    plugin.postMessage({ type: 'place', bytes: bytes.subarray(5), text: 'ä\u0000\ud800', when: new Date(3) });
    plugin.dispose();
    expect(messages).toEqual([[{ type: 'place', bytes: bytes.slice(5), text: 'ä\u0000\ud800', when: new Date(3) }, 'null']]);
  });

  test('[HS7] are copies on each side', async () => {
    const { plugin, messages } = await started(`figma.showUI(''); const sent = { list: [1], bytes: new Uint8Array([1]) }; figma.ui.postMessage(sent); sent.list.push(2); sent.bytes[0] = 9; figma.ui.onmessage = (m) => { m.list.push(3); figma.ui.postMessage(m) }`);
    const posted = { list: [1] };
    plugin.postMessage(posted);
    plugin.dispose();
    expect([messages, posted]).toEqual([[{ list: [1], bytes: new Uint8Array([1]) }, { list: [1, 3] }], { list: [1] }]);
  });

  test.each([['a Map', new Map()], ['an ArrayBuffer', new ArrayBuffer(1)], ['a Uint16Array', new Uint16Array(1)], ['a Blob', new Blob([])], ['a function', () => 1]])('[HS8] refuse %s from the UI', async (_name, message) => {
    const { plugin } = await started(ECHO);
    expect(() => plugin.postMessage(message)).toThrow(TypeError);
    plugin.dispose();
  });

  test('[HS9] reach onmessage and every listener, once or until taken off', async () => {
    const { plugin, messages } = await started(`figma.showUI(''); const say = (name) => (m) => figma.ui.postMessage(name + m); const b = say('b'); figma.ui.onmessage = say('a'); figma.ui.on('message', b); figma.ui.once('message', say('c')); figma.ui.on('message', (m) => { if (m === 2) figma.ui.off('message', b) })`);
    [1, 2, 3].forEach((message) => plugin.postMessage(message));
    plugin.dispose();
    expect(messages).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  test('[HS10] tell the page how the window is to be', async () => {
    const seen: unknown[] = [];
    const { plugin } = await started(`figma.showUI(__html__, { width: 10, height: 400, themeColors: true, title: 'T' }); figma.ui.resize(500, 600); figma.ui.hide(); figma.ui.close()`, {
      html: '<i>', onShowUi: (html, options) => seen.push(html, options), onUiChange: (change) => seen.push(change),
    });
    plugin.dispose();
    expect(seen).toEqual(['<i>', { width: 70, height: 400, title: 'T', visible: true, themeColors: true }, { type: 'resize', width: 500, height: 600 }, { type: 'hide' }, { type: 'close' }]);
  });
});

describe('errors', () => {
  test('[HS11] of the code, of a handler, of its promise and of a timer are reported', async () => {
    const first = await started(`throw new Error('at once')`);
    const second = await started(`figma.showUI(''); figma.ui.on('message', () => { throw new Error('handler') }); figma.ui.on('message', async () => { throw new Error('promise') }); setTimeout(() => { throw new Error('timer') }, 0)`);
    second.plugin.postMessage(1);
    await pause(20);
    [first, second].forEach(({ plugin }) => plugin.dispose());
    expect([first.errors, second.errors]).toEqual([['at once'], ['handler', 'promise', 'timer']]);
  });
});

describe('the end', () => {
  const TICKS = `figma.showUI(''); figma.on('close', () => { figma.currentPage.name = 'closed' }); figma.on('selectionchange', () => { figma.currentPage.name = 'selected' });
    setInterval(() => figma.createRectangle(), 1); figma.ui.onmessage = async () => { await figma.getNodeByIdAsync('0:1'); figma.currentPage.name = 'answered' };`;

  test('[HS12] by closePlugin: close handlers run, timers and callbacks stop, figma throws', async () => {
    const document = createDocument();
    const closed: unknown[] = [];
    const { plugin } = await started(`${TICKS} figma.closePlugin('Done'); try { figma.createFrame() } catch (error) { console.log(error.message) }`, { document, onClose: (message) => closed.push(message), onConsole: (_level, text) => closed.push(text) });
    await pause(20);
    expect([plugin.state, closed, document.pages()[0]?.name, document.pages()[0]?.childIds]).toEqual(['closed', ['Done', expect.stringContaining('closed')], 'closed', []]);
    plugin.dispose();
  });

  test('[HS13] by stop: close handlers run', async () => {
    const document = createDocument();
    const { plugin } = await started(TICKS, { document });
    plugin.stop();
    expect([plugin.state, document.pages()[0]?.name]).toEqual(['closed', 'closed']);
    plugin.dispose();
  });

  test('[HS14] by kill: nothing reaches the document any more', async () => {
    const document = createDocument();
    const { plugin } = await started(TICKS, { document });
    await pause(10);
    plugin.postMessage(1);
    plugin.kill();
    const [name, count] = [document.pages()[0]?.name, document.pages()[0]?.childIds.length];
    const before = document.version;
    plugin.postMessage(2);
    plugin.stop();
    document.select(document.pages()[0]?.childIds ?? [], 'user');
    await pause(20);
    expect([plugin.state, document.pages()[0]?.name, document.pages()[0]?.childIds.length, document.version - before]).toEqual(['killed', name, count, 1]);
  });

  test('[HS15] by kill from within a callback of the running code', async () => {
    const document = createDocument();
    const holder: { plugin?: RunningPlugin } = {};
    const { plugin } = await started(`figma.showUI(''); figma.ui.onmessage = () => { figma.ui.postMessage('now'); for (;;) figma.currentPage.name = 'still alive' }`, { document, onUiMessage: () => holder.plugin?.kill() });
    holder.plugin = plugin;
    plugin.postMessage(1);
    expect(plugin.state).toBe('killed');
  });

  test('[HS16] drops the answer of what was pending', async () => {
    const document = createDocument();
    const { plugin, errors } = await started(`figma.clientStorage.setAsync('a', 1).then(() => { figma.currentPage.name = 'late' })`, { document });
    plugin.kill();
    await pause(5);
    expect([document.pages()[0]?.name, errors]).toEqual(['Page 1', []]);
  });

  test('[HS17] can come 100 times in one process', async () => {
    const document = createDocument();
    for (let round = 0; round < 100; round++) {
      const { plugin, outcome } = await runPlugin(`const r = figma.createRectangle(); setInterval(() => {}, 1); figma.on('selectionchange', () => {}); r.remove(); return ${round}`, { document });
      expect(outcome).toEqual({ value: round });
      if (round % 2 === 0) plugin.stop();
      plugin.dispose();
      plugin.dispose();
    }
    edits.select(document, []);
    expect(document.pages()[0]?.childIds).toEqual([]);
  });
});

test('[HS23] ends cleanly after its heap grew while promises were settled', async () => {
  const quickJs = await newQuickJSWASMModuleFromVariant(RELEASE_SYNC); // one whose heap is still small
  const { plugin, outcome } = await runPlugin(`await null; globalThis.big = new ArrayBuffer(6e7); return big.byteLength`, { quickJs });
  expect(() => plugin.dispose()).not.toThrow();
  expect(outcome).toEqual({ value: 6e7 });
});

describe('the person meanwhile', () => {
  test('[HS18] selects, and the plugin hears it once for several changes', async () => {
    const document = createDocument();
    const { plugin, messages } = await started(`figma.showUI(''); figma.on('selectionchange', () => figma.ui.postMessage(figma.currentPage.selection.map((n) => n.name)))`, { document });
    const [a, b] = document.edit('user', (edit) => [edit.create('RECTANGLE', document.currentPageId, { name: 'A' }), edit.create('RECTANGLE', document.currentPageId, { name: 'B' })]);
    edits.select(document, [a?.id ?? '']);
    edits.select(document, [b?.id ?? '']);
    await plugin.settled();
    plugin.dispose();
    expect(messages).toEqual([['B']]);
  });

  test('[HS19] and another person edit, told apart as LOCAL and REMOTE', async () => {
    const document = createDocument();
    const node = document.edit('user', (edit) => edit.create('RECTANGLE', document.currentPageId));
    const { plugin, messages } = await started(`figma.showUI(''); figma.currentPage.on('nodechange', (event) => figma.ui.postMessage(event.nodeChanges.map((c) => [c.origin, c.type, c.node.removed])))`, { document });
    edits.moveBy(document, [node.id], 1, 1);
    edits.remove(document, [node.id], 'REMOTE');
    await plugin.settled();
    plugin.dispose();
    expect(messages).toEqual([[['LOCAL', 'PROPERTY_CHANGE', true], ['REMOTE', 'DELETE', true]]]);
  });

  test('[HS20] undoes, and the plugin\'s nodes are gone for it', async () => {
    const document = createDocument();
    const { plugin, messages } = await started(`figma.showUI(''); const r = figma.createRectangle(); figma.commitUndo(); figma.ui.onmessage = () => figma.ui.postMessage(r.removed)`, { document });
    edits.undo(document);
    plugin.postMessage(1);
    edits.redo(document);
    plugin.postMessage(1);
    plugin.dispose();
    expect(messages).toEqual([true, false]);
  });

  test('[HS21] drops a file on a frame', async () => {
    const document = createDocument();
    const frame = document.edit('user', (edit) => edit.create('FRAME', document.currentPageId, { x: 100, y: 50 }));
    const { plugin, messages } = await started(`figma.showUI(''); figma.on('drop', (event) => { event.files[0].getBytesAsync().then((bytes) => figma.ui.postMessage([event.node.id, event.x, event.absoluteX, event.files[0].name, bytes])); return false })`, { document });
    const goesOn = plugin.drop({ x: 110, y: 60, nodeId: frame.id, files: [{ name: 'a.png', type: 'image/png', bytes: new Uint8Array([4]) }] });
    await plugin.settled();
    plugin.dispose();
    expect([goesOn, messages]).toEqual([false, [[frame.id, 10, 110, 'a.png', new Uint8Array([4])]]]);
  });
});

test('[HS22] the same plugin runs without QuickJS', async () => {
  const messages: unknown[] = [];
  const plugin = await startPluginDirect({
    html: '<i>', document: createDocument(), onUiMessage: (message) => messages.push(message),
    code: `figma.showUI(__html__); figma.ui.onmessage = async (m) => { const r = figma.createRectangle(); r.x = m.x; figma.ui.postMessage([(await figma.getNodeByIdAsync(r.id)) === r, r.x, typeof TextEncoder, m.bytes]) }`,
  });
  plugin.postMessage({ x: 4, bytes: new Uint8Array([1]) });
  await plugin.settled();
  plugin.dispose();
  expect(messages).toEqual([[true, 4, 'undefined', new Uint8Array([1])]]);
});

// What the members of the API do when they do not throw.
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../playground/host/document.ts';
import { runPlugin, valueOf } from './sandboxed.ts';

describe('nodes', () => {
  test('[HF31] gives the same object for the same node', async () => {
    expect(await valueOf(`const f = figma.createFrame(), r = figma.createRectangle(); f.appendChild(r); return [f.children[0] === r, r.parent === f, (await figma.getNodeByIdAsync(r.id)) === r]`)).toEqual([true, true, true]);
  });

  test('[HF32] answers `in` by the type of the node', async () => {
    expect(await valueOf(`const r = figma.createRectangle(), p = figma.currentPage; return ['fills' in r, 'children' in r, 'fills' in p, 'children' in p, 'characters' in figma.createText()]`)).toEqual([true, false, false, true, true]);
  });

  test('[HF33] gives new nodes Figma\'s defaults', async () => {
    const value = await valueOf(`const r = figma.createRectangle(), f = figma.createFrame(); return [r.width, r.height, r.x, r.fills, f.fills[0].color, f.clipsContent, r.parent === figma.currentPage]`);
    expect(value).toEqual([100, 100, 0, [{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 217 / 255, g: 217 / 255, b: 217 / 255 }, boundVariables: {} }], { r: 1, g: 1, b: 1 }, true, true]);
  });

  test('[HF34] keeps x and y as numbers when a node gets another parent', async () => {
    expect(await valueOf(`const f = figma.createFrame(); f.x = 500; f.y = 300; const r = figma.createRectangle(); r.x = 7; r.y = 9; f.appendChild(r); return [r.x, r.y, r.absoluteBoundingBox]`)).toEqual([7, 9, { x: 507, y: 309, width: 100, height: 100 }]);
  });

  test('[HF35] counts x and y through groups from the frame', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); r.x = 30; r.y = 40; const g = figma.group([r], figma.currentPage); r.x = 50; return [g.x, r.x, r.y, r.absoluteBoundingBox.x]`)).toEqual([50, 50, 40, 50]);
  });

  test('[HF36] ignores x and y of a child that auto layout places', async () => {
    expect(await valueOf(`const f = figma.createFrame(); f.layoutMode = 'HORIZONTAL'; const r = figma.createRectangle(); f.appendChild(r); r.x = 77; const before = r.x; r.layoutPositioning = 'ABSOLUTE'; r.x = 77; return [before, r.x]`)).toEqual([0, 77]);
  });

  test('[HF37] rotates counter-clockwise about the top left corner', async () => {
    const [rotation, x, y, box] = (await valueOf(`const r = figma.createRectangle(); r.resize(100, 50); r.x = 10; r.y = 20; r.rotation = 90; return [r.rotation, r.x, r.y, r.absoluteBoundingBox]`)) as [number, number, number, { x: number; y: number; width: number; height: number }];
    expect([rotation, x, y].map(Math.round)).toEqual([90, 10, 20]);
    expect(Object.values(box).map((length) => Math.round(length) + 0)).toEqual([10, -80, 50, 100]);
  });

  test('[HF38] writes locked and hidden nodes all the same', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); r.locked = true; r.visible = false; r.x = 3; r.fills = []; return [r.x, r.fills, r.absoluteRenderBounds]`)).toEqual([3, [], null]);
  });

  test('[HF39] says removed, id and type of a node that is gone, and null for its id', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); const { id } = r; r.remove(); return [r.removed, r.id === id, r.type, await figma.getNodeByIdAsync(id)]`)).toEqual([true, true, 'RECTANGLE', null]);
  });

  test('[HF60] keeps annotations, answers their label in both forms and refuses what Figma refuses', async () => {
    const code = `const r = figma.createRectangle(); r.annotations = [{ label: 'Note', properties: [{ type: 'fills' }] }]; const told = r.annotations;
      const refused = []; for (const wrong of ['text', [{ label: 'a', labelMarkdown: 'b' }], [{ colour: 'red' }], [{ label: 3 }]]) try { r.annotations = wrong } catch (error) { refused.push(error.message.includes('annotations')) }
      return [told, refused, 'annotations' in figma.createFrame(), 'annotations' in figma.group([figma.createRectangle()], figma.currentPage), r.clone().annotations.length]`;
    expect(await valueOf(code)).toEqual([[{ label: 'Note', labelMarkdown: 'Note', properties: [{ type: 'fills' }] }], [true, true, true, true], true, false, 1]);
  });

  test('[HF40] clones a tree under the current page', async () => {
    expect(await valueOf(`const f = figma.createFrame(); f.appendChild(figma.createRectangle()); const c = f.clone(); return [c !== f, c.children.length, c.children[0].id !== f.children[0].id, f.children.length, c.parent === figma.currentPage]`)).toEqual([true, 1, true, 1, true]);
  });

  test('[HF41] includes strokes and shadows in the render bounds, not in the bounding box', async () => {
    const code = `const r = figma.createRectangle(); r.strokes = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]; r.strokeWeight = 10; r.strokeAlign = 'OUTSIDE'; r.effects = [{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 30 }, radius: 5, visible: true, blendMode: 'NORMAL' }]; return [r.absoluteRenderBounds, r.absoluteBoundingBox]`;
    expect(await valueOf(code)).toEqual([{ x: -10, y: -10, width: 120, height: 145 }, { x: 0, y: 0, width: 100, height: 100 }]);
  });

  test('[HF42] says mixed for corners that differ', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); r.topLeftRadius = 4; const mixed = r.cornerRadius === figma.mixed; r.cornerRadius = 8; return [mixed, r.cornerRadius, r.bottomRightRadius]`)).toEqual([true, 8, 8]);
  });

  test('[HF43] finds nodes by type, by plugin data and by a function', async () => {
    const code = `const f = figma.createFrame(), r = figma.createRectangle(); f.appendChild(r); r.setPluginData('run', '1');
      return [figma.currentPage.findAllWithCriteria({ types: ['RECTANGLE'] }).length, figma.currentPage.findAllWithCriteria({ pluginData: { keys: ['run'] } })[0] === r, figma.currentPage.findOne((n) => n.type === 'FRAME') === f, figma.currentPage.findAll((n) => n.type === 'TEXT').length]`;
    expect(await valueOf(code)).toEqual([1, true, true, 0]);
  });

  test('[HF44] keeps the aspect ratio it was told to lock', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); r.resize(200, 50); r.lockAspectRatio(); return r.targetAspectRatio`)).toEqual({ x: 200, y: 50 });
  });
});

describe('fills and data', () => {
  test('[HF45] reads an image fill back as it was written', async () => {
    const document = createDocument();
    const hash = document.addImage(new Uint8Array([1, 2, 3]));
    const written = { type: 'IMAGE', visible: true, opacity: 0.5, blendMode: 'MULTIPLY', imageHash: hash, scaleMode: 'CROP', imageTransform: [[0.5, 0, 0.25], [0, 0.5, 0.1]], filters: { exposure: 0.2 } };
    expect(await valueOf(`const r = figma.createRectangle(); r.fills = [${JSON.stringify(written)}]; return r.fills`, { document })).toEqual([written]);
  });

  test('[HF46] accepts what it read', async () => {
    const code = `const r = figma.createRectangle(); r.fills = [{ type: 'GRADIENT_LINEAR', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [{ position: 0, color: { r: 1, g: 0, b: 0, a: 1 } }] }, ...r.fills]; const read = r.fills; r.fills = read; return JSON.stringify(r.fills) === JSON.stringify(read)`;
    expect(await valueOf(code)).toBe(true);
  });

  test('[HF47] ignores a change to a paint outside strict mode', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); const fills = r.fills; fills[0].visible = false; return r.fills[0].visible`)).toBe(true);
  });

  test('[HF48] unlinks a style', async () => {
    const document = createDocument();
    document.edit('user', (edit) => edit.create('RECTANGLE', document.currentPageId, { fillStyleId: 'S:1' }));
    expect(await valueOf(`const [r] = figma.currentPage.children; const before = r.fillStyleId; await r.setFillStyleIdAsync(''); return [before, r.fillStyleId]`, { document })).toEqual(['S:1', '']);
  });

  test('[HF49] keeps plugin data per plugin and deletes with an empty string', async () => {
    const document = createDocument();
    const first = await runPlugin(`const r = figma.createRectangle(); r.setPluginData('a', '1'); r.setPluginData('b', '2'); r.setPluginData('b', ''); return r.getPluginDataKeys()`, { document, pluginId: 'one' });
    first.plugin.dispose();
    const seen = await valueOf(`const [r] = figma.currentPage.children; return [r.getPluginDataKeys(), r.getPluginData('a')]`, { document, pluginId: 'two' });
    expect([first.outcome, seen]).toEqual([{ value: ['a'] }, [[], '']]);
  });

  test('[HF50] replaces relaunch buttons as a whole', async () => {
    const code = `const r = figma.createRectangle(); r.setRelaunchData({ more: 'a', edit: 'b' }); r.setRelaunchData({ more: '' }); return r.getRelaunchData()`;
    expect(await valueOf(code, { relaunchCommands: ['more', 'edit'] })).toEqual({ more: '' });
  });

  test('[HF51] keeps what was stored for the next start', async () => {
    const clientStorage = new Map<string, unknown>();
    await valueOf(`await figma.clientStorage.setAsync('a', { n: [1, undefined], b: new Uint8Array([7]) }); await figma.clientStorage.setAsync('b', 1); await figma.clientStorage.deleteAsync('b')`, { clientStorage });
    expect(await valueOf(`return [await figma.clientStorage.keysAsync(), await figma.clientStorage.getAsync('a'), await figma.clientStorage.getAsync('b')]`, { clientStorage })).toEqual([['a'], { n: [1, undefined], b: new Uint8Array([7]) }, undefined]);
  });

  test('[HF52] gives image bytes and size back by hash, and null for a hash it does not have', async () => {
    const code = `const b = figma.base64Decode('R0lGODlhAQACAIAAAP///wAAACwAAAAAAQACAAACAkQBADs='); const image = figma.createImage(b); const again = figma.getImageByHash(image.hash);
      return [again === image, figma.base64Encode(await again.getBytesAsync()) === figma.base64Encode(b), await again.getSizeAsync(), figma.getImageByHash('no')]`;
    expect(await valueOf(code)).toEqual([true, true, { width: 1, height: 2 }, null]);
  });
});

describe('pages, text and the view', () => {
  test('[HF53] reads a page after loading it, without going there', async () => {
    const document = createDocument();
    document.edit('user', (edit) => edit.create('FRAME', edit.create('CANVAS', document.graph.rootId).id));
    expect(await valueOf(`const page = figma.root.children[1]; await page.loadAsync(); return [page.children.length, figma.currentPage === page]`, { document })).toEqual([1, false]);
  });

  test('[HF54] goes to a page and tells both events', async () => {
    const code = `const events = []; figma.on('currentpagechange', () => events.push('page')); figma.on('selectionchange', () => events.push('selection')); const page = figma.createPage(); await figma.setCurrentPageAsync(page); await new Promise((done) => setTimeout(done, 20)); return [figma.currentPage === page, events]`;
    const { plugin, outcome } = await endOf(code);
    plugin.dispose();
    expect(outcome).toEqual([true, ['page', 'selection']]);
  });

  test('[HF55] writes text in a loaded font and sizes the layer to it', async () => {
    expect(await valueOf(`const t = figma.createText(); await figma.loadFontAsync(t.fontName); t.characters = 'Some words'; return [t.characters, t.width > 20, t.height > 8, t.fontName]`)).toEqual(['Some words', true, true, { family: 'Inter', style: 'Regular' }]);
  });

  test('[HF56] moves the view to nodes', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); r.x = 1000; r.y = 2000; figma.viewport.scrollAndZoomIntoView([r]); const { bounds, center } = figma.viewport; return [center, bounds.x < 1000, bounds.x + bounds.width > 1100]`)).toEqual([{ x: 1050, y: 2050 }, true, true]);
  });

  test('[HF57] undoes its own work with triggerUndo, to the last commit', async () => {
    expect(await valueOf(`const r = figma.createRectangle(); figma.commitUndo(); r.x = 5; figma.triggerUndo(); return [r.x, r.removed]`)).toEqual([0, false]);
  });

  test('[HF58] hears changes on a page, coalesced, with their origin', async () => {
    const code = `const heard = []; figma.currentPage.on('nodechange', ({ nodeChanges }) => heard.push(nodeChanges.map((c) => [c.type, c.origin, c.properties || null]))); const r = figma.createRectangle(); r.x = 1; await new Promise((done) => setTimeout(done, 20)); return heard`;
    const { plugin, outcome } = await endOf(code);
    plugin.dispose();
    expect(outcome).toEqual([[['CREATE', 'LOCAL', null], ['PROPERTY_CHANGE', 'LOCAL', ['x']]]]);
  });

  test('[HF59] records notices; the button runs its action, false keeps the notice', async () => {
    const { plugin, document } = await runPlugin(`figma.notify('x'.repeat(200), { timeout: Infinity, button: { text: 'Show', action: () => { figma.currentPage.name += '!'; return figma.currentPage.name.length < 8 ? false : undefined } } })`);
    const [notice] = plugin.notices;
    notice?.press();
    const stillOpen = notice?.isOpen();
    notice?.press();
    plugin.dispose();
    expect([notice?.message.length, notice?.button, stillOpen, notice?.isOpen(), document.pages()[0]?.name]).toEqual([100, 'Show', true, false, 'Page 1!!']);
  });
});

/** Waits for the plugin's own end, timers included. */
async function endOf(code: string): Promise<{ plugin: { dispose(): void }; outcome: unknown }> {
  return new Promise((resolve, reject) => {
    const started = runPlugin(`figma.ui.postMessage({ value: 0 }); const value = await (async () => { ${code} })(); figma.ui.postMessage({ done: value })`, {
      onUiMessage: (message) => {
        if (typeof message === 'object' && message !== null && 'done' in message) started.then(({ plugin }) => resolve({ plugin, outcome: message.done }), reject);
      },
    });
  });
}

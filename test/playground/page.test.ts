// The playground page in Chromium, with a plugin of ten lines in place of ours: canvas, layers, edits, plugin window.
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { startServer, type PlaygroundServer } from '../../playground/serve.mjs';
import type { Session } from '../../playground/page/plugin/session.ts';
import type { Workspace } from '../../playground/page/workspace.ts';
import { launchBrowser } from '../support/browser.mjs';

const CODE = `
figma.showUI(__html__, { width: 320, height: 240, title: 'Stand-in', themeColors: true });
figma.on('selectionchange', () => figma.ui.postMessage({ selected: figma.currentPage.selection.map((node) => node.name) }));
figma.ui.onmessage = (message) => {
  if (message.kind === 'notify') figma.notify('Two of four placed', { timeout: 60000 });
  if (message.kind === 'resize') figma.ui.resize(400, 300);
  if (message.kind === 'bytes') figma.ui.postMessage({ sum: message.bytes.reduce((sum, byte) => sum + byte, 0) });
};`;
const HTML = `<!doctype html><html><head></head><body>
<button onclick="tell({ kind: 'notify' })">Notify</button><button onclick="tell({ kind: 'resize' })">Resize</button>
<button onclick="tell({ kind: 'bytes', bytes: new Uint8Array([1, 2, 3]) })">Bytes</button><ol aria-label="Messages"></ol>
<script>
  const tell = (message) => parent.postMessage({ pluginMessage: message }, '*');
  const log = (text) => document.querySelector('ol').append(Object.assign(document.createElement('li'), { textContent: text }));
  onmessage = (event) => log(JSON.stringify(event.data.pluginMessage ?? 'strange message'));
  document.addEventListener('securitypolicyviolation', (event) => log('blocked ' + event.effectiveDirective));
  log('origin ' + origin);
  try { localStorage; log('storage'); } catch { log('no storage'); }
  fetch('http://localhost:9/').catch(() => {});
</script></body></html>`;

let server: PlaygroundServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(query = ''): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.route('**/dist/code.js', (route) => route.fulfill({ body: CODE, contentType: 'text/javascript' }));
  await page.route('**/dist/ui.html', (route) => route.fulfill({ body: HTML, contentType: 'text/html' }));
  await page.goto(server.url + query);
  await page.locator('.stage[data-painted]').waitFor();
}

const row = (name: string) => page.getByRole('treeitem', { name, exact: true });
const inFrame = () => page.frameLocator('.plugin iframe');
const messages = () => inFrame().getByRole('listitem').allTextContents();

/** Where a layer's middle is on screen, in pixels of the window. */
async function middleOf(name: string): Promise<{ x: number; y: number }> {
  const at = await page.evaluate((wanted) => {
    const file = (globalThis as unknown as Playground).playground.workspace.file.peek();
    const node = [...file.graph.getAllNodes()].find((candidate) => candidate.name === wanted);
    const corner = file.graph.getAbsolutePosition(node?.id ?? '');
    const { center, zoom, width, height } = file.viewport;
    return { x: (corner.x + (node?.width ?? 0) / 2 - center.x) * zoom + width / 2, y: (corner.y + (node?.height ?? 0) / 2 - center.y) * zoom + height / 2 };
  }, name);
  const stage = await page.locator('.stage').boundingBox();
  return { x: (stage?.x ?? 0) + at.x, y: (stage?.y ?? 0) + at.y };
}

interface Playground { playground: { workspace: Workspace; session: Session } }

const placeOf = (name: string): Promise<readonly [number, number]> => page.evaluate((wanted) => {
  const file = (globalThis as unknown as Playground).playground.workspace.file.peek();
  const node = [...file.graph.getAllNodes()].find((candidate) => candidate.name === wanted);
  return [node?.x ?? NaN, node?.y ?? NaN] as const;
}, name);

async function drag(from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
  await page.mouse.move(from.x + dx, from.y + dy);
  await page.mouse.up();
}

const colours = (): Promise<number> => page.evaluate(() => {
  const drawn = document.querySelector('canvas');
  const copy = new OffscreenCanvas(64, 64).getContext('2d');
  if (!drawn || !copy) return 0;
  copy.drawImage(drawn, 0, 0, 64, 64);
  return new Set(new Uint32Array(copy.getImageData(0, 0, 64, 64).data.buffer)).size;
});

describe('canvas and layers', () => {
  beforeAll(() => open('?plugin=off'));

  it('[PY60] opens the sample document: its tree, and a drawing of it', async () => {
    expect([await page.getByRole('treeitem').count(), (await colours()) > 200]).toEqual([6, true]);
  });

  it('[PY61] selects by a click on the canvas', async () => {
    const { x, y } = await middleOf('Sketch / Desk lamp');
    await page.mouse.click(x - 90, y - 90);
    await expect.poll(() => row('Sketch / Desk lamp').getAttribute('aria-selected')).toBe('true');
  });

  it('[PY62] selects by a click in the tree', async () => {
    await row('Polaroid').click();
    expect([await row('Polaroid').getAttribute('aria-selected'), await page.getByRole('treeitem', { selected: true }).count()]).toEqual(['true', 1]);
  });

  it('[PY62] adds to the selection with Shift', async () => {
    await row('Photo card').click({ modifiers: ['Shift'] });
    expect(await page.getByRole('treeitem', { selected: true }).count()).toBe(2);
  });

  it('[PY63] moves a layer by dragging, in one step of undo', async () => {
    const before = await placeOf('Polaroid');
    await row('Polaroid').click();
    await drag(await middleOf('Polaroid'), 40, 20);
    const moved = await placeOf('Polaroid');
    await page.getByRole('application', { name: 'Canvas' }).focus();
    await page.keyboard.press('Control+z');
    expect([moved[0] > before[0], moved[1] > before[1], await placeOf('Polaroid')]).toEqual([true, true, before]);
  });

  it('[PY63] does it again on redo', async () => {
    const before = await placeOf('Polaroid');
    await page.keyboard.press('Control+Shift+z');
    const after = await placeOf('Polaroid');
    await page.keyboard.press('Control+z');
    expect([after[0] > before[0], await placeOf('Polaroid')]).toEqual([true, before]);
  });

  it('[PY64] nudges by arrows: one, and ten with Shift', async () => {
    await row('Polaroid').click();
    await page.getByRole('application', { name: 'Canvas' }).focus();
    const [x, y] = await placeOf('Polaroid');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await placeOf('Polaroid')).toEqual([x + 1, y + 10]);
  });

  it('[PY64] deletes, and undo brings it back', async () => {
    await page.keyboard.press('Delete');
    const gone = await row('Polaroid').count();
    await page.keyboard.press('Control+z');
    await row('Polaroid').waitFor();
    expect(gone).toBe(0);
  });

  it('[PY65] zooms about the pointer with Ctrl and the wheel, and back to fit with Shift+1', async () => {
    const zoom = page.getByRole('banner').locator('summary', { hasText: '%' });
    const before = await zoom.textContent();
    await page.mouse.move(600, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(() => zoom.textContent()).not.toBe(before);
    await page.keyboard.press('Shift+1');
    await expect.poll(() => zoom.textContent()).toBe(before);
  });

  it('[PY73] closes an open menu when a person presses elsewhere', async () => {
    const menu = page.locator('details.menu', { hasText: 'Zoom to fit' });
    await menu.locator('summary').click();
    const opened = await menu.getAttribute('open');
    await page.mouse.click(700, 780);
    expect([opened, await menu.getAttribute('open')]).toEqual(['', null]);
  });

  it('[PY66] pans while Space is held', async () => {
    const before = await middleOf('Polaroid');
    await page.keyboard.down('Space');
    await drag({ x: 500, y: 700 }, 30, -40);
    await page.keyboard.up('Space');
    const after = await middleOf('Polaroid');
    expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([30, -40]);
  });

  it('[PY67] walks the tree by arrows and unfolds with Right', async () => {
    await row('Hero / Desktop').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await row('Card / Sea').getAttribute('aria-selected')).toBe('true');
  });

  it('[PY68] renames with F2', async () => {
    await row('Photo card').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name of Photo card' }).fill('Card with photo');
    await page.keyboard.press('Enter');
    expect(await row('Card with photo').count()).toBe(1);
  });

  it('[PY69] locks and hides from the tree', async () => {
    await row('Polaroid').hover();
    await page.getByRole('button', { name: 'Lock Polaroid' }).click();
    await page.getByRole('button', { name: 'Hide Polaroid' }).click();
    expect([await page.getByRole('button', { name: 'Unlock Polaroid' }).count(), await page.getByRole('button', { name: 'Show Polaroid' }).count()]).toEqual([1, 1]);
  });

  it('[PY70] says so when a file cannot be opened, and keeps the one that is open', async () => {
    await page.getByLabel('Open .fig…').setInputFiles({ name: 'broken.fig', mimeType: 'application/octet-stream', buffer: Buffer.from('no fig') });
    await page.getByRole('alert').getByText('broken.fig could not be opened').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Stillwater');
  });

  it('[PY71] shows the other page', async () => {
    await page.getByRole('button', { name: 'Mood board' }).click();
    expect(await row('Autumn, calm').count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('[PY72] has nothing serious for axe in %s', async (theme) => {
    await page.getByRole('radio', { name: theme === 'light' ? 'Light' : 'Dark' }).check();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
  });
});

describe.each(['srcdoc', 'data'])('the plugin’s window by %s', (frame) => {
  beforeAll(() => open(`?frame=${frame}&theme=light`));

  it('[PY80] has no origin, no storage, and no connection outside the manifest', async () => {
    await expect.poll(messages).toEqual(expect.arrayContaining(['origin null', 'no storage', 'blocked connect-src']));
  });

  it('[PY81] hears what the sandbox posts', async () => {
    await row('Polaroid').click();
    await expect.poll(messages).toContain('{"selected":["Polaroid"]}');
  });

  it('[PY81] sends bytes to the sandbox', async () => {
    await inFrame().getByRole('button', { name: 'Bytes' }).click();
    await expect.poll(messages).toContain('{"sum":6}');
  });

  it('[PY82] grows as figma.ui.resize says', async () => {
    await inFrame().getByRole('button', { name: 'Resize' }).click();
    await expect.poll(async () => (await page.locator('.plugin iframe').boundingBox())?.width).toBe(400);
  });

  it('[PY83] shows figma.notify', async () => {
    await inFrame().getByRole('button', { name: 'Notify' }).click();
    await page.getByRole('status').getByText('Two of four placed').waitFor();
  });

  it('[PY84] follows the theme while it runs, and the plugin hears nothing of it', async () => {
    const themed = inFrame().locator('html');
    const before = await themed.getAttribute('class');
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(() => themed.getAttribute('class')).toBe('figma-dark');
    expect([before, (await messages()).includes('"strange message"')]).toEqual(['figma-light', false]);
  });

  it('[PY85] closes by its button, and opens again from the top bar', async () => {
    await page.getByRole('button', { name: 'Close plugin' }).click();
    const closed = await page.getByRole('dialog').count();
    await page.getByRole('button', { name: 'Start plugin' }).click();
    await page.getByRole('dialog', { name: 'Stand-in' }).waitFor();
    expect(closed).toBe(0);
  });

  it('[PY86] hands on what the window says before the start is over', async () => {
    await page.evaluate(async () => {
      const { workspace, session } = (globalThis as unknown as Playground).playground;
      const stop = workspace.plugin.subscribe((shown) => {
        if (shown && workspace.pluginState.peek() === 'starting') session.fromWindow({ kind: 'bytes', bytes: new Uint8Array([4, 5]) });
      });
      await session.start();
      stop();
    });
    await expect.poll(messages).toContain('{"sum":9}');
  });
});

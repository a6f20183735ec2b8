// Drives the playground from outside, for the demo and the browser tests: one page with the built plugin running in it.
import { startServer } from './serve.mjs';
import { launchBrowser } from '../test/support/browser.mjs';

const START_LIMIT_MS = 60_000;

/** A server and a browser; `open` gives as many pages as are wanted. */
export async function createStage({ build = true } = {}) {
  const server = await startServer({ port: 0, build });
  const browser = await launchBrowser();
  return {
    url: server.url,
    browser,
    open: (options) => openPage(server.url, browser, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * One playground page. `fig` is the path of a .fig file, the sample document otherwise; `baseUrl` a loopback Gemini.
 * `plugin` finds what is in the plugin's window, by role and name as a person would.
 */
async function openPage(url, browser, { fig, baseUrl, frame, theme = 'light', viewport = { width: 1440, height: 900 }, deviceScaleFactor = 1 } = {}) {
  const context = await browser.newContext({ viewport, deviceScaleFactor });
  const page = await context.newPage();
  const problems = watchProblems(page);
  const query = new URLSearchParams({ theme, ...(baseUrl ? { baseUrl } : {}), ...(frame ? { frame } : {}) });
  await page.goto(`${url}?${query}`);
  await pluginReady(page);
  if (fig) await openFig(page, fig);
  const plugin = page.frameLocator('iframe.plugin-frame');
  return {
    page,
    plugin,
    problems,
    select: (...names) => select(page, plugin, names),
    layers: () => page.evaluate(listLayers),
    renderPage: (options) => renderPage(page, options),
    undo: () => page.evaluate(() => globalThis.playground.workspace.file.value.undo()),
    restart: (run) => restart(page, run),
    close: () => context.close(),
  };
}

function watchProblems(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

async function pluginReady(page) {
  await page.waitForFunction(() => globalThis.playground?.workspace.pluginState.value === 'on', undefined, { timeout: START_LIMIT_MS });
  await page.frameLocator('iframe.plugin-frame').getByRole('region', { name: 'Selection' }).waitFor({ timeout: START_LIMIT_MS });
}

async function openFig(page, fig) {
  const before = await page.evaluate(() => globalThis.playground.workspace.file.value.name);
  await page.getByLabel('Open .fig…').setInputFiles(fig);
  await page.waitForFunction((name) => globalThis.playground.workspace.file.value.name !== name, before, { timeout: START_LIMIT_MS });
  await restart(page);
}

async function restart(page, run) {
  await page.evaluate((given) => globalThis.playground.session.start(given), run);
  await pluginReady(page);
}

// The plugin sums selections up after a short rest, so a step is over when its window shows the selection.
async function select(page, plugin, names) {
  const ids = await selectByName(page, names);
  const shown = names.length === 0 ? 'Nothing selected' : names.length === 1 ? names[0] : `${names.length}`;
  await plugin.getByRole('region', { name: 'Selection' }).filter({ hasText: shown }).waitFor({ timeout: 10_000 });
  return ids;
}

/** Selects layers by name on whatever page they are; answers their ids. Throws for a name that is not there. */
async function selectByName(page, names) {
  return page.evaluate((wanted) => {
    const file = globalThis.playground.workspace.file.value;
    const find = (id, name) => {
      const node = file.graph.getNode(id);
      if (!node) return null;
      if (node.name === name) return node;
      for (const child of node.childIds ?? []) {
        const found = find(child, name);
        if (found) return found;
      }
      return null;
    };
    const found = wanted.map((name) => file.pages().map((each) => find(each.id, name)).find(Boolean) ?? name);
    const missing = found.filter((each) => typeof each === 'string');
    if (missing.length > 0) throw new Error(`No layer is named ${missing.join(', ')}`);
    const ids = found.map((node) => node.id);
    const pageId = ids[0] && file.pageOf(ids[0]);
    if (pageId && pageId !== file.currentPageId) file.setCurrentPage(pageId, 'user');
    file.select(ids, 'user');
    return ids;
  }, names);
}

/** Every layer of the current page, in drawing order: what tests look at after a run. Runs in the page. */
function listLayers() {
  const file = globalThis.playground.workspace.file.value;
  const { graph } = file;
  const list = [];
  const visit = (id, depth) => {
    const node = graph.getNode(id);
    if (!node) return;
    const at = graph.getAbsolutePosition(id);
    list.push({
      id, depth, name: node.name, type: node.type, x: at.x, y: at.y, width: node.width, height: node.height,
      imageHashes: (node.fills ?? []).filter((fill) => fill.type === 'IMAGE').map((fill) => fill.imageHash),
    });
    for (const child of node.childIds ?? []) visit(child, depth + 1);
  };
  for (const id of graph.getNode(file.currentPageId)?.childIds ?? []) visit(id, 0);
  return list;
}

/** The current page as PNG bytes. */
async function renderPage(page, options = { longEdgePx: 2000, margin: 60 }) {
  const numbers = await page.evaluate(async (given) => {
    const { workspace, renderer } = globalThis.playground;
    const file = workspace.file.value;
    const bytes = await renderer.renderPage(file, file.currentPageId, given);
    let text = '';
    for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
    return btoa(text);
  }, options);
  return Buffer.from(numbers, 'base64');
}

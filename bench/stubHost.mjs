// The least that can stand in for Figma around the built window: a page that frames ui.html and answers its calls at once.
// Measurements of the window alone run in it, so that no fake document is in their way.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** Serves nothing but an empty page of its own origin; closes with `close`. */
export async function serveEmptyPage() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>bench</title><body></body>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** ui.html as it is built, with a loopback address and a script of the caller's in front. */
export async function builtWindow({ baseUrl, first = '' } = {}) {
  const html = await readFile(path.join(root, 'dist/ui.html'), 'utf8');
  const head = baseUrl ? `<script>globalThis.__VARIEGATE_BASE_URL__ = ${JSON.stringify(baseUrl)};</script>` : '';
  return html.replace('<head>', () => `<head>${head}<script>${first}</script>`);
}

/** Runs in the page: frames `html` and answers the bridge. `picture` is a PNG as base64, given for every export. */
export function frameAndAnswer({ html, picture, settings, layer }) {
  const bytes = Uint8Array.from(atob(picture ?? ''), (letter) => letter.charCodeAt(0));
  const box = { x: 0, y: 0, width: 1024, height: 1024 };
  const selection = {
    pageId: '0:1', pageName: 'Page', count: 1, box, refusal: null,
    layers: [{ id: '1:1', name: 'Source', type: 'FRAME', box, hasPicture: false, takesFill: true, isSketch: false, recipe: null, ...layer }],
  };
  let spent = 0;
  let ids = 0;
  const answers = {
    hello: ({ today }) => ({ editor: 'figma', canEdit: true, settings, key: { isSet: true, ending: '0000' }, spentToday: { day: today, usd: 0 }, selection, command: '', orphansRemoved: 0, hasOvernight: false }),
    exportNode: () => ({ bytes, box }),
    reserveSlots: ({ names, size }) => ({ pageId: '0:1', slots: names.map(() => ({ nodeId: `slot${(ids += 1)}`, box: { ...box, ...size } })) }),
    stagePicture: () => ({}),
    dropPicture: () => ({}),
    fillSlot: ({ nodeId }) => ({ nodeId, imageHash: 'hash', pageId: '0:1' }),
    releaseSlots: ({ nodeIds }) => ({ removed: nodeIds.length }),
    readKey: () => ({ key: globalThis.benchKey }),
    addSpend: ({ day, usd }) => ({ day, usd: (spent += usd) }),
    saveSettings: () => ({}),
    findMade: () => ({ found: null }),
    findGrid: () => ({ pageId: '0:1', x: 0, y: 0, columns: 100, gap: 24 }),
    readBatch: () => ({ head: null, chunks: [] }),
    readOvernight: () => ({ head: null, jobs: [] }),
    readHistory: ({ from, count }) => {
      const all = globalThis.benchHistory ?? [];
      return { entries: all.slice(from, from + count), usedBytes: all.length * 500, isEnd: from + count >= all.length };
    },
    arePicturesHere: ({ hashes }) => ({ here: hashes.map(() => true) }),
    readHistoryThumb: () => ({ bytes }),
    saveHistory: () => ({ gone: [], usedBytes: 0 }),
  };
  globalThis.benchMarks = [];
  addEventListener('message', ({ data, source }) => {
    if (data?.bench) globalThis.benchMarks.push({ name: data.bench, at: performance.now() });
    const call = data?.pluginMessage;
    if (call?.kind !== 'call') return;
    const output = answers[call.name]?.(call.input) ?? {};
    source.postMessage({ pluginMessage: { mark: 'variegate', kind: 'done', id: call.id, output } }, '*');
  });
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-scripts';
  frame.style.cssText = 'width:360px;height:680px;border:0';
  frame.srcdoc = html;
  globalThis.benchMarks.push({ name: 'handed over', at: performance.now() });
  document.body.replaceChildren(frame);
}

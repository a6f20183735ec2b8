// Batches and the queue: how much of a quota is used, what faults cost, what a killed window loses, whether a click waits behind a batch,
// and whether the window stays usable with ten thousand rows and two thousand results.
import * as esbuild from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { performance } from 'node:perf_hooks';
import { startLoopbackGemini } from '../test/support/gemini/loopback.mjs';
import { longTasksDuring } from './longTasks.mjs';
import { fixedPainter } from './pictures.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const root = path.join(import.meta.dirname, '..');
const QUOTA = { count: 20, windowMs: 1500 };
const FAULTY = 0.3;

export async function work(browser) {
  const world = await load('./test/support/benchBatch.ts');
  return [await goodput(world), await faults(world), ...(await kills()), await click(world), ...(await similar()), ...(await tenThousand(browser)), ...(await twoThousand(browser))];
}

/** A module of ours, bundled for Node: as a file, so that an error shows where it came from. */
async function load(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'variegate-bench-'));
  const outfile = path.join(folder, 'bundle.mjs');
  await esbuild.build({ entryPoints: [path.join(root, file)], bundle: true, outfile, format: 'esm', platform: 'node', target: 'es2022', logLevel: 'silent', banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }, define: { 'process.env.NODE_ENV': '"production"' } });
  const module = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  return module;
}

/** What a batch gets through a quota, of what the quota lets through in the same windows. */
async function goodput({ runRows }) {
  const gemini = await startLoopbackGemini({ port: 0, latencyMs: 120, quota: QUOTA, paint: fixedPainter() });
  const times = [];
  const { done } = await runRows({ baseUrl: gemini.url, rows: 150, onDone: () => times.push(performance.now()) });
  await gemini.close();
  const began = times[0];
  const windows = Math.floor((times[times.length - 1] - began) / QUOTA.windowMs);
  const within = times.filter((time) => time < began + windows * QUOTA.windowMs).length;
  const share = within / (windows * QUOTA.count);
  return { what: 'a batch under a quota: unused share', value: 1 - share, budget: 0.05, baseline: `${QUOTA.count} requests in ${QUOTA.windowMs} ms`, detail: `${done} of 150 rows, ${windows} windows` };
}

/** Requests for rows that all come in the end, a third of all requests failing with 503. */
async function faults({ runRows }) {
  const rows = 300;
  let random = 11;
  const dice = () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648;
  const gemini = await startLoopbackGemini({ port: 0, paint: fixedPainter(), script: Array.from({ length: rows * 3 }, () => (dice() < FAULTY ? { status: 503 } : {})) });
  const { done } = await runRows({ baseUrl: gemini.url, rows, speed: 200, retries: 5 });
  const sent = gemini.requests.length;
  await gemini.close();
  return { what: 'requests sent over needed, 30 % failing', value: sent / done, budget: 1.5, baseline: `${rows} rows`, detail: `${done} made with ${sent} requests; no fewer than ${(1 / (1 - FAULTY)).toFixed(2)} can be` };
}

async function kills() {
  const { killBatches, killOvernight } = await load('./test/support/kills.ts');
  const here = await killBatches(100);
  const night = await killOvernight(100);
  return [
    { what: 'rows lost after 100 kills, and 100 overnight', value: here.lost + night.lost, budget: 0, baseline: 'every row', detail: `${here.kills} and ${night.kills} kills` },
    { what: 'rows paid twice after 100 kills, and 100 overnight', value: here.twice + night.twice, budget: 0, baseline: 'each row once', detail: `${here.unsure} of ${here.rows} left to a person, who alone may send them again` },
  ];
}

/** One picture by hand while 500 rows run, and alone. */
async function click({ runRows, makeByHand }) {
  const alone = [];
  const behind = [];
  const gemini = await startLoopbackGemini({ port: 0, latencyMs: 400, paint: fixedPainter() });
  for (let round = 0; round < 6; round += 1) alone.push(await makeByHand({ baseUrl: gemini.url }));
  await runRows({ baseUrl: gemini.url, rows: 500, during: async (again) => {
    for (let round = 0; round < 7; round += 1) behind.push(await again());
  } });
  await gemini.close();
  return { what: 'a click behind a batch of 500', value: median(behind.slice(1)) / median(alone.slice(1)), budget: 1.3, baseline: 'the same click alone', detail: `${spread(behind.slice(1))} against ${spread(alone.slice(1))}` };
}

/** Prompts that are nearly the same among 10,000, by the index and by a look at each. */
async function similar() {
  const { createSimilarIndex, piecesOf, similarity } = await load('./src/core/similar.ts');
  const prompts = somePrompts(10_000);
  // Earlier words with one of them changed, as they are written again.
  const asked = prompts.filter((_, at) => at % 100 === 0).map((text) => text.replace(/ \S+$/, ' anew'));
  const index = createSimilarIndex(0.7);
  prompts.forEach((text, at) => index.add(`${at}`, text));
  const sets = prompts.map(piecesOf);
  const byIndex = asked.map((text) => timed(() => index.find(text)));
  const byScan = asked.map((text) => timed(() => {
    const set = piecesOf(text);
    return sets.flatMap((other, at) => (similarity(set, other) >= 0.7 ? [at] : []));
  }));
  const wanted = byScan.reduce((sum, { answer }) => sum + answer.length, 0);
  const found = byIndex.reduce((sum, { answer }) => sum + answer.length, 0);
  return [
    { what: 'similar prompts of 10,000: share of a scan’s time', value: median(byIndex.map(({ ms }) => ms)) / median(byScan.map(({ ms }) => ms)), budget: 0.05, baseline: 'a look at each', detail: `${median(byIndex.map(({ ms }) => ms)).toFixed(2)} ms against ${median(byScan.map(({ ms }) => ms)).toFixed(1)} ms` },
    { what: 'similar prompts of 10,000: share not found', value: 1 - found / wanted, budget: 0.05, baseline: 'what the scan finds', detail: `${found} of ${wanted}` },
  ];
}

const WORDS = 'lake harbour dusk gouache ink boat window rain night paper soft golden light studio brass lamp desk wooden old town street market fog train roof garden chair straw hat cup blue red green quiet loud tall small river stone bridge bird fox wolf cat glass mirror cloud storm field wheat poppy snow ice fire smoke tower castle ship sail anchor rope net fish shell sand dune palm fern moss pine oak'.split(' ');

/** Families of four prompts that differ in a word, as a designer's do. */
function somePrompts(count) {
  let random = 5;
  const dice = () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648;
  const pick = () => WORDS[Math.floor(dice() * WORDS.length)];
  const family = () => Array.from({ length: 9 }, pick);
  let words = family();
  return Array.from({ length: count }, (_, at) => {
    if (at % 4 === 0) words = family();
    const own = words.map((word, index) => (index === at % 4 ? pick() : word));
    return `a ${own.slice(0, 3).join(' ')} by a ${own.slice(3, 5).join(' ')} in ${own.slice(5, 7).join(' ')}, ${own.slice(7).join(' and ')}`;
  });
}

function timed(act) {
  const began = performance.now();
  const answer = act();
  return { answer, ms: performance.now() - began };
}

/** A batch of ten thousand rows in the window: pasted, planned, changed by a key, run until pictures come in. */
async function tenThousand(browser) {
  const window = await createWindow(browser, {});
  const { plugin, frame, page } = window;
  const session = await page.context().newCDPSession(frame).catch(() => page.context().newCDPSession(page));
  const rows = plugin.getByRole('textbox', { name: 'Rows' });
  const template = plugin.getByRole('textbox', { name: 'Template' });
  await plugin.getByRole('tab', { name: 'Batch' }).click();
  await rows.fill(tableOf(100));
  await template.fill('a photo of {place} at {light}, seen from the se');
  await plugin.getByRole('button', { name: /^Run 100/ }).waitFor();
  const before = await heap(session, page);
  await frame.evaluate((text) => Object.assign(globalThis, { clipboardData: new DataTransfer() }).clipboardData.setData('text/plain', text), tableOf(10_000));
  const row = await longTasksDuring(browser, window, '10,000 rows', async () => {
    await rows.evaluate((field) => field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: globalThis.clipboardData, bubbles: true, cancelable: true })));
    await plugin.getByRole('button', { name: /^Run 10000/ }).waitFor();
    await template.press('End');
    await template.pressSequentially('a', { delay: 50 });
    await plugin.getByRole('button', { name: /^Run 10000/ }).click();
    await frame.waitForFunction(() => /^[1-9]\d of 10000 rows made/.test(document.querySelector('[role=status]')?.textContent ?? ''), undefined, { timeout: 60_000, polling: 100 });
  });
  // Without pictures on their way, which weigh more than all rows.
  await plugin.getByRole('button', { name: 'Pause' }).click();
  await plugin.getByRole('button', { name: 'Resume' }).waitFor();
  await frame.evaluate(() => delete globalThis.clipboardData);
  const after = await heap(session, page);
  await window.close();
  return [row, { what: 'memory of a row, of 10,000', value: (after - before) / 9900 / 1000, budget: 2, unit: ' kB', baseline: 'the window with 100 rows', detail: `${(after / 1e6).toFixed(1)} MB against ${(before / 1e6).toFixed(1)} MB` }];
}

function tableOf(rows) {
  return `place,light\n${Array.from({ length: rows }, (_, at) => `Town number ${at},dusk ${at % 7}`).join('\n')}`;
}

/** The history with two thousand results: opened and searched. */
async function twoThousand(browser) {
  const { manyEntries } = await load('./test/support/manyEntries.ts');
  const window = await createWindow(browser, {});
  const { plugin, frame, page } = window;
  await page.evaluate((entries) => (globalThis.benchHistory = entries), manyEntries(2000));
  const row = await longTasksDuring(browser, window, 'history of 2,000', async () => {
    await plugin.getByRole('tab', { name: 'History' }).click();
    await plugin.getByRole('list', { name: 'History' }).waitFor();
    await plugin.getByRole('searchbox', { name: 'Search history' }).pressSequentially('lamp', { delay: 60 });
    await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  });
  const items = await frame.evaluate(() => document.querySelectorAll('.history-entry').length);
  await window.close();
  return [{ ...row, detail: `${row.detail}; ${items} entries drawn` }];
}

async function heap(session, page) {
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(200);
  }
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

// Restyling: how exactly pictures are laid over their source, what it takes beside decoding them, and whether Figma's thread is held up
// by the colours of a large frame.
import * as esbuild from 'esbuild';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { serveEmptyPage } from './stubHost.mjs';
import { median, spread } from './statistics.mjs';

const root = path.join(import.meta.dirname, '..');
const PICTURES = path.join(root, 'playground/sample/pictures');
const LAYERS = 2000;
const FRAME_MS = 16;

export async function restyle(browser) {
  return [...(await registration(browser)), await protecting(browser), await invariants(), await remapping()];
}

async function bundle(contents, format) {
  const { outputFiles } = await esbuild.build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format, globalName: 'bench', platform: format === 'esm' ? 'node' : 'browser', target: 'es2022', logLevel: 'silent' });
  return outputFiles[0].text;
}

async function registration(browser) {
  const script = await bundle(`export { register } from './src/core/pixels/register.ts'; export { resize } from './src/core/pixels/resize.ts'; export { runToEnd } from './src/core/pixels/raster.ts';`, 'iife');
  const files = await Promise.all((await readdir(PICTURES)).filter((name) => name.endsWith('.jpg')).map((name) => readFile(path.join(PICTURES, name), 'base64')));
  const server = await serveEmptyPage();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.addScriptTag({ content: `${script};globalThis.bench = bench;` });
  const cases = await page.evaluate(tryShifts, files);
  await page.close();
  await server.close();
  const within = cases.filter(({ error }) => error <= 0.5).length / cases.length;
  return [
    { what: 'laid over its source: not within 0.5 px of 1024', value: (1 - within) * 100, unit: ' %', budget: 5, baseline: `${cases.length} known shifts, zooms and recolourings`, detail: `median ${median(cases.map(({ error }) => error)).toFixed(2)} px, worst ${Math.max(...cases.map(({ error }) => error)).toFixed(2)} px` },
    { what: 'laid over its source: made worse', value: cases.filter(({ error, before }) => error > before + 0.05).length, budget: 0, baseline: 'leaving it as it is' },
    { what: 'finding the shift', value: median(cases.map(({ tookMs }) => tookMs)) / median(cases.map(({ decodeMs }) => decodeMs)), budget: 3, baseline: 'decoding the same picture of 1024 px', detail: `${spread(cases.map(({ tookMs }) => tookMs))} against ${spread(cases.map(({ decodeMs }) => decodeMs))}` },
  ];
}

// Runs in the page: real pictures, moved and recoloured as models do it, and how far from the truth the answer lies.
async function tryShifts(files) {
  const { register, resize, runToEnd } = globalThis.bench;
  const SHIFTS = [[1, 0, 0], [1, 0.011, -0.007], [1.025, 0, 0], [0.97, -0.02, 0.015], [1.035, 0.035, -0.03], [0.99, 0.003, 0.002], [0.962, 0.038, 0.038], [1.01, -0.005, 0.0]];
  const LOOKS = [(p) => p, ([r, g, b]) => [b * 0.8 + 30, r * 0.9, 255 - g * 0.7], ([r, g, b]) => { const l = (r + g + b) / 765; return [60 + 180 * l * l, 30 + 200 * l, 110 + 90 * Math.sqrt(l)]; }];
  const cases = [];
  for (const file of files) {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const width = 1024;
    const height = Math.round((1024 * picture.height) / picture.width);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0, width, height);
    const source = context.getImageData(0, 0, width, height);
    const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    const size = { width: 256, height: Math.round((256 * height) / width) };
    for (const [scale, x, y] of SHIFTS) {
      for (const look of LOOKS) {
        const w = width / scale;
        const h = height / scale;
        const moved = resize(source, { width, height }, { x: (width - w) / 2 - (x * width) / scale, y: (height - h) / 2 - (y * height) / scale, width: w, height: h });
        for (let at = 0; at < moved.data.length; at += 4) moved.data.set(look([moved.data[at], moved.data[at + 1], moved.data[at + 2]]), at);
        const small = [resize(source, size), resize(moved, size)];
        let at = performance.now();
        await (await createImageBitmap(new Blob([png], { type: 'image/png' }))).close();
        const decodeMs = performance.now() - at;
        at = performance.now();
        const { shift, verdict } = runToEnd(register(...small));
        const tookMs = performance.now() - at;
        const used = verdict === 'aligned' ? shift : { scale: 1, x: 0, y: 0 };
        const corner = (s, sx, sy) => [((sx * s.scale) / 2 + s.x) * width, ((sy * s.scale) / 2 + s.y) * height];
        const gap = (s) => Math.max(...[[-1, -1], [1, 1], [-1, 1], [1, -1]].map(([sx, sy]) => { const a = corner(s, sx, sy); const b = corner({ scale, x, y }, sx, sy); return Math.hypot(a[0] - b[0], a[1] - b[1]); }));
        cases.push({ error: gap(used), before: gap({ scale: 1, x: 0, y: 0 }), tookMs, decodeMs });
      }
    }
  }
  return cases;
}

/** Real pictures as a model gives them back, compressed anew and with one thing changed: what of the rest is not the source's own. */
async function protecting(browser) {
  const script = await bundle(`export { protectRest } from './src/core/pixels/protect.ts'; export { runToEnd } from './src/core/pixels/raster.ts';`, 'iife');
  const files = await Promise.all((await readdir(PICTURES)).filter((name) => name.endsWith('.jpg')).map((name) => readFile(path.join(PICTURES, name), 'base64')));
  const server = await serveEmptyPage();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.addScriptTag({ content: `${script};globalThis.bench = bench;` });
  const cases = await page.evaluate(tryEdits, files);
  await page.close();
  await server.close();
  const looked = cases.reduce((sum, { outside }) => sum + outside, 0);
  return { what: 'protected: pixels outside that differ', value: cases.reduce((sum, { differing }) => sum + differing, 0), budget: 0, baseline: `the source’s own, ${(looked / 1e6).toFixed(1)} million of them`, detail: `${cases.length} edits of real pictures, compressed anew` };
}

// Runs in the page.
async function tryEdits(files) {
  const { protectRest, runToEnd } = globalThis.bench;
  const FEATHER = 56;
  const cases = [];
  for (const file of files) {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))]));
    const width = 1024;
    const height = Math.round((1024 * picture.height) / picture.width);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0, width, height);
    const source = context.getImageData(0, 0, width, height);
    for (const [x, y, radius, colour] of [[0.3, 0.4, 90, '#1ec850'], [0.7, 0.6, 60, '#e0218a']]) {
      context.putImageData(source, 0, 0);
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x * width, y * height, radius, 0, 7);
      context.fill();
      const answer = await createImageBitmap(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 }));
      context.drawImage(answer, 0, 0);
      const { picture: made } = runToEnd(protectRest(source, context.getImageData(0, 0, width, height), null));
      let outside = 0;
      let differing = 0;
      for (let at = 0; at < width * height; at += 1) {
        if (Math.hypot((at % width) - x * width, Math.floor(at / width) - y * height) < radius + FEATHER) continue;
        outside += 1;
        if ([0, 1, 2].some((channel) => made.data[at * 4 + channel] !== source.data[at * 4 + channel])) differing += 1;
      }
      cases.push({ outside, differing });
    }
  }
  return cases;
}

/** Every frame of the sample document and of the .fig files at hand, cloned and held against its clone: the test of rule EL15 does it. */
async function invariants() {
  const report = await new Promise((resolve) => {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    execFile(process.execPath, [vitest, 'run', 'test/plugin/restyle.test.ts', '-t', 'EL15', '--reporter=json'], { cwd: root, maxBuffer: 1e8 }, (_error, stdout) => resolve(JSON.parse(stdout.slice(stdout.indexOf('{')))));
  });
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ title }) => title.startsWith('[EL15]') && !title.includes('skipped'));
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed');
  const failed = ran.filter(({ status }) => status === 'failed').length;
  return { what: 'clones that differ in words, boxes, layout or layers', value: ran.length === 0 ? NaN : failed, budget: 0, baseline: `every frame of ${ran.length} documents`, detail: 'documents with a frame that differs' };
}

/** The longest time in which nothing else could run while the colours of a frame of 2,000 layers are read and planned. */
async function remapping() {
  const code = await bundle(`export { planRecolouring } from './src/plugin/restyle/recolour.ts';`, 'esm');
  globalThis.figma = { mixed: Symbol('mixed') };
  const { planRecolouring } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const frame = largeFrame();
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  await new Promise((resolve) => setTimeout(resolve, 50));
  longest = 0;
  const { repaints } = await planRecolouring(frame, { swatches: ['#2b1a12', '#f6ead2', '#c8452f', '#3f6f63'].map((hex) => ({ hex })), amount: 1 });
  isOver = true;
  delete globalThis.figma;
  return { what: `colours of ${LAYERS} layers, longest stretch`, value: longest, unit: ' ms', budget: FRAME_MS, baseline: 'one frame', detail: `${repaints.size} layers repainted` };
}

function largeFrame() {
  const colour = (index) => ({ r: (index * 37 % 256) / 255, g: (index * 91 % 256) / 255, b: (index * 53 % 256) / 255 });
  const node = (type, index, parent) => ({
    id: `${index}`, type, name: `Layer ${index}`, parent, children: [], visible: true, opacity: 1, removed: false, isMask: false, fillStyleId: '', strokeStyleId: '', fontSize: 14, fontWeight: 400,
    absoluteBoundingBox: { x: (index % 40) * 20, y: index, width: 100, height: 40 }, fills: [{ type: 'SOLID', color: colour(index), opacity: 1 }], strokes: [], getPluginData: () => '',
  });
  const root = node('FRAME', 0, { type: 'PAGE' });
  for (let index = 1; index <= LAYERS / 20; index += 1) {
    const card = node('FRAME', index * 100, root);
    for (let inner = 1; inner < 20; inner += 1) card.children.push(node(inner % 3 === 0 ? 'TEXT' : 'RECTANGLE', index * 100 + inner, card));
    root.children.push(card);
  }
  return root;
}

// What the plugin adds to a picture: from the reply's text in the window to the filled slot, over the bare cost of the same
// bytes in the same playground: base64 decoded, one message to the sandbox, createImage.
import { createStage } from '../playground/stage.mjs';
import { LOOPBACK_KEY, startLoopbackGemini } from '../test/support/gemini/loopback.mjs';
import { fixedPainter, grainyPng } from './pictures.mjs';
import { median, spread } from './statistics.mjs';

const WARM_UP = 2;
const ROUNDS = 20 + WARM_UP;
const SQUARE = { layer: 'Sketch / Desk lamp', width: 1024, height: 1024 };
const WIDE = { layer: 'Hero / Desktop', width: 1264, height: 848 };

export async function overhead() {
  const gemini = await startLoopbackGemini({ port: 0, paint: fixedPainter() });
  const stage = await createStage();
  try {
    return [
      row('1K picture, reply to filled slot', await pairedTimes(stage, gemini, SQUARE), 1.5),
      row('the same where it must be cropped', await pairedTimes(stage, gemini, WIDE), 6),
    ];
  } finally {
    await stage.close();
    await gemini.close();
  }
}

/** In turn, so that a busy moment of the machine meets both. */
async function pairedTimes(stage, gemini, picture) {
  const bare = await openBare(stage, picture);
  const ours = await openOurs(stage, gemini, picture);
  const times = { bare: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await bare.time(round));
    times.ours.push(await ours.time(round));
  }
  await ours.close();
  await bare.close();
  return { bare: times.bare.slice(WARM_UP), ours: times.ours.slice(WARM_UP) };
}

function row(what, { ours, bare }, budget) {
  return { what, value: median(ours) / median(bare), budget, baseline: 'decode base64, post, createImage', detail: `${spread(ours)} against ${spread(bare)}` };
}

/** From the moment when the window has the reply's text to the change of the document. */
async function openOurs(stage, gemini, { layer }) {
  const opened = await stage.open({ baseUrl: gemini.url });
  const { page, plugin } = opened;
  await saveKey(plugin);
  await opened.select(layer);
  await plugin.getByRole('spinbutton', { name: 'Variants' }).fill('1');
  await plugin.getByText('Prompt that will be sent').click();
  await watchFills(page);
  const frame = page.frames().find((each) => each.parentFrame());
  await frame.evaluate(watchTexts);
  return {
    async time(round) {
      // The same words again would be answered from the file.
      await plugin.getByRole('textbox', { name: 'Exact prompt' }).fill(`Plain picture ${round}.`);
      await page.evaluate(() => (globalThis.filledAt = 0));
      await plugin.getByRole('button', { name: /^Make \d/ }).click();
      await page.waitForFunction(() => globalThis.filledAt > 0, undefined, { timeout: 30_000, polling: 5 });
      const filledAt = await page.evaluate(() => globalThis.filledAt);
      return filledAt - (await frame.evaluate(() => globalThis.arrivedAt));
    },
    close: () => opened.close(),
  };
}

async function saveKey(plugin) {
  await plugin.getByRole('button', { name: 'Got it' }).click();
  await plugin.getByRole('button', { name: 'Settings' }).click();
  await plugin.getByRole('textbox', { name: 'Gemini API key' }).fill(LOOPBACK_KEY);
  await plugin.getByRole('button', { name: 'Save key' }).click();
  await plugin.getByText('Key ends in').waitFor();
  await plugin.getByRole('button', { name: 'Back' }).click();
}

/** Runs in the frame: notes when the text of the last reply was there. Reading it off the network is the browser's own work. */
function watchTexts() {
  const read = Response.prototype.text;
  Response.prototype.text = async function text() {
    const whole = await read.call(this);
    globalThis.arrivedAt = performance.timeOrigin + performance.now();
    return whole;
  };
}

/** Notes when a rectangle gets its picture. */
function watchFills(page) {
  return page.evaluate(() => {
    const file = globalThis.playground.workspace.file.value;
    file.onChange((event) => {
      const hasPicture = (id) => (file.graph.getNode(id)?.fills ?? []).some((fill) => fill.type === 'IMAGE');
      const isFill = event.type === 'changed' && event.changes.some((change) => change.type === 'PROPERTY_CHANGE' && change.properties.includes('fills') && hasPicture(change.id));
      if (isFill && globalThis.filledAt === 0) globalThis.filledAt = performance.timeOrigin + performance.now();
    });
  });
}

/** A plugin of two lines in place of ours: what no plugin could do without. */
async function openBare(stage, { width, height }) {
  const code = 'figma.showUI(__html__); figma.ui.onmessage = (message) => { figma.createImage(message); figma.ui.postMessage("made"); };';
  const opened = await stage.open({});
  const { page } = opened;
  await page.route('**/dist/code.js', (route) => route.fulfill({ body: code, contentType: 'text/javascript' }));
  await page.route('**/dist/ui.html', (route) => route.fulfill({ body: '<!doctype html><html><head></head><body></body></html>', contentType: 'text/html' }));
  await page.evaluate(() => globalThis.playground.session.start());
  await page.waitForFunction(() => globalThis.playground.workspace.pluginState.value === 'on');
  await page.evaluate(() => {
    const { images } = globalThis.playground.workspace.file.value;
    const file = globalThis.playground.workspace.file.value;
    const add = file.addImage.bind(file);
    file.addImage = (bytes) => {
      const hash = add(bytes);
      globalThis.madeAt = performance.timeOrigin + performance.now();
      return hash;
    };
    return images.size;
  });
  const frame = page.frames().find((each) => each.parentFrame());
  await frame.waitForLoadState();
  return {
    async time(round) {
      const text = grainyPng(width, height, round + 2).toString('base64');
      await page.evaluate(() => (globalThis.madeAt = 0));
      const sentAt = await frame.evaluate(postDecoded, text);
      await page.waitForFunction(() => globalThis.madeAt > 0, undefined, { timeout: 30_000, polling: 5 });
      return (await page.evaluate(() => globalThis.madeAt)) - sentAt;
    },
    close: () => opened.close(),
  };
}

/** Runs in the frame: the three steps that cannot be avoided, from the text in memory on. */
function postDecoded(text) {
  const start = performance.timeOrigin + performance.now();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  parent.postMessage({ pluginMessage: bytes }, '*');
  return start;
}

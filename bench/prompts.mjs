// The tab "Prompts": how soon the first option is on screen, whether a thousand combinations hold anybody up, and how long the
// checks of a long prompt take.
import * as esbuild from 'esbuild';
import path from 'node:path';
import { LOOPBACK_KEY } from '../test/support/gemini/loopback.mjs';
import { frameAndAnswer, serveEmptyPage } from './stubHost.mjs';
import { median, spread } from './statistics.mjs';
import { createWindow } from './window.mjs';

const ROUNDS = 15;
const IDEA = 'a cat in space';
/** Between two pieces of 60 characters: several times as quick as a Flash model writes. */
const CHUNK_MS = 10;
const WORDS = 2000;

export async function prompts(browser) {
  const window = await createWindow(browser, {});
  try {
    await window.plugin.getByRole('tab', { name: 'Prompts' }).click();
    return [await firstOption(browser, window), await combinations(window), await lint(window.page)];
  } finally {
    await window.close();
  }
}

/** From the press of Expand until the first option stands whole in the list, over the SDK alone until it has that option's text: both know by the title of the next. */
async function firstOption(browser, { plugin, frame, gemini }) {
  await plugin.getByRole('textbox', { name: 'Idea' }).fill(IDEA);
  const bare = await bareStream(browser, gemini);
  const times = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    gemini.next({ for: 'text', chunkMs: CHUNK_MS });
    times.bare.push(await bare.run());
    gemini.next({ for: 'text', chunkMs: CHUNK_MS });
    times.ours.push(await frame.evaluate(pressExpand));
    await plugin.getByRole('button', { name: /^Expand/ }).waitFor();
    await plugin.getByRole('status').getByText('3 options written').waitFor();
  }
  await bare.close();
  // The first rounds run the service's script and fill its caches.
  const [ours, alone] = [times.ours.slice(2), times.bare.slice(2)];
  return { what: 'first streamed option on screen, whole', value: median(ours) / median(alone), budget: 1.5, baseline: 'the SDK alone, same stream', detail: `${spread(ours)} against ${spread(alone)}` };
}

/** Runs in the window: presses Expand and answers how many milliseconds later a second new option begins in the page. */
function pressExpand() {
  const items = () => [...document.querySelectorAll('.options > li')];
  const before = new Set(items());
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent.startsWith('Expand'));
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const watch = new MutationObserver(() => items().filter((item) => !before.has(item)).length > 1 && resolve(performance.now() - began));
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => reject(new Error('No option came in 10 s.')), 10_000);
    button.click();
  });
}

/** A frame that holds the SDK and nothing else; `run` answers the milliseconds until the text of one whole option is there. */
async function bareStream(browser, gemini) {
  const source = `
    import { GoogleGenAI } from '@google/genai/web';
    import { askParameters } from './src/ui/providers/gemini/askParameters.ts';
    import { emptyFields } from './src/core/fields.ts';
    const task = { is: 'expand', idea: ${JSON.stringify(IDEA)}, count: 3, fields: emptyFields(), stage: 'whole', core: {}, axes: [], language: 'same', seed: 1 };
    globalThis.streamOnce = async () => {
      const client = new GoogleGenAI({ apiKey: ${JSON.stringify(LOOPBACK_KEY)}, apiVersion: 'v1beta', httpOptions: { baseUrl: ${JSON.stringify(gemini.url)} } });
      const began = performance.now();
      let text = '';
      let took = 0;
      for await (const piece of await client.models.generateContentStream(askParameters({ task, images: [], textModel: 'gemini-3.8-flash', isRepair: false }))) {
        text += piece.candidates?.[0]?.content?.parts?.map((part) => part.text ?? '').join('') ?? '';
        if (took === 0 && /("title"[^]*){2}/.test(text)) took = performance.now() - began;
      }
      return took;
    };`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents: source, resolveDir: path.join(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', logLevel: 'silent',
  });
  const server = await serveEmptyPage();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(frameAndAnswer, { html: `<!doctype html><body><script>${outputFiles[0].text.replaceAll('</script', '<\\/script')}</script></body>` });
  await page.frameLocator('iframe').locator('body').waitFor({ state: 'attached' });
  const frame = page.frames().find((each) => each.parentFrame());
  await frame.waitForFunction(() => typeof globalThis.streamOnce === 'function');
  return {
    run: () => frame.evaluate(() => globalThis.streamOnce()),
    async close() {
      await page.close();
      await server.close();
    },
  };
}

/** Tasks of over 50 ms while ten times ten times ten alternatives are typed, counted and listed. */
async function combinations({ plugin, frame }) {
  await frame.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().filter((entry) => entry.name === 'self').map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  const group = (name) => `{${Array.from({ length: 10 }, (_, at) => `${name} ${at}`).join('|')}}`;
  for (const box of await plugin.getByRole('list', { name: 'Prompt options' }).getByRole('checkbox').all()) await box.uncheck();
  await plugin.getByRole('textbox', { name: 'Subject' }).fill(`a ${group('cat')} in a ${group('house')} by a ${group('lake')}`);
  await plugin.getByRole('button', { name: /^1,000 combinations/ }).click();
  await frame.waitForFunction(() => document.querySelectorAll('.long-list > li').length === 1000, undefined, { timeout: 20_000 });
  const tasks = await frame.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(globalThis.longTasks), 100)));
  return { what: 'long tasks, 1,000 combinations', value: tasks.length, budget: 0, baseline: 'none over 50 ms', detail: tasks.length > 0 ? `${tasks.map(Math.round).join(', ')} ms` : '' };
}

/** A prompt of 2,000 words with something of every kind to find. */
async function lint(page) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `import { checkPrompt } from './src/core/checks/checkPrompt.ts'; globalThis.checkPrompt = checkPrompt;`, resolveDir: path.join(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', logLevel: 'silent',
  });
  await page.evaluate(outputFiles[0].text);
  const times = await page.evaluate(({ words, rounds }) => {
    const sentence = 'A quiet bat on a crane at noon in moonlight, masterpiece, with Taylor Swift and a doctor, a sign that says open, by the sea wall of an old harbour town. ';
    const text = sentence.repeat(Math.ceil(words / sentence.trim().split(' ').length));
    return Array.from({ length: rounds }, () => {
      const began = performance.now();
      globalThis.checkPrompt(text, { maxTokens: 60000, count: 4 });
      return performance.now() - began;
    });
  }, { words: WORDS, rounds: 30 });
  return { what: `checks of ${WORDS.toLocaleString('en')} words`, value: median(times), budget: 16, unit: ' ms', baseline: 'one frame', detail: spread(times) };
}

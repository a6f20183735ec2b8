// The built window alone, over a stub of Figma and a loopback Gemini, driven run by run.
import { LOOPBACK_KEY, startLoopbackGemini } from '../test/support/gemini/loopback.mjs';
import { fixedPainter, grainyPng } from './pictures.mjs';
import { DEFAULT_SETTINGS } from './settings.mjs';
import { builtWindow, frameAndAnswer, serveEmptyPage } from './stubHost.mjs';

const RUN_LIMIT_MS = 120_000;

/** With `asGoogle`, a loopback Gemini, the window sends to Google's address, which `browser` must find there. */
export async function createWindow(browser, { latencyMs = 0, settings = DEFAULT_SETTINGS, sizeClass = '1K', asGoogle = null } = {}) {
  const gemini = asGoogle ?? (await startLoopbackGemini({ port: 0, latencyMs, paint: fixedPainter() }));
  const server = await serveEmptyPage();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate((key) => (globalThis.benchKey = key), LOOPBACK_KEY);
  const html = await builtWindow(asGoogle ? {} : { baseUrl: gemini.url });
  const picture = grainyPng(256, 256).toString('base64');
  await page.evaluate(frameAndAnswer, { html, picture, settings: { ...settings, sizeClass } });
  const plugin = page.frameLocator('iframe');
  await plugin.getByRole('button', { name: /^Make/ }).waitFor();
  await plugin.getByText('Prompt that will be sent').click();
  // Equal words for all: no planning call is in the way of what is measured.
  await plugin.getByRole('textbox', { name: 'Exact prompt' }).fill('A plain picture.');
  const frame = page.frames().find((each) => each.parentFrame());
  return {
    page,
    frame,
    plugin,
    gemini,
    /** Presses Make for `count` pictures; answers the milliseconds until all are placed. */
    async run(count) {
      await plugin.getByRole('spinbutton', { name: 'Variants' }).fill(String(count));
      const started = Date.now();
      await plugin.getByRole('button', { name: /^Make/ }).click();
      await frame.waitForFunction((sentence) => document.querySelector('[role=status]')?.textContent === sentence, `${count} of ${count} placed`, { timeout: RUN_LIMIT_MS, polling: 5 });
      const took = Date.now() - started;
      // The next run must not find the sentence of this one.
      await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      return took;
    },
    async close() {
      await page.close();
      await server.close();
      await gemini.close();
    },
  };
}

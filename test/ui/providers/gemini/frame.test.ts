// The provider and the SDK where they will live: bundled, in an iframe without an origin, under a policy like Figma's.
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../support/browser.mjs';
import { startLoopbackGemini } from '../../../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../../../support/gemini/loopback.mjs';
import { picture } from '../../../support/gemini/tasks.ts';

let browser: Browser;
let gemini: LoopbackGemini;
let script: string;

beforeAll(async () => {
  const { scriptPlugin }: { scriptPlugin: Plugin } = await import(new URL('../../../../build/windowScripts.mjs', import.meta.url).href);
  const bundled = await build({
    entryPoints: [new URL('../../../support/gemini/frame/entry.ts', import.meta.url).pathname],
    bundle: true, minify: true, write: false, format: 'iife', platform: 'browser', target: 'es2020', plugins: [scriptPlugin],
  });
  script = bundled.outputFiles[0]?.text ?? '';
  [browser, gemini] = await Promise.all([launchBrowser(), startLoopbackGemini()]);
});
afterAll(() => Promise.all([browser.close(), gemini.close()]));

function frameHtml(): string {
  const loopback = JSON.stringify({ url: gemini.url, key: gemini.key, png: Buffer.from(picture()).toString('base64') });
  const policy = `default-src 'none'; script-src 'unsafe-inline'; connect-src ${gemini.url}`;
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>var LOOPBACK=${loopback};${script}</script>`;
}

async function runIn(frame: 'srcdoc' | 'data'): Promise<unknown> {
  const page = await browser.newPage();
  const html = frameHtml();
  const result = await page.evaluate(
    async ([kind, content]) => {
      const iframe = document.createElement('iframe');
      iframe.setAttribute('sandbox', 'allow-scripts');
      if (kind === 'srcdoc') iframe.srcdoc = content ?? '';
      else iframe.src = `data:text/html;base64,${btoa(unescape(encodeURIComponent(content ?? '')))}`;
      const told = new Promise<unknown>((resolve) => addEventListener('message', (event) => resolve(event.data), { once: true }));
      document.body.append(iframe);
      return told;
    },
    [frame, html],
  );
  await page.close();
  return result;
}

describe.each(['srcdoc', 'data'] as const)('in a %s frame', (frame) => {
  it(`[GE80] [GS21] the bundled SDK lists, makes, streams and refuses (${frame})`, async () => {
    expect(await runIn(frame)).toEqual({ origin: 'null', models: 7, magic: [0x50, 0x4e, 0x47], imageTokens: 1120, options: 3, firstTold: 1, refusal: 'KEY_INVALID' });
  });
});

it('[GE81] the bundle holds no </script and none of the storage that the iframe lacks', () => {
  expect(script).not.toMatch(/<\/script|localStorage|sessionStorage|indexedDB/);
});

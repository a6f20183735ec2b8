// The built pixel service inside a null-origin iframe in Chromium, for the tests of ui/images.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Browser, Frame } from 'playwright-core';

const ENTRY = `
  import { createPixelService } from './src/ui/images/pixelService.ts';
  import { decodeImage } from './src/ui/images/decode.ts';
  import { encodeJpeg, encodePng } from './src/ui/images/encode.ts';
  import { readImageHeader } from './src/core/imageHeader.ts';
  import { planLooks } from './src/core/pixels/planLooks.ts';
  Object.assign(globalThis, { createPixelService, decodeImage, encodeJpeg, encodePng, readImageHeader, planLooks });
`;

/** The test page's script, built as what ships is. */
export async function pixelScript(): Promise<string> {
  const root = new URL('../../../', import.meta.url);
  const { scriptPlugin }: { scriptPlugin: Plugin } = await import(new URL('build/windowScripts.mjs', root).href);
  const result = await build({
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    write: false,
    plugins: [scriptPlugin],
    stdin: { contents: ENTRY, resolveDir: fileURLToPath(root), loader: 'ts' },
  });
  return result.outputFiles[0]?.text ?? '';
}

/** A frame of a null origin that runs the script under a content security policy (empty for none). */
export async function openFrame(browser: Browser, script: string, policy: string): Promise<Frame> {
  const page = await browser.newPage();
  await page.setContent('<iframe sandbox="allow-scripts"></iframe>');
  const meta = policy === '' ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const html = `<!doctype html><meta charset="utf-8">${meta}<body><script>${script.replaceAll('</script', '<\\/script')}</script>`;
  const element = await page.$('iframe');
  await element?.evaluate(
    (frame, srcdoc) => new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve(), { once: true });
      frame.setAttribute('srcdoc', srcdoc);
    }),
    html,
  );
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the iframe did not open');
  return frame;
}

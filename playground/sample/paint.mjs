// Paints the sample pictures into playground/sample/pictures as JPEG: `node playground/sample/paint.mjs [name …]`.
// Only needed after a scene changed. Needs a Chromium, for its JPEG encoder.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../../test/support/browser.mjs';

const here = import.meta.dirname;
const { pictures, paint } = await loadPainters();
const wanted = process.argv.slice(2).filter((word) => word in pictures);
const scale = Number(process.env['PAINT_SCALE'] ?? 1);
const out = process.env['PAINT_OUT'] ?? join(here, 'pictures');
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const [name, picture] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const raster = paint(Math.round(picture.width * scale), Math.round(picture.height * scale), picture.scene, picture.finish);
    const file = join(out, `${name}.jpg`);
    const bytes = await encodeJpeg(page, raster);
    await writeFile(file, bytes);
    console.log(`${name}.jpg ${raster.width} × ${raster.height}, ${Math.round(bytes.length / 1000)} kB`);
  }
} finally {
  await browser.close();
}

async function loadPainters() {
  const entry = `export { pictures } from './paint/pictures.ts'; export { paint } from './paint/painting.ts';`;
  const bundle = await build({ stdin: { contents: entry, resolveDir: here, loader: 'ts' }, bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
}

async function encodeJpeg(page, { width, height, data }) {
  const base64 = await page.evaluate(
    async ({ width, height, pixels }) => {
      const canvas = new OffscreenCanvas(width, height);
      const bytes = Uint8ClampedArray.from(atob(pixels), (letter) => letter.charCodeAt(0));
      canvas.getContext('2d').putImageData(new ImageData(bytes, width, height), 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.86 });
      const file = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
    },
    { width, height, pixels: Buffer.from(data.buffer).toString('base64') },
  );
  return Buffer.from(base64, 'base64');
}

// Builds what ships: dist/code.js (the sandbox half) and dist/ui.html (one self-contained page), with their metafiles.
// `node build.mjs --watch` builds again whenever a source changes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { isWatching, smaller, windowScripts } from './build/windowScripts.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

/** A digest of all sources: both halves carry it, and `hello` refuses halves that differ. */
async function buildId() {
  const hash = createHash('sha256');
  const names = (await readdir(at('src'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const name of [...names, at('package-lock.json')]) hash.update(await readFile(name));
  return hash.digest('hex').slice(0, 12);
}

const shared = (define) => ({
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  define,
  legalComments: 'none',
  logLevel: 'warning',
});

async function buildSandbox(define) {
  return esbuild.build({
    ...shared(define),
    entryPoints: ['src/plugin/main.ts'],
    outfile: 'dist/code.js',
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2017',
  });
}

function output(result, ending) {
  return result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
}

/**
 * Script text in ASCII: one letter beyond Latin-1 makes the browser hold the whole page in two bytes a letter, and read it half as
 * fast. esbuild escapes such letters everywhere but in regular expressions.
 */
function ascii(script) {
  if (/[\ud800-\udfff]/.test(script)) throw new Error('a regular expression holds a letter of two units; write it as an escape');
  return script.replace(/[^\x00-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Puts scripts and style into the page. Function replacers: `$&` in the bundle must stay as it is. */
function inline(page, css, js, inert) {
  const slots = { '<!--css-->': `<style>${css}</style>`, '<!--js-->': `<script>${js}</script>\n${inert}` };
  for (const slot of Object.keys(slots)) if (!page.includes(slot)) throw new Error(`index.html has no ${slot}`);
  return page.replace(/<!--(css|js)-->/g, (slot) => slots[slot]);
}

export async function build() {
  const define = { __BUILD__: JSON.stringify(await buildId()), 'process.env.NODE_ENV': '"production"' };
  const [sandbox, { first, inert, lateMetas }] = await Promise.all([buildSandbox(define), windowScripts(define)]);
  const page = inline(await readFile(at('src/ui/index.html'), 'utf8'), output(first, '.css'), ascii(await smaller(output(first, '.js'))), ascii(inert));
  await mkdir(at('dist'), { recursive: true });
  await writeFile(at('dist/code.js'), output(sandbox, '.js'));
  await writeFile(at('dist/ui.html'), page);
  await writeFile(at('dist/meta.json'), JSON.stringify({ sandbox: sandbox.metafile, ui: first.metafile, ...lateMetas }));
  return { codeBytes: Buffer.byteLength(output(sandbox, '.js')), uiBytes: Buffer.byteLength(page) };
}

async function watch() {
  const { watch: watchFolder } = await import('node:fs');
  let timer = null;
  watchFolder(at('src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void buildAndSay().catch(() => undefined), 100);
  });
}

async function buildAndSay() {
  const { codeBytes, uiBytes } = await build();
  console.log(`dist/code.js ${(codeBytes / 1000).toFixed(0)} kB, dist/ui.html ${(uiBytes / 1000).toFixed(0)} kB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAndSay();
  if (isWatching) await watch();
}

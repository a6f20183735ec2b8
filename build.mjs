// Builds what ships: dist/code.js (the sandbox half) and dist/ui.html (one self-contained page), with their metafiles.
// `node build.mjs --watch` builds again whenever a source changes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';

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

/** Marks a packed script for src/ui/images/scriptText.ts: base64 of the deflated text, a third of its size in the page. */
const pack = (script) => `deflate-raw;base64,${deflateRawSync(script, { level: 9 }).toString('base64')}`;

/** What every script of the window is built with, the two that lie in it as text included. */
const WINDOW_SCRIPT = {
  target: 'es2022',
  legalComments: 'none',
  // The SDK writes to the console; what it says there is for nobody, and could hold what must not be logged.
  drop: ['console'],
  alias: { 'p-retry': at('src/ui/providers/gemini/noRetry.ts') },
};

/**
 * `import source from 'worker:./worker.ts'` gives the minified classic script of that entry as a string, packed;
 * `script:` gives it plain, for what must stay easy to review.
 */
export const scriptPlugin = {
  name: 'script',
  setup(build) {
    build.onResolve({ filter: /^(worker|script):/ }, (args) => {
      const [namespace, ...name] = args.path.split(':');
      return { path: path.resolve(args.resolveDir, name.join(':')), namespace };
    });
    build.onLoad({ filter: /.*/, namespace: 'worker' }, (args) => scriptModule(args.path, pack));
    build.onLoad({ filter: /.*/, namespace: 'script' }, (args) => scriptModule(args.path, (script) => script));
  },
};

async function scriptModule(entry, write) {
  const result = await esbuild.build({
    ...WINDOW_SCRIPT,
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const watchFiles = Object.keys(result.metafile.inputs).map((name) => at(name));
  return { contents: `export default ${JSON.stringify(write(result.outputFiles[0].text))};`, loader: 'js', watchFiles };
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

async function buildUi(define) {
  return esbuild.build({
    ...shared(define),
    entryPoints: ['src/ui/main.tsx'],
    outfile: 'dist/ui.js',
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [scriptPlugin],
    ...WINDOW_SCRIPT,
  });
}

function output(result, ending) {
  return result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
}

/** Puts script and style into the page. Function replacers: `$&` in the bundle must stay as it is. */
function inline(page, css, js) {
  const slots = { '<!--css-->': `<style>${css}</style>`, '<!--js-->': `<script>${js}</script>` };
  for (const slot of Object.keys(slots)) if (!page.includes(slot)) throw new Error(`index.html has no ${slot}`);
  return page.replace(/<!--(css|js)-->/g, (slot) => slots[slot]);
}

export async function build() {
  const define = { __BUILD__: JSON.stringify(await buildId()), 'process.env.NODE_ENV': '"production"' };
  const [sandbox, ui] = await Promise.all([buildSandbox(define), buildUi(define)]);
  const page = inline(await readFile(at('src/ui/index.html'), 'utf8'), output(ui, '.css'), output(ui, '.js'));
  await mkdir(at('dist'), { recursive: true });
  await writeFile(at('dist/code.js'), output(sandbox, '.js'));
  await writeFile(at('dist/ui.html'), page);
  await writeFile(at('dist/meta.json'), JSON.stringify({ sandbox: sandbox.metafile, ui: ui.metafile }));
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
  if (process.argv.includes('--watch')) await watch();
}

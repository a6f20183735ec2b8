// Builds what ships: dist/code.js (the sandbox half) and dist/ui.html (one self-contained page), with their metafiles.
// `node build.mjs --watch` builds again whenever a source changes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { leanSdk } from './build/leanSdk.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const isWatching = process.argv.includes('--watch');
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

/** What every script of the window is built with. */
const WINDOW_SCRIPT = {
  target: 'es2022',
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  platform: 'browser',
  // The SDK writes to the console; what it says there is for nobody, and could hold what must not be logged.
  drop: ['console'],
  alias: { 'p-retry': at('src/ui/providers/gemini/noRetry.ts') },
};

const bundled = (options) => esbuild.build({ ...WINDOW_SCRIPT, absWorkingDir: root, bundle: true, minify: true, format: 'iife', write: false, metafile: true, logLevel: 'silent', ...options });
const relative = (file) => path.relative(root, file).split(path.sep).join('/');
const idOf = (entry) => `script-${path.basename(entry).replace(/\.tsx?$/, '')}`;

/**
 * Two kinds of imports that are scripts of their own. `import source from 'worker:./worker.ts'` gives a function that answers the
 * text of a classic script, packed. `import load from 'late:./panel.ts'` gives a function that runs the script the first time and
 * answers what it exports. `worker` and `late` write the function's body for an entry.
 */
function scripts({ worker, late }) {
  return {
    name: 'scripts',
    setup(build) {
      build.onResolve({ filter: /^(worker|late):/ }, (args) => {
        const [namespace, ...name] = args.path.split(':');
        return { path: path.resolve(args.resolveDir, name.join(':')), namespace };
      });
      build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path: entry }) => ({ contents: `export default () => ${await worker(entry)};`, loader: 'js' }));
      build.onLoad({ filter: /.*/, namespace: 'late' }, async ({ path: entry }) => ({ contents: await late(entry), loader: 'js', resolveDir: root }));
    },
  };
}

/** Once more over what esbuild made small: a thirtieth less by gzip, for some seconds; not while sources change under it. */
async function smaller(script) {
  if (isWatching) return script;
  const { code } = await minify(script, { ecma: 2020, compress: { passes: 2 } });
  if (!code) throw new Error('terser gave no script');
  return code;
}

async function workerText(entry) {
  return pack(await smaller((await bundled({ entryPoints: [entry] })).outputFiles[0].text));
}

/** For bundles that have no page around them: everything lies in the one bundle. */
export const scriptPlugin = scripts({
  worker: async (entry) => JSON.stringify(await workerText(entry)),
  late: (entry) => `import * as whole from ${JSON.stringify(entry)}; export default () => whole;`,
});

/** What both a late script and the window's first script hold is taken from the first: one store, one preact, one class of error. */
const isShared = (file) => file.startsWith('src/') || /^node_modules\/(?:preact|@preact)\//.test(file);

/**
 * The window's scripts: the first, which draws it, and the ones that run later. They stand in the page as elements that do not run by
 * themselves, because the browser's compiler would read all of it before the window shows.
 */
async function windowScripts(define) {
  const worker = { texts: new Map() };
  const lateEntries = new Set();
  const keepWorker = async (entry) => {
    worker.texts.set(idOf(entry), await workerText(entry));
    return `document.getElementById(${JSON.stringify(idOf(entry))}).textContent`;
  };
  const main = { define, entryPoints: ['src/ui/main.tsx'], outfile: 'dist/ui.js' };
  const noted = scripts({ worker: () => '""', late: (entry) => (lateEntries.add(entry), 'export default () => undefined;') });
  const alone = await bundled({ ...main, plugins: [noted] });
  const entries = [...lateEntries].sort();
  const lateAlone = await Promise.all(entries.map((entry) => bundled({ define, entryPoints: [entry], plugins: [noted] })));
  const inMain = new Set(Object.keys(alone.metafile.inputs));
  const shared = [...new Set(lateAlone.flatMap(({ metafile }) => Object.keys(metafile.inputs)))].filter((file) => inMain.has(file) && isShared(file) && !file.endsWith('.css')).sort();
  const runLate = (entry) => `import { runLate } from './src/ui/runLate.ts'; export default () => runLate(${JSON.stringify(idOf(entry))});`;
  const late = await Promise.all(entries.map(async (entry) => {
    const built = await bundled({ define, entryPoints: [entry], globalName: `variegateLate[${JSON.stringify(idOf(entry))}]`, plugins: [fromFirst(shared), leanSdk, scripts({ worker: keepWorker, late: runLate })] });
    return { id: idOf(entry), text: await smaller(built.outputFiles[0].text) };
  }));
  const first = await bundled({ ...main, banner: { js: 'var variegateLate={};' }, plugins: [sharing(shared), scripts({ worker: keepWorker, late: runLate })] });
  const texts = [...worker.texts, ...late.map(({ id, text }) => [id, text])];
  for (const [id, text] of texts) if (/<\/script|<!--/i.test(text)) throw new Error(`${id} cannot stand in a page`);
  const inert = texts.map(([id, text]) => `<script type="text/plain" id="${id}">${text}</script>`).join('\n');
  return { first, inert, lateMetas: Object.fromEntries(lateAlone.map(({ metafile }, index) => [late[index].id, metafile])) };
}

/** In a late script: modules of the first script, by their number in the list. */
function fromFirst(shared) {
  return {
    name: 'from-first',
    setup(build) {
      // Our own imports name their files, so they are looked up here: a question to esbuild for every import took most of the build.
      const inPackages = new Map();
      const resolved = ({ path: name, resolveDir, importer, kind }) => {
        if (name.startsWith('.')) return path.resolve(resolveDir, name);
        if (!inPackages.has(name)) inPackages.set(name, build.resolve(name, { resolveDir, importer, kind, pluginData: 'seen' }).then(({ path: file }) => file));
        return inPackages.get(name);
      };
      build.onResolve({ filter: /^(?:\.|@?preact)/ }, async (args) => {
        if (args.pluginData === 'seen' || args.kind === 'entry-point') return undefined;
        const number = shared.indexOf(relative(await resolved(args)));
        return number < 0 ? undefined : { path: String(number), namespace: 'first' };
      });
      build.onLoad({ filter: /.*/, namespace: 'first' }, ({ path: number }) => ({ contents: `module.exports = variegateLate.shared(${number});`, loader: 'js' }));
    },
  };
}

/** In the first script: hands those modules out. `__esModule` keeps a default export a default export. */
function sharing(shared) {
  return {
    name: 'sharing',
    setup(build) {
      build.onResolve({ filter: /^shared-modules$/ }, () => ({ path: 'shared-modules', namespace: 'sharing' }));
      build.onLoad({ filter: /.*/, namespace: 'sharing' }, () => ({
        contents: `${shared.map((file, number) => `import * as m${number} from './${file}';`).join('\n')}
          variegateLate.shared = (number) => ({ __esModule: true, ...[${shared.map((_file, number) => `m${number}`).join(',')}][number] });`,
        loader: 'js',
        resolveDir: root,
      }));
      build.onLoad({ filter: /src\/ui\/main\.tsx$/ }, async ({ path: file }) => ({ contents: `import 'shared-modules';\n${await readFile(file, 'utf8')}`, loader: 'tsx' }));
    },
  };
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

// The window's scripts: the first, which draws it, and those that run later, which take from the first what both hold.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { leanSdk } from './leanSdk.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(root, ...parts);
/** Sources change under the build: then it is to be quick, not small. */
export const isWatching = process.argv.includes('--watch');

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
export async function smaller(script) {
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
export async function windowScripts(define) {
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
  const taken = await namesTaken(shared, entries, { define, noted });
  const late = await Promise.all(entries.map(async (entry) => {
    const built = await bundled({ define, entryPoints: [entry], globalName: `variegateLate[${JSON.stringify(idOf(entry))}]`, plugins: [fromFirst(shared, taken), leanSdk, scripts({ worker: keepWorker, late: runLate })] });
    return { id: idOf(entry), text: await smaller(built.outputFiles[0].text) };
  }));
  const first = await bundled({ ...main, banner: { js: 'var variegateLate={};' }, plugins: [sharing(shared, taken), scripts({ worker: keepWorker, late: runLate })] });
  const texts = [...worker.texts, ...late.map(({ id, text }) => [id, text])];
  for (const [id, text] of texts) if (/<\/script|<!--/i.test(text)) throw new Error(`${id} cannot stand in a page`);
  const inert = texts.map(([id, text]) => `<script type="text/plain" id="${id}">${text}</script>`).join('\n');
  return { first, inert, lateMetas: Object.fromEntries(lateAlone.map(({ metafile }, index) => [late[index].id, metafile])) };
}

/** Finds imports of the first script's modules; `answer` says what stands in place of the one with that number in the list. */
function inFirst(shared, answer) {
  return {
    name: 'in-first',
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
        return number < 0 ? undefined : answer(number);
      });
    },
  };
}

/**
 * What the late scripts import of each module of the first script, so that it hands out no more: everything else of these modules is
 * left out of it. Read from the imports that esbuild leaves standing.
 */
async function namesTaken(shared, entries, { define, noted }) {
  const standing = inFirst(shared, (number) => ({ path: `first:${number}`, external: true }));
  const built = await Promise.all(entries.map((entry) => bundled({ define, entryPoints: [entry], plugins: [standing, leanSdk, noted], format: 'esm', minify: false })));
  const taken = shared.map(() => new Set());
  for (const { outputFiles } of built) {
    for (const [, what = '', number] of outputFiles[0].text.matchAll(/^import (?:([^"]+) from )?"first:(\d+)";$/gm)) {
      for (const name of namesIn(what) ?? (await exportsOf(shared[number]))) taken[number].add(name);
    }
  }
  return taken.map((names) => [...names].sort());
}

/** The names of an import as `{ a, b as c }`; none for one without names, null for `* as all` and anything else. */
function namesIn(what) {
  if (what === '') return [];
  const list = /^\{([^}]*)\}$/.exec(what)?.[1];
  return list?.split(',').map((each) => each.trim().split(' as ')[0]).filter((name) => name !== '') ?? null;
}

async function exportsOf(file) {
  const { metafile } = await bundled({ entryPoints: [file], format: 'esm', outfile: 'all.js' });
  return metafile.outputs['all.js'].exports;
}

/** In a late script: modules of the first script, by their number in the list. */
function fromFirst(shared, taken) {
  const plugin = inFirst(shared, (number) => ({ path: String(number), namespace: 'first' }));
  return {
    ...plugin,
    setup(build) {
      plugin.setup(build);
      build.onLoad({ filter: /.*/, namespace: 'first' }, ({ path: number }) => ({
        // By a name of our own first: "enum" and "catch" are no names for a constant.
        contents: `const all = variegateLate.shared(${number}); ${taken[number].map((name, at) => `const own${at} = all[${at}]; export { own${at} as ${name} };`).join(' ')}`,
        loader: 'js',
      }));
    },
  };
}

/** In the first script: hands out, for each module, what those names stand for. */
function sharing(shared, taken) {
  const named = (number) => taken[number].map((name) => `${name} as m${number}_${name}`).join(', ');
  const handed = (number) => taken[number].map((name) => `m${number}_${name}`).join(', ');
  const contents = [
    ...shared.map((file, number) => `import { ${named(number)} } from './${file}';`),
    `variegateLate.shared = (number) => [${shared.map((_file, number) => `() => [${handed(number)}]`).join(', ')}][number]();`,
  ].join('\n');
  return {
    name: 'sharing',
    setup(build) {
      build.onResolve({ filter: /^shared-modules$/ }, () => ({ path: 'shared-modules', namespace: 'sharing' }));
      build.onLoad({ filter: /.*/, namespace: 'sharing' }, () => ({ contents, loader: 'js', resolveDir: root }));
      build.onLoad({ filter: /src\/ui\/main\.tsx$/ }, async ({ path: file }) => ({ contents: `import 'shared-modules';\n${await readFile(file, 'utf8')}`, loader: 'tsx' }));
    },
  };
}

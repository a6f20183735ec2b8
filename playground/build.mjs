// Bundles the playground page into out/playground. It does not build the plugin: /build.mjs does.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
export const builtPage = join(root, 'out', 'playground');

/** Answers esbuild's metafile. `minify` costs a second and saves half of the bytes. */
export async function buildPage({ minify = false } = {}) {
  const nothing = join(import.meta.dirname, 'page', 'shim', 'empty.ts');
  await mkdir(builtPage, { recursive: true });
  const result = await build({
    entryPoints: { page: join(import.meta.dirname, 'page', 'main.ts') },
    outdir: builtPage,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify,
    metafile: true,
    logLevel: 'warning',
    // The two that open-pencil names statically become empty; the rest it only asks for when it runs in Node.
    alias: { undici: nothing, 'node:process': nothing },
    external: ['node:*', 'fs', 'path', 'module', '/Inter-*'],
  });
  await copyFile(join(import.meta.dirname, 'page', 'index.html'), join(builtPage, 'index.html'));
  await Promise.all(Object.entries(machines()).map(([name, from]) => copyFile(from, join(builtPage, name))));
  return result.metafile;
}

/** WebAssembly that the page fetches by name, and where it comes from. */
function machines() {
  const fromHere = createRequire(import.meta.url);
  const quickjs = createRequire(fromHere.resolve('quickjs-emscripten')).resolve('@jitl/quickjs-wasmfile-release-sync');
  const canvaskit = createRequire(fromHere.resolve('@open-pencil/core/package.json')).resolve('canvaskit-wasm/full');
  return {
    'canvaskit.wasm': join(dirname(canvaskit), 'canvaskit.wasm'),
    'emscripten-module.wasm': join(dirname(quickjs), 'emscripten-module.wasm'),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildPage({ minify: true });

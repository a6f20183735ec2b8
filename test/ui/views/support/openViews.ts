// Builds the window with written-down actions once, and opens it in Chromium: one page a test, a new one each time.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type {} from './entry.tsx';

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const ACTIONS = ['actions', 'resultActions', 'studioActions'].map((name) => at(`../../../../src/ui/${name}.ts`));

export interface ViewOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly extraCss?: string;
}

/** The page as it ships, but for its actions. */
export async function buildViews(): Promise<string> {
  const { scriptPlugin }: { scriptPlugin: Plugin } = await import(new URL('../../../../build/windowScripts.mjs', import.meta.url).href);
  const result = await build({
    entryPoints: [at('./entry.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [scriptPlugin, ...(await Promise.all(ACTIONS.map(fakeActions)))],
    logLevel: 'silent',
  });
  const part = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const page = await readFile(at('../../../../src/ui/index.html'), 'utf8');
  return page
    .replace('<!--css-->', () => `<style>${part('.css')}</style>`)
    .replace('<!--js-->', () => `<script>${part('.js')}</script>`);
}

export async function openViews(browser: Browser, html: string, options: ViewOptions = {}): Promise<Page> {
  const { theme = 'light', width = 360, height = 680 } = options;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.setContent(html.replace('<html lang="en">', `<html lang="en" class="figma-${theme}">`));
  if (options.extraCss) await page.addStyleTag({ content: options.extraCss });
  return page;
}

/** The real actions' names, each of which calls the test's own `onAction`. A name that goes missing fails the build. */
async function fakeActions(file: string): Promise<Plugin> {
  const source = await readFile(file, 'utf8');
  const names = [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map((match) => match[1] ?? '');
  const contents = names.map((name) => `export const ${name} = (...values) => window.onAction('${name}', values);`).join('\n');
  return {
    name: `fake ${file}`,
    setup(built) {
      built.onLoad({ filter: /src\/ui\/(?:actions|resultActions|studioActions)\.ts$/ }, ({ path }) => (path === file ? { contents, loader: 'js' } : undefined));
    },
  };
}

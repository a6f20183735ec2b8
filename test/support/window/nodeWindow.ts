// The plugin's window without a browser: ui/actions, ui/run and ui/store as they are, bundled anew for each window as Figma loads
// its page anew, over a real port. Codecs and engines are the test's; everything else is what ships.
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type * as entry from './entry.ts';
import type { Provider } from '../../../src/ui/providers/provider.ts';

type Entry = typeof entry;

/** What the window finds instead of the world. */
export interface NodeWorld {
  /** An engine, or the address of a loopback Gemini. */
  readonly engine: Provider | string;
}

export interface NodeWindow extends Entry {
  /** A message of the sandbox. */
  receive(message: unknown): void;
  /** As when Figma takes the page away: no timer, no message in or out any more. */
  tearDown(): void;
}

const SWAPPED = { '../images/pixelService.ts': 'pixels.ts', '../providers/index.ts': 'providers.ts' } as const;

const swap: Plugin = {
  name: 'swap',
  setup(run) {
    run.onResolve({ filter: /(pixelService|providers\/index)\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('/run/world.ts') && path in SWAPPED
        ? { path: new URL(SWAPPED[path as keyof typeof SWAPPED], import.meta.url).pathname }
        : undefined,
    );
  },
};

export async function windowCode(buildId: string): Promise<string> {
  const { scriptPlugin }: { scriptPlugin: Plugin } = await import(new URL('../../../build/windowScripts.mjs', import.meta.url).href);
  const result = await build({
    entryPoints: [new URL('entry.ts', import.meta.url).pathname], bundle: true, write: false, minify: true, format: 'iife', globalName: 'entry', target: 'es2022',
    platform: 'browser', define: { __BUILD__: JSON.stringify(buildId), 'process.env.NODE_ENV': '"production"' }, plugins: [swap, scriptPlugin],
    alias: { 'p-retry': new URL('../../../src/ui/providers/gemini/noRetry.ts', import.meta.url).pathname },
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Opens a window that posts to `post`. */
export function openWindow(code: string, nodeWorld: NodeWorld, post: (message: unknown) => void): NodeWindow {
  let isOpen = true;
  const listeners = new Set<(event: { data: unknown }) => void>();
  const timers = new Set<NodeJS.Timeout>();
  const addEventListener = (type: string, listener: (event: { data: unknown }) => void) => void (type === 'message' && listeners.add(listener));
  const removeEventListener = (_type: string, listener: (event: { data: unknown }) => void) => void listeners.delete(listener);
  const parent = {
    // A copy, as between two pages: the bytes of the window are not those of the document.
    postMessage: (data: { pluginMessage: unknown }) => void (isOpen && post(structuredClone(data.pluginMessage))),
  };
  const scope = {
    nodeWorld, addEventListener, removeEventListener,
    window: { parent, addEventListener, removeEventListener },
    navigator: { onLine: true },
    setTimeout(act: () => void, delayMs?: number) {
      const timer = setTimeout(() => (timers.delete(timer), isOpen && act()), delayMs);
      timers.add(timer);
      return timer;
    },
  };
  // The bundle is our own; it finds its page's globals as arguments.
  const open = new Function(...Object.keys(scope), `${code};return entry;`) as (...values: readonly unknown[]) => Entry;
  return {
    ...open(...Object.values(scope)),
    receive: (message) => void (isOpen && [...listeners].forEach((listener) => listener({ data: { pluginMessage: structuredClone(message) } }))),
    tearDown() {
      isOpen = false;
      timers.forEach(clearTimeout);
    },
  };
}

// Runs the sandbox half, built as it ships, in QuickJS against the playground host, and calls it over the real bridge.
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { Edit, HostDocument } from '../../playground/host/document.ts';
import { createDocument } from '../../playground/host/document.ts';
import type { PluginOptions, RunningPlugin, ShownUi } from '../../playground/host/sandbox.ts';
import { startPlugin } from '../../playground/host/sandbox.ts';
import { connect } from '../../src/core/bridge/connect.ts';
import type { Client } from '../../src/core/bridge/connect.ts';
import type { CALLS } from '../../src/core/bridge/contract.ts';
import { EVENTS } from '../../src/core/bridge/events.ts';
import type { CallOutput } from '../../src/core/bridge/contract.ts';
import type { Port } from '../../src/core/bridge/port.ts';
import type { VariegateError } from '../../src/core/errors.ts';

export const BUILD = 'test-build';
export const TODAY = '2026-11-22';

export interface Running {
  readonly document: HostDocument;
  readonly plugin: RunningPlugin;
  readonly client: Client<typeof CALLS, typeof EVENTS>;
  readonly opened: string[];
  readonly windows: ShownUi[];
  readonly sizes: { width: number; height: number }[];
  readonly hello: () => Promise<CallOutput<'hello'>>;
}

/** Starts the plugin and waits for its window; what it throws uncaught fails the test. */
export async function runPlugin(document: HostDocument, options: Partial<PluginOptions> = {}): Promise<Running> {
  const listeners = new Set<(message: unknown) => void>();
  const running = { opened: [] as string[], windows: [] as ShownUi[], sizes: [] as { width: number; height: number }[] };
  const errors: Error[] = [];
  const code = await pluginCode();
  let show = (): void => undefined;
  const shown = new Promise<void>((resolve) => (show = resolve));
  const plugin = await startPlugin({
    code,
    html: '<p></p>',
    document,
    relaunchCommands: ['more'],
    onError: (error) => (errors.push(error), show()),
    onShowUi: (_html, ui) => (running.windows.push(ui), show()),
    onUiMessage: (message) => listeners.forEach((listener) => listener(message)),
    onUiChange: (change) => void (change.type === 'resize' && running.sizes.push({ width: change.width, height: change.height })),
    onOpenExternal: (url) => void running.opened.push(url),
    ...options,
  });
  onTestFinished(() => {
    plugin.dispose();
    if (errors[0]) throw errors[0];
  });
  await shown;
  const port: Port = {
    send: (message) => plugin.postMessage(message),
    onMessage: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  };
  const client = connect<typeof CALLS, typeof EVENTS>(port, {}, EVENTS);
  return { ...running, document, plugin, client, hello: () => client.call('hello', { build: BUILD, today: TODAY }) };
}

const built = build({
  entryPoints: ['src/plugin/main.ts'], bundle: true, write: false, format: 'iife', target: 'es2017', platform: 'neutral',
  mainFields: ['module', 'main'], define: { __BUILD__: JSON.stringify(BUILD) },
});

export async function pluginCode(): Promise<string> {
  return (await built).outputFiles[0]?.text ?? '';
}

/** A document with one page, drawn by `draw`; answers ids by the names it gives. */
export function drawn<Name extends string>(draw: (edit: Edit, pageId: string) => Record<Name, string>): { document: HostDocument; ids: Record<Name, string> } {
  const document = createDocument('Test');
  return { document, ids: document.edit('user', (edit) => draw(edit, document.currentPageId)) };
}

/** The code that the promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: VariegateError) => error.code,
  );
}

// One start of the whole plugin without a browser: the sandbox bundle in QuickJS on the host, and a window on its port.
import type { HostDocument } from '../../../playground/host/document.ts';
import type { PluginOptions, RunningPlugin } from '../../../playground/host/sandbox.ts';
import { startPlugin } from '../../../playground/host/sandbox.ts';
import { BUILD, pluginCode } from '../../plugin/runPlugin.ts';
import { png } from '../../plugin/samples.ts';
import { openWindow, windowCode } from './nodeWindow.ts';
import type { NodeWindow, NodeWorld } from './nodeWindow.ts';

export interface Session {
  readonly plugin: RunningPlugin;
  readonly window: NodeWindow;
  /** Everything that left the sandbox but through the document: messages, notices, console, errors, in order. */
  readonly heard: readonly { readonly what: string; readonly data: unknown }[];
  /** What the window posted. */
  readonly posted: readonly unknown[];
  /** Ends both at once; `how` as a person closes it, or as a crash does. */
  end(how: 'closed' | 'killed'): void;
}

const pageCode = windowCode(BUILD);

/** Exports any layer as the same small picture. */
const renderer = { exportNode: () => Promise.resolve(png(30, 20)) } as unknown as NonNullable<PluginOptions['renderer']>;

export async function startSession(document: HostDocument, world: NodeWorld, options: Partial<PluginOptions> = {}): Promise<Session> {
  const heard: { what: string; data: unknown }[] = [];
  const posted: unknown[] = [];
  const waiting: unknown[] = [];
  let window: NodeWindow | null = null;
  const plugin = await startPlugin({
    code: await pluginCode(), html: '<p></p>', document, renderer, relaunchCommands: ['more'],
    onUiMessage(message) {
      heard.push({ what: 'message', data: message });
      if (window) window.receive(message);
      else waiting.push(message);
    },
    onConsole: (level, text) => void heard.push({ what: level, data: text }),
    onNotify: (notice) => void heard.push({ what: 'notify', data: notice.message }),
    onError: (error) => void heard.push({ what: 'error', data: error.message }),
    onOpenExternal: (url) => void heard.push({ what: 'url', data: url }),
    ...options,
  });
  const opened = openWindow(await pageCode, world, (message) => {
    posted.push(message);
    // The sandbox hears a message in a turn of its own.
    setTimeout(() => plugin.state === 'running' && plugin.postMessage(message), 0);
  });
  window = opened;
  waiting.forEach(opened.receive);
  return {
    plugin, window: opened, heard, posted,
    end(how) {
      opened.tearDown();
      if (how === 'closed') plugin.stop();
      plugin.dispose();
    },
  };
}

/** Waits until `isSo`, looking every few milliseconds; fails with what was waited for. */
export async function until(isSo: () => boolean, what: string, looks = 2000): Promise<void> {
  for (let look = 0; look < looks; look++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  throw new Error(`It did not come to this: ${what}`);
}

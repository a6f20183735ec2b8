// Starts and stops the built plugin over the open file, and carries messages between its sandbox and its window. One plugin at a time.
import type { Renderer } from '../../host/render.ts';
import { startPlugin } from '../../host/sandbox.ts';
import type { Notice, PluginOptions, RunningPlugin, UiChange } from '../../host/options.ts';
import type { Workspace } from '../workspace.ts';
import type { Manifest } from './csp.ts';
import type { InterFont } from './frameHtml.ts';

export interface Session {
  readonly manifest: Manifest;
  readonly fonts: readonly InterFont[];
  start(run?: { readonly command?: string; readonly relaunch?: boolean }): Promise<void>;
  /** As when a person closes the window. */
  stop(): void;
  /** The window has loaded: what was posted before is delivered now. */
  connect(frame: Window): void;
  fromWindow(message: unknown): void;
  drop(event: { readonly x: number; readonly y: number; readonly items: readonly { type: string; data: string }[] }): void;
}

export async function createSession(workspace: Workspace, renderer: Renderer): Promise<Session> {
  const [manifest, fonts] = await Promise.all([fetchJson<Manifest>('/manifest.json'), fetchInter()]);
  // Kept from one start to the next, as Figma keeps it; gone with the page.
  const clientStorage = new Map<string, unknown>();
  let plugin: RunningPlugin | null = null;
  let frame: Window | null = null;
  let waiting: unknown[] = [];
  // The window can be quicker than the start of the sandbox is over.
  let early: unknown[] = [];
  let opened = 0;
  let starts = 0;

  const post = (message: unknown): void => {
    if (frame) frame.postMessage({ pluginMessage: message, pluginId: manifest.id }, '*');
    else waiting.push(message);
  };
  const closeWindow = (): void => {
    frame = null;
    waiting = [];
    early = [];
    workspace.plugin.value = null;
  };
  const stop = (): void => {
    starts += 1;
    plugin?.stop();
    plugin?.dispose();
    plugin = null;
    closeWindow();
    workspace.notices.value = [];
    workspace.pluginState.value = 'off';
  };

  const toPlugin = (message: unknown): void => {
    try {
      plugin?.postMessage(message);
    } catch (error) {
      console.error('plugin: a message from its window was refused.', error);
    }
  };

  const listeners = (own: () => boolean): Partial<PluginOptions> => ({
    onShowUi(html, { width, height, title, themeColors, visible }) {
      if (!own()) return;
      closeWindow();
      opened += 1;
      workspace.plugin.value = { opened, html, title, width, height, themeColors, isVisible: visible };
    },
    onUiMessage: (message) => { if (own()) post(message); },
    onUiChange: (change) => changeWindow(workspace, change, closeWindow),
    onNotify: (notice) => { workspace.notices.value = [...workspace.notices.peek(), notice]; },
    onClose(message) {
      if (!own()) return;
      closeWindow();
      workspace.pluginState.value = 'off';
      if (message) workspace.notices.value = [...workspace.notices.peek(), farewell(message, -opened)];
    },
    onConsole: (level, text) => console[level](`plugin: ${text}`),
    onError: (error) => console.error('plugin:', error),
    onOpenExternal: (url) => { window.open(url, '_blank', 'noopener'); },
  });

  return {
    manifest,
    fonts,
    stop,
    async start(run = {}) {
      stop();
      const mine = starts;
      workspace.pluginState.value = 'starting';
      try {
        const [code, html] = await Promise.all([fetchText(`/${manifest.main}`), fetchText(`/${manifest.ui}`)]);
        // Started again or stopped meanwhile: that one counts.
        if (mine !== starts) return;
        const started = await startPlugin({
          code, html, document: workspace.file.peek(), renderer, clientStorage, pluginId: manifest.id, ...run,
          relaunchCommands: (manifest.relaunchButtons ?? []).map((button) => button.command),
          ...listeners(() => mine === starts),
        });
        if (mine !== starts) return started.dispose();
        plugin = started;
        early.splice(0).forEach(toPlugin);
        workspace.trouble.value = null;
        workspace.pluginState.value = started.state === 'running' ? 'on' : 'off';
      } catch (error) {
        workspace.pluginState.value = 'off';
        workspace.trouble.value = 'The plugin did not start. Build it with “npm run build”; the browser’s console says more.';
        console.error(error);
      }
    },
    connect(window) {
      frame = window;
      const messages = waiting;
      waiting = [];
      messages.forEach(post);
    },
    fromWindow(message) {
      if (plugin) toPlugin(message);
      else if (workspace.pluginState.peek() === 'starting') early.push(message);
    },
    drop: (event) => { plugin?.drop(event); },
  };
}

function changeWindow(workspace: Workspace, change: UiChange, close: () => void): void {
  const window = workspace.plugin.peek();
  if (!window) return;
  switch (change.type) {
    case 'resize': workspace.plugin.value = { ...window, width: change.width, height: change.height }; return;
    case 'show': workspace.plugin.value = { ...window, isVisible: true }; return;
    case 'hide': workspace.plugin.value = { ...window, isVisible: false }; return;
    case 'close': return close();
    case 'reposition': return;
  }
}

// As long as a notice of figma.notify stays by default.
const FAREWELL_MS = 3000;

/** What closePlugin(message) leaves on screen. */
function farewell(message: string, id: number): Notice {
  let isOpen = true;
  const dismiss = (): void => { isOpen = false; };
  setTimeout(dismiss, FAREWELL_MS);
  return { id, message, error: false, timeout: FAREWELL_MS, press: dismiss, dismiss, isOpen: () => isOpen };
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

async function fetchInter(): Promise<readonly InterFont[]> {
  const files = [[400, 'Regular'], [500, 'Medium'], [600, 'SemiBold'], [700, 'Bold']] as const;
  return Promise.all(files.map(async ([weight, style]) => ({ weight, bytes: await (await fetch(`/Inter-${style}.ttf`)).arrayBuffer() })));
}

async function fetchJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await fetchText(path)) as Value; // our own file, checked by its own test
}

// Starts the playground page: renderer and sample document, then the page, then the plugin.
import { effect, signal } from '@preact/signals';
import { h, render } from 'preact';
import { createRenderer } from '../host/render.ts';
import './page.css';
import { openSample } from './files.ts';
import { createSession } from './plugin/session.ts';
import { themeCss } from './plugin/tokens.ts';
import { App } from './views/App.tsx';
import type { DeveloperSettings } from './views/DeveloperMenu.tsx';
import { createWorkspace, followFile, type Workspace } from './workspace.ts';

const asked = new URLSearchParams(location.search);

async function start(root: HTMLElement): Promise<void> {
  const [renderer, document] = await Promise.all([createRenderer({ locateFile: (file) => `/${file}` }), openSample()]);
  const workspace = createWorkspace(document);
  followFile(workspace);
  followTheme(workspace);
  const developer: DeveloperSettings = {
    baseUrl: signal(asked.get('baseUrl') ?? ''),
    framing: signal(asked.get('frame') === 'data' ? 'data' : 'srcdoc'),
  };
  const session = await createSession(workspace, renderer);
  root.replaceChildren();
  render(h(App, { workspace, renderer, session, developer }), root);
  // For the demo and the tests, which drive the page from outside.
  Object.assign(globalThis, { playground: { workspace, session, renderer } });
  if (asked.get('plugin') !== 'off') await session.start();
}

/** The page wears the same tokens as the plugin's window. */
function followTheme(workspace: Workspace): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  workspace.systemIsDark.value = dark.matches;
  dark.addEventListener('change', (event) => { workspace.systemIsDark.value = event.matches; });
  const remembered = asked.get('theme') ?? localStorage.getItem('playground.theme');
  if (remembered === 'light' || remembered === 'dark') workspace.themeChoice.value = remembered;
  const style = document.head.appendChild(document.createElement('style'));
  effect(() => {
    style.textContent = themeCss(workspace.theme.value);
    document.documentElement.dataset['theme'] = workspace.theme.value;
    localStorage.setItem('playground.theme', workspace.themeChoice.value);
  });
}

const root = document.getElementById('app');
if (root) {
  start(root).catch((error: unknown) => {
    root.textContent = 'The playground did not start. The browser’s console says why.';
    console.error(error);
  });
}

// The page: top bar, layers, canvas, plugin window, toasts. It puts parts together and holds no logic of its own.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Renderer } from '../../host/render.ts';
import { zoomToFit } from '../actions.ts';
import { Stage } from '../canvas/Stage.tsx';
import { openFile } from '../files.ts';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { PluginWindow } from '../plugin/PluginWindow.tsx';
import type { Session } from '../plugin/session.ts';
import type { Workspace } from '../workspace.ts';
import type { DeveloperSettings } from './DeveloperMenu.tsx';
import { closeMenusFromOutside } from './menus.ts';
import { RelaunchBar } from './RelaunchBar.tsx';
import { Toasts } from './Toasts.tsx';
import { TopBar } from './TopBar.tsx';

export interface AppProps {
  readonly workspace: Workspace;
  readonly renderer: Renderer;
  readonly session: Session;
  readonly developer: DeveloperSettings;
}

export function App({ workspace, renderer, session, developer }: AppProps) {
  const isOver = useSignal(false);
  useEffect(() => closeMenusFromOutside(), []);
  const open = async (file: File): Promise<void> => {
    session.stop();
    const isOpen = await openFile(workspace, file);
    const started = session.start();
    if (isOpen) zoomToFit(workspace);
    await started;
  };
  return (
    <div class="app" data-drop={isOver.value || undefined}
      onDragOver={(event) => { event.preventDefault(); isOver.value = true; }}
      onDragLeave={(event) => { if (event.relatedTarget === null) isOver.value = false; }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file) void open(file);
      }}>
      <TopBar workspace={workspace} developer={developer} onOpen={(file) => void open(file)} onStart={() => void session.start()} />
      <LayersPanel workspace={workspace} />
      <main class="middle">
        <Stage workspace={workspace} renderer={renderer} />
        <PluginWindow workspace={workspace} session={session} developer={developer} />
        <RelaunchBar workspace={workspace} manifest={session.manifest} onRelaunch={(command) => void session.start({ command, relaunch: true })} />
        <Toasts workspace={workspace} />
      </main>
    </div>
  );
}

// The bar at the top: which file, how near, which theme, open another, start the plugin.
import { ChevronDown, FolderOpen, Monitor, Moon, Play, Redo2, Sun, Undo2, type IconNode } from 'lucide';
import { redoEdit, undoEdit, zoomTo, zoomToFit, zoomToSelection } from '../actions.ts';
import type { ThemeChoice, Workspace } from '../workspace.ts';
import { DeveloperMenu, type DeveloperSettings } from './DeveloperMenu.tsx';
import { Icon } from './Icon.tsx';

export interface TopBarProps {
  readonly workspace: Workspace;
  readonly developer: DeveloperSettings;
  readonly onOpen: (file: File) => void;
  readonly onStart: () => void;
}

export function TopBar({ workspace, developer, onOpen, onStart }: TopBarProps) {
  void workspace.arranged.value;
  void workspace.drawn.value;
  const file = workspace.file.value;
  const state = workspace.pluginState.value;
  return (
    <header class="topbar">
      <div class="topbar-side">
        <span class="brand" aria-hidden="true" />
        <h1 class="file-name">{file.name}</h1>
        <span class="place">Variegate playground</span>
      </div>
      <div class="topbar-side">
        <IconButton shape={Undo2} label="Undo" isOff={!file.canUndo} onPress={() => undoEdit(workspace)} />
        <IconButton shape={Redo2} label="Redo" isOff={!file.canRedo} onPress={() => redoEdit(workspace)} />
        <span class="rule" />
        <OpenButton onOpen={onOpen} />
        <DeveloperMenu settings={developer} onRestart={onStart} />
        <ThemeSwitch workspace={workspace} />
        <ZoomMenu workspace={workspace} />
        <button class="button button-primary" onClick={onStart} disabled={state === 'starting'}>
          <Icon shape={Play} size={12} />
          {state === 'on' ? 'Restart plugin' : 'Start plugin'}
        </button>
      </div>
    </header>
  );
}

function IconButton({ shape, label, isOff, onPress }: { readonly shape: IconNode; readonly label: string; readonly isOff: boolean; readonly onPress: () => void }) {
  return (
    <button class="button button-icon" aria-label={label} title={label} disabled={isOff} onClick={onPress}>
      <Icon shape={shape} size={16} />
    </button>
  );
}

function OpenButton({ onOpen }: { readonly onOpen: (file: File) => void }) {
  return (
    <label class="button file-button">
      <Icon shape={FolderOpen} size={16} />
      Open .fig…
      <input type="file" accept=".fig" class="file-input" aria-label="Open .fig…" onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        if (file) onOpen(file);
        event.currentTarget.value = '';
      }} />
    </label>
  );
}

const themes: readonly (readonly [ThemeChoice, string, IconNode])[] = [['light', 'Light', Sun], ['dark', 'Dark', Moon], ['system', 'System', Monitor]];

function ThemeSwitch({ workspace }: { readonly workspace: Workspace }) {
  return (
    <div class="switch" role="radiogroup" aria-label="Theme" data-own-keys>
      {themes.map(([choice, label, shape]) => (
        <label class="switch-part" key={choice} title={label}>
          <input type="radio" name="theme" value={choice} aria-label={label} checked={workspace.themeChoice.value === choice} onChange={() => { workspace.themeChoice.value = choice; }} />
          <Icon shape={shape} size={14} />
        </label>
      ))}
    </div>
  );
}

function ZoomMenu({ workspace }: { readonly workspace: Workspace }) {
  void workspace.looked.value;
  const percent = `${Math.round(workspace.file.value.viewport.zoom * 100)}%`;
  const items: readonly (readonly [string, string, () => void])[] = [
    ['Zoom in', '+', () => zoomTo(workspace, workspace.file.peek().viewport.zoom * 1.5)],
    ['Zoom out', '−', () => zoomTo(workspace, workspace.file.peek().viewport.zoom / 1.5)],
    ['Zoom to 100%', 'Shift 0', () => zoomTo(workspace, 1)],
    ['Zoom to fit', 'Shift 1', () => zoomToFit(workspace)],
    ['Zoom to selection', 'Shift 2', () => zoomToSelection(workspace)],
  ];
  return (
    <details class="menu" name="menus">
      <summary class="button" aria-label={`Zoom, ${percent}`}>{percent}<Icon shape={ChevronDown} size={12} /></summary>
      <div class="menu-sheet">
        {items.map(([label, keys, run]) => (
          <button class="menu-item" key={label} onClick={(event) => { run(); event.currentTarget.closest('details')?.removeAttribute('open'); }}>
            <span>{label}</span><kbd>{keys}</kbd>
          </button>
        ))}
      </div>
    </details>
  );
}

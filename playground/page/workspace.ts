// Everything the page shows, as signals. Views read it; the modules beside it write it; it starts nothing.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { CanvasBox } from '../../src/core/geometry.ts';
import type { HostDocument } from '../host/document.ts';
import type { Notice } from '../host/sandbox.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Theme = 'light' | 'dark';

/** The plugin's window as `showUI` asked for it; `opened` tells one showing from the next. */
export interface PluginWindow {
  readonly opened: number;
  readonly html: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly themeColors: boolean;
  readonly isVisible: boolean;
}

export interface Workspace {
  readonly file: Signal<HostDocument>;
  /** Grows with every change of the drawing; a renderer's scene version. */
  readonly drawn: Signal<number>;
  /** Grows with every change of pages, selection or names; for the panels. */
  readonly arranged: Signal<number>;
  /** Grows when the camera moves. */
  readonly looked: Signal<number>;
  readonly hovered: Signal<string | null>;
  readonly marquee: Signal<CanvasBox | null>;
  readonly themeChoice: Signal<ThemeChoice>;
  readonly systemIsDark: Signal<boolean>;
  readonly theme: ReadonlySignal<Theme>;
  readonly plugin: Signal<PluginWindow | null>;
  readonly pluginState: Signal<'off' | 'starting' | 'on'>;
  readonly notices: Signal<readonly Notice[]>;
  /** One sentence about what the page could not do, or null. */
  readonly trouble: Signal<string | null>;
}

export function createWorkspace(document: HostDocument): Workspace {
  const themeChoice = signal<ThemeChoice>('system');
  const systemIsDark = signal(false);
  return {
    file: signal(document),
    drawn: signal(1),
    arranged: signal(1),
    looked: signal(1),
    hovered: signal(null),
    marquee: signal(null),
    themeChoice,
    systemIsDark,
    theme: computed(() => (themeChoice.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : themeChoice.value)),
    plugin: signal(null),
    pluginState: signal('off'),
    notices: signal([]),
    trouble: signal(null),
  };
}

/** Lets the signals follow the file that is open, now and after another one is opened. Answers how to stop. */
export function followFile(workspace: Workspace): () => void {
  let leave = (): void => {};
  const stop = workspace.file.subscribe((file) => {
    leave();
    bump(workspace.drawn, workspace.arranged, workspace.looked);
    leave = file.onChange((event) => {
      if (event.type === 'viewportChanged') return bump(workspace.looked);
      bump(workspace.arranged);
      if (event.type !== 'selectionChanged') bump(workspace.drawn);
    });
  });
  return () => {
    stop();
    leave();
  };
}

function bump(...counters: Signal<number>[]): void {
  for (const counter of counters) counter.value = counter.peek() + 1;
}

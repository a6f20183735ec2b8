// One run of a plugin, as the members of the API see it: the document, what is loaded, who listens. It holds state and decides nothing.
import type { Edit, HostDocument } from '../document.ts';
import type { DroppedFile, Notice, PluginOptions } from '../options.ts';
import type { Callback } from './crossing.ts';
import type { FigmaType } from './types.ts';

export interface Session {
  readonly options: PluginOptions;
  readonly document: HostDocument;
  readonly storage: Map<string, unknown>;
  readonly pluginId: string;
  readonly loadedPages: Set<string>;
  allPagesLoaded: boolean;
  readonly loadedFonts: Set<string>;
  /** Event name, or page id and event name, to the callbacks in order. */
  readonly listeners: Map<string, Listener[]>;
  readonly notices: Notice[];
  readonly files: Map<string, DroppedFile>;
  /** Types of the nodes that were seen, for those that are gone. */
  readonly seenTypes: Map<string, FigmaType>;
  skipInvisibleInstanceChildren: boolean;
  uiIsShown: boolean;
  uiOnMessage: Callback | undefined;
  /** Runs later on the host's clock, unless the plugin ended. Answers how to cancel it. */
  later(run: () => void, delayMs: number): () => void;
  close(message?: string): void;
}

export interface Listener { readonly callback: Callback; readonly once: boolean }

export function newSession(options: PluginOptions, effects: Pick<Session, 'later' | 'close'>): Session {
  return {
    ...effects, options, document: options.document,
    storage: options.clientStorage ?? new Map<string, unknown>(),
    pluginId: options.pluginId ?? 'playground',
    loadedPages: new Set([options.document.currentPageId]), allPagesLoaded: false, loadedFonts: new Set(),
    listeners: new Map(), notices: [], files: new Map(), seenTypes: new Map(),
    skipInvisibleInstanceChildren: false, uiIsShown: false, uiOnMessage: undefined,
  };
}

export function write<T>(session: Session, run: (edit: Edit) => T): T {
  return session.document.edit('plugin', run);
}

export function isReadOnly(session: Session): boolean {
  const { readOnly, editorType } = session.options;
  return (typeof readOnly === 'function' ? readOnly() : readOnly === true) || editorType === 'dev';
}

/** Calls the listeners of an event in order; answers what they returned. */
export function fire(session: Session, event: string, ...args: readonly unknown[]): unknown[] {
  const listeners = session.listeners.get(event) ?? [];
  session.listeners.set(event, listeners.filter((listener) => !listener.once));
  return listeners.map((listener) => listener.callback.invoke(args));
}

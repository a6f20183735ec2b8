// What starts a plugin, and what a running one offers. Types only.
import type { QuickJSWASMModule } from 'quickjs-emscripten';
import type { HostDocument } from './document.ts';
import type { Renderer } from './render.ts';

export type EditorType = 'figma' | 'dev' | 'figjam' | 'slides' | 'buzz';

export interface ShownUi {
  readonly width: number; readonly height: number; readonly title: string;
  readonly visible: boolean; readonly themeColors: boolean;
  readonly position?: { readonly x: number; readonly y: number };
}

export type UiChange =
  | { readonly type: 'resize'; readonly width: number; readonly height: number }
  | { readonly type: 'reposition'; readonly x: number; readonly y: number }
  | { readonly type: 'show' | 'hide' | 'close' };

export interface Notice {
  readonly id: number; readonly message: string; readonly error: boolean;
  /** Milliseconds; Infinity stays. */
  readonly timeout: number;
  readonly button?: string;
  press(): void;
  dismiss(): void;
  isOpen(): boolean;
}

export interface DroppedFile { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export interface DropInput {
  /** Canvas coordinates. */
  readonly x: number; readonly y: number;
  readonly nodeId?: string;
  readonly items?: readonly { readonly type: string; readonly data: string }[];
  readonly files?: readonly DroppedFile[];
  readonly dropMetadata?: unknown;
}

export interface PluginOptions {
  readonly code: string;
  /** `__html__`, or the map that becomes `__uiFiles__`. */
  readonly html: string | Readonly<Record<string, string>>;
  readonly document: HostDocument;
  readonly renderer?: Renderer;
  readonly clientStorage?: Map<string, unknown>;
  readonly pluginId?: string;
  readonly relaunchCommands?: readonly string[];
  readonly command?: string;
  readonly editorType?: EditorType;
  readonly mode?: string;
  /** A function where it changes while the plugin runs. */
  readonly readOnly?: boolean | (() => boolean);
  readonly quickJs?: QuickJSWASMModule;
  onShowUi?(html: string, options: ShownUi): void;
  onUiMessage?(message: unknown): void;
  onUiChange?(change: UiChange): void;
  onNotify?(notice: Notice): void;
  onClose?(message?: string): void;
  onConsole?(level: 'log' | 'info' | 'warn' | 'error', text: string): void;
  onError?(error: Error): void;
  onOpenExternal?(url: string): void;
  /** Every use of a member by the plugin, before it is answered, and `timer` when it is let in again: for tests that count. */
  onUse?(member: string, operation: string): void;
}

export interface RunningPlugin {
  readonly state: 'running' | 'closed' | 'killed';
  readonly notices: readonly Notice[];
  postMessage(message: unknown): void;
  drop(event: DropInput): boolean;
  stop(): void;
  kill(): void;
  dispose(): void;
  settled(): Promise<void>;
}

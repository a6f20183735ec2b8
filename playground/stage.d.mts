import type { Browser, FrameLocator, Page } from 'playwright-core';

export interface StageLayer {
  readonly id: string;
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly imageHashes: readonly string[];
}

export interface StageOptions {
  readonly fig?: string;
  readonly baseUrl?: string;
  readonly frame?: 'srcdoc' | 'data';
  readonly theme?: 'light' | 'dark';
  readonly deviceScaleFactor?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface StagePage {
  readonly page: Page;
  readonly plugin: FrameLocator;
  /** Errors that the page or the plugin logged. */
  readonly problems: readonly string[];
  select(...names: string[]): Promise<string[]>;
  layers(): Promise<StageLayer[]>;
  renderPage(options?: { longEdgePx?: number; margin?: number }): Promise<Buffer>;
  undo(): Promise<boolean>;
  restart(run?: { command?: string; relaunch?: boolean }): Promise<void>;
  close(): Promise<void>;
}

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  open(options?: StageOptions): Promise<StagePage>;
  close(): Promise<void>;
}

/** A server and a browser; `open` gives as many pages as are wanted. */
export function createStage(options?: { build?: boolean }): Promise<Stage>;

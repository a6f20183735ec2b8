// What the page and the pixel worker say to each other. Both ends are this build's own, so shapes are trusted.
import type { FaultCode } from './fault.ts';
import type { PixelResult, PixelTask } from './tasks.ts';

export interface ToWorker {
  readonly id: number;
  readonly task: PixelTask;
}

export type FromWorker =
  | { readonly kind: 'hello' }
  | { readonly kind: 'progress'; readonly id: number; readonly part: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: PixelResult }
  | { readonly kind: 'failed'; readonly id: number; readonly code: FaultCode; readonly cause: string };

/** Where the worker's script leaves `runTask` when it is run on a page that refuses workers. */
export const PAGE_HOOK = '__variegatePixels';

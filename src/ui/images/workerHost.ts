// Starts the pixel script wherever the iframe lets it run, by trying: blob: worker, data: worker, or this thread.
import { dataUrl } from './dataUrl.ts';
import { PixelFault } from './fault.ts';
import { PAGE_HOOK } from './protocol.ts';
import type { FromWorker } from './protocol.ts';
import { runSliced } from './runSliced.ts';
import type { SlicedOptions } from './runSliced.ts';
import type { PixelResult, PixelTask, runTask } from './tasks.ts';

/** How long a worker may take to say hello before the next way is tried. */
const HELLO_MS = 3000;

/** Runs one task at a time. */
export interface Lane {
  readonly runsOn: 'worker' | 'page';
  run(task: PixelTask, options: SlicedOptions): Promise<PixelResult>;
  /** True once it can serve no more. */
  isSpent(): boolean;
  /** Frees its worker; a task that is running rejects with CANCELLED. */
  close(): void;
}

/** A worker that has said hello, or null where workers are refused. */
export async function startWorker(source: string): Promise<Worker | null> {
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = await tryWorker(blobUrl);
  URL.revokeObjectURL(blobUrl);
  return worker ?? tryWorker(dataUrl(new TextEncoder().encode(source), 'text/javascript'));
}

function tryWorker(url: string): Promise<Worker | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(url);
    } catch {
      return resolve(null);
    }
    const settle = (isReady: boolean) => {
      clearTimeout(timer);
      worker.onmessage = worker.onerror = null;
      if (!isReady) worker.terminate();
      resolve(isReady ? worker : null);
    };
    const timer = setTimeout(() => settle(false), HELLO_MS);
    worker.onmessage = () => settle(true);
    worker.onerror = () => settle(false);
  });
}

/** A lane on a worker. Cancelling ends the worker, as nothing else stops a task at once; the lane is closed then. */
export function workerLane(worker: Worker): Lane {
  let count = 0;
  let isSpent = false;
  let fail: ((fault: PixelFault) => void) | null = null;
  const close = () => {
    isSpent = true;
    worker.terminate();
    fail?.(new PixelFault('CANCELLED'));
  };
  return {
    runsOn: 'worker',
    isSpent: () => isSpent,
    close,
    run: (task, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        const id = (count += 1);
        const settle = (act: () => void) => {
          fail = null;
          signal?.removeEventListener('abort', close);
          // The worker holds its handlers, and they the task: a lane at rest would keep the last picture alive.
          worker.onmessage = null;
          worker.onerror = close;
          act();
        };
        fail = (fault) => settle(() => reject(fault));
        signal?.addEventListener('abort', close, { once: true });
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
        worker.onerror = () => {
          fail?.(new PixelFault('IMAGE_UNREADABLE', 'the pixel worker stopped'));
          close();
        };
        const hear = (message: FromWorker) => {
          if (message.kind === 'hello' || message.id !== id) return;
          if (message.kind === 'progress') onProgress?.(message.part);
          else if (message.kind === 'done') settle(() => resolve(message.result));
          else fail?.(new PixelFault(message.code, message.cause));
        };
        worker.postMessage({ id, task });
      }),
  };
}

/** A lane on this thread, in slices. The script runs once as an inline script of the page, so it is not in the bundle twice. */
export function pageLane(source: string): Lane {
  return {
    runsOn: 'page',
    run: (task, options) => {
      const run = pageTask(source);
      return run(task, { ...(options.signal ? { signal: options.signal } : {}), run: (work) => runSliced(work, options) });
    },
    isSpent: () => false,
    close: () => undefined,
  };
}

function pageTask(source: string): typeof runTask {
  if (Reflect.get(globalThis, PAGE_HOOK) === undefined) {
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
    script.remove();
  }
  const hook: unknown = Reflect.get(globalThis, PAGE_HOOK);
  if (typeof hook !== 'function') throw new PixelFault('IMAGE_UNREADABLE', 'neither workers nor inline scripts are allowed');
  return hook as typeof runTask;
}

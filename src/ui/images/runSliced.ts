// Sliced work on the UI thread: a few milliseconds at a time, so that nothing else waits long.
import type { Sliced } from '../../core/pixels/raster.ts';
import { throwIfAborted } from './fault.ts';

/** How long one turn may take. */
const TURN_MS = 8;

export interface SlicedOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (part: number) => void;
}

/** Rejects with CANCELLED between two slices once the signal is aborted. */
export async function runSliced<Result>(work: Sliced<Result>, { signal, onProgress }: SlicedOptions): Promise<Result> {
  for (;;) {
    throwIfAborted(signal);
    const until = performance.now() + TURN_MS;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await nextTurn();
  }
}

/** A timer and not a frame: frames stop while the window is hidden. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

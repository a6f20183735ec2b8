// What a pixel task may use of where it runs: a worker, or slices on the page.
import type { Sliced } from '../../core/pixels/raster.ts';

export interface TaskContext {
  /** Absent in a worker, which is ended instead. */
  readonly signal?: AbortSignal;
  /** Runs the heavy part: to its end in a worker, a slice at a time on the page. */
  run<Result>(work: Sliced<Result>): Promise<Result>;
}

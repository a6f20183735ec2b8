// Entry of the pixel script. As a worker it serves tasks; run on a page it only leaves `runTask` behind for slices.
import type { Sliced } from '../../core/pixels/raster.ts';
import { toFault } from './fault.ts';
import { PAGE_HOOK } from './protocol.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { runTask } from './tasks.ts';

/** How much of the work must be done between two reports of progress. */
const REPORT_STEP = 0.05;

function serve(): void {
  addEventListener('message', (event: MessageEvent<ToWorker>) => void answer(event.data));
  say({ kind: 'hello' });
}

async function answer({ id, task }: ToWorker): Promise<void> {
  try {
    const result = await runTask(task, { run: (work) => Promise.resolve(runReporting(id, work)) });
    say({ kind: 'done', id, result }, 'bytes' in result && result.bytes ? [result.bytes.buffer] : []);
  } catch (thrown) {
    const { code, message } = toFault(thrown);
    say({ kind: 'failed', id, code, cause: message });
  }
}

function runReporting<Result>(id: number, work: Sliced<Result>): Result {
  let said = 0;
  let step = work.next();
  while (!step.done) {
    if (step.value >= said + REPORT_STEP) say({ kind: 'progress', id, part: (said = step.value) });
    step = work.next();
  }
  return step.value;
}

function say(message: FromWorker, transfer: ArrayBufferLike[] = []): void {
  postMessage(message, { transfer: transfer.filter((buffer) => buffer instanceof ArrayBuffer) });
}

if (typeof document === 'undefined') serve();
else Reflect.set(globalThis, PAGE_HOOK, runTask);

// Hands tasks to a few lanes, one each at a time, first come first served; what nobody looks at yet goes last, one at a time. Knows
// nothing of workers.
import { throwIfAborted } from './fault.ts';
import type { SlicedOptions } from './runSliced.ts';
import type { PixelResult, PixelTask } from './tasks.ts';
import type { Lane } from './workerHost.ts';

export interface TaskQueue {
  run(task: PixelTask, options: SlicedOptions): Promise<PixelResult>;
  runsOn(): Promise<Lane['runsOn']>;
  close(): void;
}

/** Small copies for a list that is opened later. */
const CAN_WAIT: readonly PixelTask['kind'][] = ['historyThumbnail'];
/** More of them take their turn with the rest: a batch must not pile them up. */
const MOST_PATIENT = 8;

/** At most `limit` lanes, each opened when first needed, kept for the next task, and opened anew after a cancelled one. */
export function createTaskQueue(limit: number, open: () => Promise<Lane>): TaskQueue {
  const idle: Lane[] = [];
  const busy = new Set<Lane>();
  const waiting: (() => void)[] = [];
  /** Tasks that run when nothing else does. */
  const patient: (() => void)[] = [];
  let taken = 0;

  async function take(canWait = false): Promise<Lane> {
    const line = canWait && patient.length < MOST_PATIENT ? patient : waiting;
    if (taken >= (canWait ? 1 : limit)) await new Promise<void>((resolve) => line.push(resolve));
    else taken += 1;
    return idle.pop() ?? open().catch((thrown: unknown) => {
      give(null);
      throw thrown;
    });
  }

  function give(lane: Lane | null): void {
    if (lane) idle.push(lane);
    const next = waiting.shift() ?? (taken === 1 ? patient.shift() : undefined);
    if (next) next();
    else taken -= 1;
  }

  async function run(task: PixelTask, options: SlicedOptions): Promise<PixelResult> {
    const lane = await take(CAN_WAIT.includes(task.kind));
    busy.add(lane);
    try {
      throwIfAborted(options.signal);
      return await lane.run(task, options);
    } finally {
      busy.delete(lane);
      give(lane.isSpent() ? null : lane);
    }
  }

  return {
    run,
    async runsOn() {
      const lane = await take();
      give(lane);
      return lane.runsOn;
    },
    close() {
      for (const lane of [...idle.splice(0), ...busy]) lane.close();
    },
  };
}

// The line in which requests to one model wait: who goes next, how many are out at once, and what the service taught about that. What a
// designer does by hand never stands behind a batch. No clock and no network of its own.

export type LaneKind = 'hand' | 'batch';

/** Most requests that are ever out at once to one model; our own choice, eight being what one press of Make asks for. */
export const MOST_AT_ONCE = 8;

export interface LaneOptions {
  /** How many may be out at once to begin with, 1 to MOST_AT_ONCE. */
  readonly limit: number;
  /** Told when the whole number of requests at once changes. */
  readonly onLimit?: (limit: number) => void;
}

export interface Lane {
  /** Puts `start` in line; it is called once, when its turn comes, and must call `done` when its request is over. */
  enter(id: string, kind: LaneKind, start: (done: () => void) => void): void;
  /** Takes one out that has not started; false when it has, or never came. */
  leave(id: string): boolean;
  /** Before or after all that wait of its kind; false when it does not wait. */
  move(id: string, where: 'front' | 'back'): boolean;
  /** Nothing more starts; what is out goes on. */
  pause(): void;
  resume(): void;
  /** A request that was sent at `sentMs` was answered. */
  answered(): void;
  /** The service asked to slow down. Requests that were sent before it last did so teach nothing new. */
  refused(sentMs: number, nowMs: number): void;
  setLimit(limit: number): void;
  readonly limit: number;
  readonly isPaused: boolean;
  /** Ids that wait, in the order in which they will start. */
  waiting(): readonly string[];
  readonly running: number;
}

/**
 * The number at once follows additive increase, multiplicative decrease (Chiu and Jain 1989, doi:10.1016/0169-7552(89)90019-6): one more for
 * each full round of answers, half as many on a refusal. Requests by hand may use it in full beside a batch: one press is short, and
 * nobody waits for 500 rows.
 */
export function createLane({ limit: initial, onLimit }: LaneOptions): Lane {
  const lines: Readonly<Record<LaneKind, Map<string, (done: () => void) => void>>> = { hand: new Map(), batch: new Map() };
  const out: Record<LaneKind, number> = { hand: 0, batch: 0 };
  let level = within(initial);
  let isPaused = false;
  let refusedMs = -Infinity;

  const setLevel = (next: number) => {
    const before = Math.floor(level);
    level = within(next);
    if (Math.floor(level) !== before) onLimit?.(Math.floor(level));
    startWhatMay();
  };
  const hasRoom = (kind: LaneKind) => (kind === 'hand' ? out.hand : out.hand + out.batch) < Math.floor(level);
  const startOne = (kind: LaneKind): boolean => {
    const [first] = lines[kind];
    if (isPaused || !first || !hasRoom(kind)) return false;
    const [id, start] = first;
    lines[kind].delete(id);
    out[kind] += 1;
    let isOut = true;
    start(() => {
      if (isOut) out[kind] -= 1;
      isOut = false;
      startWhatMay();
    });
    return true;
  };
  const startWhatMay = () => {
    while (startOne('hand'));
    while (startOne('batch'));
  };

  return {
    enter(id, kind, start) {
      lines[kind].set(id, start);
      startWhatMay();
    },
    leave: (id) => lines.hand.delete(id) || lines.batch.delete(id),
    move(id, where) {
      const line = [lines.hand, lines.batch].find((each) => each.has(id));
      const start = line?.get(id);
      if (!line || !start) return false;
      line.delete(id);
      const rest = where === 'front' ? [...line] : [];
      if (where === 'front') line.clear();
      line.set(id, start);
      for (const [other, then] of rest) line.set(other, then);
      return true;
    },
    pause: () => void (isPaused = true),
    resume() {
      isPaused = false;
      startWhatMay();
    },
    answered: () => setLevel(level + 1 / Math.floor(level)),
    refused(sentMs, nowMs) {
      if (sentMs <= refusedMs) return;
      refusedMs = nowMs;
      setLevel(Math.floor(level) / 2);
    },
    setLimit: setLevel,
    get limit() {
      return Math.floor(level);
    },
    get isPaused() {
      return isPaused;
    },
    waiting: () => [...lines.hand.keys(), ...lines.batch.keys()],
    get running() {
      return out.hand + out.batch;
    },
  };
}

function within(level: number): number {
  return Math.min(MOST_AT_ONCE, Math.max(1, level));
}

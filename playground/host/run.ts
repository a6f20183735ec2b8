// The life of one run of a plugin: turns into the sandbox, what is pending, and how it ends. It knows no member of the API.
import type { Session } from './figma/session.ts';
import type { PluginOptions, RunningPlugin } from './options.ts';
import type { Engine } from './vm/engine.ts';
import type { Wire } from './vm/wire.ts';

export interface Run {
  readonly options: PluginOptions;
  readonly session: Session;
  readonly wire: Wire;
  engine: Engine | null;
  state: RunningPlugin['state'];
  /** How many entries into the sandbox are on the stack. */
  depth: number;
  promiseCount: number;
  readonly pending: Set<number>;
  /** Timers of the plugin by their id, and delays of the host, as the functions that cancel them. */
  readonly timers: Map<string, () => void>;
  readonly delays: Set<() => void>;
  readonly waiters: Set<() => void>;
  readonly eventsWait: () => boolean;
  readonly unfollow: () => void;
}

export const isRunning = (run: Run): boolean => run.state === 'running';
export const isKilled = (run: Run): boolean => run.state === 'killed';
export const NO_RESULT = '{"$":"u"}';

export function report(run: Run, error: unknown): void {
  if (isKilled(run)) return;
  const asError = error instanceof Error ? error : new Error(String(error));
  if (run.options.onError) run.options.onError(asError);
  else console.error(asError);
}

/** One entry into the sandbox; promise jobs run when the outermost one returns. */
export function turn(run: Run, enter: (engine: Engine) => string): string {
  const { engine } = run;
  if (!engine || isKilled(run)) return NO_RESULT;
  run.depth += 1;
  try {
    const result = enter(engine);
    if (run.depth === 1) engine.pump();
    return result;
  } catch (error) {
    report(run, error);
    return NO_RESULT;
  } finally {
    run.depth -= 1;
    afterTurn(run);
  }
}

/** A killed sandbox is freed as soon as nothing runs in it; whoever waits for quiet is told. */
export function afterTurn(run: Run): void {
  if (run.depth > 0) return;
  if (isKilled(run)) free(run);
  if (isRunning(run) && (run.pending.size > 0 || run.eventsWait())) return;
  for (const resolve of run.waiters) resolve();
  run.waiters.clear();
}

function free(run: Run): void {
  run.engine?.dispose();
  run.engine = null;
}

/** Runs later on the host's clock, unless the run ended. Answers how to cancel it. */
export function later(run: Run, act: () => void, delayMs: number): () => void {
  const handle = setTimeout(() => {
    cancel();
    if (isRunning(run)) act();
    afterTurn(run);
  }, delayMs);
  const cancel = (): void => {
    clearTimeout(handle);
    run.delays.delete(cancel);
  };
  run.delays.add(cancel);
  return cancel;
}

export function startTimer(run: Run, id: string, repeats: boolean, delayMs: number): void {
  if (!isRunning(run)) return;
  const act = (): void => {
    if (!repeats) run.timers.delete(id);
    run.options.onUse?.('timer', 'turn');
    turn(run, (engine) => engine.dispatch('timer', Number(id), '0', []));
  };
  const handle = repeats ? setInterval(act, Math.max(1, delayMs)) : setTimeout(act, delayMs);
  run.timers.set(id, () => {
    clearTimeout(handle);
    run.timers.delete(id);
  });
}

/** Nothing of the document, the clock or a promise reaches the plugin after this. */
export function silence(run: Run): void {
  run.unfollow();
  [...run.timers.values(), ...run.delays].forEach((cancel) => cancel());
}

export function kill(run: Run): void {
  if (!isKilled(run)) {
    run.state = 'killed';
    silence(run);
  }
  afterTurn(run);
}


// Starts a plugin and hands out what the page and the tests may do with it.
import { newQuickJSWASMModuleFromVariant, newVariant, RELEASE_SYNC, type QuickJSWASMModule } from 'quickjs-emscripten';
import { answerCall } from './answers.ts';
import { dropEvent } from './drop.ts';
import { followDocument } from './figma/events.ts';
import { Callback, MIXED, Ref } from './figma/crossing.ts';
import { fire, newSession } from './figma/session.ts';
import type { PluginOptions, RunningPlugin } from './options.ts';
import { afterTurn, isKilled, isRunning, kill, later, silence, turn, type Run } from './run.ts';
import { directEngine } from './vm/directEngine.ts';
import type { Engine, EngineHooks } from './vm/engine.ts';
import { quickEngine } from './vm/quickEngine.ts';
import { makeWire, type Wire } from './vm/wire.ts';

export type { DropInput, DroppedFile, EditorType, Notice, PluginOptions, RunningPlugin, ShownUi, UiChange } from './options.ts';

/** In QuickJS, with Figma's globals only. What the code throws goes to `onError`, else to the console. */
export function startPlugin(options: PluginOptions): Promise<RunningPlugin> {
  return start(options, (hooks) => quickEngine(hooks, options.quickJs));
}

/** Without QuickJS: for stepping through in a debugger. */
export function startPluginDirect(options: PluginOptions): Promise<RunningPlugin> {
  return start(options, (hooks) => Promise.resolve(directEngine(hooks)));
}

/** QuickJS from a given address, for a page that serves its own copy of the wasm file. */
export function loadQuickJs(wasmLocation: string): Promise<QuickJSWASMModule> {
  return newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, { wasmLocation }));
}

async function start(options: PluginOptions, makeEngine: (hooks: EngineHooks) => Promise<Engine>): Promise<RunningPlugin> {
  const run = newRun(options);
  run.engine = await makeEngine({ onCall: (...call) => answerCall(run, ...call), shouldStop: () => isKilled(run) });
  turn(run, (engine) => {
    engine.evaluate(options.code);
    return '';
  });
  if (isRunning(run)) fire(run.session, 'run', { command: options.command ?? '' });
  return {
    get state() { return run.state; },
    notices: run.session.notices,
    postMessage: (message) => deliver(run, message),
    drop: (input) => fire(run.session, 'drop', dropEvent(run.session, input)).every((result) => result !== false),
    stop: () => close(run),
    kill: () => kill(run),
    dispose: () => kill(run),
    settled: () => new Promise<void>((resolve) => {
      run.waiters.add(resolve);
      afterTurn(run);
    }),
  };
}

function newRun(options: PluginOptions): Run {
  const session = newSession(options, { later: (act, delayMs) => later(run, act, delayMs), close: (message) => close(run, message) });
  const followed = followDocument(session);
  const run: Run = {
    options, session, wire: hostWire((id, args) => invoke(run, id, args)), engine: null, state: 'running', depth: 0, promiseCount: 0,
    pending: new Set(), timers: new Map(), delays: new Set(), waiters: new Set(), eventsWait: followed.isWaiting, unfollow: followed.stop,
  };
  return run;
}

function hostWire(call: (id: number, args: readonly unknown[]) => unknown): Wire {
  return makeWire({
    refOf: (value) => (value instanceof Ref ? value : value instanceof Callback ? new Ref('callback', String(value.id)) : null),
    fromRef: (ref) => new Ref(ref.kind as Ref['kind'], ref.id), // references are made on this side only
    functionId: () => 0,
    fromFunction: (id) => new Callback(id, (args) => call(id, args)),
    mixed: MIXED, freezes: false,
  });
}

function invoke(run: Run, id: number, args: readonly unknown[]): unknown {
  if (!isRunning(run)) return undefined;
  const packet = run.wire.encode(args, false);
  return run.wire.decode(turn(run, (engine) => engine.dispatch('invoke', id, packet.json, packet.bytes)), () => new Uint8Array());
}

function close(run: Run, message?: string): void {
  if (!isRunning(run)) return;
  fire(run.session, 'close');
  run.state = 'closed';
  silence(run);
  run.options.onClose?.(message);
  afterTurn(run);
}

/** A message of the UI. Throws on what postMessage does not carry; lost when no UI is shown, as in Figma. */
function deliver(run: Run, message: unknown): void {
  const packet = run.wire.encode(message, true);
  if (!isRunning(run) || !run.session.uiIsShown) return;
  const listeners = run.session.listeners.get('ui message') ?? [];
  run.session.listeners.set('ui message', listeners.filter((listener) => !listener.once));
  const callbacks = [...(run.session.uiOnMessage ? [run.session.uiOnMessage] : []), ...listeners.map((listener) => listener.callback)];
  for (const callback of callbacks) turn(run, (engine) => engine.dispatch('message', callback.id, packet.json, packet.bytes));
}

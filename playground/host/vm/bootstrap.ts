// Builds Figma's globals inside the sandbox out of one host function. Its source text is evaluated inside QuickJS (or by `new Function` without it),
// so it may use nothing from outside its own body. It knows no member of the API: the host answers for each.
import type { Packet, Wire, WireHooks, WireRef } from './wire.ts';

/** Synchronous calls into the host. The answer begins with a letter: v for a value, m for a method, p for the number of a promise, e for an error. */
export interface HostCalls {
  call(operation: string, kind: string, id: string, member: string, json: string, ...bytes: Uint8Array[]): string;
  /** The byte arrays of the last answer. */
  takeBytes(index: number): Uint8Array;
}

/** Calls from the host into the sandbox: a callback, a timer, the end of a promise. Answers a callback's result as JSON. */
export type Dispatch = (what: 'invoke' | 'message' | 'timer' | 'resolve' | 'reject', id: number, json: string, bytesAt: (index: number) => Uint8Array) => string;

export interface Booted { readonly globals: Record<string, unknown>; readonly dispatch: Dispatch }

export function bootstrap(host: HostCalls, makeWire: (hooks: WireHooks) => Wire): Booted {
  const mixed = Symbol('figma.mixed');
  const refs = new WeakMap<object, WireRef>();
  const live = new Map<string, object>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const functionIds = new Map<unknown, number>();
  const methods = new Map<string, (...args: unknown[]) => unknown>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const timers = new Map<number, { run(): void; repeats: boolean }>();
  const NOTHING: Packet = { json: '[]', bytes: [] };
  const counter = { functions: 0, timers: 0 };

  const wire = makeWire({ refOf: (value) => refs.get(value) ?? null, fromRef, functionId, fromFunction: (id) => functions.get(id), mixed, freezes: true });
  // What a UI posted is the plugin's own data: not frozen.
  const messages = makeWire({ refOf: () => null, fromRef: liveObject, functionId, fromFunction: () => undefined, mixed, freezes: false });

  function functionId(value: unknown): number {
    const known = functionIds.get(value);
    if (known !== undefined) return known;
    const id = ++counter.functions;
    functionIds.set(value, id);
    functions.set(id, value as (...args: unknown[]) => unknown);
    return id;
  }

  // The plugin's own functions come back as themselves.
  function fromRef(ref: WireRef): unknown {
    return ref.kind === 'callback' ? functions.get(Number(ref.id)) : liveObject(ref);
  }

  function send(operation: string, ref: WireRef, member: string, packet: Packet): unknown {
    const answer = host.call(operation, ref.kind, ref.id, member, packet.json, ...packet.bytes);
    const body = answer.slice(1);
    switch (answer.charAt(0)) {
      case 'e': throw asError(JSON.parse(body) as { name: string; message: string });
      case 'm': return method(ref, member);
      case 'p': return new Promise((resolve, reject) => promises.set(Number(body), { resolve, reject }));
      default: return wire.decode(body, (index) => host.takeBytes(index));
    }
  }

  function asError(error: { name: string; message: string }): Error {
    return error.name === 'TypeError' ? new TypeError(error.message) : new Error(error.message);
  }

  // The API's own parts are used as `const { ui } = figma` too, so their methods keep their object; a node's methods belong to all nodes.
  function method(ref: WireRef, name: string): (...args: unknown[]) => unknown {
    const isBound = ref.kind === 'api';
    const key = `${ref.kind} ${isBound ? ref.id : ''} ${name}`;
    const known = methods.get(key);
    if (known) return known;
    const made = function (this: object, ...args: unknown[]): unknown {
      const self = isBound ? ref : refs.get(this);
      if (!self) throw new TypeError(name + ' was called without its object');
      return send('call', self, name, wire.encode(args, name === 'postMessage'));
    };
    methods.set(key, made);
    return made;
  }

  function liveObject(ref: WireRef): object {
    const key = `${ref.kind} ${ref.id}`;
    const known = live.get(key);
    if (known) return known;
    // Promises ask any value for `then`, JSON for `toJSON`: asking is not using a property that is missing.
    const isPlain = (name: string | symbol): boolean => typeof name === 'symbol' || name === 'then' || name === 'toJSON' || name in Object.prototype;
    const proxy: object = new Proxy({}, {
      has: (_, name) => typeof name === 'string' && send('has', ref, name, NOTHING) === true,
      get: (target, name) => (isPlain(name) ? Reflect.get(target, name) : send('get', ref, String(name), NOTHING)),
      set(_, name, value) {
        send('set', ref, String(name), wire.encode(value, false));
        return true;
      },
      deleteProperty: () => false,
      defineProperty(_, name) { throw new TypeError(`Cannot add property ${String(name)}, object is not extensible`); },
      ownKeys: () => [],
    });
    refs.set(proxy, ref);
    live.set(key, proxy);
    return proxy;
  }

  function report(level: string, values: unknown[]): void {
    const text = values.map(show).join(' ');
    host.call('console', '', '', level, JSON.stringify(text));
  }

  function show(value: unknown): string {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value === 'object' && value !== null && refs.has(value)) return `[${refs.get(value)?.kind} ${refs.get(value)?.id}]`;
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }

  function failed(error: unknown): void {
    const detail = error instanceof Error ? { name: error.name, message: error.message, stack: String(error.stack) } : { name: 'Error', message: String(error), stack: '' };
    host.call('uncaught', '', '', '', JSON.stringify(detail));
  }

  function startTimer(run: unknown, delay: unknown, args: unknown[], repeats: boolean): number {
    if (typeof run !== 'function') throw new TypeError('The first argument of a timer must be a function');
    const id = ++counter.timers;
    timers.set(id, { run: () => void Reflect.apply(run, undefined, args), repeats });
    host.call('timer', '', String(id), repeats ? 'interval' : 'timeout', JSON.stringify(Number(delay) || 0));
    return id;
  }

  function stopTimer(id: unknown): void {
    if (timers.delete(Number(id))) host.call('clearTimer', '', String(id), '', '0');
  }

  function runTimer(id: number): void {
    const timer = timers.get(id);
    if (!timer) return;
    if (!timer.repeats) timers.delete(id);
    timer.run();
  }

  // A callback's own promise is awaited only to report that it failed.
  function invoke(id: number, args: unknown): string {
    const result = Reflect.apply(functions.get(id) ?? (() => undefined), undefined, args as unknown[]);
    if (!(result instanceof Promise)) return wire.encode(result, false).json;
    result.catch(failed);
    return '{"$":"u"}';
  }

  const dispatch: Dispatch = (what, id, json, bytesAt) => {
    try {
      switch (what) {
        case 'timer': runTimer(id); return '{"$":"u"}';
        case 'invoke': return invoke(id, wire.decode(json, bytesAt));
        case 'message': return invoke(id, [messages.decode(json, bytesAt), { origin: 'null' }]);
        case 'resolve': promises.get(id)?.resolve(wire.decode(json, bytesAt)); break;
        case 'reject': promises.get(id)?.reject(asError(JSON.parse(json) as { name: string; message: string })); break;
      }
      promises.delete(id);
    } catch (error) {
      failed(error);
    }
    return '{"$":"u"}';
  };

  const console = Object.fromEntries(['log', 'info', 'warn', 'error'].map((level) => [level, (...values: unknown[]) => report(level, values)]));
  const globals: Record<string, unknown> = {
    figma: liveObject({ kind: 'api', id: 'figma' }),
    console: { ...console, clear() {}, assert(isTrue: unknown, ...values: unknown[]) { if (!isTrue) report('error', ['Assertion failed:', ...values]); } },
    setTimeout: (run: unknown, delay?: unknown, ...args: unknown[]) => startTimer(run, delay, args, false),
    setInterval: (run: unknown, delay?: unknown, ...args: unknown[]) => startTimer(run, delay, args, true),
    clearTimeout: stopTimer,
    clearInterval: stopTimer,
    fetch: () => Promise.reject(new TypeError('Failed to fetch: the playground host makes no network requests')),
    ...(wire.decode(host.call('uiFiles', '', '', '', '0'), () => new Uint8Array()) as Record<string, unknown>),
  };
  return { globals, dispatch };
}

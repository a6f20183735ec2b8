// The host's side of every call out of the sandbox: decode, let the kernel answer, encode. Errors cross as data.
import { answer, METHOD, type Operation } from './figma/kernel.ts';
import { Ref } from './figma/crossing.ts';
import type { PluginOptions } from './options.ts';
import { afterTurn, isRunning, report, startTimer, turn, type Run } from './run.ts';
import type { HostAnswer } from './vm/engine.ts';
import type { Packet } from './vm/wire.ts';

const plain = (text = ''): HostAnswer => ({ text, bytes: [] });

export function answerCall(run: Run, operation: string, kind: string, id: string, member: string, json: string, bytes: readonly Uint8Array[]): HostAnswer {
  switch (operation) {
    case 'console': run.options.onConsole?.(member as Parameters<NonNullable<PluginOptions['onConsole']>>[0], String(JSON.parse(json))); return plain();
    case 'uncaught': report(run, errorOf(json)); return plain();
    case 'timer': startTimer(run, id, member === 'interval', Number(JSON.parse(json))); return plain();
    case 'clearTimer': run.timers.get(id)?.(); return plain();
    case 'uiFiles': return plain(uiFiles(run));
    default: return answerMember(run, operation as Operation, new Ref(kind as Ref['kind'], id), member, json, bytes); // the bootstrap sends these four only
  }
}

function uiFiles({ options: { html }, wire }: Run): string {
  return wire.encode(typeof html === 'string' ? { __html__: html } : { __uiFiles__: html }, true).json;
}

function answerMember(run: Run, operation: Operation, ref: Ref, member: string, json: string, bytes: readonly Uint8Array[]): HostAnswer {
  run.options.onUse?.(member, operation);
  try {
    if (!isRunning(run)) throw new Error(`in ${member}: The plugin was closed`);
    const result = answer(run.session, operation, ref, member, run.wire.decode(json, (index) => bytes[index] ?? new Uint8Array()));
    if (result instanceof Promise) return plain(`p${follow(run, result)}`);
    if (result === METHOD) return plain('m');
    const packet = run.wire.encode(result, false);
    return { text: `v${packet.json}`, bytes: packet.bytes };
  } catch (error) {
    return plain(`e${errorJson(error)}`);
  }
}

/** Gives a promise a number; its end goes into the sandbox, unless the run ended before it. */
function follow(run: Run, promise: Promise<unknown>): number {
  const id = ++run.promiseCount;
  run.pending.add(id);
  const settle = (what: 'resolve' | 'reject', packet: () => Packet): void => {
    run.pending.delete(id);
    if (!isRunning(run)) return afterTurn(run);
    const { json, bytes } = packet();
    turn(run, (engine) => engine.dispatch(what, id, json, bytes));
  };
  promise.then(
    (value) => settle('resolve', () => run.wire.encode(value, false)),
    (error: unknown) => settle('reject', () => ({ json: errorJson(error), bytes: [] })),
  );
  return id;
}

function errorJson(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ name, message });
}

function errorOf(json: string): Error {
  const { name, message, stack } = JSON.parse(json) as { name: string; message: string; stack: string }; // made by the bootstrap
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}\n${stack}` });
}

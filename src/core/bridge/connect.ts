// The UI's end of the bridge: calls as promises that can be cancelled, events checked before they are believed.
import * as z from '../z.ts';
import { VariegateError, fromErrorData } from '../errors.ts';
import { MARK, errorFromFrame, firstIssue, toUi } from './frames.ts';
import type { Calls, Events, FrameToSandbox, FrameToUi, InputOf, OutputOf, ProgressOf } from './frames.ts';
import type { CancelSignal, Port } from './port.ts';

export interface CallOptions<Progress> {
  readonly signal?: CancelSignal;
  readonly onProgress?: (value: Progress) => void;
}

export interface Client<C extends Calls, E extends Events> {
  /** Rejects with VariegateError: the handler's own, CANCELLED at once on abort, BRIDGE_CLOSED once closed. */
  call<Name extends keyof C & string>(
    name: Name,
    input: InputOf<C[Name]>,
    options?: CallOptions<ProgressOf<C[Name]>>,
  ): Promise<OutputOf<C[Name]>>;
  on<Name extends keyof E & string>(name: Name, listener: (value: z.infer<E[Name]>) => void): () => void;
  /** Fails every pending call with BRIDGE_CLOSED and stops listening. */
  close(): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: VariegateError) => void;
  readonly onProgress: (value: unknown) => void;
}

/** Schemas of what calls report while they run; calls that are missing report nothing. */
export type ProgressSchemas<C extends Calls> = { readonly [Name in keyof C]?: NonNullable<C[Name]['progress']> };

export function connect<C extends Calls, E extends Events>(port: Port, progress: ProgressSchemas<C>, events: E): Client<C, E> {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  let lastId = 0;
  let isClosed = false;
  const send = (frame: FrameToSandbox) => port.send(frame);

  const stop = port.onMessage((message) => {
    const parsed = z.safeParse(toUi, message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'event') deliver(events, listeners, parsed.data);
    else settle(pending, parsed.data);
  });

  return {
    call(name, input, options = {}) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(new VariegateError('BRIDGE_CLOSED'));
        if (options.signal?.aborted) return reject(new VariegateError('CANCELLED'));
        const id = ++lastId;
        const leave = watchAbort(options.signal, () => {
          pending.delete(id);
          send({ mark: MARK, kind: 'cancel', id });
          reject(new VariegateError('CANCELLED'));
        });
        pending.set(id, {
          // The sandbox runs the same build, which hello has checked; its outputs are typed by the contract.
          resolve: (output) => (leave(), resolve(output as OutputOf<C[typeof name]>)),
          reject: (error) => (leave(), reject(error)),
          onProgress: progressListener(progress[name], options.onProgress),
        });
        send({ mark: MARK, kind: 'call', id, name, input });
      });
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      const checked = listener as (value: unknown) => void;
      set.add(checked);
      return () => set.delete(checked);
    },
    close() {
      isClosed = true;
      stop();
      pending.forEach((call) => call.reject(new VariegateError('BRIDGE_CLOSED')));
      pending.clear();
    },
  };
}

function settle(pending: Map<number, Pending>, frame: Exclude<FrameToUi, { kind: 'event' }>): void {
  const call = pending.get(frame.id);
  if (!call) return;
  if (frame.kind === 'progress') return call.onProgress(frame.value);
  pending.delete(frame.id);
  if (frame.kind === 'done') call.resolve(frame.output);
  else call.reject(fromErrorData(errorFromFrame(frame.error)));
}

function deliver(
  events: Events,
  listeners: ReadonlyMap<string, ReadonlySet<(value: unknown) => void>>,
  frame: Extract<FrameToUi, { kind: 'event' }>,
): void {
  const schema = Object.prototype.hasOwnProperty.call(events, frame.name) ? events[frame.name] : undefined;
  if (!schema) return;
  const parsed = z.safeParse(schema, frame.value);
  // A bad event is our own defect and must be seen in development; a designer cannot do anything about it.
  if (!parsed.success) throw new VariegateError('BRIDGE_INPUT', { name: `${frame.name}.${firstIssue(parsed.error)}` });
  listeners.get(frame.name)?.forEach((listener) => listener(parsed.data));
}

function progressListener<P>(
  schema: z.ZodMiniType | undefined,
  listener: ((value: P) => void) | undefined,
): (value: unknown) => void {
  return (value) => {
    if (!listener || !schema) return;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) listener(parsed.data as P);
  };
}

function watchAbort(signal: CancelSignal | undefined, onAbort: () => void): () => void {
  if (!signal) return () => undefined;
  signal.addEventListener('abort', onAbort);
  return () => signal.removeEventListener('abort', onAbort);
}

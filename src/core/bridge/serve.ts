// The sandbox's end of the bridge: checks each call's input, runs its handler, and answers every call exactly once.
import * as z from '../z.ts';
import { VariegateError, toErrorData, toVariegateError } from '../errors.ts';
import { MARK, firstIssue, toSandbox } from './frames.ts';
import type { Calls, Events, FrameToSandbox, FrameToUi, InputOf, OutputOf, ProgressOf } from './frames.ts';
import type { Port } from './port.ts';

export interface HandlerContext<Progress> {
  /** True once the UI no longer wants the answer; look before each effect. */
  isCancelled(): boolean;
  progress(value: Progress): void;
}

/** One handler for every call of the table: leaving one out does not compile. */
export type Handlers<C extends Calls> = {
  readonly [Name in keyof C]: (
    input: InputOf<C[Name]>,
    context: HandlerContext<ProgressOf<C[Name]>>,
  ) => OutputOf<C[Name]> | Promise<OutputOf<C[Name]>>;
};

export interface Server<E extends Events> {
  emit<Name extends keyof E & string>(name: Name, value: z.infer<E[Name]>): void;
  close(): void;
}

/** Answers calls that arrive on the port until closed. A handler that throws anything but VariegateError is a BRIDGE_DEFECT. */
export function serve<C extends Calls, E extends Events>(port: Port, calls: C, _events: E, handlers: Handlers<C>): Server<E> {
  const cancelled = new Set<number>();
  const open = new Set<number>();
  const send = (frame: FrameToUi) => port.send(frame);

  const answer = async (frame: Extract<FrameToSandbox, { kind: 'call' }>): Promise<FrameToUi> => {
    try {
      const output = await run(calls, handlers, frame, {
        isCancelled: () => cancelled.has(frame.id),
        progress: (value) => send({ mark: MARK, kind: 'progress', id: frame.id, value }),
      });
      return { mark: MARK, kind: 'done', id: frame.id, output };
    } catch (thrown) {
      const error = toErrorData(toVariegateError(thrown));
      return { mark: MARK, kind: 'failed', id: frame.id, error: { code: error.code, details: { ...error.details } } };
    }
  };

  const stop = port.onMessage((message) => {
    const parsed = z.safeParse(toSandbox, message);
    if (!parsed.success) return;
    const frame = parsed.data;
    if (frame.kind === 'cancel') {
      if (open.has(frame.id)) cancelled.add(frame.id);
      return;
    }
    open.add(frame.id);
    void answer(frame).then((reply) => {
      open.delete(frame.id);
      cancelled.delete(frame.id);
      send(reply);
    });
  });

  return {
    emit: (name, value) => send({ mark: MARK, kind: 'event', name, value }),
    close: stop,
  };
}

async function run<C extends Calls>(
  calls: C,
  handlers: Handlers<C>,
  frame: Extract<FrameToSandbox, { kind: 'call' }>,
  context: HandlerContext<unknown>,
): Promise<unknown> {
  const call = Object.prototype.hasOwnProperty.call(calls, frame.name) ? calls[frame.name] : undefined;
  const handler = handlers[frame.name];
  if (!call || !handler) throw new VariegateError('BRIDGE_UNKNOWN_CALL', { name: frame.name });
  const input = z.safeParse(call.input, frame.input);
  if (!input.success) {
    throw new VariegateError('BRIDGE_INPUT', { name: `${frame.name}.${firstIssue(input.error)}` });
  }
  // The table pairs each call with its own handler; TypeScript cannot follow a name that is only known at run time.
  return (handler as (input: unknown, context: HandlerContext<unknown>) => unknown)(input.data, context);
}

// The bridge over memory ports that copy as Figma does: what each side promises the other.
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { connect } from '../../../src/core/bridge/connect.ts';
import { createMemoryPorts } from '../../../src/core/bridge/port.ts';
import { serve } from '../../../src/core/bridge/serve.ts';
import type { Handlers } from '../../../src/core/bridge/serve.ts';
import { MARK } from '../../../src/core/bridge/frames.ts';
import { VariegateError } from '../../../src/core/errors.ts';

const CALLS = {
  double: { input: z.object({ value: z.number() }), output: z.object({ value: z.number() }) },
  invert: { input: z.object({ bytes: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)) }), output: z.object({ bytes: z.any() }) },
  count: { input: z.object({ to: z.number() }), output: z.object({}), progress: z.object({ at: z.number() }) },
  wait: { input: z.object({}), output: z.object({ wasCancelled: z.boolean() }) },
  refuse: { input: z.object({ code: z.enum(['NODE_GONE', 'RATE_LIMITED']) }), output: z.object({}) },
  crash: { input: z.object({}), output: z.object({}) },
  boxes: { input: z.object({ list: z.array(z.object({ width: z.number() })) }), output: z.object({}) },
} as const;
const EVENTS = { moved: z.object({ x: z.number() }) } as const;
const PROGRESS = { count: CALLS.count.progress };

function bridge(override: Partial<Handlers<typeof CALLS>> = {}) {
  const [sandboxPort, uiPort] = createMemoryPorts((message) => structuredClone(message));
  let release: () => void = () => undefined;
  const seen: string[] = [];
  const server = serve(sandboxPort, CALLS, EVENTS, {
    double: ({ value }) => ({ value: value * 2 }),
    invert: ({ bytes }) => ({ bytes: bytes.map((byte) => 255 - byte) }),
    count({ to }, { progress }) {
      for (let at = 1; at <= to; at += 1) progress({ at });
      return {};
    },
    async wait(_input, context) {
      await new Promise<void>((resolve) => (release = resolve));
      seen.push(context.isCancelled() ? 'cancelled' : 'wanted');
      return { wasCancelled: context.isCancelled() };
    },
    refuse({ code }) {
      throw new VariegateError(code, { name: 'Hero', retryAfterMs: 34_000 });
    },
    crash() {
      throw new TypeError('x is undefined');
    },
    boxes: () => ({}),
    ...override,
  });
  return { server, client: connect<typeof CALLS, typeof EVENTS>(uiPort, PROGRESS, EVENTS), uiPort, sandboxPort, seen, release: () => release() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('calls', () => {
  it('[BR1] answers a call with the output of its handler', async () => {
    expect(await bridge().client.call('double', { value: 21 })).toEqual({ value: 42 });
  });

  it('[BR2] refuses bad input with the path of its field, without running the handler', async () => {
    const { client } = bridge({ boxes: () => { throw new Error('ran'); } });
    const call = client.call('boxes', { list: [{ width: 1 }, { width: 'wide' as unknown as number }] });
    await expect(call).rejects.toMatchObject({ code: 'BRIDGE_INPUT', details: { name: expect.stringContaining('boxes.list.1.width') } });
  });

  it('[BR3] answers an unknown call, also one that is a name of Object.prototype', async () => {
    const { uiPort } = bridge();
    const replies: unknown[] = [];
    uiPort.onMessage((message) => replies.push(message));
    uiPort.send({ mark: MARK, kind: 'call', id: 900, name: 'toString', input: {} });
    uiPort.send({ mark: MARK, kind: 'call', id: 901, name: 'nope', input: {} });
    await settle();
    expect(replies).toMatchObject([
      { id: 900, kind: 'failed', error: { code: 'BRIDGE_UNKNOWN_CALL', details: { name: 'toString' } } },
      { id: 901, kind: 'failed', error: { code: 'BRIDGE_UNKNOWN_CALL', details: { name: 'nope' } } },
    ]);
  });

  it('[BR4] turns a defect of a handler into BRIDGE_DEFECT with its text as cause', async () => {
    await expect(bridge().client.call('crash', {})).rejects.toMatchObject({
      code: 'BRIDGE_DEFECT',
      details: { cause: 'x is undefined' },
    });
  });

  it('[BR5] carries errors as data and gives back the same class with code, message and details', async () => {
    const error = await bridge().client.call('refuse', { code: 'RATE_LIMITED' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VariegateError);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', details: { name: 'Hero', retryAfterMs: 34_000 }, isRetryable: true });
  });

  it('[BR6] delivers progress in order and before the answer', async () => {
    const at: number[] = [];
    await bridge().client.call('count', { to: 5 }, { onProgress: (value) => at.push(value.at) });
    expect(at).toEqual([1, 2, 3, 4, 5]);
  });

  it('[BR7] rejects with CANCELLED at once on abort, and the handler learns of it', async () => {
    const { client, release, seen } = bridge();
    const controller = new AbortController();
    const call = client.call('wait', {}, { signal: controller.signal });
    await settle();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'CANCELLED' });
    await settle();
    release();
    await settle();
    expect(seen).toEqual(['cancelled']);
  });

  it('[BR8] sends nothing for a call whose signal is aborted already', async () => {
    const { client, sandboxPort } = bridge();
    const received: unknown[] = [];
    sandboxPort.onMessage((message) => received.push(message));
    await expect(client.call('double', { value: 1 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
    await settle();
    expect(received).toEqual([]);
  });

  it('[BR9] keeps 50 concurrent calls apart, whatever order they end in', async () => {
    const { client } = bridge({
      double: async ({ value }) => {
        await new Promise((resolve) => setTimeout(resolve, (value * 7) % 11));
        return { value: value * 2 };
      },
    });
    const values = Array.from({ length: 50 }, (_, index) => index);
    const answers = await Promise.all(values.map((value) => client.call('double', { value })));
    expect(answers.map((answer) => answer.value)).toEqual(values.map((value) => value * 2));
  });

  it('[BR10] carries bytes as Uint8Array', async () => {
    const { bytes } = await bridge().client.call('invert', { bytes: new Uint8Array([0, 1, 254, 255]) });
    expect(bytes).toEqual(new Uint8Array([255, 254, 1, 0]));
  });

  it('[BR11] fails pending and later calls with BRIDGE_CLOSED when closed', async () => {
    const { client } = bridge();
    const pending = client.call('wait', {});
    client.close();
    await expect(pending).rejects.toMatchObject({ code: 'BRIDGE_CLOSED' });
    await expect(client.call('double', { value: 1 })).rejects.toMatchObject({ code: 'BRIDGE_CLOSED' });
  });

  it('[BR12] answers no call after the server has closed', async () => {
    const { client, server } = bridge();
    server.close();
    let isAnswered = false;
    void client.call('double', { value: 1 }).finally(() => (isAnswered = true));
    await settle();
    expect(isAnswered).toBe(false);
  });
});

describe('events and strangers', () => {
  it('[BR13] delivers events to every listener until it leaves', async () => {
    const { client, server } = bridge();
    const seen: number[] = [];
    const leave = client.on('moved', (value) => seen.push(value.x));
    server.emit('moved', { x: 1 });
    await settle();
    leave();
    server.emit('moved', { x: 2 });
    await settle();
    expect(seen).toEqual([1]);
  });

  it.each([null, 7, 'text', {}, { mark: 'other', kind: 'call', id: 1 }, { mark: MARK, kind: 'call', id: 'x' }, [MARK]])(
    '[BR14] ignores messages that are not frames: %j',
    async (message) => {
      const { uiPort, client } = bridge();
      uiPort.send(message);
      expect(await client.call('double', { value: 2 })).toEqual({ value: 4 });
    },
  );
});

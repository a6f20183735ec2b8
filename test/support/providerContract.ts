// What every provider that speaks to a service keeps, whichever it is: run with its own loopback.
import { expect, it } from 'vitest';
import type { GenerationRequest } from '../../src/core/request.ts';
import { pictureType } from '../../src/ui/providers/shared/mimeType.ts';
import type { Provider } from '../../src/ui/providers/provider.ts';
import { aContext, aTask, codeOf, input } from './gemini/tasks.ts';
import { aRequest } from './request.ts';
import { changeTask, critiqueTask, expandTask, someFields } from './studio.ts';

export interface Contracted {
  readonly provider: () => Provider;
  readonly key: () => string;
  /** Of the requests so far, as text, the header that carries the key left out. */
  readonly sent: () => readonly string[];
  /** The next answer fails with a status, or is a text as it stands. */
  readonly fail: (status: number, headers?: Readonly<Record<string, string>>) => void;
  readonly answer: (body: string) => void;
  readonly image: Partial<GenerationRequest>;
  readonly textModel: string;
}

/** `it` for each rule; the loopback is to be fresh before each. */
export function keepsTheContract({ provider, key, sent, fail, answer, image, textModel }: Contracted): void {
  const make = (context = aContext(key())) => provider().make(aRequest(image), [input()], context);
  const plan = (count: number) => provider().plan(aTask({ count, textModel }), aContext(key()));

  it('[PC1] make answers one picture by its own bytes, what was used, and who answered', async () => {
    const reply = await make();
    expect(pictureType(reply.bytes)).not.toBeNull();
    expect(reply.model).not.toBe('');
    expect(reply.usage?.inputTokens).toBeGreaterThan(0);
    expect(sent()).toHaveLength(1);
  });

  it('[PC2] plan answers exactly as many directions as were asked, ids unique', async () => {
    for (const count of [1, 3, 8]) {
      const { directions } = await plan(count);
      expect(directions).toHaveLength(count);
      expect(new Set(directions.map(({ id }) => id)).size).toBe(count);
    }
  });

  it.each([
    ['expand', expandTask({ count: 2 })],
    ['change', changeTask({ fields: someFields({ subject: 'a cat' }), words: 'make it a robot cat' })],
    ['critique', critiqueTask()],
  ] as const)('[PC3] ask answers %s in the task’s own kind, and reads it again from what was written', async (kind, task) => {
    const images = kind === 'critique' ? [input()] : [];
    const reply = await provider().ask({ task, images, textModel, isRepair: false }, aContext(key()));
    expect(reply.answer.is).toBe(kind);
    expect(await provider().readAgain?.(task, reply.written)).toEqual(reply.answer);
  });

  it('[PC4] the key goes into one header and nowhere else, and into no error', async () => {
    await make();
    fail(400);
    const thrown: unknown = await make().catch((error: unknown) => error);
    expect(JSON.stringify([sent(), thrown, String(thrown)])).not.toContain(key());
  });

  it('[PC5] without a key nothing is sent', async () => {
    expect([await codeOf(make(aContext(null))), await codeOf(make(aContext('  '))), sent()]).toEqual(['KEY_MISSING', 'KEY_MISSING', []]);
    expect(await codeOf(make(aContext('schlüssel')))).toBe('KEY_INVALID');
  });

  it.each([
    [400, 'REQUEST_REFUSED'], [401, 'KEY_INVALID'], [402, 'CREDIT_EMPTY'], [403, 'KEY_FORBIDDEN'], [404, 'MODEL_RETIRED'], [413, 'INPUTS_TOO_LARGE'], [429, 'RATE_LIMITED'], [500, 'SERVICE_OVERLOADED'], [503, 'SERVICE_OVERLOADED'],
  ])('[PC6] HTTP %i is %s, after one request', async (status, code) => {
    fail(status);
    expect(await codeOf(make())).toBe(code);
    expect(sent()).toHaveLength(1);
  });

  it('[PC7] an answer that is a web page, cut off or empty is REPLY_MALFORMED', async () => {
    for (const body of ['<!doctype html><title>Sign in</title>', '{"candidates": [{', '', '[]', 'null']) {
      answer(body);
      expect(await codeOf(make())).toBe('REPLY_MALFORMED');
    }
  });

  it('[PC8] abort is CANCELLED, before and while it is out', async () => {
    const before = new AbortController();
    before.abort();
    expect(await codeOf(make(aContext(key(), before.signal)))).toBe('CANCELLED');
    const meanwhile = new AbortController();
    const out = codeOf(make(aContext(key(), meanwhile.signal)));
    meanwhile.abort();
    expect(await out).toBe('CANCELLED');
  });
}

// Everything that comes from outside, thrown at what reads it: arbitrary, and sound things with a few parts changed. Bounded
// and seeded by fast-check, which prints the case that fails.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/core/bridge/connect.ts';
import { CALLS } from '../../src/core/bridge/contract.ts';
import { EVENTS } from '../../src/core/bridge/events.ts';
import { MARK } from '../../src/core/bridge/frames.ts';
import type { Port } from '../../src/core/bridge/port.ts';
import { serve } from '../../src/core/bridge/serve.ts';
import type { Handlers } from '../../src/core/bridge/serve.ts';
import { ERROR_TABLE, VariegateError } from '../../src/core/errors.ts';
import { readImageHeader } from '../../src/core/imageHeader.ts';
import { cleanName, cleanText } from '../../src/core/prompt.ts';
import { parseRecipeRecord, recipeRecord, recipeRecordSchema } from '../../src/core/provenance.ts';
import { DEFAULT_SETTINGS, readSettings, settingsSchema } from '../../src/core/settings.ts';
import { mapApiError } from '../../src/ui/providers/gemini/apiErrors.ts';
import { readDirections } from '../../src/ui/providers/shared/directions.ts';
import { readImageReply, readTextReply } from '../../src/ui/providers/gemini/reply.ts';
import { readUsage } from '../../src/ui/providers/gemini/usage.ts';
import { recorded } from '../support/gemini/replies.ts';
import { oddGif, oddJpeg, oddPng } from '../support/oddPictures.ts';
import { aRequest } from '../support/request.ts';

const PICTURES = [
  oddPng({ width: 12, height: 9, colourType: 6 }), oddPng({ width: 5, height: 5, depth: 16 }), oddJpeg({ width: 40, height: 24, orientation: 6 }),
  oddJpeg({ width: 16, height: 16, components: 4 }), oddGif(3), Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x09\0\0\x07\0\0', 'latin1'),
  Buffer.from('\0\0\0\x18ftypavif\0\0\0\0mif1avif\0\0\0\x30meta\0\0\0\0\0\0\0\x24iprp\0\0\0\x1cipco\0\0\0\x14ispe\0\0\0\0\0\0\0\x07\0\0\0\x05', 'latin1'),
];

/** A picture with bytes changed, a part taken out, or something put in. */
const mutated = fc
  .tuple(fc.constantFrom(...PICTURES), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), fc.nat(400), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
  .map(([whole, changes, at, gone, added]) => {
    const bytes = Buffer.from(whole);
    for (const [place, value] of changes) bytes[place % bytes.length] = value;
    const start = at % bytes.length;
    return Uint8Array.from(Buffer.concat([bytes.subarray(0, start), added, bytes.subarray(start + gone)]));
  });

/** The bytes, and how often one of them was read. */
function counted(bytes: Uint8Array): { readonly bytes: Uint8Array; reads(): number } {
  let reads = 0;
  const get = (target: Uint8Array, key: string | symbol) => {
    reads += 1;
    return Reflect.get(target, key) as unknown;
  };
  return { bytes: new Proxy(bytes, { get }), reads: () => reads };
}

/** Reads of a byte, or of the length, that may be spent on bytes without an end. */
const PART_BUDGET = 600_000;

describe('headers of pictures', () => {
  it('[FZ1] a changed picture has a header with a size, or none; nothing is thrown', () => {
    fc.assert(fc.property(mutated, (bytes) => {
      const header = readImageHeader(bytes);
      return header === null || (header.width > 0 && header.height > 0 && header.orientation >= 1 && header.orientation <= 8);
    }), { numRuns: 4000 });
  });

  it('[FZ2] the work is bounded by the length, whatever the bytes say', () => {
    fc.assert(fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 600 })), (bytes) => {
      const watched = counted(bytes);
      readImageHeader(watched.bytes);
      expect(watched.reads()).toBeLessThan(4000 + 40 * bytes.length);
    }), { numRuns: 800 });
  });

  it.each([
    ['a PNG of empty chunks', [...oddPng({ width: 5, height: 5 }).subarray(0, 33)], 12],
    ['a JPEG of fill bytes', [0xff, 0xd8, 0xff], 0xff],
    ['a GIF of the smallest sub-blocks', [...Buffer.from('GIF89a\x02\0\x02\0\0\0\0\x21\xff', 'latin1')], 1],
    ['an AVIF of empty boxes', [...Buffer.from('\0\0\0\x10ftypavif\0\0\0\0', 'latin1')], 8],
  ])('[FZ2] %s of 4 MB is given up', (_name, start, filler) => {
    const bytes = new Uint8Array(4_000_000).fill(filler);
    bytes.set(start);
    const watched = counted(bytes.subarray());
    readImageHeader(watched.bytes);
    expect(watched.reads()).toBeLessThan(PART_BUDGET);
  });

  it('[FZ3] a picture that was cut is said to be, or has no header', () => {
    for (const whole of PICTURES.slice(0, 4)) {
      for (let length = 0; length < whole.length; length++) expect(readImageHeader(whole.subarray(0, length))?.isCut ?? true).toBe(true);
      expect(readImageHeader(whole)?.isCut).toBe(false);
    }
  });
});

describe('answers of the service', () => {
  const bodies = ['image-with-thought', 'pro-jpeg', 'text-only', 'blocked-prompt', 'finish-safety', 'plan', 'rate-limit', 'bad-key', 'unpaid-key'].map((name) => recorded(name).body);
  /** A real answer with up to three values inside it exchanged for anything. */
  const changed = fc
    .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.array(fc.nat(6), { maxLength: 9 }), fc.jsonValue({ maxDepth: 3 })), { maxLength: 3 }))
    .map(([body, changes]) => changes.reduce<unknown>((value, [path, put]) => exchanged(value, path, put), structuredClone(body)));
  const anyJson = fc.oneof(changed, fc.jsonValue({ maxDepth: 6 }), fc.anything());

  it('[FZ4] a picture is one that the answer holds beside no thought, byte for byte; else a VariegateError', () => {
    fc.assert(fc.property(anyJson, (body) => {
      const bytes = orError(() => readImageReply(body));
      return bytes === null || honestPictures(body).includes(Buffer.from(bytes).toString('base64'));
    }), { numRuns: 3000 });
  });

  it('[FZ5] a plan is exactly the count of clean directions, else a VariegateError', () => {
    fc.assert(fc.property(anyJson, fc.integer({ min: 1, max: 8 }), (body, count) => {
      const text = orError(() => readTextReply(body)) ?? JSON.stringify(body) ?? '';
      const directions = orError(() => readDirections(text, count));
      if (directions === null) return true;
      expect(new Set(directions.map(({ id }) => id)).size).toBe(count);
      return directions.every(({ caption, text: words }) => caption !== '' && caption.length <= 40 && words !== '' && words.length <= 800);
    }), { numRuns: 2000 });
  });

  it('[FZ6] every failure has a code of the table and a short cause', () => {
    const body = fc.oneof(fc.string(), anyJson.map((value) => JSON.stringify(value) ?? ''));
    fc.assert(fc.property(fc.integer({ min: 100, max: 599 }), body, fc.constantFrom('image', 'text', 'models'), (status, text, wants) => {
      const error = mapApiError({ status, body: text, model: wants === 'models' ? null : 'm', wants });
      return error instanceof VariegateError && error.code in ERROR_TABLE && (error.details.cause ?? '').length <= 500;
    }), { numRuns: 2000 });
  });

  it('[FZ7] usage is counted in whole or not at all, never below nothing', () => {
    fc.assert(fc.property(fc.oneof(changed.map((body) => Reflect.get(Object(body), 'usageMetadata') as unknown), fc.anything()), fc.boolean(), (metadata, hasPicture) => {
      const usage = readUsage(metadata, 'm', hasPicture);
      return usage === null || [usage.inputTokens, usage.outputTokens, usage.imageTokens].every((tokens) => tokens >= 0 && Number.isFinite(tokens));
    }), { numRuns: 1000 });
  });
});

describe('the bridge', () => {
  const frame = fc.oneof(
    fc.anything(),
    fc.record({
      mark: fc.constantFrom(MARK, 'other'), kind: fc.constantFrom('call', 'cancel', 'done', 'failed', 'progress', 'event', 'x'), id: fc.oneof(fc.integer(), fc.anything()),
      name: fc.oneof(fc.constantFrom(...Object.keys(CALLS), ...Object.keys(EVENTS), '__proto__', 'constructor'), fc.string()),
      input: fc.anything(), output: fc.anything(), value: fc.anything(), error: fc.anything(),
    }, { requiredKeys: [] }),
  );

  it('[FZ8] the sandbox answers every call once and runs no handler with input that its schema refuses', async () => {
    await fc.assert(fc.asyncProperty(fc.array(frame, { maxLength: 6 }), async (frames) => {
      const { port, hear, sent } = loosePort();
      const ran: string[] = [];
      const handlers = Object.fromEntries(Object.keys(CALLS).map((name) => [name, () => (ran.push(name), {})])) as unknown as Handlers<typeof CALLS>;
      const server = serve(port, CALLS, EVENTS, handlers);
      frames.forEach(hear);
      await new Promise((resolve) => setImmediate(resolve));
      server.close();
      const calls = frames.filter(isCall);
      expect(sent.map((answer) => Reflect.get(Object(answer), 'id') as unknown)).toHaveLength(calls.length);
      expect(ran.length).toBe(calls.filter(({ name, input }) => accepts(name, input)).length);
    }), { numRuns: 300 });
  });

  it('[FZ9] the window believes no event that its schema refuses and survives every message', () => {
    fc.assert(fc.property(fc.array(frame, { maxLength: 6 }), (frames) => {
      const { port, hear } = loosePort();
      const client = connect<typeof CALLS, typeof EVENTS>(port, {}, EVENTS);
      const heard: unknown[] = [];
      client.on('commandRun', (value) => heard.push(value));
      client.on('selectionChanged', (value) => heard.push(value));
      for (const each of frames) orError(() => hear(each));
      client.close();
      return heard.every((value) => EVENTS.commandRun.safeParse(value).success || EVENTS.selectionChanged.safeParse(value).success);
    }), { numRuns: 500 });
  });
});

describe('what is stored', () => {
  const record = recipeRecord(aRequest(), {
    template: 'T', axes: [], sourceIds: ['1:2'], model: 'm', answeredSize: { width: 1, height: 1 }, placedSize: { width: 1, height: 1 },
    usage: null, costUsd: null, date: '2026-11-22T00:00:00Z', hasC2pa: false, changes: [], requestKey: 'k',
  });
  const edit = fc.array(fc.tuple(fc.array(fc.nat(24), { maxLength: 3 }), fc.jsonValue()), { maxLength: 3 });

  it('[FZ10] a recipe is whole or none, whatever lies in plugin data', () => {
    const entry = fc.oneof(fc.string(), fc.json(), edit.map((changes) => JSON.stringify(changes.reduce<unknown>((value, [path, put]) => exchanged(value, path, put), structuredClone(record)))));
    fc.assert(fc.property(entry, (text) => {
      const parsed = parseRecipeRecord(text);
      return parsed === null || recipeRecordSchema.safeParse(parsed).success;
    }), { numRuns: 2000 });
  });

  it('[FZ11] settings are always whole, whatever was stored', () => {
    const stored = fc.oneof(fc.jsonValue(), fc.anything(), edit.map((changes) => changes.reduce<unknown>((value, [path, put]) => exchanged(value, path, put), structuredClone(DEFAULT_SETTINGS))));
    fc.assert(fc.property(stored, (value) => settingsSchema.safeParse(readSettings(value)).success), { numRuns: 2000 });
  });

  it('[FZ12] nothing that is read adds to the prototype of objects', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"candidates":[{"__proto__":{"polluted":1}}]}') as unknown;
    readSettings(hostile);
    parseRecipeRecord(JSON.stringify(hostile));
    orError(() => readImageReply(hostile));
    mapApiError({ status: 400, body: JSON.stringify(hostile), model: null, wants: 'models' });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('text from outside', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 }).map((units) => String.fromCharCode(...units)));

  it('[FZ13] cleaned text holds no control, no mark of direction, no half of a pair, and is stable', () => {
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 200 }), (given, limit) => {
      const clean = cleanText(given, limit);
      expect(clean).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(() => encodeURIComponent(clean)).not.toThrow();
      expect(clean.length).toBeLessThanOrEqual(limit);
    }), { numRuns: 3000 });
  });

  it('[FZ14] a clean name is one line within its limit', () => {
    fc.assert(fc.property(text, fc.integer({ min: 2, max: 120 }), (given, limit) => {
      const name = cleanName(given, limit);
      return name.length <= limit && !/[\n\r\t\u2028\u2029\u202E]/.test(name) && !/^\s|\s$/.test(name);
    }), { numRuns: 3000 });
  });
});

/** What is read, or null where it throws our own error; anything else thrown fails the test. */
function orError<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof VariegateError) return null;
    throw thrown;
  }
}

/** The value with what lies at a path of positions put in place of another; positions wrap around, so every path leads somewhere. */
function exchanged(value: unknown, path: readonly number[], put: unknown): unknown {
  const [first, ...rest] = path;
  if (typeof value !== 'object' || value === null || first === undefined) return put;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return put;
  Reflect.set(value, key, exchanged(Reflect.get(value, key), rest, put));
  return value;
}

/** All base64 of the first candidate's inline parts that are no thoughts, without white space and padding differences. */
function honestPictures(body: unknown): string[] {
  const parts: unknown = dig(body, ['candidates', '0', 'content', 'parts']);
  if (!Array.isArray(parts)) return [];
  return parts
    .filter((part: unknown) => dig(part, ['thought']) !== true)
    .map((part: unknown) => dig(part, ['inlineData', 'data']))
    .filter((data): data is string => typeof data === 'string')
    .map((data) => Buffer.from(data, 'base64').toString('base64'));
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

/** A port whose messages the test sends itself. */
function loosePort(): { readonly port: Port; hear(message: unknown): void; readonly sent: unknown[] } {
  const listeners = new Set<(message: unknown) => void>();
  const sent: unknown[] = [];
  const port: Port = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  };
  return { port, sent, hear: (message) => listeners.forEach((listener) => listener(message)) };
}

interface Call { readonly name: string; readonly input: unknown }
function isCall(frame: unknown): frame is Call {
  const { mark, kind, id, name } = Object(frame) as Record<string, unknown>;
  return 'input' in Object(frame) && mark === MARK && kind === 'call' && Number.isSafeInteger(id) && Number(id) >= 1 && typeof name === 'string';
}

function accepts(name: string, input: unknown): boolean {
  const calls: Readonly<Record<string, { readonly input: { safeParse(value: unknown): { success: boolean } } }>> = CALLS;
  return Object.hasOwn(calls, name) && calls[name]?.input.safeParse(input).success === true;
}

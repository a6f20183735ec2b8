// Odd pictures through the built pixel service in Chromium: what passes byte for byte, what is converted, what is refused.
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.mjs';
import { encodePng } from '../../support/gemini/png.mjs';
import { damaged, oddGif, oddJpeg, oddPng } from '../../support/oddPictures.ts';
import { openFrame, pixelScript } from './pixelPage.ts';

const SAMPLES = new URL('../../../../shared/data/odd-images/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(name, SAMPLES));
const ascii = (text: string) => Buffer.from(text, 'latin1');
const noise = encodePng({ width: 120, height: 90, rgb: Uint8Array.from({ length: 120 * 90 * 3 }, (_, index) => (index * 7919) % 251) });
const jpeg = oddJpeg({ width: 120, height: 88 });
const huge = oddPng({ width: 8, height: 8 });
huge.writeUInt32BE(20_000, 16);
huge.writeUInt32BE(20_000, 20);

declare global {
  const unsliced: (slices: readonly (string | number)[]) => Uint8Array;
}

let browser: Browser;
let frame: Frame;
let page: Frame;

beforeAll(async () => {
  const [opened, script] = await Promise.all([launchBrowser(), pixelScript()]);
  browser = opened;
  [frame, page] = await Promise.all([openFrame(browser, script, ''), openFrame(browser, script, "worker-src 'none'")]);
  await Promise.all([frame.evaluate(readSlices), page.evaluate(readSlices)]);
});
afterAll(async () => {
  await browser?.close();
});

/** Bytes as base64 with long runs of zeros as their length: 40 MB of ballast would take seconds to hand over. */
function sliced(bytes: Uint8Array): (string | number)[] {
  const whole = Buffer.from(bytes);
  const start = whole.indexOf(Buffer.alloc(1_000_000));
  if (start < 0) return [whole.toString('base64')];
  const end = whole.findIndex((byte, at) => at > start && byte !== 0);
  return [whole.subarray(0, start).toString('base64'), end - start, whole.subarray(end).toString('base64')];
}

/** What becomes of an answer that needs no cropping; the code where it is refused. */
function finish(bytes: Uint8Array, where: Frame = frame) {
  return where.evaluate(async (slices) => {
    const whole = unsliced(slices);
    const { width, height } = readImageHeader(whole) ?? { width: 1, height: 1 };
    const service = createPixelService();
    const work = service.finish(whole, { content: null, padded: { width, height }, target: { width, height } }, new AbortController().signal);
    const outcome = await work.then(
      (made) => ({ ...made.size, kind: readImageHeader(made.bytes)?.kind, changes: made.changes, isSame: made.bytes.length === whole.length && made.bytes.every((byte, at) => byte === whole[at]) }),
      (thrown: { code: string }) => thrown.code,
    );
    service.close();
    return outcome;
  }, sliced(bytes));
}

/** What is sent of a picture that is given as a reference; the code where it is refused. */
function prepare(bytes: Uint8Array, where: Frame = frame) {
  return where.evaluate(async (slices) => {
    const whole = unsliced(slices);
    const { width, height } = readImageHeader(whole) ?? { width: 1, height: 1 };
    const scale = Math.min(1, 2048 / Math.max(width, height));
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const service = createPixelService();
    const outcome = await service.prepare([{ bytes: whole, box: { x: 0, y: 0, width, height } }], size, new AbortController().signal).then(
      (made) => ({ ...readImageHeader(made.bytes), length: made.bytes.length }),
      (thrown: { code: string }) => thrown.code,
    );
    service.close();
    return outcome;
  }, sliced(bytes));
}

const WHOLE = [
  { name: 'a plain PNG', bytes: noise },
  { name: 'a PNG of 16 bit', bytes: oddPng({ width: 9, height: 7, depth: 16 }) },
  { name: 'a PNG with alpha', bytes: oddPng({ width: 9, height: 7, colourType: 6, colour: [250, 90, 30, 120] }) },
  { name: 'a PNG of 1 px', bytes: oddPng({ width: 1, height: 1 }) },
  { name: 'a PNG of 4096 px', bytes: oddPng({ width: 4096, height: 3 }) },
  { name: 'a JPEG', bytes: jpeg },
  { name: 'a grey JPEG', bytes: oddJpeg({ width: 40, height: 24, components: 1 }) },
  { name: 'an animated GIF', bytes: oddGif(3) },
] as const;

const CONVERTED = [
  { name: 'a JPEG of four inks', bytes: oddJpeg({ width: 40, height: 24, components: 4 }), becomes: { width: 40, height: 24, changes: ['converted'] } },
  { name: 'a JPEG on its side', bytes: oddJpeg({ width: 64, height: 32, orientation: 6 }), becomes: { width: 32, height: 64, changes: ['converted'] } },
  { name: 'a mirrored JPEG', bytes: oddJpeg({ width: 64, height: 32, orientation: 2 }), becomes: { width: 64, height: 32, changes: ['converted'] } },
  { name: 'a PNG of 4097 px', bytes: oddPng({ width: 4097, height: 8 }), becomes: { width: 4096, height: 8, changes: ['scaledDown'] } },
  { name: 'a JPEG of 20,000 px', bytes: oddJpeg({ width: 20_000, height: 5000 }), becomes: { width: 4096, height: 1024, changes: ['converted', 'scaledDown'] } },
] as const;

const REFUSED = [
  { name: 'nothing at all', bytes: new Uint8Array() },
  { name: 'text', bytes: ascii('I am sorry, I cannot draw that.') },
  { name: 'a page', bytes: ascii('<!doctype html><img src=x onerror=alert(1)>') },
  { name: 'an SVG', bytes: ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>') },
  { name: 'a BMP, whose size is not known beforehand', bytes: ascii('BM' + '\0'.repeat(60)) },
  { name: 'a PNG that ends after its header', bytes: noise.subarray(0, 33) },
  { name: 'a PNG cut in its pixels', bytes: noise.subarray(0, noise.length >> 1) },
  { name: 'a PNG cut before its end', bytes: noise.subarray(0, noise.length - 12) },
  { name: 'a PNG cut in its last byte', bytes: noise.subarray(0, noise.length - 1) },
  { name: 'a PNG with a wrong byte among its pixels', bytes: damaged(noise, noise.length >> 1) },
  { name: 'a JPEG cut in its pixels', bytes: jpeg.subarray(0, jpeg.length - 9) },
  { name: 'a JPEG without its end', bytes: jpeg.subarray(0, jpeg.length - 2) },
  { name: 'a GIF cut in its first frame', bytes: oddGif(1).subarray(0, 40) },
] as const;

describe('an answer', () => {
  it.each(WHOLE)('[OI1] $name passes byte for byte', async ({ bytes }) => {
    expect(await finish(bytes)).toMatchObject({ isSame: true, changes: [] });
  });

  it.each(CONVERTED)('[OI2] $name is made into what Figma takes, and it is said', async ({ bytes, becomes }) => {
    expect(await finish(bytes)).toMatchObject({ ...becomes, kind: 'png', isSame: false });
  });

  it.each(REFUSED)('[OI3] $name is refused', async ({ bytes }) => {
    expect(await finish(bytes)).toBe('IMAGE_UNREADABLE');
  });

  it.each(REFUSED.slice(5, 12))('[OI3] $name is refused on the page as in a worker', async ({ bytes }) => {
    expect(await finish(bytes, page)).toBe('IMAGE_UNREADABLE');
  });

  it('[IM9] of more pixels than memory can hold is refused before it is decoded', async () => {
    expect(await finish(huge)).toBe('IMAGE_TOO_HEAVY');
    expect(await prepare(huge)).toBe('IMAGE_TOO_HEAVY');
  });

  it('[OI4] of 40 MB passes byte for byte', async () => {
    expect(await finish(oddPng({ width: 30, height: 20, ballast: 40_000_000 }))).toMatchObject({ isSame: true, changes: [] });
  });
});

describe('a reference', () => {
  it.each([...WHOLE, ...CONVERTED])('[OI5] $name is sent upright, as PNG or JPEG of at most 2048 px', async ({ bytes }) => {
    const sent = await prepare(bytes);
    if (typeof sent === 'string') throw new Error(sent);
    expect(['png', 'jpeg']).toContain(sent.kind);
    expect(sent.orientation).toBe(1);
    expect(Math.max(sent.width ?? Infinity, sent.height ?? Infinity)).toBeLessThanOrEqual(2048);
  });

  it.each(REFUSED)('[OI6] $name is refused', async ({ bytes }) => {
    expect(await prepare(bytes)).toBe('IMAGE_UNREADABLE');
  });

  it('[OI7] of 20,000 px never lies in memory at full size once it is decoded', async () => {
    const { bitmaps, canvases } = await page.evaluate(watchSizes);
    expect(bitmaps).toEqual([]);
    await prepare(oddJpeg({ width: 20_000, height: 5000 }), page);
    const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as { bitmaps: number[]; canvases: number[] });
    expect(seen.bitmaps).toHaveLength(1);
    expect(Math.max(...seen.bitmaps, ...seen.canvases, ...canvases)).toBeLessThanOrEqual(4096);
  });

  it('[OI8] of 40 MB is sent as a small picture', async () => {
    const sent = await prepare(oddPng({ width: 300, height: 200, ballast: 40_000_000 }));
    expect(sent).toMatchObject({ kind: 'png', width: 300, height: 200 });
    expect(typeof sent === 'string' ? Infinity : sent.length).toBeLessThan(100_000);
  });
});

describe.runIf(existsSync(SAMPLES))('samples of others', () => {
  it.each([
    ['lossless.webp', { width: 123, height: 456, kind: 'png', changes: ['converted'] }],
    ['sample.avif', { width: 123, height: 456, kind: 'png', changes: ['converted'] }],
    ['1x2-flipped-big-endian.jpg', { width: 2, height: 1, kind: 'png', changes: ['converted'] }],
    ['very-large.jpg', { width: 4096, height: 3072, kind: 'png', changes: ['converted', 'scaledDown'] }],
    ['sample.gif', { kind: 'gif', changes: [], isSame: true }],
    ['progressive.jpg', { kind: 'jpeg', changes: [], isSame: true }],
    ['basn6a16.png', { kind: 'png', changes: [], isSame: true }],
    ['basn3p01.png', { kind: 'png', changes: [], isSame: true }],
    ['tbbn2c16.png', { kind: 'png', changes: [], isSame: true }],
    ['29-bytes.png', 'IMAGE_UNREADABLE'],
    ['xc1n0g08.png', 'IMAGE_UNREADABLE'],
    ['xcrn0g04.png', 'IMAGE_UNREADABLE'],
    ['xd0n2c08.png', 'IMAGE_UNREADABLE'],
    ['xs1n0g01.png', 'IMAGE_UNREADABLE'],
    ['sample.heic', 'IMAGE_UNREADABLE'],
  ])('[IM8] %s', async (name, expected) => {
    const bytes = sample(name);
    const finished = await finish(bytes);
    if (typeof expected === 'string') expect([finished, await prepare(bytes)]).toEqual([expected, expected]);
    else {
      expect(finished).toMatchObject(expected);
      expect(await prepare(bytes)).toMatchObject({ orientation: 1 });
    }
  });

  it.each(['lossless.webp', 'sample.avif', 'sample.gif', 'progressive.jpg'])('[IM8] half of %s is refused', async (name) => {
    const bytes = sample(name);
    expect(await finish(bytes.subarray(0, bytes.length >> 1))).toBe('IMAGE_UNREADABLE');
  });
});

/** Puts the other half of `sliced` on the page. Runs there. */
function readSlices(): void {
  const unsliced = (slices: readonly (string | number)[]) => {
    const parts = slices.map((slice) => (typeof slice === 'number' ? new Uint8Array(slice) : Uint8Array.from(atob(slice), (letter) => letter.charCodeAt(0))));
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
    return whole;
  };
  Object.assign(globalThis, { unsliced });
}

/** Notes the longest side of every picture that is opened and of every canvas that is made on this page. Runs in the page. */
function watchSizes() {
  const seen = { bitmaps: [] as number[], canvases: [] as number[] };
  const open = globalThis.createImageBitmap.bind(globalThis) as (source: ImageBitmapSource, options?: ImageBitmapOptions) => Promise<ImageBitmap>;
  const Canvas = globalThis.OffscreenCanvas;
  const watched = async (source: ImageBitmapSource, options?: ImageBitmapOptions) => {
    const bitmap = await open(source, options);
    seen.bitmaps.push(Math.max(bitmap.width, bitmap.height));
    return bitmap;
  };
  class WatchedCanvas extends Canvas {
    constructor(width: number, height: number) {
      super(width, height);
      seen.canvases.push(Math.max(width, height));
    }
  }
  Object.assign(globalThis, { seen, createImageBitmap: watched, OffscreenCanvas: WatchedCanvas });
  return seen;
}

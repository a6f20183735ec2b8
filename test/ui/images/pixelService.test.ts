// The pixel service as built, in Chromium, wherever the frame lets it run.
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.mjs';
import { openFrame, pixelScript } from './pixelPage.ts';

const PLACES = [
  { name: 'a blob: worker', policy: '', runsOn: 'worker' },
  { name: 'a data: worker', policy: 'worker-src data:', runsOn: 'worker' },
  { name: 'slices on the page', policy: "worker-src 'none'", runsOn: 'page' },
] as const;

let browser: Browser;
let script = '';

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), pixelScript()]);
});
afterAll(async () => {
  await browser?.close();
});

describe.each(PLACES)('in $name', ({ policy, runsOn }) => {
  let frame: Frame;

  beforeAll(async () => {
    frame = await openFrame(browser, script, policy);
  });
  afterAll(async () => {
    await frame?.page().close();
  });

  it('[IM1] runs there', async () => {
    expect(await frame.evaluate(() => createPixelService().runsOn())).toBe(runsOn);
  });

  it('[IM2] draws a look from nothing as a PNG of exactly the size, with progress that only grows', async () => {
    const drawn = await frame.evaluate(async () => {
      const [look] = planLooks({ recipe: 'fromBrief', count: 1, axes: [], brief: 'sea', closeness: 3, seed: 1 });
      const parts: number[] = [];
      const service = createPixelService();
      if (!look) throw new Error('no look');
      const bytes = await service.draw(look, null, { width: 301, height: 203 }, { signal: new AbortController().signal, onProgress: (part) => parts.push(part) });
      service.close();
      return { header: readImageHeader(bytes), parts };
    });
    expect(drawn.header).toMatchObject({ kind: 'png', width: 301, height: 203 });
    expect(drawn.parts).toEqual([...drawn.parts].sort((a, b) => a - b));
    expect(drawn.parts.length).toBeGreaterThan(0);
  });

  it('[IM3] prepares pieces as they lie, on white, padded; and finishing crops back to the pixel', async () => {
    const { prepared, finished, corner, middle } = await frame.evaluate(async () => {
      const solid = (red: number, green: number, blue: number, alpha: number) => {
        const data = new Uint8ClampedArray(40 * 40 * 4);
        for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, alpha], at);
        return encodePng({ width: 40, height: 40, data });
      };
      const service = createPixelService();
      const { signal } = new AbortController();
      const pieces = [
        { bytes: await solid(255, 0, 0, 255), box: { x: 10, y: 10, width: 40, height: 40 } },
        { bytes: await solid(0, 0, 255, 0), box: { x: 50, y: 10, width: 40, height: 40 } },
      ];
      const prepared = await service.prepare(pieces, { width: 64, height: 64 }, signal);
      const sent = await decodeImage({ bytes: prepared.bytes, header: readImageHeader(prepared.bytes) });
      const finished = await service.finish(prepared.bytes, { content: prepared.content, padded: prepared.size, target: { width: 80, height: 40 } }, signal);
      const pixel = (x: number, y: number) => [...sent.data.slice((y * sent.width + x) * 4, (y * sent.width + x) * 4 + 4)];
      return {
        prepared: { size: prepared.size, content: prepared.content },
        finished: { size: finished.size, answered: finished.answeredSize, changes: finished.changes, header: readImageHeader(finished.bytes) },
        corner: pixel(0, 0),
        middle: pixel(60, 32),
      };
    });
    expect(prepared).toEqual({ size: { width: 64, height: 64 }, content: { x: 0, y: 16, width: 64, height: 32 } });
    expect([corner, middle]).toEqual([[255, 0, 0, 255], [255, 255, 255, 255]]);
    expect(finished).toMatchObject({ size: { width: 64, height: 32 }, answered: { width: 64, height: 64 }, changes: ['cropped'], header: { kind: 'png', width: 64, height: 32 } });
  });

  it('[IM4] what fits Figma passes byte for byte', async () => {
    const { isSame, changes } = await frame.evaluate(async () => {
      const bytes = await encodeJpeg({ width: 30, height: 20, data: new Uint8ClampedArray(30 * 20 * 4).fill(255) }, 0.9);
      const before = [...bytes].join();
      const finished = await createPixelService().finish(bytes, { content: null, padded: { width: 30, height: 20 }, target: { width: 30, height: 20 } }, new AbortController().signal);
      return { isSame: [...finished.bytes].join() === before, changes: finished.changes };
    });
    expect({ isSame, changes }).toEqual({ isSame: true, changes: [] });
  });

  it('[IM5] refuses what no decoder opens, and says so in our own error', async () => {
    const code = await frame.evaluate(() =>
      createPixelService()
        .finish(new Uint8Array([1, 2, 3]), { content: null, padded: { width: 1, height: 1 }, target: { width: 1, height: 1 } }, new AbortController().signal)
        .then(() => 'finished', (thrown: { name: string; code: string }) => `${thrown.name} ${thrown.code}`),
    );
    expect(code).toBe('VariegateError IMAGE_UNREADABLE');
  });

  it('[IM6] cancels a running and a waiting task, and goes on with the next', async () => {
    const codes = await frame.evaluate(async () => {
      const [look] = planLooks({ recipe: 'fromBrief', count: 1, axes: [], brief: 'city', closeness: 3, seed: 1 });
      if (!look) throw new Error('no look');
      const service = createPixelService();
      const abort = new AbortController();
      const draw = (signal: AbortSignal, side: number) =>
        service.draw(look, null, { width: side, height: side }, { signal }).then((bytes) => readImageHeader(bytes)?.width, (thrown: { code: string }) => thrown.code);
      const begun = Array.from({ length: 5 }, () => draw(abort.signal, 2048));
      setTimeout(() => abort.abort(), 50);
      const cancelled = await Promise.all(begun);
      return [...cancelled, await draw(abort.signal, 64), await draw(new AbortController().signal, 64)];
    });
    expect(codes).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 64]);
  });

  it('[IM7] thumbnails have the edge that is asked for, at most 1280 px, and 8 kB for the history', async () => {
    const small = await frame.evaluate(async () => {
      const [look] = planLooks({ recipe: 'fromBrief', count: 1, axes: [], brief: 'pattern', closeness: 3, seed: 3 });
      if (!look) throw new Error('no look');
      const service = createPixelService();
      const { signal } = new AbortController();
      const bytes = await service.draw(look, null, { width: 900, height: 600 }, { signal });
      const image = new Image();
      image.src = await service.thumbnail(bytes, 320, signal);
      await image.decode();
      const history = await service.historyThumbnail(bytes, signal);
      return { width: image.naturalWidth, height: image.naturalHeight, history: history.length, kind: readImageHeader(history)?.kind };
    });
    expect(small).toMatchObject({ width: 320, height: 213, kind: 'jpeg' });
    expect(small.history).toBeLessThanOrEqual(8000);
  });
});

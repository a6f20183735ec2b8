// Odd answers and odd references as built: what a designer reads, what lies in the document afterwards. One page for all.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStage } from '../../playground/stage.mjs';
import type { Stage, StagePage } from '../../playground/stage.mjs';
import { readImageHeader } from '../../src/core/imageHeader.ts';
import { LOOPBACK_KEY, startLoopbackGemini } from '../support/gemini/loopback.mjs';
import type { LoopbackGemini } from '../support/gemini/loopback.mjs';
import { encodePng } from '../support/gemini/png.mjs';
import { oddGif, oddJpeg, oddPng } from '../support/oddPictures.ts';
import { madeLayers, setUpGemini, start } from './steps.ts';

const LIMIT_MS = 60_000;
const SIDE = 64;

let stage: Stage;
let gemini: LoopbackGemini;
let opened: StagePage;

beforeAll(async () => {
  stage = await createStage();
  gemini = await startLoopbackGemini({ port: 0 });
  opened = await stage.open({ baseUrl: gemini.url, viewport: { width: 1440, height: 1000 } });
  await setUpGemini(opened, LOOPBACK_KEY);
  await opened.select();
}, LIMIT_MS);
afterAll(async () => {
  await stage.close();
  await gemini.close();
});
beforeEach(() => gemini.reset());

/** Other words each time: the same ones would be answered from the file. */
let lamps = 0;
const askForLamp = () => start(opened, { recipe: 'From a brief', brief: `a lamp, number ${(lamps += 1)}`, count: 1 });

const newest = () => opened.plugin.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('hex');
const text = (words: string) => ({ text: words });
const inline = (bytes: Uint8Array, mimeType = 'image/png') => ({ inlineData: { mimeType, data: Buffer.from(bytes).toString('base64') } });
const thought = (part: object) => ({ ...part, thought: true });

/** Grain that nothing compresses: three bytes a pixel, the same for the same side. */
function noise(side: number): Buffer {
  const rgb = new Uint8Array(side * side * 3);
  let state = 1;
  for (let at = 0; at < rgb.length; at += 1) rgb[at] = (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  return encodePng({ width: side, height: side, rgb });
}

/** The next picture's answer, with these parts in place of its own. */
function answerWith(...parts: readonly object[]): void {
  gemini.next({ for: 'image', edit: (answer) => ({ ...answer, candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP', index: 0 }] }) });
}

const png = oddPng({ width: SIDE, height: SIDE });
const other = oddPng({ width: SIDE, height: SIDE, colour: [10, 20, 30] });
const jpeg = oddJpeg({ width: SIDE, height: SIDE });
const heavy = noise(3680);

describe('an answer with', () => {
  it.each([
    { name: 'two pictures: the first', parts: [inline(png), inline(other)], placed: png },
    { name: 'a picture among thoughts', parts: [thought(text('Let me see')), thought(inline(other)), inline(png), thought(inline(other))], placed: png },
    { name: 'a JPEG that is called PNG', parts: [inline(jpeg, 'image/png')], placed: jpeg },
    { name: 'a thought signature of 2.9 MB', parts: [{ ...inline(jpeg, 'image/jpeg'), thoughtSignature: 'A'.repeat(2_900_000) }], placed: jpeg },
    { name: '40 MB', parts: [inline(heavy)], placed: heavy },
    { name: 'an animated GIF', parts: [inline(oddGif(3), 'image/gif')], placed: oddGif(3) },
    { name: 'one pixel', parts: [inline(oddPng({ width: 1, height: 1 }))], placed: oddPng({ width: 1, height: 1 }) },
  ])('[OI12] $name is placed byte for byte', async ({ parts, placed }) => {
    const before = await opened.layers();
    answerWith(...parts);
    await askForLamp();
    await newest().getByText(/^Placed/).waitFor();
    expect(madeLayers(before, await opened.layers()).map((layer) => layer.imageHashes)).toEqual([[sha1(placed)]]);
  }, LIMIT_MS);

  it.each([
    { name: 'four inks', bytes: oddJpeg({ width: SIDE, height: SIDE, components: 4 }), says: 'converted to PNG' },
    { name: 'its picture on its side', bytes: oddJpeg({ width: SIDE, height: SIDE, orientation: 6 }), says: 'converted to PNG' },
    { name: 'a JPEG of 4160 px', bytes: oddJpeg({ width: 4160, height: 4160 }), says: 'scaled down to fit Figma' },
  ])('[OI13] $name is placed as Figma takes it, and the result says so', async ({ bytes, says }) => {
    const before = await opened.layers();
    answerWith(inline(bytes));
    await askForLamp();
    await newest().getByText(new RegExp(`^Placed.*, ${says}$`)).waitFor();
    const made = madeLayers(before, await opened.layers());
    expect(made).toHaveLength(1);
    expect(made[0]?.imageHashes[0]).not.toBe(sha1(bytes));
  }, LIMIT_MS);

  const huge = oddPng({ width: 8, height: 8 });
  huge.writeUInt32BE(20_000, 16);
  huge.writeUInt32BE(20_000, 20);
  it.each([
    { name: 'a PNG that ends after its header', parts: [inline(png.subarray(0, 33))], says: 'The picture could not be read.' },
    { name: 'half a JPEG', parts: [inline(jpeg.subarray(0, jpeg.length - 20))], says: 'The picture could not be read.' },
    { name: 'more pixels than can be held', parts: [inline(huge)], says: 'The picture is too large to open.' },
    { name: 'a page instead of a picture', parts: [inline(Buffer.from('<!doctype html><title>404'))], says: 'The answer could not be read.' },
    { name: 'a picture that Chromium cannot open', parts: [inline(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'image/heic')], says: 'The answer could not be read.' },
    { name: 'text alone', parts: [text('I cannot draw that.')], says: 'Gemini answered without a picture.' },
    { name: 'nothing but thoughts', parts: [thought(inline(png)), thought(text('Hm'))], says: 'Gemini answered without a picture.' },
  ])('[OI14] $name is refused in one sentence with one action, and the document is as before', async ({ parts, says }) => {
    const before = await opened.layers();
    answerWith(...parts);
    await askForLamp();
    await newest().getByText(says).waitFor();
    await newest().getByRole('button', { name: /^(Retry|Try again)$/ }).first().waitFor();
    await expect.poll(() => opened.layers()).toEqual(before);
  }, LIMIT_MS);
});

describe('a reference', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variegate-references-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const list = () => opened.plugin.getByRole('list', { name: 'References' });

  async function addFile(name: string, bytes: Buffer): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    await opened.plugin.getByRole('button', { name: 'Add reference' }).click();
    const chooser = opened.page.waitForEvent('filechooser');
    await opened.plugin.getByRole('button', { name: /file/i }).click();
    await (await chooser).setFiles(path);
  }

  it.each([
    { name: 'letter.png', bytes: Buffer.from('Dear reader'), says: 'letter.png could not be added.' },
    { name: 'cut.png', bytes: png.subarray(0, 40), says: 'cut.png could not be added.' },
    { name: 'wall.jpg', bytes: oddJpeg({ width: 20_000, height: 20_000 }), says: 'wall.jpg is too large to add.' },
  ])('[OI15] $name is refused by its name, and its one action makes nothing', async ({ name, bytes, says }) => {
    await addFile(name, bytes);
    const alert = opened.plugin.getByRole('alert');
    await alert.getByText(says).waitFor();
    await alert.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await alert.waitFor({ state: 'hidden' });
    expect([await list().getByRole('listitem').count(), gemini.requests.length]).toEqual([0, 0]);
  }, LIMIT_MS);

  it('[OI16] of 20,000 px and of 40 MB go out as pictures of at most 2048 px', async () => {
    await addFile('panorama.jpg', oddJpeg({ width: 20_000, height: 4000 }));
    await list().getByText('panorama.jpg').waitFor({ timeout: LIMIT_MS });
    await addFile('scan.png', oddPng({ width: 300, height: 200, ballast: 40_000_000 }));
    await list().getByText('scan.png').waitFor({ timeout: LIMIT_MS });
    await askForLamp();
    await newest().getByText(/^Placed/).waitFor({ timeout: LIMIT_MS });
    const sent = inlineSizes(gemini.requests.find((request) => request.kind === 'image')?.body);
    expect(sent).toEqual([{ width: 2048, height: 410 }, { width: 300, height: 200 }]);
  }, 2 * LIMIT_MS);
});

interface Part { readonly inlineData?: { readonly data: string } }

function inlineSizes(body: unknown): { width: number; height: number }[] {
  const { contents = [] } = (body ?? {}) as { contents?: readonly { readonly parts: readonly Part[] }[] };
  const pictures = contents.flatMap((content) => content.parts).flatMap((part) => (part.inlineData ? [Buffer.from(part.inlineData.data, 'base64')] : []));
  return pictures.map((bytes) => ({ width: readImageHeader(bytes)?.width ?? 0, height: readImageHeader(bytes)?.height ?? 0 }));
}

// The parts of the sandbox half that need no Figma: headers of pictures, lengths of entries, the queue.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsEntry, utf8Bytes } from '../../src/core/dataEntry.ts';
import { pictureSize } from '../../src/plugin/pictureSize.ts';
import { createQueue } from '../../src/plugin/queue.ts';
import { png } from './samples.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const FRAME = [0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0];

describe('pictureSize', () => {
  it.each([
    ['PNG', png(7, 5), { width: 7, height: 5 }],
    ['GIF', bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 1, 4, 0), { width: 259, height: 4 }],
    ['JPEG, behind other segments', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc4, 0, 3, 9, 0xff, ...FRAME), { width: 40, height: 30 }],
    ['nothing', bytes(), null],
    ['WebP', new Uint8Array(Buffer.from('RIFF....WEBPVP8 ')), null],
    ['PNG cut off', png(7, 5).slice(0, 20), null],
    ['JPEG cut off', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 40), null],
    ['JPEG of nothing but noise', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 2, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5), null],
  ])('[PI1] reads the header of %s', (_name, picture, size) => {
    expect(pictureSize(picture)).toEqual(size);
  });

  it('[PI2] ends on any bytes, and answers a size or null', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const size = pictureSize(bytes(0xff, 0xd8, 0xff, ...noise));
        expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
      }),
    );
  });

  it.each([
    ['progressive.jpg', true],
    ['sample.gif', true],
    ['lossless.webp', false],
    ['sample.avif', false],
  ])('[PI3] tells the pictures Figma takes from others, where the collection is at hand: %s', (name, isTaken) => {
    const path = `../shared/data/odd-images/${name}`;
    if (existsSync(path)) expect(pictureSize(new Uint8Array(readFileSync(path))) !== null).toBe(isTaken);
  });
});

describe('entry', () => {
  it('[PI4] counts bytes as UTF-8 does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Bytes(text) === Buffer.byteLength(text)));
  });

  it('[PI5] knows what fits', () => {
    expect([fitsEntry('é'.repeat(44_999)), fitsEntry('é'.repeat(45_000))]).toEqual([true, false]);
  });
});

describe('queue', () => {
  it('[PI6] starts a task when the one before has ended, also when that failed', async () => {
    const queue = createQueue();
    const seen: string[] = [];
    const task = (name: string, fails = false) => queue(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
    await Promise.allSettled([task('one', true), task('two')]);
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });
});

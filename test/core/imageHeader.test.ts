// Headers of pictures, from bytes made here and from odd files where they are present.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../src/core/imageHeader.ts';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number, size = 4): number[] => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
const little = (value: number, size = 4): number[] => big(value, size).reverse();
const chunk = (name: string, data: readonly number[]): number[] => [...big(data.length), ...ascii(name), ...data, 0, 0, 0, 0];
const box = (name: string, data: readonly number[]): number[] => [...big(data.length + 8), ...ascii(name), ...data];
const segment = (marker: number, data: readonly number[]): number[] => [0xff, marker, ...big(data.length + 2, 2), ...data];

function png(width: number, height: number, colourType = 2, extra: readonly number[] = []): number[] {
  return [0x89, ...ascii('PNG\r\n\x1a\n'), ...chunk('IHDR', [...big(width), ...big(height), 8, colourType, 0, 0, 0]), ...extra, ...chunk('IDAT', [1, 2]), ...chunk('IEND', [])];
}

function jpeg(width: number, height: number, before: readonly number[] = [], components = 3): number[] {
  return [0xff, 0xd8, ...before, ...segment(0xc0, [8, ...big(height, 2), ...big(width, 2), components, 0, 0, 0]), 0xff, 0xda, 0, 2];
}

const exif = (orientation: number): number[] => segment(0xe1, [...ascii('Exif\0\0MM'), 0, 42, ...big(8), 0, 1, 1, 0x12, 0, 3, ...big(1), ...big(orientation, 2), 0, 0, 0, 0, 0, 0]);
const gif = (width: number, height: number, frames: number): number[] => [
  ...ascii('GIF89a'), ...little(width, 2), ...little(height, 2), 0x80, 0, 0, 1, 1, 1, 2, 2, 2,
  ...Array.from({ length: frames }, () => [0x21, 0xf9, 4, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 9, 9, 0]).flat(), 0x3b,
];
const webp = (format: string, data: readonly number[]): number[] => [...ascii('RIFF'), ...little(data.length + 12), ...ascii('WEBP'), ...ascii(format), ...little(data.length), ...data];
const heif = (brand: string, properties: readonly number[]): number[] => [
  ...box('ftyp', [...ascii(brand), 0, 0, 0, 0, ...ascii('mif1')]),
  ...box('meta', [0, 0, 0, 0, ...box('iprp', box('ipco', properties))]),
];
const extent = (width: number, height: number): number[] => box('ispe', [0, 0, 0, 0, ...big(width), ...big(height)]);

const read = (bytes: readonly number[]) => readImageHeader(Uint8Array.from(bytes));

describe('readImageHeader', () => {
  it('[IH1] reads the size of each kind', () => {
    expect(read(png(640, 480))).toMatchObject({ kind: 'png', width: 640, height: 480, hasAlpha: false });
    expect(read(jpeg(640, 480))).toMatchObject({ kind: 'jpeg', width: 640, height: 480, hasAlpha: false });
    expect(read(gif(64, 48, 1))).toMatchObject({ kind: 'gif', width: 64, height: 48, isAnimated: false, hasAlpha: true });
    expect(read(webp('VP8X', [0x10, 0, 0, 0, ...little(639, 3), ...little(479, 3), 0, 0, 0]))).toMatchObject({ kind: 'webp', width: 640, height: 480, hasAlpha: true });
    expect(read(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(640, 2), ...little(480, 2), 0, 0]))).toMatchObject({ kind: 'webp', width: 640, height: 480 });
    expect(read(heif('avif', extent(640, 480)))).toMatchObject({ kind: 'avif', width: 640, height: 480 });
    expect(read(heif('heic', [...extent(64, 48), ...extent(640, 480)]))).toMatchObject({ kind: 'heic', width: 640, height: 480 });
  });

  it.each([[1, 30, 20], [3, 30, 20], [6, 20, 30], [8, 20, 30], [99, 30, 20]])('[IH2] EXIF orientation %i gives %i × %i', (orientation, width, height) => {
    expect(read(jpeg(30, 20, exif(orientation)))).toMatchObject({ width, height, orientation: orientation === 99 ? 1 : orientation });
  });

  it('[IH3] a turned HEIF is shown on its side', () => {
    expect(read(heif('heic', [...extent(640, 480), ...box('irot', [1])]))).toMatchObject({ width: 480, height: 640, orientation: 8 });
  });

  it('[IH4] sees transparency and animation', () => {
    expect(read(png(4, 4, 6))?.hasAlpha).toBe(true);
    expect(read(png(4, 4, 3, chunk('tRNS', [0])))?.hasAlpha).toBe(true);
    expect(read(png(4, 4, 2, chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])))?.isAnimated).toBe(true);
    expect(read(gif(4, 4, 2))?.isAnimated).toBe(true);
    expect(read(webp('VP8X', [0x02, 0, 0, 0, 3, 0, 0, 3, 0, 0, 0, 0, 0]))?.isAnimated).toBe(true);
  });

  it('[IH5] sees Content Credentials in PNG, JPEG and WebP', () => {
    expect(read(png(4, 4, 2, chunk('caBX', [1])))?.hasC2pa).toBe(true);
    expect(read(jpeg(4, 4, segment(0xeb, [...ascii('JP'), 0, 1, 0, 0, 0, 1, ...big(20), ...ascii('jumb'), 0, 0])))?.hasC2pa).toBe(true);
    expect(read(jpeg(4, 4, segment(0xeb, ascii('something else'))))?.hasC2pa).toBe(false);
    expect(read(png(4, 4))?.hasC2pa).toBe(false);
  });

  it('[IH6] sees a JPEG of four inks', () => {
    expect(read(jpeg(4, 4, [], 4))?.isCmyk).toBe(true);
    expect(read(jpeg(4, 4))?.isCmyk).toBe(false);
  });

  it.each([
    ['nothing', []],
    ['text', ascii('<svg width="10" height="10">')],
    ['a PNG without a size', png(0, 5)],
    ['a PNG of an impossible colour type', png(5, 5, 1)],
    ['half a PNG header', png(5, 5).slice(0, 20)],
    ['a JPEG without a frame', [0xff, 0xd8, 0xff, 0xd9]],
    ['a RIFF that is sound', [...ascii('RIFF'), ...little(40), ...ascii('WAVEfmt '), ...Array.from({ length: 30 }, () => 0)]],
    ['a video', heif('isom', extent(4, 4)).map((byte, i) => (i >= 16 && i < 20 ? 0x20 : byte))],
  ])('[IH7] %s is no picture', (_, bytes) => {
    expect(read(bytes)).toBeNull();
  });

  it('[IH8] never throws and always ends, whatever the bytes', () => {
    const starts = [png(9, 9), jpeg(9, 9, exif(6)), gif(9, 9, 2), webp('VP8X', [0, 0, 0, 0, 8, 0, 0, 8, 0, 0, 0, 0, 0]), heif('avif', extent(9, 9))];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(60), fc.uint8Array({ maxLength: 300 }), (start, keep, rest) => {
        const header = read([...start.slice(0, keep), ...rest]);
        if (header) expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('[IH9] every truncation of a picture is read or refused, never hung on', () => {
    for (const whole of [png(9, 9, 6, chunk('caBX', [1])), jpeg(9, 9, exif(3)), gif(9, 9, 3), heif('avif', extent(9, 9))]) {
      for (let length = 0; length <= whole.length; length++) expect(() => read(whole.slice(0, length))).not.toThrow();
    }
  });

  const odd = new URL('../../../shared/data/odd-images/', import.meta.url);
  it.runIf(existsSync(odd)).each([
    ['1x2-flipped-big-endian.jpg', { kind: 'jpeg', width: 2, height: 1 }],
    ['basn3p01.png', { kind: 'png', width: 32, height: 32 }],
    ['basn6a16.png', { kind: 'png', hasAlpha: true }],
    ['tbbn2c16.png', { kind: 'png', hasAlpha: true }],
    ['lossless.webp', { kind: 'webp', width: 123, height: 456 }],
    ['progressive.jpg', { kind: 'jpeg', width: 123, height: 456 }],
    ['sample.avif', { kind: 'avif', width: 123, height: 456 }],
    ['sample.gif', { kind: 'gif', width: 123, height: 456 }],
    ['sample.heic', { kind: 'heic', height: 456 }],
    ['very-large.jpg', { kind: 'jpeg', width: 4800, height: 3600 }],
  ])('[IH10] reads %s', (name, expected) => {
    expect(readImageHeader(readFileSync(new URL(name, odd)))).toMatchObject(expected);
  });

  it.runIf(existsSync(odd)).each(['29-bytes.png', 'xc1n0g08.png', 'xcrn0g04.png', 'xd0n2c08.png', 'xs1n0g01.png', 'PngSuite.LICENSE'])('[IH11] refuses %s', (name) => {
    expect(readImageHeader(readFileSync(new URL(name, odd)))).toBeNull();
  });
});

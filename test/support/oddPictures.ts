// Odd pictures made of bytes, for tests: whole ones of many kinds and sizes, and ways to break them. Holds no file of others.
import { deflateSync } from 'node:zlib';

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** 2 colour, 6 colour and alpha. */
  readonly colourType?: 2 | 6;
  /** 0 to 255 a channel; every pixel has it. */
  readonly colour?: readonly number[];
  /** An extra chunk of so many bytes, which makes a small picture heavy. */
  readonly ballast?: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A whole PNG of one colour. */
export function oddPng({ width, height, depth = 8, colourType = 2, colour = [200, 120, 40, 255], ballast = 0 }: PngOptions): Buffer {
  const channels = colourType === 6 ? 4 : 3;
  const pixel = colour.slice(0, channels).flatMap((value) => (depth === 16 ? [value, value] : [value]));
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * pixel.length, Buffer.from(pixel))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level: 1 });
  return Buffer.concat([
    PNG_SIGNATURE, pngChunk('IHDR', header), ...(ballast > 0 ? [pngChunk('vaRi', Buffer.alloc(ballast))] : []), pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc(body), body.length + 4);
  return chunk;
}

export interface JpegOptions {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 inks with Adobe's marker. */
  readonly components?: 1 | 3 | 4;
  /** EXIF's number. */
  readonly orientation?: number;
}

/**
 * A whole baseline JPEG (ITU T.81) of middle grey. Its tables know one code each, "no change" and "end of block", so that
 * every block is two zero bits and a picture of any size is nothing but zeros.
 */
export function oddJpeg({ width, height, components = 3, orientation }: JpegOptions): Buffer {
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  const bits = Math.ceil(width / 8) * Math.ceil(height / 8) * components * 2;
  const frame = [8, ...big(height, 2), ...big(width, 2), components, ...ids.flatMap((id) => [id, 0x11, 0])];
  const lone = (table: number) => segment(0xc4, [table, 1, ...Array<number>(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation === undefined ? [] : [exif(orientation)]),
    ...(components === 4 ? [segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 0])] : []),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, frame), lone(0x00), lone(0x10),
    segment(0xda, [components, ...ids.flatMap((id) => [id, 0]), 0, 63, 0]),
    Buffer.alloc(Math.ceil(bits / 8)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A GIF of so many frames, 2 × 2, one with a transparent colour. */
export function oddGif(frames: number): Buffer {
  const frame = [0x21, 0xf9, 4, 1, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x84, 0x51, 0x05, 0];
  return Buffer.from([...ascii('GIF89a'), 2, 0, 2, 0, 0x80, 0, 0, 250, 100, 40, 10, 10, 10, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

/** One byte changed. */
export function damaged(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function exif(orientation: number): Buffer {
  return segment(0xe1, [...ascii('Exif\0\0MM'), 0, 42, ...big(8, 4), 0, 1, 1, 0x12, 0, 3, ...big(1, 4), ...big(orientation, 2), 0, 0, 0, 0, 0, 0]);
}

function segment(marker: number, data: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...big(data.length + 2, 2), ...data]);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function big(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) % 256);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

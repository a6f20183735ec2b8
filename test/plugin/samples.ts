// Small pictures, recipes and layers for the tests of the sandbox half.
import { deflateSync } from 'node:zlib';
import type { Edit } from '../../playground/host/document.ts';
import type { RecipeRecord } from '../../src/core/provenance.ts';

/** A grey PNG of that size; `shade` makes different bytes. */
export function png(width: number, height: number, shade = 128): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, shade);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]));
}

/** Bytes that say they are a PNG of that size, and are not. */
export function pngClaiming(width: number, height: number): Uint8Array {
  const bytes = png(1, 1);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

export const RECIPE: RecipeRecord = {
  version: 1,
  recipe: { id: 'variants', version: 1 },
  provider: 'gemini',
  model: 'gemini-nano-banana-2.1',
  isOfflinePreview: false,
  brief: 'warmer',
  prompt: 'The same picture, warmer.',
  template: null,
  direction: { id: 'd1', caption: 'Evening light', text: 'Evening light', axes: ['lighting'] },
  closeness: 3,
  axes: ['lighting'],
  ratio: '1:1',
  sizeClass: '1K',
  answeredSize: { width: 1024, height: 1024 },
  placedSize: { width: 1024, height: 1024 },
  inputs: [],
  sourceIds: [],
  usage: null,
  costUsd: 0.03,
  date: '2026-11-22T00:00:00.000Z',
  hasC2pa: false,
  changes: [],
  runId: 'run-1',
  requestKey: 'key-1',
};

type Fill = NonNullable<Parameters<Edit['update']>[1]['fills']>[number];

const COLOUR = { r: 0.2, g: 0.4, b: 0.6, a: 1 };

export const solid = (): Fill => ({ type: 'SOLID', color: COLOUR, opacity: 1, visible: true });
export const image = (imageHash: string, more: Partial<Fill> = {}): Fill => ({
  type: 'IMAGE', color: COLOUR, opacity: 1, visible: true, imageHash, imageScaleMode: 'FILL', ...more,
});
export const stroke = { color: COLOUR, weight: 2, opacity: 1, visible: true, align: 'CENTER' } as const;

export interface Place { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export const at = (x: number, y: number, width: number, height: number): Place => ({ x, y, width, height });

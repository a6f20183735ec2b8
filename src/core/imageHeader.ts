// What the first bytes of a picture say about it. Believes magic bytes, never a name or a mime type; decodes nothing.
import type { ImageSize } from './geometry.ts';

export type ImageKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'heic';

/** `width` and `height` are as the picture is shown, after its orientation. */
export interface ImageHeader extends ImageSize {
  readonly kind: ImageKind;
  /** EXIF's numbers: 1 upright, 3 upside down, 6 and 8 lying on a side, even ones mirrored. */
  readonly orientation: Orientation;
  /** Absent where the header does not tell. */
  readonly hasAlpha?: boolean;
  readonly isAnimated?: boolean;
  /** Four inks instead of light; JPEG only. */
  readonly isCmyk?: boolean;
  /** The bytes end before the picture does; absent where only a decoder can tell. */
  readonly isCut?: boolean;
  /** Content Credentials (https://c2pa.org/specifications, embedding by format). */
  readonly hasC2pa: boolean;
}

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How many chunks, segments, blocks or boxes are looked at before giving up: bounds the work on hostile bytes. */
const MAX_PARTS = 4096;
/** The same for what large sound pictures are made of by the thousand: chunks of a PNG, sub-blocks of a GIF. */
const MAX_PIECES = 65_536;

/** Null for bytes that are no picture of these kinds or name no size. Never throws. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const header = pngHeader(bytes) ?? jpegHeader(bytes) ?? gifHeader(bytes) ?? webpHeader(bytes) ?? heifHeader(bytes);
  return header !== null && header.width > 0 && header.height > 0 ? header : null;
}

// Reads beyond the end give 0, so that no parser has to check.

function byte(read: Uint8Array, at: number): number {
  return read[at] ?? 0;
}

/** Big-endian, `size` bytes (1 to 4). */
function big(read: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + byte(read, at + i);
  return value;
}

/** Little-endian, `size` bytes (1 to 4). */
function little(read: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + byte(read, at + i);
  return value;
}

function text(read: Uint8Array, at: number, size: number): string {
  let letters = '';
  for (let i = 0; i < size; i++) letters += String.fromCharCode(byte(read, at + i));
  return letters;
}

/** PNG, third edition (https://www.w3.org/TR/png-3/); C2PA lies in a chunk `caBX`. */
function pngHeader(read: Uint8Array): ImageHeader | null {
  const isPng = text(read, 0, 8) === '\x89PNG\r\n\x1a\n' && text(read, 12, 4) === 'IHDR' && big(read, 8, 4) === 13;
  const depths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
  if (!isPng || read.length < 29 || !depths[byte(read, 25)]?.includes(byte(read, 24))) return null;
  const chunks = new Set<string>();
  let at = 8;
  for (let parts = 0; at + 8 <= read.length && parts < MAX_PIECES && !chunks.has('IEND'); parts++) {
    const end = at + 12 + big(read, at, 4);
    if (end <= read.length) chunks.add(text(read, at + 4, 4));
    at = end;
  }
  return {
    kind: 'png',
    width: big(read, 16, 4),
    height: big(read, 20, 4),
    orientation: 1,
    hasAlpha: byte(read, 25) >= 4 || chunks.has('tRNS'),
    isAnimated: chunks.has('acTL'),
    isCut: !chunks.has('IDAT') || (!chunks.has('IEND') && at + 8 > read.length),
    hasC2pa: chunks.has('caBX'),
  };
}

/** JPEG (ITU T.81); EXIF in APP1, C2PA as JUMBF in APP11. Looks no further than the first scan. */
function jpegHeader(read: Uint8Array): ImageHeader | null {
  if (big(read, 0, 3) !== 0xffd8ff) return null;
  let orientation: Orientation = 1;
  let hasC2pa = false;
  for (let at = 2, parts = 0; at + 4 <= read.length && parts < MAX_PARTS; parts++) {
    if (byte(read, at) !== 0xff) return null;
    const marker = byte(read, at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return frameHeader(read, at, orientation, hasC2pa || hasLaterC2pa(read, at));
    else if (marker === 0xda || marker === 0xd9) return null;
    else {
      if (marker === 0xe1 && text(read, at + 4, 6) === 'Exif\0\0') orientation = exifOrientation(read, at + 10, at + 2 + big(read, at + 2, 2));
      if (marker === 0xeb && isJumbf(read, at)) hasC2pa = true;
      at += 2 + Math.max(2, big(read, at + 2, 2));
    }
  }
  return null;
}

/** SOF0 to SOF15, without the three numbers that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameHeader(read: Uint8Array, at: number, orientation: Orientation, hasC2pa: boolean): ImageHeader {
  const size = shownSize(big(read, at + 7, 2), big(read, at + 5, 2), orientation);
  return { kind: 'jpeg', ...size, orientation, hasAlpha: false, isAnimated: false, isCmyk: byte(read, at + 9) === 4, isCut: !hasEnd(read, at), hasC2pa };
}

/** The end-of-image marker after the frame; cameras append things behind it, coded pixels cannot hold it (T.81, B.1.1.2). */
function hasEnd(read: Uint8Array, frame: number): boolean {
  let at = read.length - 2;
  while (at > frame && (byte(read, at) !== 0xff || byte(read, at + 1) !== 0xd9)) at -= 1;
  return at > frame;
}

function hasLaterC2pa(read: Uint8Array, frame: number): boolean {
  for (let at = frame, parts = 0; at + 4 <= read.length && parts < MAX_PARTS; parts++) {
    if (byte(read, at) !== 0xff || byte(read, at + 1) === 0xda) return false;
    if (byte(read, at + 1) === 0xeb && isJumbf(read, at)) return true;
    at += 2 + Math.max(2, big(read, at + 2, 2));
  }
  return false;
}

function isJumbf(read: Uint8Array, at: number): boolean {
  return text(read, at + 4, 2) === 'JP' && text(read, at + 16, 4) === 'jumb';
}

/** Tag 0x0112 of the first directory of a TIFF block. */
function exifOrientation(read: Uint8Array, start: number, end: number): Orientation {
  const isLittle = text(read, start, 2) === 'II';
  const number = (at: number, size: number): number => (at + size > end ? 0 : isLittle ? little(read, at, size) : big(read, at, size));
  const directory = start + number(start + 4, 4);
  const entries = Math.min(number(directory, 2), 512);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (number(at, 2) === 0x0112) return toOrientation(number(at + 8, 2));
  }
  return 1;
}

function toOrientation(value: number): Orientation {
  const known: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
  return known.find((orientation) => orientation === value) ?? 1;
}

function shownSize(width: number, height: number, orientation: Orientation): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** GIF89a (https://www.w3.org/Graphics/GIF/spec-gif89a.txt): animated when a second picture follows. */
function gifHeader(read: Uint8Array): ImageHeader | null {
  if (!/^GIF8[79]a$/.test(text(read, 0, 6)) || read.length < 13) return null;
  let images = 0;
  let hasAlpha = false;
  let at = 13 + colourTable(byte(read, 10));
  for (let parts = 0; parts < MAX_PARTS && at < read.length && images < 2; parts++) {
    const block = byte(read, at);
    if (block === 0x21) {
      if (byte(read, at + 1) === 0xf9 && (byte(read, at + 3) & 1) === 1) hasAlpha = true;
      at = afterSubBlocks(read, at + 2);
    } else if (block === 0x2c) {
      images += 1;
      at = afterSubBlocks(read, at + 11 + colourTable(byte(read, at + 9)));
    } else break;
  }
  return { kind: 'gif', width: little(read, 6, 2), height: little(read, 8, 2), orientation: 1, hasAlpha, isAnimated: images > 1, hasC2pa: false };
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterSubBlocks(read: Uint8Array, start: number): number {
  let at = start;
  for (let pieces = 0; at < read.length && byte(read, at) !== 0; pieces++) at += pieces < MAX_PIECES ? 1 + byte(read, at) : read.length;
  return at + 1;
}

/** WebP (RFC 9649). */
function webpHeader(read: Uint8Array): ImageHeader | null {
  if (text(read, 0, 4) !== 'RIFF' || text(read, 8, 4) !== 'WEBP' || read.length < 30) return null;
  const isCut = 8 + little(read, 4, 4) > read.length;
  const base = { kind: 'webp', orientation: 1, isCut, hasC2pa: hasRiffChunk(read, 'C2PA') } as const;
  switch (text(read, 12, 4)) {
    case 'VP8 ':
      return { ...base, width: little(read, 26, 2) & 0x3fff, height: little(read, 28, 2) & 0x3fff, hasAlpha: false, isAnimated: false };
    case 'VP8L': {
      const bits = little(read, 21, 4);
      return { ...base, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, hasAlpha: ((bits >>> 28) & 1) === 1, isAnimated: false };
    }
    case 'VP8X':
      return { ...base, width: little(read, 24, 3) + 1, height: little(read, 27, 3) + 1, hasAlpha: (byte(read, 20) & 0x10) !== 0, isAnimated: (byte(read, 20) & 2) !== 0 };
    default:
      return null;
  }
}

function hasRiffChunk(read: Uint8Array, name: string): boolean {
  for (let at = 12, parts = 0; at + 8 <= read.length && parts < MAX_PARTS; parts++) {
    if (text(read, at, 4) === name) return true;
    const size = little(read, at + 4, 4);
    at += 8 + size + (size % 2);
  }
  return false;
}

interface BoxFound {
  readonly name: string;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** AVIF and HEIC are ISO base media files (ISO 14496-12, 23008-12); the largest spatial extent is the picture. */
function heifHeader(read: Uint8Array): ImageHeader | null {
  if (text(read, 4, 4) !== 'ftyp') return null;
  const brands = text(read, 8, Math.min(64, Math.max(4, big(read, 0, 4) - 8)));
  const kind = /avif|avis/.test(brands) ? 'avif' : /hei[cxms]|hev[cxms]|mif1/.test(brands) ? 'heic' : null;
  if (kind === null) return null;
  const top = boxesIn(read, 0, read.length);
  const properties = ['meta', 'iprp', 'ipco'].reduce((boxes, name) => insideOf(read, boxes, name), top);
  const extents = properties.filter(({ name }) => name === 'ispe').map(({ from }) => ({ width: big(read, from + 4, 4), height: big(read, from + 8, 4) }));
  const largest = extents.reduce((best, next) => (next.width * next.height > best.width * best.height ? next : best), { width: 0, height: 0 });
  const turn = properties.find(({ name }) => name === 'irot');
  const orientation = ([1, 8, 3, 6] as const)[turn ? byte(read, turn.from) & 3 : 0] ?? 1;
  return {
    kind,
    ...shownSize(largest.width, largest.height, orientation),
    orientation,
    hasAlpha: properties.some(({ name, from }) => name === 'auxC' && text(read, from + 4, 44).includes('alpha')),
    isAnimated: /avis|msf1|hevc/.test(text(read, 8, 4)),
    hasC2pa: top.some(({ name, from }) => name === 'uuid' && big(read, from, 4) === 0xd8fec3d6),
  };
}

function insideOf(read: Uint8Array, boxes: readonly BoxFound[], name: string): BoxFound[] {
  const box = boxes.find((candidate) => candidate.name === name);
  // `meta` is a full box: four bytes of version and flags come first.
  return box ? boxesIn(read, box.from + (name === 'meta' ? 4 : 0), box.to) : [];
}

function boxesIn(read: Uint8Array, from: number, to: number): BoxFound[] {
  const boxes: BoxFound[] = [];
  for (let at = from; at + 8 <= to && boxes.length < MAX_PARTS; ) {
    const size = big(read, at, 4);
    const end = size === 0 ? to : size === 1 ? at + big(read, at + 8, 4) * 2 ** 32 + big(read, at + 12, 4) : at + size;
    const head = size === 1 ? 16 : 8;
    if (end < at + head) break;
    boxes.push({ name: text(read, at + 4, 4), from: at + head, to: Math.min(end, to) });
    at = end;
  }
  return boxes;
}

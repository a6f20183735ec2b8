// Reads and writes plain PNG (8 bit grey, RGB or RGBA, not interlaced) with node:zlib alone. For tests, not for files of others.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = { 0: 1, 2: 3, 6: 4 };

/** RGB pixels (row-major, 3 bytes each) as PNG. */
export function encodePng({ width, height, rgb }) {
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) writeRow(rows, rgb, y, stride);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

/** `{width, height, rgb}` on white, or null for every PNG that is not plain. */
export function decodePng(bytes) {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!png.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks = readChunks(png);
  const header = chunks.find((entry) => entry.type === 'IHDR')?.data;
  const channels = header && CHANNELS[header[9]];
  if (!channels || header[8] !== 8 || header[12] !== 0) return null;
  const size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
  const packed = Buffer.concat(chunks.filter((entry) => entry.type === 'IDAT').map((entry) => entry.data));
  return { ...size, rgb: toRgb(unfilter(inflateSync(packed), size, channels), size, channels) };
}

// Filter 1 (Sub): makes pictures of the usual weight, at little cost.
function writeRow(rows, rgb, y, stride) {
  const to = y * (stride + 1);
  const from = y * stride;
  rows[to] = 1;
  for (let x = 0; x < stride; x += 1) rows[to + 1 + x] = rgb[from + x] - (x < 3 ? 0 : rgb[from + x - 3]);
}

function readChunks(png) {
  const found = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

function unfilter(rows, { width, height }, channels) {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : out[at - channels];
      const up = y === 0 ? 0 : out[at - stride];
      const corner = x < channels || y === 0 ? 0 : out[at - stride - channels];
      out[at] = rows[y * (stride + 1) + 1 + x] + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function toRgb(pixels, { width, height }, channels) {
  if (channels === 3) return pixels;
  const rgb = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const alpha = channels === 4 ? pixels[index * 4 + 3] / 255 : 1;
    for (let c = 0; c < 3; c += 1) rgb[index * 3 + c] = 255 + (pixels[index * channels + (channels === 1 ? 0 : c)] - 255) * alpha;
  }
  return rgb;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), body.length + 4);
  return frame;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
